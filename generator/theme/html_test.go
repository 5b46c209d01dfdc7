package theme

import (
	"bytes"
	"net/url"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// document is a parsed page with what the rules below ask of it.
type document struct {
	root     *html.Node
	elements []*html.Node
}

func parsePage(t *testing.T, page []byte) document {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	d := document{root: root}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			d.elements = append(d.elements, n)
		}
	}
	return d
}

func attr(n *html.Node, name string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val, true
		}
	}
	return "", false
}

func (d document) all(tag string) (out []*html.Node) {
	for _, n := range d.elements {
		if n.Data == tag {
			out = append(out, n)
		}
	}
	return out
}

func content(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return strings.TrimSpace(b.String())
}

// pageRules are what every page must keep; each returns what breaks it.
var pageRules = map[string]func(document) []string{
	"one h1":               oneHeading,
	"headings skip none":   headingOrder,
	"unique ids":           uniqueIDs,
	"fragments lead":       fragments,
	"inputs are labelled":  labels,
	"links and buttons":    named,
	"strict CSP":           inline,
	"one main, skip link":  landmarks,
	"navigations are told": namedNavs,
	"texts exist":          noBrackets,
	"tables have headers":  tableHeaders,
	"no double escapes":    noDoubleEscape,
}

func TestPagesKeepTheRules(t *testing.T) {
	th := load(t)
	for _, lang := range languages {
		for name, p := range samplePages(lang) {
			d := parsePage(t, render(t, th, p))
			for rule, broken := range pageRules {
				for _, what := range broken(d) {
					t.Errorf("%s %s: %s: %s", lang, name, rule, what)
				}
			}
		}
	}
}

// TestRulesCatch shows that each rule can fail.
func TestRulesCatch(t *testing.T) {
	bad := map[string]string{
		"one h1":               `<h1>a</h1><h1>b</h1>`,
		"headings skip none":   `<h1>a</h1><h3>b</h3>`,
		"unique ids":           `<p id=a><p id=a>`,
		"fragments lead":       `<a href="#nowhere">a</a>`,
		"inputs are labelled":  `<input name=q>`,
		"links and buttons":    `<a href="/"></a>`,
		"strict CSP":           `<p style="color:red">`,
		"one main, skip link":  `<p>`,
		"navigations are told": `<nav></nav>`,
		"texts exist":          `<p>⟦nav.home⟧</p>`,
		"tables have headers":  `<table><tr><td>a</table>`,
		"no double escapes":    `<p>&amp;amp;</p>`,
	}
	for rule, broken := range pageRules {
		if len(broken(parsePage(t, []byte(bad[rule])))) == 0 {
			t.Errorf("%s: passes %s", rule, bad[rule])
		}
	}
}

func oneHeading(d document) []string {
	if h := d.all("h1"); len(h) != 1 || content(h[0]) == "" {
		return []string{"not one h1 with text"}
	}
	return nil
}

func headingOrder(d document) (out []string) {
	level := 0
	for _, n := range d.elements {
		if len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6' {
			if next := int(n.Data[1] - '0'); next > level+1 {
				out = append(out, n.Data+" "+content(n))
			}
			level = int(n.Data[1] - '0')
		}
	}
	return out
}

func (d document) ids() map[string]int {
	ids := map[string]int{}
	for _, n := range d.elements {
		if id, ok := attr(n, "id"); ok {
			ids[id]++
		}
	}
	return ids
}

func uniqueIDs(d document) (out []string) {
	for id, n := range d.ids() {
		if n > 1 || id == "" {
			out = append(out, id)
		}
	}
	return out
}

func fragments(d document) (out []string) {
	ids := d.ids()
	for _, a := range d.all("a") {
		href, _ := attr(a, "href")
		id, ok := strings.CutPrefix(href, "#")
		if id, err := url.PathUnescape(id); ok && (err != nil || ids[id] == 0) {
			out = append(out, href)
		}
	}
	return out
}

func labels(d document) (out []string) {
	labelled := map[string]bool{}
	for _, l := range d.all("label") {
		id, _ := attr(l, "for")
		labelled[id] = content(l) != ""
	}
	for _, n := range d.all("input") {
		id, _ := attr(n, "id")
		kind, _ := attr(n, "type")
		if kind != "hidden" && !labelled[id] {
			out = append(out, "input "+id)
		}
	}
	return out
}

