package site

import (
	"bytes"
	"image/png"
	"slices"
	"strings"

	"anju/generator/content"
	"anju/generator/feed"
	"anju/generator/theme"
)

// How the site is found and shown by others, but for feeds, linked data and
// sitemap.xml.

// The pictures of a theme that others show. A theme may lack them.
const (
	favicon = "favicon.ico"
	share   = "share.png"
)

// sharePicture is the picture by which pages are shared that have none of
// their own, or none.
func (p *planner) sharePicture() theme.Picture {
	asset, ok := p.theme.Asset(share)
	if !ok {
		return theme.Picture{}
	}
	size, err := png.DecodeConfig(bytes.NewReader(asset.Data))
	if err != nil { // no browser could show it either
		return theme.Picture{}
	}
	return theme.Picture{URL: p.absolute("/" + asset.Path), Width: size.Width, Height: size.Height}
}

// writtenIn are the languages in which an entry is really written.
func (p *planner) writtenIn(e content.Entry) (languages []string) {
	for _, lang := range p.cfg.Languages {
		if _, written := p.lib.In(e, lang); written {
			languages = append(languages, lang)
		}
	}
	return languages
}

// translations are the absolute addresses of a page in the languages in which
// it is written. There are none for a page that is not written in the edition's
// own, nor where there is one language alone.
func (ed edition) translations(rooted string, languages []string) (out []theme.Alternate) {
	if len(languages) < 2 || !slices.Contains(languages, ed.Lang) {
		return nil
	}
	for _, lang := range languages {
		other := ed.in(lang)
		out = append(out, theme.Alternate{Lang: lang, Name: other.T("language"), URL: ed.absolute(other.URL(rooted))})
	}
	return out
}

// openSearch tells browsers how to search the site.
func (ed edition) openSearch() File {
	const rooted = "/opensearch.xml"
	return ed.file(rooted, func(ed edition) []byte { return ed.searchDescription(ed.URL(rooted)) })
}

func (ed edition) searchDescription(path string) []byte {
	s := feed.Search{
		ShortName: shortName(ed.cfg.Title.In(ed.Lang)), Description: ed.T("home.promise", ed.cfg.Region.In(ed.Lang)), Lang: ed.Lang,
		Self: ed.absolute(path), Template: ed.absolute(ed.URL("/search")) + "?q={searchTerms}",
	}
	if _, ok := ed.theme.Asset(favicon); ok {
		s.Icon = ed.absolute("/" + favicon)
	}
	data, err := feed.OpenSearch(s)
	if err != nil {
		panic(err) // cannot happen: a site has a title, and texts of the theme are short
	}
	return data
}

// shortName is a title as far as OpenSearch has room for it: whole words, where
// it has more than one.
func shortName(title string) string {
	runes := []rune(title)
	if len(runes) <= feed.MaxShortName {
		return title
	}
	short := string(runes[:feed.MaxShortName])
	if at := strings.LastIndex(short, " "); at > 0 && runes[feed.MaxShortName] != ' ' {
		short = short[:at]
	}
	return strings.TrimSpace(short)
}

// robots lets everything be found but a demonstration, and search results,
// which are endless.
func (p *planner) robots() File {
	rules := "User-agent: *\nDisallow: /search?\nDisallow: /en/search?\nDisallow: /api/\n"
	if p.cfg.Sample {
		rules = "User-agent: *\nDisallow: /\n"
	}
	text := []byte(rules + "Sitemap: " + p.absolute("/sitemap.xml") + "\n")
	return File{Path: "robots.txt", data: func(*planner) []byte { return text }}
}
