package main

import (
	"net/url"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"anju/generator/content"
)

// checkChineseIsMarked reads every page under /en/: what is Chinese on it is marked
// as Chinese, so that a screen reader reads it as such; all else is English.
// Left out are what no mark can be put on: the title of the document, which is
// the entry's, and what others see of the page.
func checkChineseIsMarked(t *testing.T, pages map[string]page) {
	t.Helper()
	for name, p := range pages {
		if p.lang() != "en" {
			continue
		}
		for _, said := range chinese(p.root, "en") {
			t.Errorf("%s: %q is not marked as Chinese", name, said)
		}
	}
}

// chinese are the texts below n that hold Han characters and stand in an
// element whose language is not Chinese.
func chinese(n *html.Node, lang string) (out []string) {
	if own, ok := attr(n, "lang"); ok {
		lang = own
	}
	if n.DataAtom == atom.Head {
		return nil
	}
	if n.Type == html.TextNode && !strings.HasPrefix(lang, "zh") && strings.ContainsFunc(gloss.ReplaceAllString(n.Data, ""), isHan) {
		out = append(out, strings.TrimSpace(n.Data))
	}
	for c := range n.ChildNodes() {
		out = append(out, chinese(c, lang)...)
	}
	return out
}

// gloss is where an English text gives the Chinese original of a name.
var gloss = regexp.MustCompile(`\([^()]*\)`)

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

// TestChineseIsFound shows that the reader of English pages finds what it is to
// find.
func TestChineseIsFound(t *testing.T) {
	for text, want := range map[string]string{
		`<p>政策</p>`:                                "政策",
		`<p>Zhihui Valley (智汇谷)</p>`:               "",
		`<p lang="zh-Hans">政策</p>`:                 "",
		`<div lang="zh-Hans"><p>a</p></div><p>b`:   "",
		`<div lang="zh-Hans"><p lang="en">政策</p>x`: "政策",
	} {
		root, err := html.Parse(strings.NewReader(`<html lang="en"><title>题</title>` + text))
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(chinese(root, "en"), ","); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// checkSwitcher follows the link to the other language on every page: it leads
// to that very page, which leads back.
func checkSwitcher(t *testing.T, pages map[string]page) {
	t.Helper()
	for name, p := range pages {
		other := "en/" + name
		if p.lang() == "en" {
			other = strings.TrimPrefix(name, "en/")
		}
		var links []string
		for _, n := range p.all(atom.A) {
			if _, ok := attr(n, "hreflang"); ok && within(n, atom.Header) {
				href, _ := attr(n, "href")
				links = append(links, href)
			}
		}
		if len(links) != 1 || unescaped(links[0]) != address(other) || pages[other].root == nil {
			t.Errorf("%s leads to %v, not to %s (there: %v)", name, links, address(other), pages[other].root != nil)
		}
	}
}

func within(n *html.Node, tag atom.Atom) bool {
	for a := range n.Ancestors() {
		if a.DataAtom == tag {
			return true
		}
	}
	return false
}

// checkTranslationNotices: an English page that is not translated, or older than
// its original, says so in English and leads to the Chinese one; of the latter
// with both days.
func checkTranslationNotices(t *testing.T, pages map[string]page, lib *content.Library) {
	t.Helper()
	for _, e := range lib.Entries {
		local, translated := lib.In(e, "en")
		h := local.Common()
		said := pages["en"+content.KindOf(h.Kind).Path(h.ID)+"index.html"].noticeLinking(content.KindOf(h.Kind).Path(h.ID))
		switch {
		case !translated && !strings.Contains(said, "has not been translated"),
			translated && h.Stale() && (!strings.Contains(said, h.Translated.In("en")) || !strings.Contains(said, h.NewestChange().In("en"))),
			translated && !h.Stale() && said != "":
			t.Errorf("%s: translated %v, stale %v, but it says %q", h.Ref(), translated, h.Stale(), said)
		}
	}
}

// noticeLinking is the notice of a page that leads to a path; "" for none.
func (p page) noticeLinking(path string) string {
	for _, n := range p.ofClass("notice") {
		for d := range n.Descendants() {
			if href, _ := attr(d, "href"); d.DataAtom == atom.A && unescaped(href) == path {
				return inner(n)
			}
		}
	}
	return ""
}

// unescaped is an address as its file is named.
func unescaped(href string) string {
	path, err := url.PathUnescape(href)
	if err != nil {
		return href
	}
	return path
}
