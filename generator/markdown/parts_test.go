package markdown

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"pgregory.net/rapid"

	"anju/generator/diag"
)

// divided converts a text in parts, whose pages are /0/, /1/ …
func divided(text string) (Document, diag.List) {
	address := func(part int) string { return fmt.Sprintf("/%d/", part) }
	return Convert(Source{
		File: "a.md", Line: 1, Text: []byte(text), Division: &Division{Address: address, Reserved: []string{"print"}},
	}, echo)
}

// pagesOf are the pages of a divided text as readers see them.
func pagesOf(doc Document) []string {
	pages := []string{doc.Intro}
	for _, p := range doc.Parts {
		pages = append(pages, `<h1 id="`+p.Heading.ID+`">`+p.Title+"</h1>\n"+p.HTML)
	}
	return pages
}

func TestParts(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string // the introduction, then each part
	}{
		{"headings go up one level", "先看这里。\n\n## 条件\n\n### 年龄\n\n不限。\n\n## 材料\n\n两份。\n", []string{
			"<p>先看这里。</p>\n", "<h1 id=\"条件\">条件</h1>\n<h2 id=\"年龄\">年龄</h2>\n<p>不限。</p>\n", "<h1 id=\"材料\">材料</h1>\n<p>两份。</p>\n"}},
		{"a chosen id, a heading with marks, no introduction", "## 条件 {#conditions}\n\n甲\n\n## **收**费\n\n乙\n", []string{
			"", "<h1 id=\"conditions\">条件</h1>\n<p>甲</p>\n", "<h1 id=\"收费\"><strong>收</strong>费</h1>\n<p>乙</p>\n"}},
		{"links lead to where their headings are", "[去](#年龄)\n\n## 条件\n\n[上](#年龄)，[下](#材料)\n\n### 年龄\n\n甲\n\n## 材料\n\n[回](#条件)\n", []string{
			"<p><a href=\"/0/#%E5%B9%B4%E9%BE%84\">去</a></p>\n",
			"<h1 id=\"条件\">条件</h1>\n<p><a href=\"#%E5%B9%B4%E9%BE%84\">上</a>，<a href=\"/1/#%E6%9D%90%E6%96%99\">下</a></p>\n<h2 id=\"年龄\">年龄</h2>\n<p>甲</p>\n",
			"<h1 id=\"材料\">材料</h1>\n<p><a href=\"/0/#%E6%9D%A1%E4%BB%B6\">回</a></p>\n"}},
		{"a heading inside a quote begins no part", "## 条件\n\n> ## 甲\n\n## 材料\n\n乙\n", []string{
			"", "<h1 id=\"条件\">条件</h1>\n<blockquote>\n<h2 id=\"甲\">甲</h2>\n</blockquote>\n", "<h1 id=\"材料\">材料</h1>\n<p>乙</p>\n"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			doc, found := divided(test.text)
			if len(found) > 0 {
				t.Error(printFindings(found))
			}
			if got := pagesOf(doc); !slices.Equal(got, test.want) {
				t.Errorf("got %q\nwant %q", got, test.want)
			}
		})
	}
}

// TestPartFootnotes: a footnote stands on every page that mentions it, with its
// number and the ways back to the mentions on that page.
func TestPartFootnotes(t *testing.T) {
	doc, _ := divided("## 甲\n\n一[^a]。\n\n## 乙\n\n二[^b]，又[^a]，再[^a]。\n\n[^a]: 注甲，见[乙](#乙)\n[^b]: 注乙[^c]\n[^c]: 注丙\n")
	tests := []struct {
		page       int
		notes      []string
		has, hasnt string
	}{
		{0, []string{"1"}, `href="/1/#%E4%B9%99"`, `#fnref1:1`},
		{1, []string{"1", "2", "3"}, `href="#%E4%B9%99"`, `"#fnref:1"`},
	}
	for _, test := range tests {
		page := doc.Parts[test.page].HTML
		var notes []string
		for _, m := range regexp.MustCompile(`<li id="fn:(\d+)" value="(\d+)">`).FindAllStringSubmatch(page, -1) {
			if notes = append(notes, m[1]); m[1] != m[2] {
				t.Errorf("footnote %s has the number %s", m[1], m[2])
			}
		}
		if !slices.Equal(notes, test.notes) {
			t.Errorf("part %d has the footnotes %v, want %v", test.page, notes, test.notes)
		}
		if !strings.Contains(page, test.has) || strings.Contains(page, test.hasnt) {
			t.Errorf("part %d: %s", test.page, page)
		}
	}
}

