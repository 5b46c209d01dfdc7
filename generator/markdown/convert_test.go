package markdown

import (
	"strings"
	"testing"

	"anju/generator/diag"
)

func TestPositions(t *testing.T) {
	const mistake = "nowhere:x"
	tests := []struct {
		name, text string
		line, col  int
	}{
		{"first line", "[a](nowhere:x)", 10, 5},
		{"after Chinese", "中文，[链接](nowhere:x)", 10, 9},
		{"after emoji", "🏠[a](nowhere:x)", 10, 6},
		{"second on a line", "[好](/a) [b](nowhere:x)", 10, 13},
		{"angle brackets", "[a](<nowhere:x>)", 10, 6},
		{"quote", "> 一\n> [a](nowhere:x)", 11, 7},
		{"list", "- 一\n  - 二 [a](nowhere:x)", 11, 11},
		{"tab", "-\t[a](nowhere:x)", 10, 7},
		{"table", "|a|\n|-|\n| 中 [a](nowhere:x) |", 12, 9},
		{"heading", "## 中 [a](nowhere:x)", 10, 10},
		{"brackets in the text", "[a [b] `](c)`](nowhere:x)", 10, 16},
		{"broken line", "[a\nb](\nnowhere:x)", 12, 1},
		{"definition", "[a]\n\n[a]: nowhere:x", 12, 6},
		{"autolink", "中文 <nowhere:x>", 10, 5},
		{"footnote", "a[^1]\n\n[^1]: 中 [a](nowhere:x)", 12, 13},
		{"twice the same text", "nowhere:x [nowhere:x](nowhere:x)", 10, 23},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, found := Convert(Source{File: "a.md", Line: 10, Text: []byte(test.text)}, resolveTest)
			if len(found) != 1 || found[0].Code != "markdown/link" {
				t.Fatalf("findings: %v", found)
			}
			want := diag.Pos{File: "a.md", Line: test.line, Col: test.col, Len: len(mistake)}
			if found[0].Pos != want {
				t.Errorf("at %v, want %v", found[0].Pos, want)
			}
		})
	}
}

func TestLinksAreListedAsWritten(t *testing.T) {
	doc, _ := Convert(source("[a](policy:suzhou-rent) ![b](gate.jpg) [c](policy&colon;x)"), resolveTest)
	want := []Link{
		{"policy:suzhou-rent", false, diag.Pos{File: "a.md", Line: 1, Col: 5, Len: 18}},
		{"gate.jpg", true, diag.Pos{File: "a.md", Line: 1, Col: 30, Len: 8}},
		{"policy:x", false, diag.Pos{File: "a.md", Line: 1, Col: 44, Len: 14}},
	}
	if len(doc.Links) != len(want) {
		t.Fatalf("links: %v", doc.Links)
	}
	for i, l := range doc.Links {
		if l != want[i] {
			t.Errorf("link %d: %v, want %v", i, l, want[i])
		}
	}
}

func TestResolveNeverSeesActiveSchemes(t *testing.T) {
	for _, dest := range []string{"javascript:x", "DATA:x", "vbscript&colon;x"} {
		_, found := Convert(source("[a]("+dest+")"), func(dest string) (string, diag.Text, bool) {
			t.Errorf("Resolve was asked for %s", dest)
			return dest, diag.Text{}, true
		})
		if len(found) != 1 || found[0].Code != "markdown/scheme" {
			t.Errorf("%s: findings %v", dest, found)
		}
	}
}

func TestWordsFollowTheLanguage(t *testing.T) {
	text := []byte("|a|\n|-|\n\nb[^1] c[^1]\n\n[^1]: d")
	for lang, words := range map[string][]string{
		"en":      {`"Table"`, `"Back to note 1 in the text"`, `"Back to note 1 in the text (mention 2)"`},
		"zh-Hans": {`"表格"`, `"返回正文中注 1 处"`, `"返回正文中注 1 处（第 2 次提到）"`},
	} {
		doc, _ := Convert(Source{File: "a.md", Line: 1, Lang: lang, Text: text}, echo)
		for _, word := range words {
			if !strings.Contains(doc.HTML, word) {
				t.Errorf("%s: no %s in %s", lang, word, doc.HTML)
			}
		}
	}
}

func TestNotUTF8(t *testing.T) {
	doc, found := Convert(source("一\n二\xff"), echo)
	if len(found) != 1 || found[0].Code != "markdown/encoding" || found[0].Line != 2 || found[0].Col != 2 {
		t.Errorf("findings: %v", found)
	}
	if doc.HTML != "" {
		t.Errorf("HTML: %s", doc.HTML)
	}
}

func TestFindingsAreBounded(t *testing.T) {
	_, found := Convert(source(strings.Repeat("[a](nowhere:x)\n\n", 2*maxFindings)), resolveTest)
	if len(found) != maxFindings {
		t.Errorf("%d findings, want %d", len(found), maxFindings)
	}
}

func source(text string) Source {
	return Source{File: "a.md", Line: 1, Show: showTest, Text: []byte(text)}
}
