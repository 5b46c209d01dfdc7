package lock

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"anju/generator/diag"
)

const committed = `guide:apply en Papers Steps
guide:apply zh-Hans 材料 步骤
guide:long zh-Hans 条件/ 条件
policy:old zh-Hans
policy:rent zh-Hans 标准 期限
`

// entry has its headings in the lines 11, 12 …
func entry(ref, lang string, anchors ...string) Entry {
	e := Entry{Ref: ref, Lang: lang, Anchors: anchors, At: diag.Pos{File: "content/" + ref + "." + lang + ".md", Line: 9}}
	e.Headings = func() (places []diag.Pos) {
		for _, a := range anchors {
			if !strings.HasSuffix(a, "/") {
				places = append(places, diag.Pos{File: e.At.File, Line: 11 + len(places)})
			}
		}
		return places
	}
	return e
}

// published is a site that has all that is committed.
func published() []Entry {
	return []Entry{
		entry("policy:rent", "zh-Hans", "标准", "期限"), entry("policy:old", "zh-Hans"),
		entry("guide:apply", "zh-Hans", "材料", "步骤"), entry("guide:long", "zh-Hans", "条件/", "条件"),
		entry("guide:apply", "en", "Papers", "Steps"),
	}
}

func without(ref, lang string) []Entry {
	return slices.DeleteFunc(published(), func(e Entry) bool { return e.Ref == ref && e.Lang == lang })
}

func instead(e Entry) []Entry { return append(without(e.Ref, e.Lang), e) }

func site(entries []Entry, excused ...string) Site {
	return Site{
		Entries: entries,
		Excused: func(ref, place string) bool { return slices.Contains(excused, ref+place) },
		LeftOut: func(ref string) diag.Pos {
			if ref == "policy:old" {
				return diag.Pos{File: "content/policies/old.md", Line: 1}
			}
			return diag.Pos{}
		},
	}
}

func TestCheck(t *testing.T) {
	for _, test := range []struct {
		name string
		site Site
		want string // place, code; "" for no finding
	}{
		{"nothing changed", site(published()), ""},
		{"an entry vanished", site(without("policy:rent", "zh-Hans")), "content/published.lock:5 lock/vanished-entry"},
		{"it moved, is gone or withdrawn", site(without("policy:rent", "zh-Hans"), "policy:rent"), ""},
		{"it is a draft again", site(without("policy:old", "zh-Hans")), "content/policies/old.md:1 lock/hidden-entry"},
		{"a translation vanished", site(without("guide:apply", "en")), "content/published.lock:1 lock/vanished-text"},
		{"a heading was renamed", site(instead(entry("policy:rent", "zh-Hans", "标准", "时间"))), "content/policy:rent.zh-Hans.md:12 lock/vanished-anchor"},
		{"a heading was renamed, another added", site(instead(entry("policy:rent", "zh-Hans", "标准", "时间", "谁"))), "content/policy:rent.zh-Hans.md:0 lock/vanished-anchor"},
		{"a heading was deleted", site(instead(entry("policy:rent", "zh-Hans", "标准"))), "content/policy:rent.zh-Hans.md:0 lock/vanished-anchor"},
		{"two headings were renamed", site(instead(entry("policy:rent", "zh-Hans", "时间"))), "content/policy:rent.zh-Hans.md:0 lock/vanished-anchor\ncontent/policy:rent.zh-Hans.md:0 lock/vanished-anchor"},
		{"headings in another order", site(instead(entry("policy:rent", "zh-Hans", "期限", "新的", "标准"))), ""},
		{"no longer in parts", site(instead(entry("guide:long", "zh-Hans", "条件"))), "content/guide:long.zh-Hans.md:0 lock/vanished-part"},
		{"no longer in parts, the old page leads on", site(instead(entry("guide:long", "zh-Hans", "条件")), "guide:long条件/"), ""},
		{"withdrawn, its text emptied", site(instead(entry("policy:rent", "zh-Hans")), "policy:rent"), ""},
		{"a new entry", site(append(published(), entry("job:new", "zh-Hans"))), "content/job:new.zh-Hans.md:0 lock/not-recorded"},
	} {
		t.Run(test.name, func(t *testing.T) {
			r, list := Parse([]byte(committed))
			if len(list) > 0 {
				t.Fatal(list)
			}
			var got []string
			for _, f := range r.Check(test.site) {
				got = append(got, f.File+":"+strconv.Itoa(f.Line)+" "+f.Code)
			}
			if s := strings.Join(got, "\n"); s != test.want {
				t.Errorf("found\n%s\nwant\n%s", s, test.want)
			}
		})
	}
}

// TestNext: to record is to add; only forgetting takes away, and then there is
// nothing left to tell.
func TestNext(t *testing.T) {
	r, _ := Parse([]byte(committed))
	changed := site([]Entry{entry("policy:rent", "zh-Hans", "标准", "时间"), entry("job:new", "zh-Hans", "要求")}, "policy:old")
	kept := r.Next(changed, false)
	want := `guide:apply en Papers Steps
guide:apply zh-Hans 材料 步骤
guide:long zh-Hans 条件/ 条件
job:new zh-Hans 要求
policy:old zh-Hans
policy:rent zh-Hans 标准 时间 期限
`
	if got := string(kept.Bytes()); got != want {
		t.Errorf("recorded\n%s\nwant\n%s", got, want)
	}
	forgot := r.Next(changed, true)
	want = "job:new zh-Hans 要求\npolicy:old zh-Hans\npolicy:rent zh-Hans 标准 时间\n"
	if got := string(forgot.Bytes()); got != want {
		t.Errorf("after forgetting\n%s\nwant\n%s", got, want)
	}
	again, list := Parse(forgot.Bytes())
	if list = append(list, again.Check(changed)...); len(list) > 0 {
		t.Errorf("after forgetting there is still %v", list)
	}
}

func TestParse(t *testing.T) {
	const text = "policy:a zh-Hans\n<<<<<<< HEAD\npolicy:b zh-Hans 一\n=======\npolicy:c zh-Hans\n>>>>>>> other\nfree text\npolicy:a zh-Hans 二\n\npolicy:d zh-Hans\nfree text\n"
	r, list := Parse([]byte(text))
	if got := string(r.Bytes()); got != "policy:a zh-Hans 二\npolicy:b zh-Hans 一\npolicy:c zh-Hans\npolicy:d zh-Hans\n" {
		t.Errorf("read %q", got)
	}
	var lines []string
	for _, f := range list {
		lines = append(lines, strconv.Itoa(f.Line))
	}
	if got := strings.Join(lines, " "); got != "2 4 6 7 11" {
		t.Errorf("findings in lines %s", got)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(committed))
	f.Add([]byte("policy:a  zh-Hans\r\npolicy:ä en #"))
	f.Fuzz(func(t *testing.T, text []byte) {
		r, _ := Parse(text)
		again, list := Parse(r.Bytes())
		if len(list) > 0 || string(again.Bytes()) != string(r.Bytes()) {
			t.Errorf("%q is read otherwise when written: %v", r.Bytes(), list)
		}
	})
}