// TestWholeIsItsParts: the whole text is the introduction and the parts in
// order, every heading is on the page that the outline names, and every link
// within a page finds its place.
func TestWholeIsItsParts(t *testing.T) {
	plain := []string{"一段话。", "- 一\n- 二", "看[小标题](#小标题)。", "看[第一部分](#部分)和注[^b]。"} // no heading may stand before the first part
	block := rapid.SampledFrom(append([]string{
		"### 小标题", "#### 更小", "分成\n两行\n---", "又一段[^a]。", "> 引用[^b]", "| 甲 | 乙 |\n| --- | --- |\n| 一 | 二 |",
		"```\n## 不是标题\n```", "- ## 单子里的标题",
	}, plain...))
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(plain), 0, 3).Draw(t, "intro"), "\n\n")
		for range rapid.IntRange(2, 5).Draw(t, "parts") {
			text += "\n\n## 部分\n\n" + strings.Join(rapid.SliceOfN(block, 1, 5).Draw(t, "part"), "\n\n")
		}
		text += "\n\n### 小标题\n\n完。\n\n[^a]: 注甲[^b]\n[^b]: 注乙\n"
		doc, _ := divided(text)
		var joined string
		for i, page := range pagesOf(doc) {
			body, _, _ := strings.Cut(page, `<div class="footnotes"`)
			joined += textOf(body)
			ids := regexp.MustCompile(` id="([^"]*)"`).FindAllStringSubmatch(page, -1)
			for _, m := range regexp.MustCompile(`href="#([^"]*)"`).FindAllStringSubmatch(page, -1) {
				if id := address([]byte(m[1])); !slices.ContainsFunc(ids, func(at []string) bool { return escapeURL([]byte(at[1])) == id }) {
					t.Fatalf("page %d has no %s: %s", i, id, page)
				}
			}
		}
		whole, _, _ := strings.Cut(doc.HTML, `<div class="footnotes"`)
		if want := textOf(whole); joined != want {
			t.Fatalf("the pages say %q\nthe whole text says %q", joined, want)
		}
		outline(t, doc, Outline(Source{File: "a.md", Line: 1, Text: []byte(text)}))
	})
}

// outline demands that an outline is the document's own, and holds every heading
// but those of the introduction.
func outline(t *rapid.T, doc Document, parts []Part) {
	t.Helper()
	if len(parts) != len(doc.Parts) {
		t.Fatalf("the outline has %d parts, the document %d", len(parts), len(doc.Parts))
	}
	var got []Heading
	for i, p := range parts {
		if p.Heading != doc.Parts[i].Heading || !slices.Equal(p.Below, doc.Parts[i].Below) {
			t.Errorf("part %d is %v in the outline and %v in the document", i, p, doc.Parts[i])
		}
		got = append(append(got, p.Heading), p.Below...)
	}
	first := slices.Index(doc.Headings, parts[0].Heading)
	if !slices.Equal(got, doc.Headings[first:]) {
		t.Errorf("the outline has %v\nthe text %v", got, doc.Headings)
	}
}

// TestPartFindings: what cannot be divided is told where it stands.
func TestPartFindings(t *testing.T) {
	long := strings.Repeat("长", maxPartID+1)
	tests := []struct{ name, text, want string }{
		{"one part", "## 甲\n\n一\n", "a.md:1:1 markdown/few-parts 分部分的正文至少要有两个二级标题，这里有 1 个"},
		{"no part", "一\n", "a.md:1:1 markdown/few-parts 分部分的正文至少要有两个二级标题，这里有 0 个"},
		{"two alike", "## 甲\n\n一\n\n## 甲\n\n二\n", "a.md:5:1 markdown/same-part 两个部分都叫“甲”"},
		{"a reserved name", "## Print\n\n一\n\n## 乙\n\n二\n", "a.md:1:1 markdown/part-address 部分的网址不能是“print”"},
		{"too long for a file", "## " + long + "\n\n一\n\n## 乙\n\n二\n", "a.md:1:1 markdown/part-address 部分的网址不能是“" + long + "”"},
		{"a chosen id helps", "## Print {#printing}\n\n一\n\n## " + long + " {#long}\n\n二\n", ""},
		{"before the first", "> ## 引\n\n## 甲\n\n一\n\n## 乙\n\n二\n", "a.md:1:3 markdown/before-parts 第一个二级标题之前有别的标题，它不属于任何部分"},
		{"empty", "## 甲\n\n<!-- 待写 -->\n\n### 一\n\n## 乙\n\n二\n", "a.md:1:1 markdown/empty-part 部分“甲”没有内容"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, found := divided(test.text)
			var got []string
			for _, d := range found {
				got = append(got, fmt.Sprintf("%s:%d:%d %s %s", d.File, d.Line, d.Col, d.Code, d.Message.Zh))
			}
			if strings.Join(got, "\n") != test.want {
				t.Errorf("got %q\nwant %q", got, test.want)
			}
		})
	}
}

// textOf is what a piece of HTML says.
func textOf(page string) string {
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(page))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return strings.Join(strings.Fields(b.String()), "")
		case html.TextToken:
			b.Write(z.Text())
		}
	}
}
