package author

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"anju/generator/config"
	"anju/generator/content"
	"anju/generator/diag"
	"anju/generator/validity"
)

var update = flag.Bool("update", false, "rewrite golden files")

var today = validity.Date{Year: 2026, Month: 11, Day: 23}

// site is the small site of testdata/site.txtar.
func site(t testing.TB) fstest.MapFS {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/site.txtar")
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{}
	for _, f := range archive.Files {
		fsys[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return fsys
}

// load loads a site with its drafts.
func load(fsys fstest.MapFS, drafts bool) (*content.Library, diag.List) {
	return content.Load(fsys, config.Config{Languages: []string{"zh-Hans"}}, content.Options{Now: today.First(), Drafts: drafts})
}

func library(t testing.TB) *content.Library {
	t.Helper()
	lib, list := load(site(t), true)
	if len(list) > 0 {
		t.Fatalf("the small site has findings: %+v", list)
	}
	return lib
}

// begin begins an entry, which must not be refused.
func begin(t *testing.T, r Request) Entry {
	t.Helper()
	r.Today = today
	e, err := Begin(library(t), r)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// golden compares text with a file of testdata.
func golden(t *testing.T, name string, text []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, text, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(text, want) {
		t.Errorf("%s: got\n%s", name, text)
	}
}

func TestBegin(t *testing.T) {
	for _, k := range content.Kinds {
		t.Run(k.Name, func(t *testing.T) {
			golden(t, "testdata/new/"+k.Name+".md", begin(t, Request{Kind: k, ID: "a"}).Text)
		})
	}
}

// with is what load finds in the small site with text as a new entry of the
// kind, and in no other file.
func with(t *testing.T, k content.Kind, text string) diag.List {
	t.Helper()
	fsys := site(t)
	fsys["content/"+k.Folder+"/a.md"] = &fstest.MapFile{Data: []byte(text)}
	_, list := load(fsys, false)
	return list
}

const draftLine = "draft: true\n"

// filled is an entry with every placeholder taken for an answer.
func filled(text string) string {
	return strings.ReplaceAll(strings.ReplaceAll(text, draftLine, ""), content.Placeholder, "示例")
}

// TestUntouched: an entry that nobody has filled in disturbs nobody, and cannot
// be published by leaving out draft alone. Once filled in it can.
func TestUntouched(t *testing.T) {
	for _, k := range content.Kinds {
		t.Run(k.Name, func(t *testing.T) {
			e := begin(t, Request{Kind: k, ID: "a"})
			text := string(e.Text)
			if list := with(t, k, text); len(list) > 0 {
				t.Errorf("untouched: %s", told(list))
			}
			list := with(t, k, strings.ReplaceAll(text, draftLine, ""))
			if len(list) != len(e.Gaps) || slices.ContainsFunc(list, func(d diag.Diagnostic) bool { return d.Code != "content/placeholder" }) {
				t.Errorf("without draft, %d gaps: %s", len(e.Gaps), told(list))
			}
			if list := with(t, k, filled(text)); len(list) > 0 {
				t.Errorf("filled in: %s", told(list))
			}
		})
	}
}

func told(list diag.List) string {
	var out strings.Builder
	for _, d := range list {
		fmt.Fprintf(&out, "\n%s:%d: %s [%s]", d.File, d.Line, d.Message.Zh, d.Code)
	}
	return out.String()
}

func TestRefusals(t *testing.T) {
	kind := func(name string) content.Kind {
		k, err := KindNamed(name)
		if err != nil {
			t.Fatal(err)
		}
		return k
	}
	for _, tt := range []struct {
		name string
		r    Request
		want string
	}{
		{"capitals", Request{Kind: kind("policy"), ID: "Bad_ID"}, `编号 "Bad_ID" 不能用`},
		{"reserved", Request{Kind: kind("政策"), ID: "feed"}, `编号 "feed" 是网站自己的地址`},
		{"reserved page", Request{Kind: kind("pages"), ID: "search"}, `编号 "search" 是网站自己的地址`},
		{"a name of Windows", Request{Kind: kind("policy"), ID: "com1"}, `编号 "com1" 是 Windows 留着自己用的名字`},
		{"long", Request{Kind: kind("policy"), ID: strings.Repeat("房", 27)}, "编号太长：有 81 个字节，最多 80 个"},
		{"taken", Request{Kind: kind("policy"), ID: "zufang"}, "编号 zufang 已经有了：content/policies/zufang.md"},
		{"gone", Request{Kind: kind("guide"), ID: "yijing"}, "编号 yijing 用过，条目已经删除，不能再用：content/guides/yijing.md"},
		{"moved", Request{Kind: kind("community"), ID: "laochang"}, "编号 laochang 是这个条目的旧编号：content/communities/yinxing.md"},
		{"nothing to name it by", Request{Kind: kind("job")}, "没有写编号，也没有标题可以拟编号"},
		{"no such city", Request{Kind: kind("job"), ID: "a", Known: map[string]string{"city": "东海"}}, "词表里没有城市“东海”"},
		{"no such level", Request{Kind: kind("policy"), ID: "a", Known: map[string]string{"level": "村级"}}, "level 不能写“村级”"},
		{"another kind's field", Request{Kind: kind("job"), ID: "a", Known: map[string]string{"level": "municipal"}}, "这一类条目没有 level 这个字段"},
		{"a city above cities", Request{Kind: kind("policy"), ID: "a", Known: map[string]string{"level": "国家", "city": "示例"}}, "国家级和省级的政策不写城市"},
		{"no address", Request{Kind: kind("job"), ID: "a", Known: map[string]string{"sources.url": "example"}}, "“网址”（url）的值“example”不对"},
		{"a long title", Request{Kind: kind("job"), ID: "a", Known: map[string]string{"title": strings.Repeat("长", 61)}}, "“标题”（title）有 61 个字，最多 60 个"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tt.r.Today = today
			_, err := Begin(library(t), tt.r)
			var refusal *Refusal
			if !errors.As(err, &refusal) {
				t.Fatalf("got %v", err)
			}
			if refusal.What.Zh != tt.want || refusal.Remedy.Zh == "" || refusal.Remedy.En == "" {
				t.Errorf("got %+v", refusal.What.Zh)
			}
		})
	}
	if _, err := KindNamed("通知"); err == nil {
		t.Error("通知 is a kind")
	}
}

// TestKnown: what is known stands in its field, words as what the field takes.
func TestKnown(t *testing.T) {
	k := content.Kinds[1]
	e := begin(t, Request{Kind: k, Folder: true, Known: map[string]string{
		"title": "示例市人才安居办法", "city": "示例市", "level": "市", "basis": "官方原文",
		"sources.url": "https://example.cn/a?b=1#c", "sources.publisher": "“示例”: 人才办",
	}})
	if e.Path != "content/policies/shilishi-rencai-anju-banfa/index.md" {
		t.Errorf("it is %s", e.Path)
	}
	fsys := site(t)
	fsys[e.Path] = &fstest.MapFile{Data: e.Text}
	lib, list := load(fsys, true)
	if len(list) > 0 {
		t.Fatal(told(list))
	}
	p := lib.Get(content.Ref("policy:" + e.ID)).(*content.Policy)
	got := map[string]string{"title": p.Title, "city": p.City, "level": p.Level, "basis": p.Basis, "url": p.Sources[0].URL, "publisher": p.Sources[0].Publisher}
	want := map[string]string{
		"title": "示例市人才安居办法", "city": "shili", "level": "municipal", "basis": "official_text",
		"url": "https://example.cn/a?b=1#c", "publisher": "“示例”: 人才办",
	}
	if !maps.Equal(got, want) {
		t.Errorf("got %v", got)
	}
}

func TestProposeID(t *testing.T) {
	lib := library(t)
	for _, tt := range []struct{ title, want string }{
		{"示例市人才安居办法", "shilishi-rencai-anju-banfa"},
		{"关于印发《河西租房补贴》的通知", "hexi-zufangbutie"},
		{"关于做好2026年青年人才租房补贴申报工作的通知", "2026-qingnian-rencai-zufangbutie-shenbao"},
		{"示例市人力资源和社会保障局 示例市财政局关于印发新人才公寓办法的通知", "xin-rencaigongyu-banfa"},
		{"示例市人民政府办公室关于加快落户的实施意见", "jiakuai-luohu"},
		{"2026年K签证 Q&A", "2026-k-qianzheng-q-a"},
		{"租房", "zufang-2"},
		{strings.Repeat("人才", 30), "rencai-rencai-rencai-rencai-rencai"},
		{strings.Repeat("a", 90), strings.Repeat("a", 40)},
		{"！", ""},
	} {
		if got := proposeID(lib, Request{Kind: content.Kinds[1], Known: map[string]string{"title": tt.title}}); got != tt.want {
			t.Errorf("%s: proposed %s, want %s", tt.title, got, tt.want)
		}
	}
}
