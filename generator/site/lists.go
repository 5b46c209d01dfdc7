package site

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"anju/generator/content"
	"anju/generator/theme"
	"anju/generator/validity"
	"anju/generator/view"
)

// listed are the kinds that have lists: all but the pages of the site itself.
var listed = slices.DeleteFunc(slices.Clone(content.Kinds), func(k content.Kind) bool { return k.Name == "page" })

func (ed edition) listLink(kind content.Kind) theme.Link {
	return theme.Link{Text: ed.T("kinds." + kind.Name), URL: ed.URL(listPath(kind.Folder, 1))}
}

// all are the entries in lists that keep keeps, by kind and in list order.
func (p *planner) all(keep func(*content.Head) bool) (out []content.Entry) {
	for _, kind := range listed {
		for _, e := range p.shown[kind.Name] {
			if keep(e.Common()) {
				out = append(out, e)
			}
		}
	}
	return out
}

// sortLists puts the entries of each kind in the order in which lists show
// them. What was withdrawn keeps its page and leaves the lists.
func (p *planner) sortLists() {
	p.shown = map[string][]content.Entry{}
	for _, e := range p.lib.Entries {
		if h := e.Common(); h.Withdrawn == nil {
			p.shown[h.Kind] = append(p.shown[h.Kind], e)
		}
	}
	for _, list := range p.shown {
		slices.SortStableFunc(list, p.listOrder)
	}
}

// listOrder puts what holds now before what held once, cities in the order of
// the vocabulary, and the newest first; events to come begin with the soonest.
func (p *planner) listOrder(a, b content.Entry) int {
	sa, sb := p.lib.Subject(a), p.lib.Subject(b)
	if c := cmp.Compare(sa.Rank(p.now), sb.Rank(p.now)); c != 0 {
		return c
	}
	newest := content.SortDate(b).After().Compare(content.SortDate(a).After())
	switch a.(type) {
	case *content.Event:
		if sa.Status(p.now) == validity.Upcoming {
			return -newest
		}
	case *content.Community, *content.Guide:
		if c := cmp.Compare(p.cityOrder(a), p.cityOrder(b)); c != 0 {
			return c
		}
	}
	return newest
}

func (p *planner) cityOrder(e content.Entry) int {
	return slices.IndexFunc(p.lib.Vocab.Cities, func(c content.City) bool { return c.Slug == e.Common().City })
}

// lists are the list pages of a kind: /policies/, /policies/page/2/ …
func (ed edition) lists(kind content.Kind) (pages []Page) {
	entries := ed.shown[kind.Name]
	count := max(1, (len(entries)+ed.cfg.PerPage-1)/ed.cfg.PerPage)
	facets := ed.facetLinks(kind.Name) // the same on every page of the list
	for n := 1; n <= count; n++ {
		from, to := (n-1)*ed.cfg.PerPage, min(n*ed.cfg.PerPage, len(entries))
		rooted := listPath(kind.Folder, n)
		pages = append(pages, ed.planned(rooted, func() theme.Payload {
			page := ed.list(kind, rooted, n, entries[from:to])
			page.Facet, page.Pager = facets, ed.pager(kind.Folder, n, count)
			return page
		}))
	}
	return pages
}

func listPath(folder string, n int) string {
	if n == 1 {
		return "/" + folder + "/"
	}
	return fmt.Sprintf("/%s/page/%d/", folder, n)
}

func (ed edition) planned(rooted string, payload func() theme.Payload) Page {
	return Page{Lang: ed.Lang, Path: file(view.Path(ed.Lang, rooted)), URL: ed.URL(rooted), Payload: payload}
}

func (ed edition) list(kind content.Kind, rooted string, n int, entries []content.Entry) *theme.ListPage {
	title := ed.T("kinds." + kind.Name)
	if n > 1 {
		title = ed.T("pager.title", title, n)
	}
	page := &theme.ListPage{
		Page:  ed.page("list", rooted, title, ed.T("list.intro."+kind.Name)),
		Intro: ed.T("list.intro." + kind.Name),
		Total: len(ed.shown[kind.Name]),
	}
	page.Section = kind.Folder
	page.Groups = []theme.Group{{}}
	for _, e := range entries {
		page.Groups[0].Cards = append(page.Groups[0].Cards, ed.Card(e))
	}
	if len(entries) == 0 {
		page.Else = ed.elsewhere()
	}
	return page
}

// elsewhere is where to go on from an empty list: what was looked for in vain,
// the cities with the telephones to ask, and the other lists.
func (ed edition) elsewhere() []theme.Link {
	gaps := theme.Link{Text: ed.T("section.gaps"), URL: ed.URL("/gaps/")}
	return append([]theme.Link{gaps}, ed.browse()...)
}

func (ed edition) pager(folder string, n, count int) theme.Pager {
	out := theme.Pager{Number: n, Count: count}
	for i := 1; i <= count; i++ {
		out.Pages = append(out.Pages, theme.Link{Text: fmt.Sprint(i), URL: ed.URL(listPath(folder, i)), Current: i == n})
	}
	if n > 1 {
		out.Prev = ed.URL(listPath(folder, n-1))
	}
	if n < count {
		out.Next = ed.URL(listPath(folder, n+1))
	}
	return out
}

// facetLinks lead from a list to the search, by the facets that the entries of
// a kind carry. They count what the search will find: what was withdrawn, too.
func (ed edition) facetLinks(kind string) (out []theme.FacetLinks) {
	for _, facet := range []string{"city", "audience", "benefit", "level"} {
		counts := map[string]int{}
		for _, e := range ed.lib.Entries {
			if e.Common().Kind != kind {
				continue
			}
			for _, value := range ed.facetValues(e)[facet] {
				counts[value]++
			}
		}
		links := ed.facetCounts(kind, facet, counts)
		if len(links) > 1 {
			out = append(out, theme.FacetLinks{Title: ed.T("facet." + facet), Links: links})
		}
	}
	return out
}

func (ed edition) facetCounts(kind, facet string, counts map[string]int) (links []theme.Link) {
	labels := ed.frame.Labels[ed.Lang][facet]
	most := func(a, b string) int { return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b)) }
	for _, value := range slices.SortedFunc(maps.Keys(counts), most) {
		url := fmt.Sprintf("%s?type=%s&%s=%s", ed.URL("/search"), kind, facet, value)
		if facet == "city" {
			url += "&scope=local" // else what a level above issued for all comes along
		}
		links = append(links, theme.Link{Text: fmt.Sprintf("%s (%d)", labels[value], counts[value]), URL: url})
	}
	return links
}

// homes is the list of unit types of all communities.
func (ed edition) homes() theme.Payload {
	page := &theme.ListPage{
		Page:  ed.page("list", "/homes/", ed.T("kinds.home"), ed.T("list.intro.home")),
		Intro: ed.T("list.intro.home"),
	}
	page.Section = "homes"
	cards := ed.homeCards()
	page.Groups, page.Total = []theme.Group{{Cards: cards}}, len(cards)
	page.Pager = theme.Pager{Number: 1, Count: 1}
	if page.Total == 0 {
		page.Else = ed.elsewhere()
	}
	return page
}

func (ed edition) homeCards() (cards []theme.Card) {
	for _, e := range ed.shown["community"] {
		local, _ := ed.lib.In(e, ed.Lang)
		c := local.(*content.Community)
		for _, h := range c.Homes {
			cards = append(cards, ed.HomeCard(c, h))
		}
	}
	return cards
}
