package site

import (
	"net/url"
	stdpath "path"
	"strings"

	"anju/generator/config"
	"anju/generator/content"
)

// path is where p stands in a language: Chinese at the root, others under
// their slug.
func path(lang, p string) string {
	if lang == config.Language {
		return p
	}
	return "/" + lang + p
}

// escape percent-encodes a path for an href: ids may be Han text.
func escape(p string) string { return (&url.URL{Path: p}).EscapedPath() }

// url is the address of a path in the view's language.
func (v view) url(p string) string { return escape(path(v.lang, p)) }

// entryURL is the address of an entry's page.
func (v view) entryURL(h *content.Head) string { return v.url(content.KindOf(h.Kind).Path(h.ID)) }

// absolute is p with the site's base address.
func (p *planner) absolute(rooted string) string { return p.base + rooted }

// file is where the page at a path is written: /x/ as x/index.html.
func file(p string) string {
	p = strings.TrimPrefix(p, "/")
	if p == "" || strings.HasSuffix(p, "/") {
		return p + "index.html"
	}
	return p
}

// assetPath is where a picture beside an entry is written. Every language
// refers to the one copy under the Chinese page.
func assetPath(h *content.Head, name string) string {
	return strings.TrimPrefix(content.KindOf(h.Kind).Path(h.ID), "/") + stdpath.Base(name)
}