func named(d document) (out []string) {
	for _, n := range append(d.all("a"), d.all("button")...) {
		href, linked := attr(n, "href")
		if content(n) == "" || n.Data == "a" && (!linked || href == "" || strings.Contains(href, "ZgotmplZ")) {
			out = append(out, n.Data+" "+href)
		}
	}
	return out
}

func inline(d document) (out []string) {
	for _, n := range d.elements {
		kind, _ := attr(n, "type")
		if n.Data == "style" || n.Data == "script" && kind != "application/ld+json" && content(n)+kind != "module" {
			out = append(out, n.Data)
		}
		for _, a := range n.Attr {
			foreign := (a.Key == "src" || n.Data == "link" && hasRel(n, "stylesheet", "icon") && a.Key == "href") && !strings.HasPrefix(a.Val, "/assets/") && a.Val != "/favicon.ico" && !strings.HasPrefix(a.Val, samplePicture)
			if a.Key == "style" || strings.HasPrefix(a.Key, "on") || foreign {
				out = append(out, n.Data+" "+a.Key)
			}
		}
	}
	return out
}

func hasRel(n *html.Node, rels ...string) bool {
	rel, _ := attr(n, "rel")
	return slices.Contains(rels, rel)
}

func landmarks(d document) (out []string) {
	mains := d.all("main")
	if len(mains) != 1 {
		return []string{"not one main"}
	}
	first, _ := attr(d.all("a")[0], "href")
	if id, _ := attr(mains[0], "id"); first != "#"+id {
		out = append(out, "the first link does not skip to main")
	}
	if lang, _ := attr(d.all("html")[0], "lang"); lang == "" {
		out = append(out, "html has no lang")
	}
	return out
}

func namedNavs(d document) (out []string) {
	seen := map[string]bool{}
	for _, n := range d.all("nav") {
		label, _ := attr(n, "aria-label")
		by, _ := attr(n, "aria-labelledby")
		if label+by == "" || seen[label+by] {
			out = append(out, "nav "+label+by)
		}
		seen[label+by] = true
	}
	return out
}

func noBrackets(d document) []string {
	if text := content(d.root); strings.ContainsAny(text, "⟦⟧") || strings.Contains(text, "%!") {
		return []string{"a text is missing or wrongly filled"}
	}
	return nil
}

func tableHeaders(d document) (out []string) {
	for _, n := range d.all("table") {
		if count(n, "th") == 0 {
			out = append(out, content(n))
		}
	}
	return out
}

func count(n *html.Node, tag string) (out int) {
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && c.Data == tag {
			out++
		}
	}
	return out
}

func noDoubleEscape(d document) []string {
	if text := content(d.root); strings.Contains(text, "&amp;") || strings.Contains(text, "&#") {
		return []string{"an escape shows"}
	}
	return nil
}

// TestForeignTextIsMarked: on an English page without translation every long
// run of Han text of the entry stands in an element with its language.
func TestForeignTextIsMarked(t *testing.T) {
	th := load(t)
	for name, want := range map[string][]string{
		"policy":    {"示例市毕业生租房补贴实施办法", "全日制本科以上学历", "博士租房补贴", "登录“示例人才”网站", "毕业证书", "示例市人才服务窗口", "两个例子"},
		"community": {"高新区安心驿人才社区", "为在高新区工作的年轻人", "单身公寓", "共享厨房", "毕业五年内", "独立卫浴"},
		"guide":     {"租房合同要写明", "身份证"},
		"search":    {"实施办法", "按学历和租住地点"},
		"list":      {"对来示例市工作的毕业生"},
	} {
		d := parsePage(t, render(t, th, samplePages("en")[name]))
		for _, text := range want {
			if !marked(d, text) {
				t.Errorf("%s: %q has no lang", name, text)
			}
		}
	}
}

// marked reports whether text stands in main inside an element marked Chinese.
func marked(d document, text string) bool {
	for n := range d.all("main")[0].Descendants() {
		if lang, _ := attr(n, "lang"); lang == "zh-Hans" && strings.Contains(content(n), text) {
			return true
		}
	}
	return false
}
