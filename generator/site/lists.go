package site

import (
	"cmp"
	"fmt"
	"slices"

	"anju/generator/content"
	"anju/generator/theme"
	"anju/generator/validity"
)

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
func (v view) lists(kind content.Kind) (pages []Page) {
	entries := v.shown[kind.Name]
	count := max(1, (len(entries)+v.cfg.PerPage-1)/v.cfg.PerPage)
	facets := v.facetLinks(kind.Name) // the same on every page of the list
	for n := 1; n <= count; n++ {
		from, to := (n-1)*v.cfg.PerPage, min(n*v.cfg.PerPage, len(entries))
		rooted := listPath(kind.Folder, n)
		pages = append(pages, v.planned(rooted, func() theme.Payload {
			page := v.list(kind, rooted, n, entries[from:to])
			page.Facet, page.Pager = facets, v.pager(kind.Folder, n, count)
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

func (v view) planned(rooted string, payload func() theme.Payload) Page {
	p := path(v.lang, rooted)
	return Page{Path: file(p), URL: escape(p), Payload: payload}
}

func (v view) list(kind content.Kind, rooted string, n int, entries []content.Entry) *theme.ListPage {
	title := v.t("kinds." + kind.Name)
	if n > 1 {
		title = v.t("pager.title", title, n)
	}
	page := &theme.ListPage{
		Page:  v.page("list", rooted, title, v.t("list.intro."+kind.Name)),
		Intro: v.t("list.intro." + kind.Name),
		Total: len(v.shown[kind.Name]),
	}
	page.Section = kind.Folder
	for _, e := range entries {
		page.Cards = append(page.Cards, v.card(e))
	}
	return page
}

func (v view) pager(folder string, n, count int) theme.Pager {
	out := theme.Pager{Number: n, Count: count}
	for i := 1; i <= count; i++ {
		out.Pages = append(out.Pages, theme.Link{Text: fmt.Sprint(i), URL: v.url(listPath(folder, i)), Current: i == n})
	}
	if n > 1 {
		out.Prev = v.url(listPath(folder, n-1))
	}
	if n < count {
		out.Next = v.url(listPath(folder, n+1))
	}
	return out
}

// facetLinks lead from a list to the search, by the facets that the entries of
// a kind carry.
func (v view) facetLinks(kind string) (out []theme.FacetLinks) {
	for _, facet := range []string{"city", "audience", "benefit", "level"} {
		counts := map[string]int{}
		for _, e := range v.shown[kind] {
			for _, value := range facetValues(e)[facet] {
				counts[value]++
			}
		}
		links := v.facetCounts(kind, facet, counts)
		if len(links) > 1 {
			out = append(out, theme.FacetLinks{Title: v.t("facet." + facet), Links: links})
		}
	}
	return out
}

func (v view) facetCounts(kind, facet string, counts map[string]int) (links []theme.Link) {
	labels := v.frame.Labels[v.lang][facet]
	values := make([]string, 0, len(counts))
	for value := range counts {
		values = append(values, value)
	}
	slices.SortFunc(values, func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
	for _, value := range values {
		links = append(links, theme.Link{
			Text: fmt.Sprintf("%s (%d)", labels[value], counts[value]),
			URL:  fmt.Sprintf("%s?type=%s&%s=%s", v.url("/search"), kind, facet, value),
		})
	}
	return links
}

// homes is the list of unit types of all communities.
func (v view) homes() theme.Payload {
	page := &theme.ListPage{
		Page:  v.page("list", "/homes/", v.t("kinds.home"), v.t("list.intro.home")),
		Intro: v.t("list.intro.home"),
	}
	page.Section = "homes"
	for _, e := range v.shown["community"] {
		local, _ := v.lib.In(e, v.lang)
		c := local.(*content.Community)
		for _, h := range c.Homes {
			page.Cards = append(page.Cards, v.homeCard(c, h))
		}
	}
	page.Total = len(page.Cards)
	page.Pager = theme.Pager{Number: 1, Count: 1}
	return page
}

func (v view) homeCard(c *content.Community, h content.Home) theme.Card {
	shown := v.home(h)
	return theme.Card{
		Kind: "home", KindLabel: v.t("kind.home"), Title: shown.Title, Summary: c.Title,
		URL: v.entryURL(&c.Head) + "#" + shown.ID, City: v.cityName(c.City),
		Facts: []theme.Link{
			{Text: v.t("field.rent") + v.t("colon") + shown.Rent},
			{Text: v.t("field.area") + v.t("colon") + shown.Area},
			{Text: v.t("field.availability") + v.t("colon") + shown.Available},
		},
	}
}
