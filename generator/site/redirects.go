package site

import (
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strings"

	"anju/generator/content"
	"anju/generator/theme"
	"anju/generator/view"
)

// move is an old address, without a language, and where it leads.
type move struct{ from, to string }

// moves are the old addresses of entries and of what lies below them.
func (ed edition) moves() (out []move) {
	for _, e := range ed.lib.Entries {
		h := e.Common()
		for _, old := range h.MovedFrom {
			out = append(out, ed.movesFrom(h, content.KindOf(h.Kind).OldPath(old))...)
		}
	}
	return out
}

// movesFrom are the moves of an entry from one old address: of the guide itself
// and of its parts, or of what was a part of it. A part that is there again is
// not led away from.
func (ed edition) movesFrom(h *content.Head, from string) []move {
	path, below := content.KindOf(h.Kind).Path(h.ID), ed.below(h)
	if slices.Contains(below, from) {
		return nil
	}
	out := []move{{from, ed.EntryURL(h)}}
	if strings.HasPrefix(from, path) {
		return out
	}
	for _, b := range below {
		b = strings.TrimPrefix(b, path)
		out = append(out, move{strings.TrimSuffix(from, "/") + "/" + b, ed.URL(path + b)})
	}
	return out
}

// movedPages are the pages at old addresses, for hosts that know no redirects:
// browsers go on by themselves, readers without that by a link. The endpoint
// never shows them, it redirects.
func (ed edition) movedPages() (pages []Page) {
	for _, m := range ed.moves() {
		page := ed.planned(m.from, func(ed edition) theme.Payload { return ed.moved(m) })
		page.Hidden = true
		if !strings.HasSuffix(m.from, "/") && !strings.HasSuffix(m.from, ".html") { // a file of a kind that browsers would not show
			page.Path = file(view.Path(ed.Lang, m.from) + "/")
		}
		pages = append(pages, page)
	}
	return pages
}

func (ed edition) moved(m move) theme.Payload {
	page := &theme.MessagePage{
		Page:    ed.page("message", m.from, ed.T("message.moved"), ed.T("message.moved_text")),
		Heading: ed.T("message.moved"), Text: ed.T("message.moved_text"),
		Links: []theme.Link{{Text: ed.T("message.moved_link"), URL: m.to}},
	}
	page.NoIndex, page.Refresh, page.Canonical = true, m.to, ed.absolute(m.to)
	page.Breadcrumbs, page.Translations = nil, nil
	return page
}

// redirectFiles tell web servers other than the endpoint where old addresses
// lead and which are gone: for nginx and Caddy, and as hosts of static sites
// read it. There are none where nothing has moved.
func (p *planner) redirectFiles() []File {
	if len(p.frame.Redirects)+len(p.frame.Gone) == 0 {
		return nil
	}
	froms := slices.Sorted(maps.Keys(p.frame.Redirects))
	gone := slices.Sorted(slices.Values(p.frame.Gone))
	return []File{
		{Path: "_redirects", data: func(p *planner) []byte { return []byte(p.plainRedirects(froms)) }},
		{Path: "_release/redirects/nginx.conf", data: func(p *planner) []byte { return []byte(p.nginx(froms, gone)) }},
		{Path: "_release/redirects/Caddyfile", data: func(p *planner) []byte { return []byte(p.caddy(froms, gone)) }},
	}
}

// plainRedirects is the form of Netlify, Cloudflare Pages and their like, which
// have no word for gone.
func (p *planner) plainRedirects(froms []string) string {
	var b strings.Builder
	for _, from := range froms {
		fmt.Fprintf(&b, "%s %s 301\n", (&url.URL{Path: from}).EscapedPath(), p.frame.Redirects[from])
	}
	return b.String()
}

// nginx is to be included in a server block. Locations are compared with
// decoded paths.
func (p *planner) nginx(froms, gone []string) string {
	var b strings.Builder
	for _, from := range froms {
		for _, path := range withoutSlash(from) {
			fmt.Fprintf(&b, "location = %q { return 301 %s$is_args$args; }\n", path, p.frame.Redirects[from])
		}
	}
	for _, path := range gone {
		fmt.Fprintf(&b, "location = %q { return 410; }\nlocation ^~ %q { return 410; }\n", strings.TrimSuffix(path, "/"), path)
	}
	return b.String()
}

// caddy is to be imported into a site block.
func (p *planner) caddy(froms, gone []string) string {
	var b strings.Builder
	for _, from := range froms {
		for _, path := range withoutSlash(from) {
			fmt.Fprintf(&b, "redir %s %s 301\n", path, p.frame.Redirects[from])
		}
	}
	for _, path := range gone {
		fmt.Fprintf(&b, "respond %s 410\nrespond %s* 410\n", strings.TrimSuffix(path, "/"), path)
	}
	return b.String()
}

// withoutSlash is an address as it is written, and without the slash at its
// end.
func withoutSlash(path string) []string {
	if short, ok := strings.CutSuffix(path, "/"); ok {
		return []string{path, short}
	}
	return []string{path}
}
