package main

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"anju/generator/check"
	"anju/generator/config"
	"anju/generator/content"
)

// TestSites renders both sites whole and reads every page of them.
func TestSites(t *testing.T) {
	for _, site := range sites {
		t.Run(site.name, func(t *testing.T) {
			files, planned := renderSite(t, site.source)
			for _, d := range check.Links(check.Pages(files), answered) {
				t.Errorf("%s: %s", d.File, d.Message.En)
			}
			pages := parsePages(t, files)
			for _, name := range slices.Sorted(maps.Keys(pages)) {
				for _, complaint := range pages[name].complaints() {
					t.Errorf("%s: %s", name, complaint)
				}
			}
			checkAlternates(t, pages)
			checkFormats(t, files)
			checkReach(t, pages, planned.Library)
			checkEnglish(t, pages, planned.Library)
			checkSample(t, pages, planned.Config.Sample)
		})
	}
}

// page is a parsed page of a rendered site.
type page struct {
	name string
	text string
	root *html.Node
}

func parsePages(t *testing.T, files rendered) map[string]page {
	t.Helper()
	pages := map[string]page{}
	for name, data := range files {
		if path.Ext(name) != ".html" || strings.HasPrefix(name, "_release/") {
			continue
		}
		root, err := html.Parse(strings.NewReader(string(data)))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		pages[name] = page{name, string(data), root}
	}
	return pages
}

// all are the elements with a tag, in the order of the document.
func (p page) all(tag atom.Atom) (out []*html.Node) {
	for n := range p.root.Descendants() {
		if n.Type == html.ElementNode && n.DataAtom == tag {
			out = append(out, n)
		}
	}
	return out
}

func attr(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

func inner(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.TrimSpace(b.String())
}

// lang is the language of the part of the site in which the page is.
func (p page) lang() string {
	if strings.HasPrefix(p.name, "en/") {
		return "en"
	}
	return config.Language
}

// complaints are what no page may have.
func (p page) complaints() (out []string) {
	for _, bad := range []string{"⟦", "&amp;lt;", "&amp;gt;", "&amp;amp;", "&amp;#", "<no value>", "%!", "ZgotmplZ"} {
		if strings.Contains(p.text, bad) {
			out = append(out, "has "+bad)
		}
	}
	if titles := p.all(atom.Title); len(titles) == 0 || inner(titles[0]) == "" {
		out = append(out, "has no title")
	}
	if lang, _ := attr(p.all(atom.Html)[0], "lang"); lang != p.lang() {
		out = append(out, "lang="+lang)
	}
	if headings := p.all(atom.H1); len(headings) != 1 || inner(headings[0]) == "" {
		out = append(out, "has not exactly one h1")
	}
	ids := map[string]bool{}
	for n := range p.root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if id, ok := attr(n, "id"); ok && (id == "" || ids[id]) {
			out = append(out, "id="+id+" twice or empty")
		} else if ok {
			ids[id] = true
		}
		out = append(out, elementComplaints(n)...)
	}
	return out
}

// elementComplaints holds an element against the content security policy and
// against what screen readers need.
func elementComplaints(n *html.Node) (out []string) {
	for _, a := range n.Attr {
		if a.Key == "style" || strings.HasPrefix(a.Key, "on") {
			out = append(out, "an element "+n.Data+" with "+a.Key)
		}
	}
	src, _ := attr(n, "src")
	switch n.DataAtom {
	case atom.Style:
		out = append(out, "a style element")
	case atom.Script:
		if kind, _ := attr(n, "type"); src == "" && kind != "application/ld+json" {
			out = append(out, "a script element without src")
		}
	case atom.Img:
		if _, ok := attr(n, "alt"); !ok {
			out = append(out, "an image without alt: "+src)
		}
	case atom.Link:
		// A canonical or alternate link is an address, not a request.
		if rel, _ := attr(n, "rel"); rel != "canonical" && rel != "alternate" {
			src, _ = attr(n, "href")
		}
	}
	if u, err := url.Parse(src); err != nil || u.Host != "" && n.DataAtom != atom.A {
		out = append(out, "asks another origin for "+src)
	}
	return out
}

// TestComplaints: the reader of pages sees what it is to see.
func TestComplaints(t *testing.T) {
	const good = `<!doctype html><html lang="zh-Hans"><title>题</title><h1>题</h1>`
	for bad, want := range map[string]string{
		"":                                  "",
		"⟦key⟧":                             "has ⟦",
		"&amp;lt;b>":                        "has &amp;lt;",
		"<h1>再来</h1>":                       "has not exactly one h1",
		`<p id="a"></p><p id="a"></p>`:      "id=a twice or empty",
		`<p style="color:red">`:             "an element p with style",
		`<p onclick="x()">`:                 "an element p with onclick",
		"<style>p{}</style>":                "a style element",
		"<script>x()</script>":              "a script element without src",
		`<img src="/a.png">`:                "an image without alt: /a.png",
		`<img src="//cdn.test/a" alt="a">`:  "asks another origin for //cdn.test/a",
		`<link rel="icon" href="//a.test">`: "asks another origin for //a.test",
		`<a href="https://a.test">a</a><link rel="canonical" href="https://a.test">`: "",
	} {
		page := parsePages(t, rendered{"index.html": []byte(good + bad)})["index.html"]
		if got := strings.Join(page.complaints(), ", "); got != want {
			t.Errorf("%s: complaints %q, want %q", bad, got, want)
		}
	}
	page := parsePages(t, rendered{"en/x.html": []byte(`<html lang="zh-Hans">`)})["en/x.html"]
	if got := strings.Join(page.complaints(), ", "); got != "has no title, lang=zh-Hans, has not exactly one h1" {
		t.Errorf("an empty page: complaints %q", got)
	}
}

