package site

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"sync"
	"time"

	"anju/generator/content"
	"anju/generator/theme"
	"anju/generator/validity"
)

// homesFolder is where homes are listed. They are no entries, but parts of their
// communities.
const homesFolder = "homes"

// unit is a home of a community that was not withdrawn, in Chinese. index is its
// place there, and in every translation.
type unit struct {
	community *content.Community
	index     int
}

func (u unit) home() content.Home { return u.community.Homes[u.index] }

// audience is whom a home is for: what its community says holds where it says
// nothing itself.
func (u unit) audience() []string {
	if own := u.community.Homes[u.index].Audience; len(own) > 0 {
		return own
	}
	return u.community.Audience
}

// sortUnits puts the homes in the order of their list: by city, those that are
// known to be free first, then by rent, then by id.
func (p *planner) sortUnits(m *Memory) {
	var all []unit
	for _, e := range p.shown["community"] {
		c := e.(*content.Community)
		for i := range c.Homes {
			all = append(all, unit{c, i})
		}
	}
	keys := make([]unitKey, len(all))
	for i, u := range all {
		h := u.home()
		keys[i] = unitKey{p.cityOrder(u.community), free(h), leastRent(h), u.community.HomeRef(h)}
	}
	for _, at := range m.units.sorted(keys, unitKey.compare) {
		p.units = append(p.units, all[at])
	}
	p.cityUnits = map[string][]unit{}
	for _, u := range p.units {
		p.cityUnits[u.community.City] = append(p.cityUnits[u.community.City], u)
	}
}

// unitKey is all that the place of a home in the list depends on.
type unitKey struct {
	city, free int
	rent       float64
	ref        content.Ref
}

func (k unitKey) compare(other unitKey) int {
	return cmp.Or(
		cmp.Compare(k.city, other.city), -cmp.Compare(k.free, other.free),
		cmp.Compare(k.rent, other.rent), cmp.Compare(k.ref, other.ref),
	)
}

// unitsIn are the homes of a city, in the order of their list. The list is
// shared: whoever changes it makes a copy first.
func (p *planner) unitsIn(city string) []unit { return p.cityUnits[city] }

// free is 1 where homes are known to be free, else 0.
func free(h content.Home) int {
	if a := h.Availability; a != nil && a.Units != nil && *a.Units > 0 {
		return 1
	}
	return 0
}

// leastRent is where a rent begins; what is not known comes after all others.
func leastRent(h content.Home) float64 {
	if r := rentRange(h.Rent); r != nil {
		return r.Min
	}
	return math.Inf(1)
}

// homes are the pages of the list of homes: /homes/, /homes/page/2/ …
func (ed edition) homes() (pages []Page) {
	count := max(1, (len(ed.units)+ed.cfg.PerPage-1)/ed.cfg.PerPage)
	facets := sync.OnceValue(ed.homeFacets) // the same on every page of the list
	for n := 1; n <= count; n++ {
		shown := ed.units[(n-1)*ed.cfg.PerPage : min(n*ed.cfg.PerPage, len(ed.units))]
		rooted := listPath(homesFolder, n)
		pages = append(pages, ed.planned(rooted, func() theme.Payload {
			page := ed.homeList(rooted, n, shown)
			page.Facet, page.Finder, page.Pager = facets(), ed.homeFinder(), ed.pager(homesFolder, n, count)
			return page
		}))
	}
	return pages
}

func (ed edition) homeList(rooted string, n int, units []unit) *theme.ListPage {
	title := ed.T("kinds.home")
	if n > 1 {
		title = ed.T("pager.title", title, n)
	}
	page := &theme.ListPage{
		Page:   ed.page("list", rooted, title, ed.T("list.intro.home")),
		Intro:  ed.T("list.intro.home"),
		Total:  len(ed.units),
		Groups: []theme.Group{{Cards: ed.homeCards(units)}},
	}
	page.Section, page.Data = homesFolder, dataIn(homesFolder)
	if len(units) == 0 {
		page.Else = ed.elsewhere()
	}
	return page
}

func (ed edition) homeCards(units []unit) (cards []theme.Card) {
	for _, u := range units {
		local, _ := ed.In(u.community)
		c := local.(*content.Community)
		cards = append(cards, ed.HomeCard(c, c.Homes[u.index]))
	}
	return cards
}

// unitCounts counts the homes by the values of each facet of theirs.
func (p *planner) unitCounts() map[string]map[string]int {
	counts := map[string]map[string]int{"city": {}, "unit_type": {}, "audience": {}}
	for _, u := range p.units {
		counts["city"][u.community.City]++
		counts["unit_type"][u.community.Homes[u.index].UnitType]++
		for _, who := range u.audience() {
			counts["audience"][who]++
		}
	}
	return counts
}

// homeFacets lead from the list to the search.
func (ed edition) homeFacets() (out []theme.FacetLinks) {
	counts := ed.unitCounts()
	for _, facet := range []string{"city", "unit_type", "audience"} {
		if links := ed.facetCounts("home", facet, counts[facet]); len(links) > 1 {
			out = append(out, theme.FacetLinks{Title: ed.T("facet." + facet), Links: links})
		}
	}
	return out
}

// homeChoices are the values by which a form asks for homes: the cities that have
// some, in the order of the vocabulary, and the unit types that occur.
func (p *planner) homeChoices() map[string][]string {
	counts := p.unitCounts()
	out := map[string][]string{"unit_type": slices.Sorted(maps.Keys(counts["unit_type"]))}
	for _, c := range p.lib.Vocab.Cities {
		if counts["city"][c.Slug] > 0 {
			out["city"] = append(out["city"], c.Slug)
		}
	}
	return out
}

// homeFinder offers all that homes have; nil where there is nothing to find.
func (ed edition) homeFinder() *theme.HomeFinder {
	if len(ed.units) == 0 {
		return nil
	}
	return &theme.HomeFinder{
		Cities: ed.frame.HomeOptions(ed.Lang, "city", nil), UnitTypes: ed.frame.HomeOptions(ed.Lang, "unit_type", nil),
		Hidden: []theme.Field{{Name: "type", Value: "home"}},
	}
}

// nextOutdated is the first moment after now at which what a page says of
// vacancies is out of date; zero for never.
func (p *planner) nextOutdated() (next time.Time) {
	for _, u := range p.units {
		a := u.home().Availability
		if a == nil {
			continue
		}
		if t := validity.OutdatedFrom(a.AsOf); t.After(p.now) && (next.IsZero() || t.Before(next)) {
			next = t
		}
	}
	return next
}
