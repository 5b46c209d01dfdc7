package main

import (
	"bytes"
	"maps"
	"os"
	"strings"
	"testing"
	"time"
	"unicode"

	"anju/generator/author"
	"anju/generator/config"
	"anju/generator/content"
)

// TestAsk answers at a terminal: by Chinese names, with one that is none, and
// with Enter. What a flag has said is not asked.
func TestAsk(t *testing.T) {
	lib, _ := content.Load(os.DirFS("testdata/demo"), config.Config{}, content.Options{Now: time.Unix(0, 0), Drafts: true})
	kind, err := author.KindNamed("政策")
	if err != nil {
		t.Fatal(err)
	}
	r := author.Request{Kind: kind, Known: map[string]string{"title": "租房补贴办法"}}
	var out bytes.Buffer
	newAsker(strings.NewReader("北京\n示例市\n市级\n\n"), &out, "zh-Hans").ask(lib, &r)
	want := map[string]string{"title": "租房补贴办法", "city": "shili", "level": "municipal", "basis": ""}
	if !maps.Equal(r.Known, want) {
		t.Errorf("it knows %v", r.Known)
	}
	for _, said := range []string{"词表里没有城市“北京”。可以写：shili（示例）", "级别：national（国家）、provincial（省级）", "依据：official_text（官方原文）"} {
		if !strings.Contains(out.String(), said) {
			t.Errorf("it does not say %s:\n%s", said, &out)
		}
	}
	if strings.Contains(out.String(), "标题") || strings.Contains(out.String(), "体裁") {
		t.Errorf("it asks too much:\n%s", &out)
	}
}

// TestAskEnglish: not a question in Chinese where messages are in English.
func TestAskEnglish(t *testing.T) {
	lib, _ := content.Load(os.DirFS("testdata/demo"), config.Config{}, content.Options{Now: time.Unix(0, 0), Drafts: true})
	for _, kind := range content.Kinds {
		var out bytes.Buffer
		newAsker(strings.NewReader("Rent\nshili\n\n\n\n"), &out, "en").ask(lib, &author.Request{Kind: kind, Known: map[string]string{}})
		if hasHan := strings.ContainsFunc(out.String(), func(r rune) bool { return unicode.Is(unicode.Han, r) }); hasHan || !strings.Contains(out.String(), "Title\n> ") {
			t.Errorf("of a %s it asks\n%s", kind.Name, &out)
		}
	}
}