// checkAlternates demands of every page that the pages it names as its other
// languages exist and name it in turn.
func checkAlternates(t *testing.T, pages map[string]page) {
	t.Helper()
	named := map[string]map[string]string{} // page → language → address
	for name, p := range pages {
		named[address(name)] = p.alternates()
	}
	for from, others := range named {
		for lang, to := range others {
			if to == from {
				continue
			}
			if !slices.Contains(slices.Collect(maps.Values(named[to])), from) {
				t.Errorf("%s names %s as its %s, which does not name it", from, to, lang)
			}
		}
	}
}

// alternates are the addresses of the page's languages.
func (p page) alternates() map[string]string {
	out := map[string]string{}
	for _, n := range p.all(atom.Link) {
		lang, _ := attr(n, "hreflang")
		href, _ := attr(n, "href")
		if u, err := url.Parse(href); err == nil && lang != "" && lang != "x-default" {
			out[lang] = u.Path
		}
	}
	return out
}

// checkFormats parses what programs read: feeds, sitemap, data, linked data.
func checkFormats(t *testing.T, files rendered) {
	t.Helper()
	for name, data := range files {
		switch path.Ext(name) {
		case ".json":
			if !json.Valid(data) {
				t.Errorf("%s is no JSON", name)
			}
		case ".xml", ".atom", ".svg":
			d := xml.NewDecoder(strings.NewReader(string(data)))
			for {
				_, err := d.Token()
				if errors.Is(err, io.EOF) {
					break
				}
				if err != nil {
					t.Errorf("%s: %v", name, err)
					break
				}
			}
		}
	}
	for _, want := range []string{"feed.atom", "sitemap.xml", "robots.txt", "404.html", "data/policies.json", "search/index.html"} {
		if _, ok := files[want]; !ok {
			t.Errorf("there is no %s", want)
		}
	}
}

// clicks is how far from the home page a policy may be.
const clicks = 3

// checkReach follows links from the home page: every policy that stands is near.
func checkReach(t *testing.T, pages map[string]page, lib *content.Library) {
	t.Helper()
	distance := map[string]int{"/": 0}
	for queue := []string{"/"}; len(queue) > 0; queue = queue[1:] {
		from := queue[0]
		for _, n := range pages[strings.TrimPrefix(from, "/")+"index.html"].all(atom.A) {
			href, _ := attr(n, "href")
			u, err := (&url.URL{Path: from}).Parse(href)
			if err != nil || u.Host != "" || u.Scheme != "" {
				continue
			}
			if _, known := distance[u.Path]; !known && pages[strings.TrimPrefix(u.Path, "/")+"index.html"].root != nil {
				distance[u.Path] = distance[from] + 1
				queue = append(queue, u.Path)
			}
		}
	}
	for _, p := range lib.Policies {
		if d, ok := distance["/policies/"+p.ID+"/"]; p.Withdrawn == nil && (!ok || d > clicks) {
			t.Errorf("%s is %d links from the home page (reachable: %v), want at most %d", p.Ref(), d, ok, clicks)
		}
	}
}

// checkEnglish demands an English page for every Chinese one. Where the text is
// not translated, it is marked as Chinese, and search engines are sent to the
// Chinese page.
func checkEnglish(t *testing.T, pages map[string]page, lib *content.Library) {
	t.Helper()
	for name := range pages {
		if !strings.HasPrefix(name, "en/") && pages["en/"+name].root == nil {
			t.Errorf("%s has no English counterpart", name)
		}
	}
	for _, e := range lib.Entries {
		h := e.Common()
		chinese := content.KindOf(h.Kind).Path(h.ID)
		english, ok := pages["en"+chinese+"index.html"]
		if !ok {
			continue // told above
		}
		_, translated := lib.In(e, "en")
		lang, marked := attr(english.all(atom.H1)[0], "lang")
		if marked == translated || marked && lang != config.Language {
			t.Errorf("/en%s: translated %v, but lang=%q", chinese, translated, lang)
		}
		if own := strings.HasSuffix(english.canonical(), "/en"+chinese); own != translated {
			t.Errorf("/en%s: translated %v, but canonical %s", chinese, translated, english.canonical())
		}
	}
}

func (p page) canonical() string {
	for _, n := range p.all(atom.Link) {
		if rel, _ := attr(n, "rel"); rel == "canonical" {
			href, _ := attr(n, "href")
			return href
		}
	}
	return ""
}

// checkSample: a demonstration says so on every page and asks not to be found.
func checkSample(t *testing.T, pages map[string]page, sample bool) {
	t.Helper()
	for name, p := range pages {
		noindex := slices.ContainsFunc(p.all(atom.Meta), func(n *html.Node) bool {
			kind, _ := attr(n, "name")
			value, _ := attr(n, "content")
			return kind == "robots" && strings.Contains(value, "noindex")
		})
		banner := strings.Contains(p.text, `class="sample"`)
		if sample && (!noindex || !banner) {
			t.Errorf("%s of a sample: noindex %v, banner %v", name, noindex, banner)
		}
		if !sample && banner {
			t.Errorf("%s has the banner of a sample", name)
		}
	}
}
