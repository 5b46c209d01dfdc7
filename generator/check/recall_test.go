package check

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"anju/generator/diag"
	"anju/generator/hanzi"
	"anju/generator/search"
)

// faithful finds every document that holds the text, in their order, unless it
// is told to answer otherwise.
type faithful struct {
	docs []search.Document
	lie  func(q search.Query, ids []string) []string // may be nil

	mu    sync.Mutex
	asked []search.Query
}

func (f *faithful) IDs(_ context.Context, q search.Query) (ids []string, err error) {
	f.mu.Lock()
	f.asked = append(f.asked, q)
	f.mu.Unlock()
	for _, d := range f.docs {
		if (d.Kind == homeKind) == slices.Contains(q.Filters["type"], homeKind) && holds(d, q.Text) {
			ids = append(ids, d.ID)
		}
	}
	if f.lie != nil {
		ids = f.lie(q, ids)
	}
	return ids, nil
}

func holds(d search.Document, text string) bool {
	all := slices.Concat([]string{d.Number}, d.Aliases, d.TagWords)
	for _, t := range d.Text {
		all = append(all, t.Title)
		for _, s := range t.Sections {
			all = append(all, s.Text)
		}
	}
	return strings.Contains(hanzi.FoldString(strings.Join(all, "\n")), hanzi.FoldString(text))
}

// lies answers some texts with other ids.
func lies(answers map[string][]string) func(search.Query, []string) []string {
	return func(q search.Query, ids []string) []string {
		if other, ok := answers[q.Text]; ok {
			return other
		}
		return ids
	}
}

func document(id, title string) search.Document {
	kind, _, _ := strings.Cut(id, ":")
	return search.Document{ID: id, Kind: kind, Text: map[string]search.Text{"zh-Hans": {Title: title}}}
}

// siteDocuments make a claim of every kind but of pieces.
func siteDocuments() []search.Document {
	rent, old := document("policy:rent", "租房补贴办法"), document("policy:old", "租房補貼辦法")
	rent.Number, rent.Aliases, rent.TagWords = "宁人社〔2024〕1号", []string{"房补"}, []string{"租房", "rent"}
	rent.Text["en"] = search.Text{Title: "Rent subsidy"}
	old.Aliases, old.TagWords = []string{"房補", "旧办法"}, []string{"租房"}
	return []search.Document{
		rent, old,
		document("guide:a", "租房指南"), document("guide:b", "看房指南"), document("guide:c", "签约指南"),
		document("home:x/1", "社区单间"), document("home:x/2", "社区两居"),
	}
}

// prove runs the proof and returns its findings as file, message and code.
func prove(t *testing.T, asker Asker, docs []search.Document) (Report, []string) {
	t.Helper()
	r := Recall{
		Documents: docs, Asker: asker, At: time.Unix(0, 0), Seed: 1,
		Place: func(id string) diag.Pos { return diag.Pos{File: "content/" + id + ".md"} },
	}
	report, list, err := r.Prove(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range list {
		if d.Severity != diag.Error || d.Hint.Zh == "" || d.Hint.En == "" {
			t.Errorf("%+v is no error with a remedy", d)
		}
	}
	return report, findings(list)
}

func TestRecallMissed(t *testing.T) {
	tests := []struct {
		name    string
		answers map[string][]string
		want    []string
	}{
		{"nothing", nil, nil},
		{"title", map[string][]string{"看房指南": {"guide:a", "guide:c"}},
			[]string{`content/guide:b.md: a search for the title "看房指南" does not bring it among the first three [check/recall-title]`}},
		{"title in English", map[string][]string{"Rent subsidy": nil},
			[]string{`content/policy:rent.md: a search for the title "Rent subsidy" does not bring it among the first three [check/recall-title]`}},
		{"title in the fourth place", map[string][]string{"看房指南": {"guide:a", "guide:c", "policy:old", "guide:b"}},
			[]string{`content/guide:b.md: a search for the title "看房指南" does not bring it among the first three [check/recall-title]`}},
		{"title in the third place", map[string][]string{"看房指南": {"guide:a", "guide:c", "guide:b"}}, nil},
		{"another with the same title", map[string][]string{"租房补贴办法": {"policy:old"}, "租房補貼辦法": {"policy:rent"}}, nil},
		{"home", map[string][]string{"社区单间": {"home:x/2"}},
			[]string{`content/home:x/1.md: a search for the title "社区单间" does not bring it among the first three [check/recall-title]`}},
		{"number", map[string][]string{"宁人社〔2024〕1号": {"policy:old"}},
			[]string{`content/policy:rent.md: a search for the document number "宁人社〔2024〕1号" does not bring it among the first three [check/recall-number]`}},
		{"one bearer of an alias", map[string][]string{"房补": {"policy:rent"}},
			[]string{`content/policy:old.md: a search for the alias "房补" does not find this entry [check/recall-alias]`}},
		{"all bearers of an alias", map[string][]string{"房补": nil}, []string{
			`content/policy:old.md: a search for the alias "房补" does not find this entry [check/recall-alias]`,
			`content/policy:rent.md: a search for the alias "房补" does not find this entry [check/recall-alias]`,
		}},
		{"bearers of an alias far below", map[string][]string{"旧办法": {"guide:a", "guide:b", "guide:c", "policy:old"}},
			[]string{`content/policy:old.md: a search for the alias "旧办法" brings no bearer of it among the first three [check/recall-alias]`}},
		{"one bearer of an alias far below", map[string][]string{"房补": {"guide:a", "guide:b", "policy:rent", "policy:old"}}, nil},
		{"tag", map[string][]string{"租房": {"guide:a", "guide:b", "guide:c", "policy:old"}},
			[]string{`content/policy:rent.md: a search for the vocabulary word "租房" does not find this entry [check/recall-tag]`}},
		{"bearers of a tag far below", map[string][]string{"租房": {"guide:a", "guide:b", "guide:c", "policy:old", "policy:rent"}}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			docs := siteDocuments()
			report, got := prove(t, &faithful{docs: docs, lie: lies(tt.answers)}, docs)
			if !slices.Equal(got, tt.want) {
				t.Errorf("got %q\nwant %q", got, tt.want)
			}
			if whole := strings.Contains(report.Text().Zh, " 全部找到"); whole != (tt.want == nil) {
				t.Errorf("the report says %s", report.Text().Zh)
			}
		})
	}
}

