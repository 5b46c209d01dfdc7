package site

import (
	"anju/generator/content"
	"anju/generator/theme"
	"anju/generator/view"
)

// parts are the pages of a guide in parts besides its own: one for each part,
// and one with the whole text, which is not to be found. There are none of
// other entries. own is the page of the entry with that rank.
func (ed edition) parts(rank int, own Page) (pages []Page) {
	h := ed.lib.Entries[rank].Common()
	paths := ed.PartPaths(h)
	add := func(rooted string, hidden bool, payload func(edition) theme.Payload) {
		page := ed.planned(rooted, payload)
		page.links, page.Hidden, page.Updated = own.links, hidden, own.Updated
		pages = append(pages, page)
	}
	for n, rooted := range paths {
		add(rooted, own.Hidden, func(ed edition) theme.Payload { return ed.part(ed.lib.Entries[rank], n, rooted) })
	}
	if len(paths) > 0 {
		rooted := content.KindOf(h.Kind).Path(h.ID)
		add(rooted+view.WholePath, true, func(ed edition) theme.Payload { return ed.whole(ed.lib.Entries[rank], rooted) })
	}
	return pages
}

// below is where the pages of a guide in parts stand that are not its own,
// without their language; none of other entries.
func (ed edition) below(h *content.Head) []string {
	paths := ed.PartPaths(h)
	if len(paths) == 0 {
		return nil
	}
	return append(paths, content.KindOf(h.Kind).Path(h.ID)+view.WholePath)
}

// part is the page of part n of a guide.
func (ed edition) part(e content.Entry, n int, rooted string) theme.Payload {
	guide := ed.EntryLink(e)
	name, lead := ed.PartName(e, n)
	trail := append(ed.trail(e.Common().Kind), guide)
	page := ed.entryFrame(e, ed.page("part", rooted, name, lead, trail...), rooted)
	page.Title = ed.T("parts.title", name, guide.Text)
	ed.stateEntry(e, &page, nil)
	return ed.PartPage(e, n, page)
}

// whole is the page with the whole text of a guide in parts, whose own page at
// rooted is the one to be found.
func (ed edition) whole(e content.Entry, rooted string) theme.Payload {
	local, _ := ed.In(e)
	guide, name := ed.EntryLink(e), ed.T("parts.whole")
	trail := append(ed.trail(e.Common().Kind), guide)
	page := ed.page("guide", rooted+view.WholePath, name, local.Common().Summary, trail...)
	page = ed.entryFrame(e, page, rooted)
	stated := page // what is stated at the canonical address is the guide
	stated.Title, stated.Breadcrumbs = guide.Text, page.Breadcrumbs[:len(page.Breadcrumbs)-1]
	ed.stateEntry(e, &stated, nil)
	page.Title, page.NoIndex, page.JSONLD = ed.T("parts.title", name, guide.Text), true, stated.JSONLD
	return ed.WholePage(e, page)
}
