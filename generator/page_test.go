package main

import (
	"fmt"
	"net/url"
	"path"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"anju/generator/config"
)

// page is a parsed page of a rendered site.
type page struct {
	name string
	text string
	root *html.Node
}

// parse reads the pages among the files of a site.
func parse(files rendered) (map[string]page, error) {
	pages := map[string]page{}
	for name, data := range files {
		if path.Ext(name) != ".html" || strings.HasPrefix(name, "_release/") {
			continue
		}
		root, err := html.Parse(strings.NewReader(string(data)))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		pages[name] = page{name, string(data), root}
	}
	return pages, nil
}

func parsed(t *testing.T, files rendered) map[string]page {
	t.Helper()
	pages, err := parse(files)
	if err != nil {
		t.Fatal(err)
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

// canonical is the address that search engines are to use.
func (p page) canonical() string {
	for _, n := range p.all(atom.Link) {
		if rel, _ := attr(n, "rel"); rel == "canonical" {
			href, _ := attr(n, "href")
			return href
		}
	}
	return ""
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
		page := parsed(t, rendered{"index.html": []byte(good + bad)})["index.html"]
		if got := strings.Join(page.complaints(), ", "); got != want {
			t.Errorf("%s: complaints %q, want %q", bad, got, want)
		}
	}
	page := parsed(t, rendered{"en/x.html": []byte(`<html lang="zh-Hans">`)})["en/x.html"]
	if got := strings.Join(page.complaints(), ", "); got != "has no title, lang=zh-Hans, has not exactly one h1" {
		t.Errorf("an empty page: complaints %q", got)
	}
}