// What was withdrawn need not be among the first, only be found.
func TestRecallWithdrawn(t *testing.T) {
	docs := siteDocuments()
	docs[1].Subject.Withdrawn = true
	for _, c := range claimsOf(docs, 1) {
		if slices.Contains(c.first, "policy:old") {
			t.Errorf("%q ought to bring what was withdrawn among the first", c.text)
		}
		if c.text == "旧办法" && !slices.Equal(c.all, []string{"policy:old"}) {
			t.Errorf("by its alias %v is found", c.all)
		}
		if c.kind == titles && c.id == "policy:old" {
			t.Errorf("its title %q makes a claim", c.text)
		}
	}
}

func TestRecallReport(t *testing.T) {
	docs := siteDocuments()
	report, _ := prove(t, &faithful{docs: docs}, docs)
	want := Report{titles: {8, 8}, numbers: {1, 1}, aliases: {3, 3}, tags: {2, 2}}
	if report != want {
		t.Errorf("got %v, want %v", report, want)
	}
	if got, want := report.Text().Zh, "检索自查：标题 8/8、文号 1/1、别名 3/3、词表用词 2/2 全部找到；正文片段 0/0（100.0%）"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	report, _ = prove(t, &faithful{docs: docs, lie: lies(map[string][]string{"房补": nil, "看房指南": nil})}, docs)
	if got, want := report.Text().Zh, "检索自查：标题 7/8、文号 1/1、别名 2/3、词表用词 2/2 没有全部找到；正文片段 0/0（100.0%）"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// Each text is asked once, by its bearers' kind, at the moment given.
func TestRecallAsks(t *testing.T) {
	docs := siteDocuments()
	f := &faithful{docs: docs}
	prove(t, f, docs)
	type asked struct {
		text string
		home bool
	}
	times := map[asked]int{}
	for _, q := range f.asked {
		times[asked{q.Text, reflect.DeepEqual(q.Filters, map[string][]string{"type": {"home"}})}]++
		if q.Literal || !q.At.Equal(time.Unix(0, 0)) {
			t.Errorf("asked %+v", q)
		}
	}
	want := map[asked]int{{"社区单间", true}: 1, {"社区两居", true}: 1}
	for _, text := range []string{"租房补贴办法", "Rent subsidy", "租房補貼辦法", "租房指南", "看房指南", "签约指南",
		"宁人社〔2024〕1号", "房补", "房補", "旧办法", "租房", "rent"} {
		want[asked{text, false}] = 1
	}
	if !reflect.DeepEqual(times, want) {
		t.Errorf("asked %v\nwant  %v", times, want)
	}
}

// library is documents with enough text to sample: 100 pieces.
func library() (docs []search.Document) {
	for i := range 25 {
		d := document(fmt.Sprintf("guide:%c", 'a'+i), "指南")
		body := strings.Repeat("符合条件的毕业生可以申请租房补贴，每月领取；", 3) + string(rune('一'+i)) + "号文件"
		d.Text["zh-Hans"] = search.Text{Title: d.Text["zh-Hans"].Title, Sections: []search.Section{{Text: body}}}
		docs = append(docs, d)
	}
	return docs
}

// Pieces of text may be missed as long as few are.
func TestRecallPieces(t *testing.T) {
	docs := slices.Concat(library(), library())
	for i := range docs {
		docs[i].ID += fmt.Sprint(i)
	}
	tests := []struct {
		missed int // of 200
		want   string
	}{{0, "200/200（100.0%）"}, {1, "199/200（99.5%）"}, {2, "198/200（99.0%）"}}
	for _, tt := range tests {
		t.Run(tt.want, func(t *testing.T) {
			losing := &loser{faithful: faithful{docs: docs}, ids: map[string]bool{}}
			for i := range tt.missed {
				losing.ids[docs[i].ID] = true
			}
			report, got := prove(t, losing, docs)
			if !strings.HasSuffix(report.Text().Zh, "正文片段 "+tt.want) {
				t.Errorf("the report says %s", report.Text().Zh)
			}
			if report[pieces].enough() != (len(got) == 0) {
				t.Errorf("got %q", got)
			}
			if !report[pieces].enough() && len(got) != tt.missed {
				t.Errorf("%d findings, want %d", len(got), tt.missed)
			}
			for _, f := range got {
				if !strings.HasSuffix(f, "[check/recall-text]") {
					t.Errorf("got %s", f)
				}
			}
		})
	}
}

// loser loses one piece of text of each of some documents.
type loser struct {
	faithful
	ids map[string]bool
	mu  sync.Mutex
	one map[string]string // what is lost of them
}

func (l *loser) IDs(ctx context.Context, q search.Query) ([]string, error) {
	found, err := l.faithful.IDs(ctx, q)
	return slices.DeleteFunc(found, func(id string) bool { return q.Literal && l.ids[id] && q.Text == l.lost(id) }), err
}

// lost is the first piece that is sampled of a document.
func (l *loser) lost(id string) string {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.one == nil {
		l.one = map[string]string{}
		for _, c := range sample(l.docs, 1) {
			if l.one[c.id] == "" {
				l.one[c.id] = c.text
			}
		}
	}
	return l.one[id]
}

func TestSample(t *testing.T) {
	docs := library()
	docs[3] = document("home:x/1", "单间")
	docs[3].Text["zh-Hans"] = search.Text{Sections: []search.Section{{Text: "独立卫浴，朝南；有阳台和 Wi-Fi，可以的"}}}
	got := sample(docs, 1)
	if len(got) != 100 {
		t.Fatalf("%d pieces, want 4 of each of 25 documents", len(got))
	}
	for _, c := range got {
		i := slices.IndexFunc(docs, func(d search.Document) bool { return d.ID == c.id })
		body := docs[i].Text["zh-Hans"].Sections[0].Text
		n := len([]rune(c.text))
		switch {
		case !strings.Contains(body, c.text), n < 2, n > 8, strings.Trim(c.text, grammar) == "":
			t.Errorf("%q is no piece of %q to ask for", c.text, body)
		case !c.literal || c.homes != (i == 3) || !slices.Equal(c.all, []string{c.id}):
			t.Errorf("the claim is %+v", c)
		}
	}
	if again := sample(docs, 1); !reflect.DeepEqual(got, again) {
		t.Error("the same seed brings another sample")
	}
	if other := sample(docs, 2); reflect.DeepEqual(got, other) {
		t.Error("another seed brings the same sample")
	}
	less := sample(docs[1:], 1)
	if !reflect.DeepEqual(got[4:], less) {
		t.Error("the sample of a document depends on others")
	}
}

func TestSampleBounds(t *testing.T) {
	short := document("guide:a", "短")
	short.Text["zh-Hans"] = search.Text{Sections: []search.Section{{Text: "好 a 的了 b 可"}, {Text: "房"}}}
	if got := sample([]search.Document{short}, 1); got != nil {
		t.Errorf("sampled %+v of what has no piece to ask for", got)
	}
	var many []search.Document
	for i := range 60 {
		for _, d := range library() {
			d.ID += fmt.Sprint(i)
			many = append(many, d)
		}
	}
	if got := sample(many, 1); len(got) != 4000 {
		t.Errorf("%d pieces of %d documents, want 4000", len(got), len(many))
	}
}

// failing answers nothing but an error.
type failing struct{ err error }

func (f failing) IDs(context.Context, search.Query) ([]string, error) { return nil, f.err }

func TestRecallFails(t *testing.T) {
	broken := errors.New("the index is broken")
	r := Recall{Documents: siteDocuments(), Asker: failing{broken}}
	if _, _, err := r.Prove(t.Context()); !errors.Is(err, broken) {
		t.Errorf("got %v, want the asker's error", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	r.Asker = &faithful{docs: r.Documents}
	if _, _, err := r.Prove(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want to be stopped", err)
	}
}
