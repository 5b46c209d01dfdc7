package site

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"time"

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
		for _, e := range p.shown(kind.Name) {
			if keep(e.Common()) {
				out = append(out, e)
			}
		}
	}
	return out
}

// sortLists puts the entries of each kind in the order in which lists show
// them. What was withdrawn keeps its page and leaves the lists.
func (p *planner) sortLists() map[string][]int {
	lists := map[string][]int{}
	for rank, e := range p.lib.Entries {
		if h := e.Common(); h.Withdrawn == nil {
			lists[h.Kind] = append(lists[h.Kind], rank)
		}
	}
	for _, list := range lists {
		slices.SortStableFunc(list, func(a, b int) int { return p.known[a].key.compare(&p.known[b].key) })
	}
	return lists
}

// shown are the entries of a kind in the order of lists.
func (p *planner) shown(kind string) []content.Entry { return p.entries(p.ranking[kind]) }

// entries are those of the ranks.
func (p *planner) entries(ranks []int) []content.Entry {
	out := make([]content.Entry, len(ranks))
	for i, rank := range ranks {
		out[i] = p.lib.Entries[rank]
	}
	return out
}

// listKey is all that the place of an entry in its list depends on.
type listKey struct {
	group, city int
	closes      time.Time // of a job that closes soon
	rank        int
	coming      bool // it takes place at comes, or later
	comes       time.Time
	after       time.Time
}

func (p *planner) listKey(e content.Entry, s validity.Subject) listKey {
	k := listKey{rank: s.Rank(p.now), after: content.SortDate(e).After()}
	switch e.(type) {
	case *content.Job, *content.Event:
		group := p.groupOf(e, s)
		if k.group = slices.Index(groupOrder, group); group == closingGroup {
			k.closes = s.To.After()
		}
	case *content.Community, *content.Guide:
		k.city = p.lib.Vocab.CityRank(e.Common().City)
	}
	if coming := s.Coming(p.now); len(coming) > 0 {
		k.coming, k.comes = true, coming[0].Starts
	}
	return k
}

// compare puts jobs and events by their groups, jobs that close soon by their
// last day, communities and guides by city in the order of the vocabulary, and
// what is alike in this by what is sooner of use, as content.Library.Sooner does.
func (k *listKey) compare(other *listKey) int {
	if c := cmp.Or(
		cmp.Compare(k.group, other.group), k.closes.Compare(other.closes),
		cmp.Compare(k.city, other.city), cmp.Compare(k.rank, other.rank),
	); c != 0 {
		return c
	}
	if k.coming && other.coming {
		return k.comes.Compare(other.comes)
	}
	return other.after.Compare(k.after)
}

