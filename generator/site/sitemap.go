package site

import (
	"encoding/xml"
	"fmt"
	"strings"

	"anju/generator/config"
)

// sitemap lists every page that may be found, with its other languages
// (sitemaps.org protocol 0.9, with xhtml:link alternates). Only what is written
// in a language is listed in it.
func sitemap(pages []Page) File {
	return File{Path: "sitemap.xml", data: func(p *planner) []byte { return p.mapOf(pages) }}
}

func (p *planner) mapOf(pages []Page) []byte {
	var order []string             // paths without language, as planned
	written := map[string][]Page{} // path → its pages, by language
	for _, page := range pages {
		rooted := page.URL
		if page.Lang != config.Language {
			rooted = strings.TrimPrefix(rooted, "/"+page.Lang)
		}
		if page.Hidden || p.cfg.Sample {
			continue
		}
		if written[rooted] == nil {
			order = append(order, rooted)
		}
		written[rooted] = append(written[rooted], page)
	}
	var b strings.Builder
	b.WriteString(xml.Header)
	b.WriteString(`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">` + "\n")
	for _, rooted := range order {
		for _, page := range written[rooted] {
			b.WriteString(p.mapped(page, written[rooted]))
		}
	}
	b.WriteString("</urlset>\n")
	return []byte(b.String())
}

// mapped is a page in the sitemap. all are its languages, Chinese first: those
// that its head names.
func (p *planner) mapped(page Page, all []Page) string {
	var b strings.Builder
	fmt.Fprintf(&b, "<url><loc>%s</loc>", xmlText(p.absolute(page.URL)))
	if !page.Updated.IsZero() {
		fmt.Fprintf(&b, "<lastmod>%s</lastmod>", page.Updated)
	}
	alternate := func(lang string, other Page) {
		fmt.Fprintf(&b, `<xhtml:link rel="alternate" hreflang="%s" href="%s"/>`, lang, xmlText(p.absolute(other.URL)))
	}
	if len(all) > 1 {
		for _, other := range all {
			alternate(other.Lang, other)
		}
		alternate("x-default", all[0])
	}
	b.WriteString("</url>\n")
	return b.String()
}

func xmlText(s string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(s)); err != nil {
		panic(err) // a strings.Builder does not fail
	}
	return b.String()
}
