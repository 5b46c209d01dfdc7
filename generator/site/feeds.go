package site

import (
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
	"time"

	"anju/generator/content"
	"anju/generator/feed"
	"anju/generator/validity"
)

// feedEntries is how many entries a feed holds.
const feedEntries = 50

// feeds are the site's feed and one for each city, in the view's language.
func (v view) feeds() (files []File) {
	files = append(files, v.feed("/", "/feed.atom", v.cfg.Title.In(v.lang), v.newest("")))
	for _, c := range v.lib.Vocab.Cities {
		page := "/cities/" + c.Slug + "/"
		title := v.t("feed.city", v.cfg.Title.In(v.lang), c.In(v.lang))
		files = append(files, v.feed(page, page+"feed.atom", title, v.newest(c.Slug)))
	}
	return files
}

// newest are the entries that changed last; of one city unless it is "".
func (v view) newest(city string) []content.Entry {
	var all []content.Entry
	for _, kind := range content.Kinds {
		for _, e := range v.shown[kind.Name] {
			if kind.Name != "page" && (city == "" || e.Common().City == city) {
				all = append(all, e)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b content.Entry) int { return updated(b).Compare(updated(a)) })
	return all[:min(feedEntries, len(all))]
}

// updated is the day of the newest change that readers should hear of.
func updated(e content.Entry) time.Time {
	h := e.Common()
	day := h.Published
	for _, c := range h.Changes {
		if c.Kind != "minor" && day.Before(c.Date) {
			day = c.Date
		}
	}
	return day.First()
}

func (v view) feed(page, self, title string, entries []content.Entry) File {
	f := feed.Feed{
		ID: v.absolute(v.url(page)), Title: title, Lang: v.lang,
		Self: v.absolute(v.url(self)), Home: v.absolute(v.url(page)),
		Author: v.cfg.Publisher.Name.In(v.lang), Updated: validity.DateOf(v.now).First(),
	}
	for i, e := range entries {
		local, _ := v.lib.In(e, v.lang)
		h := local.Common()
		url := v.absolute(v.entryURL(h))
		f.Entries = append(f.Entries, feed.Entry{
			ID: url, Title: h.Title, URL: url, Summary: h.Summary,
			Published: e.Common().Published.First(), Updated: updated(e),
		})
		if i == 0 {
			f.Updated = updated(e)
		}
	}
	data, err := feed.Atom(f)
	if err != nil {
		panic(err) // cannot happen: content has made sure of titles and dates
	}
	return File{Path: file(path(v.lang, self)), Data: data}
}

// sitemap lists every page that may be found, with its other languages
// (sitemaps.org protocol 0.9, with xhtml:link alternates).
func (p *planner) sitemap(pages []Page) File {
	var b strings.Builder
	b.WriteString(xml.Header)
	b.WriteString(`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">` + "\n")
	for _, page := range pages {
		rooted, lang := p.parseLang(page.URL)
		if lang != p.cfg.Languages[0] || p.cfg.Sample || strings.HasSuffix(rooted, "/404.html") || rooted == "/search/" {
			continue
		}
		for _, lang := range p.cfg.Languages {
			fmt.Fprintf(&b, "<url><loc>%s</loc>", xmlText(p.absolute(path(lang, rooted))))
			for _, other := range p.cfg.Languages {
				fmt.Fprintf(&b, `<xhtml:link rel="alternate" hreflang="%s" href="%s"/>`, other, xmlText(p.absolute(path(other, rooted))))
			}
			b.WriteString("</url>\n")
		}
	}
	b.WriteString("</urlset>\n")
	return File{Path: "sitemap.xml", Data: []byte(b.String())}
}

// parseLang parts an address into the path and its language.
func (p *planner) parseLang(url string) (rooted, lang string) {
	for _, lang := range p.cfg.Languages[1:] {
		if rest, ok := strings.CutPrefix(url, "/"+lang+"/"); ok {
			return "/" + rest, lang
		}
	}
	return url, p.cfg.Languages[0]
}

func xmlText(s string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(s)); err != nil {
		panic(err) // a strings.Builder does not fail
	}
	return b.String()
}

// robots lets everything be found but a demonstration, and search results,
// which are endless.
func (p *planner) robots() File {
	rules := "User-agent: *\nDisallow: /search?\nDisallow: /en/search?\nDisallow: /api/\n"
	if p.cfg.Sample {
		rules = "User-agent: *\nDisallow: /\n"
	}
	return File{Path: "robots.txt", Data: []byte(rules + "Sitemap: " + p.absolute("/sitemap.xml") + "\n")}
}