// lists are the list pages of a kind: /policies/, /policies/page/2/ …
func (ed edition) lists(kind content.Kind) (pages []Page) {
	size := len(ed.ranking[kind.Name])
	count := max(1, (size+ed.cfg.PerPage-1)/ed.cfg.PerPage)
	for n := 1; n <= count; n++ {
		from, to := (n-1)*ed.cfg.PerPage, min(n*ed.cfg.PerPage, size)
		rooted := listPath(kind.Folder, n)
		pages = append(pages, ed.planned(rooted, func(ed edition) theme.Payload {
			page := ed.list(kind, rooted, n)
			page.Groups = ed.listGroups(ed.shown(kind.Name), from, to)
			page.Facet, page.Pager = ed.facets(kind.Name), ed.pager(kind.Folder, n, count)
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

func (ed edition) planned(rooted string, payload func(edition) theme.Payload) Page {
	return Page{Lang: ed.Lang, Path: file(view.Path(ed.Lang, rooted)), URL: ed.URL(rooted), payload: payload}
}

// list is page n of the list of a kind but for what it lists.
func (ed edition) list(kind content.Kind, rooted string, n int) *theme.ListPage {
	title := ed.T("kinds." + kind.Name)
	if n > 1 {
		title = ed.T("pager.title", title, n)
	}
	page := &theme.ListPage{
		Page:  ed.page("list", rooted, title, ed.T("list.intro."+kind.Name)),
		Intro: ed.T("list.intro." + kind.Name),
		Total: len(ed.ranking[kind.Name]),
	}
	page.Section, page.Data = kind.Folder, dataIn(kind.Folder)
	if kind.Name == "event" || kind.Name == "job" {
		page.Calendar = ed.calendarURL("")
	}
	if page.Total == 0 {
		page.Else = ed.elsewhere()
	}
	return page
}

// closingGroup are the open jobs that close within the days of
// validity.WindowClosing.
const closingGroup = "closing"

// groupOrder is how the groups of jobs and of events follow each other.
var groupOrder = []string{
	closingGroup, string(validity.Open), string(validity.Closed),
	string(validity.Upcoming), string(validity.Past), string(validity.Cancelled),
}

// groupOf is the group of the list in which an entry with a subject stands: for jobs and
// events their status, for all others "".
func (p *planner) groupOf(e content.Entry, s validity.Subject) string {
	switch e.(type) {
	case *content.Job:
		if s.Window(p.now) == validity.WindowClosing {
			return closingGroup
		}
		return string(s.Status(p.now))
	case *content.Event:
		return string(s.Status(p.now))
	}
	return ""
}

// listGroups are the groups of the page that shows entries[from:to] of a list.
// A title counts its whole group, and where that goes on over other pages says
// which part of it this one shows.
func (ed edition) listGroups(entries []content.Entry, from, to int) (groups []theme.Group) {
	for start, end := 0, 0; start < to; start = end {
		name := ed.groupOf(entries[start], ed.subject(entries[start]))
		for end = start; end < len(entries) && ed.groupOf(entries[end], ed.subject(entries[end])) == name; {
			end++
		}
		first, last := max(start, from), min(end, to)
		if first >= last {
			continue
		}
		group := theme.Group{ID: name, Title: ed.groupTitle(entries[start].Common().Kind, name, end-start, first-start+1, last-start)}
		for _, e := range entries[first:last] {
			group.Cards = append(group.Cards, ed.Card(e))
		}
		groups = append(groups, group)
	}
	return groups
}

// groupTitle names a group of size entries of a kind of which a page shows those
// from first to last, counted from 1.
func (ed edition) groupTitle(kind, name string, size, first, last int) string {
	if name == "" {
		return ""
	}
	title := ed.T("list.group." + name)
	switch {
	case first == 1 && last == size:
		return ed.T("list.all."+kind, title, size)
	case first == last:
		return ed.T("list.one."+kind, title, size, first)
	}
	return ed.T("list.part."+kind, title, size, first, last)
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

// facetsOf names the links by facets of a kind, in a language.
type facetsOf struct{ lang, kind string }

// facets are the links by facets of a kind: the same on every page of its list.
func (ed edition) facets(kind string) []theme.FacetLinks {
	return ed.facetCache[facetsOf{ed.Lang, kind}]()
}

// facetLinks lead from a list to the search, by the facets that the entries of
// a kind carry. They count what the search will find: what was withdrawn, too.
func (ed edition) facetLinks(kind string) (out []theme.FacetLinks) {
	for _, facet := range listFacets(kind) {
		counts := map[string]int{}
		for _, k := range ed.known {
			d := k.docs[0]
			if d.Kind != kind {
				continue
			}
			for _, value := range d.Facets[facet] {
				counts[value]++
			}
			if facet == "city" && d.City != "" {
				counts[d.City]++
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
		q := question{kind: kind, facets: values{facet: {value}}}
		if facet == "city" {
			q = question{kind: kind, city: value, local: true}
		}
		links = append(links, theme.Link{Text: fmt.Sprintf("%s (%d)", labels[value], counts[value]), URL: ed.answers(q)})
	}
	return links
}
