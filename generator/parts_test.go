package main

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"anju/generator/content"
)

// checkParts walks through every guide in parts, in each language: its parts
// form a path, together they say what the whole text says, and every heading is
// found from the guide's own page.
func checkParts(t *testing.T, pages map[string]page, lib *content.Library) {
	t.Helper()
	for _, g := range lib.Guides {
		if !g.Parts {
			continue
		}
		for _, root := range []string{"/", "/en/"} {
			w := walk{pages: pages, guide: root + "guides/" + g.ID + "/"}
			parts := w.forth(t)
			w.back(t, parts)
			w.together(t, parts)
			w.anchors(t)
		}
	}
}

// walk is through the pages of a guide in parts.
type walk struct {
	pages map[string]page
	guide string // address of its own page
}

// forth follows the links to the next part from the first one of the guide's
// list, and demands that it meets the parts of the list in order.
func (w walk) forth(t *testing.T) (parts []string) {
	t.Helper()
	var listed []string
	for _, li := range w.at(w.guide).of("part-list") {
		if li.DataAtom != atom.Li {
			continue
		}
		if to := w.leads(w.guide, first(li, atom.A)); !slices.Contains(listed, to) { // headings inside come behind their part
			listed = append(listed, to)
		}
	}
	if len(listed) < 2 {
		t.Fatalf("%s lists the parts %v", w.guide, listed)
	}
	for at := listed[0]; at != "" && len(parts) <= len(listed); at = w.turn(at, "next") {
		parts = append(parts, at)
	}
	if !slices.Equal(parts, listed) {
		t.Errorf("%s lists %v, but next leads through %v", w.guide, listed, parts)
	}
	return parts
}

func (w walk) back(t *testing.T, parts []string) {
	t.Helper()
	var back []string
	for at := parts[len(parts)-1]; at != "" && len(back) <= len(parts); at = w.turn(at, "prev") {
		back = append(back, at)
	}
	if slices.Reverse(back); !slices.Equal(back, parts) {
		t.Errorf("back leads through %v, forth through %v", back, parts)
	}
}

// together compares what the pages say with the whole text, but for footnotes,
// which pages repeat.
func (w walk) together(t *testing.T, parts []string) {
	t.Helper()
	got := w.prose(w.guide)
	for _, at := range parts {
		got += words(w.at(at).all(atom.H1)[0]) + w.prose(at)
	}
	if want := w.prose(w.guide + "print/"); got != want {
		t.Errorf("the pages of %s say %q\nthe whole text says %q", w.guide, got, want)
	}
}

// anchors follows each heading of the whole text from the guide's own page to
// the page of its part.
func (w walk) anchors(t *testing.T) {
	t.Helper()
	for _, n := range w.at(w.guide + "print/").of("prose") {
		id, ok := attr(n, "id")
		if !ok || !slices.Contains([]atom.Atom{atom.H2, atom.H3, atom.H4, atom.H5, atom.H6}, n.DataAtom) {
			continue
		}
		item := w.at(w.guide).with(id)
		if item == nil {
			t.Errorf("%s has no #%s", w.guide, id)
			continue
		}
		if to := w.leads(w.guide, first(item, atom.A)); w.at(to).with(id) == nil {
			t.Errorf("%s#%s leads to %s, which has no such place", w.guide, id, to)
		}
	}
}

func (w walk) at(address string) page {
	p, ok := w.pages[fileOf(address)]
	if !ok {
		return page{root: &html.Node{}}
	}
	return p
}

// turn is where the link to the next or previous part leads, "" for none.
func (w walk) turn(at, rel string) string {
	for _, a := range w.at(at).all(atom.A) {
		if is, _ := attr(a, "rel"); is == rel {
			return w.leads(at, a)
		}
	}
	return ""
}

// leads is the path to which a link on a page leads.
func (w walk) leads(from string, a *html.Node) string {
	href, _ := attr(a, "href")
	u, err := (&url.URL{Path: from}).Parse(href)
	if err != nil {
		return ""
	}
	return u.Path
}

// prose is the text of a page without its footnotes.
func (w walk) prose(at string) string {
	var b strings.Builder
	for n := range w.at(at).root.Descendants() {
		if class, _ := attr(n, "class"); class != "prose" {
			continue
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if class, _ := attr(c, "class"); class != "footnotes" {
				b.WriteString(words(c))
			}
		}
	}
	return b.String()
}

// words is what a node says, without white space.
func words(n *html.Node) string {
	if n.Type == html.TextNode {
		return strings.Join(strings.Fields(n.Data), "")
	}
	return strings.Join(strings.Fields(inner(n)), "")
}

// of are the elements inside that of a class.
func (p page) of(class string) (out []*html.Node) {
	for n := range p.root.Descendants() {
		if is, _ := attr(n, "class"); n.Type == html.ElementNode && is == class {
			for d := range n.Descendants() {
				if d.Type == html.ElementNode {
					out = append(out, d)
				}
			}
		}
	}
	return out
}

// with is the element with an id, nil for none.
func (p page) with(id string) *html.Node {
	for n := range p.root.Descendants() {
		if is, ok := attr(n, "id"); ok && is == id {
			return n
		}
	}
	return nil
}

// first is the first element with a tag in n, or n itself.
func first(n *html.Node, tag atom.Atom) *html.Node {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && d.DataAtom == tag {
			return d
		}
	}
	return n
}
