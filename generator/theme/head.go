package theme

import (
	"strings"
	"unicode"
)

// What the head of a page tells search engines, and those with whom it is
// shared.

// PageOf is the part of a payload that all payloads have.
func PageOf(p Payload) *Page { return p.page() }

// titleLength is how many characters of a title others show at most.
const titleLength = 60

// DocumentTitle names the page and, where there is room, the site.
func (p *Page) DocumentTitle() string {
	site := p.SiteTitle()
	whole := p.Title + " - " + site
	if p.Title == site || len([]rune(whole)) > titleLength {
		return p.Title
	}
	return whole
}

// snippetLength is how many characters of a description others show at most.
const snippetLength = 160

// Snippet is the description as far as others show it: whole sentences, or
// where the first one is too long what fits of it.
func (p *Page) Snippet() string {
	runes := []rune(p.Description)
	if len(runes) <= snippetLength {
		return p.Description
	}
	sentence, word := 0, snippetLength-1
	for i, r := range runes[:snippetLength] {
		switch {
		case strings.ContainsRune("。！？；", r), strings.ContainsRune(".!?;", r) && unicode.IsSpace(runes[i+1]):
			sentence = i + 1
		case unicode.IsSpace(r), strings.ContainsRune("，、：", r):
			word = i
		}
	}
	if sentence > 0 {
		return string(runes[:sentence])
	}
	return string(runes[:word]) + "…"
}

// Shared is the picture by which the page is shared: its own or else the
// site's, which may be none.
func (p *Page) Shared() Picture {
	if p.Image.URL != "" {
		return p.Image
	}
	picture := p.Share
	picture.Alt = p.SiteTitle()
	return picture
}

// Genre is what Open Graph calls the page; an entry is an article.
func (p *Page) Genre() string { return "website" }

// Genre is what Open Graph calls the page of an entry.
func (e *Entry) Genre() string { return "article" }

// Locale is the page's language as Open Graph writes it.
func (p *Page) Locale() string { return locale(p.Lang) }

// Locale is the language as Open Graph writes it.
func (a Alternate) Locale() string { return locale(a.Lang) }

func locale(lang string) string {
	if lang == baseLanguage {
		return "zh_CN"
	}
	return lang + "_US"
}

// Has reports whether the theme has an asset that a theme may lack: a layout
// asks before it asks for the address.
func (p *Page) Has(name string) bool {
	_, ok := p.theme.assets[name]
	return ok
}
