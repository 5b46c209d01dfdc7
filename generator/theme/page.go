package theme

import (
	"fmt"
	"html/template"
)

// Payload is what a layout is executed with: a pointer to one of the page
// types of this room.
type Payload interface{ page() *Page }

func (p *Page) page() *Page { return p }

func (e *Entry) entry() *Entry { return e }

// T is the interface text of key in the page's language.
func (p *Page) T(key string, args ...any) string { return p.theme.String(p.Lang, key, args...) }

// Asset is the address of a file in the theme's assets, with its fingerprint.
func (p *Page) Asset(name string) (string, error) {
	a, ok := p.theme.assets[name]
	if !ok {
		return "", fmt.Errorf("the theme has no asset %s", name)
	}
	return "/" + a.Path, nil
}

// Icon draws a symbol of the theme's icons.svg. It is hidden from those who
// listen: the words beside it say the same.
func (p *Page) Icon(name Icon) (template.HTML, error) {
	sprite, err := p.Asset(iconFile)
	if err != nil {
		return "", err
	}
	if !p.theme.icons[string(name)] {
		return "", symbolError(name)
	}
	return template.HTML(`<svg class="icon" width="24" height="24" aria-hidden="true"><use href="` + sprite + "#" + string(name) + `"/></svg>`), nil
}

// URL is path in the page's language.
func (p *Page) URL(path string) string {
	if p.Lang == baseLanguage {
		return path
	}
	return "/" + p.Lang + path
}

// baseLanguage is the one whose addresses carry no prefix.
const baseLanguage = "zh-Hans"

// Label is what a slug of a facet is called, or the slug where it has no name.
func (p *Page) Label(facet, slug string) string { return p.Frame.Label(p.Lang, facet, slug) }

// SiteTitle is the name of the site in the page's language.
func (p *Page) SiteTitle() string { return p.spoken(p.Frame.Title) }

// PublisherName is who publishes, in the page's language.
func (p *Page) PublisherName() string { return p.spoken(p.Publisher.Name) }

// spoken falls back on the base language: a name is never translated by guess.
func (p *Page) spoken(names map[string]string) string {
	if name := names[p.Lang]; name != "" {
		return name
	}
	return names[baseLanguage]
}

// Foreign is the language of a text that is not in the language of its page; ""
// for one that is.
type Foreign string

// Attr marks an element with the language, with a space before it: it stands
// right behind the element's name. For a text in the page's language it is "".
func (f Foreign) Attr() template.HTMLAttr {
	if f == "" {
		return ""
	}
	return template.HTMLAttr(` lang="` + template.HTMLEscapeString(string(f)) + `"`)
}
