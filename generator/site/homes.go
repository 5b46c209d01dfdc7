package site

import (
	"cmp"
	"maps"
	"math"
	"slices"
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

func (u unit) home() *content.Home { return &u.community.Homes[u.index] }

// audience is whom a home is for: what its community says holds where it says
// nothing itself.
func (u unit) audience() []string {
	if own := u.community.Homes[u.index].Audience; len(own) > 0 {
		return own
	}
	return u.community.Audience
}

// homeAt is a home by the rank of its community and its place there.
type homeAt struct{ rank, index int }

// sortHomes puts the homes in the order of their list: by city, those that are
// known to be free first, then by rent, then by id. The order is that of the
// last plan where the communities are what they were.
func (p *planner) sortHomes(m *Memory) []homeAt {
	if s := m.structure; s != nil && slices.Equal(s.ranking["community"], p.ranking["community"]) &&
		!slices.ContainsFunc(p.ranking["community"], func(rank int) bool { return m.known[rank] != p.known[rank] }) {
		return s.homed
	}
	var homes []homeAt
	for _, rank := range p.ranking["community"] {
		for i := range p.known[rank].homes {
			homes = append(homes, homeAt{rank, i})
		}
	}
	key := func(at homeAt) *homeKey { return &p.known[at.rank].homes[at.index] }
	slices.SortFunc(homes, func(a, b homeAt) int { return key(a).compare(key(b)) })
	return homes
}

// unitsAt are the homes as they are in this plan.
func (p *planner) unitsAt(homes []homeAt) []unit {
	units := make([]unit, len(homes))
	for i, at := range homes {
		units[i] = unit{p.lib.Entries[at.rank].(*content.Community), at.index}
	}
	return units
}

// homeKey is all that the place of a home in the list depends on.
type homeKey struct {
	city, free int
	rent       float64
	ref        content.Ref
}

func (p *planner) homeKeys(c *content.Community) []homeKey {
	keys := make([]homeKey, len(c.Homes))
	for i := range c.Homes {
		h := &c.Homes[i]
		keys[i] = homeKey{p.lib.Vocab.CityRank(c.City), free(h), leastRent(h), c.HomeRef(*h)}
	}
	return keys
}

func (k *homeKey) compare(other *homeKey) int {
	return cmp.Or(
		cmp.Compare(k.city, other.city), -cmp.Compare(k.free, other.free),
		cmp.Compare(k.rent, other.rent), cmp.Compare(k.ref, other.ref),
	)
}

// unitsIn are the homes of a city, in the order of their list, where they stand
// together. The list is shared: whoever changes it makes a copy first.
func (p *planner) unitsIn(city string) []unit {
	rank, known := p.cityRank[city]
	if !known {
		return nil
	}
	before := func(u unit, rank int) int { return cmp.Compare(p.cityRank[u.community.City], rank) }
	from, _ := slices.BinarySearchFunc(p.units, rank, before)
	to, _ := slices.BinarySearchFunc(p.units, rank+1, before)
	return p.units[from:to:to]
}

// free is 1 where homes are known to be free, else 0.
func free(h *content.Home) int {
	if a := h.Availability; a != nil && a.Units != nil && *a.Units > 0 {
		return 1
	}
	return 0
}

// leastRent is where a rent begins; what is not known comes after all others.
func leastRent(h *content.Home) float64 {
	if r := rentRange(h.Rent); r != nil {
		return r.Min
	}
	return math.Inf(1)
}

// homes are the pages of the list of homes: /homes/, /homes/page/2/ …
func (ed edition) homes() (pages []Page) {
	count := max(1, (len(ed.units)+ed.cfg.PerPage-1)/ed.cfg.PerPage)
	for n := 1; n <= count; n++ {
		from, to := (n-1)*ed.cfg.PerPage, min(n*ed.cfg.PerPage, len(ed.units))
		rooted := listPath(homesFolder, n)
		pages = append(pages, ed.planned(rooted, func(ed edition) theme.Payload {
			page := ed.homeList(rooted, n, ed.units[from:to])
			page.Facet, page.Finder, page.Pager = ed.facets("home"), ed.homeFinder(), ed.pager(homesFolder, n, count)
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
	types := map[string]bool{}
	for _, u := range p.units {
		types[u.home().UnitType] = true
	}
	out := map[string][]string{"unit_type": slices.Sorted(maps.Keys(types))}
	for _, c := range p.lib.Vocab.Cities {
		if len(p.unitsIn(c.Slug)) > 0 {
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

// outdated is the first moment after now at which what the page of a community
// says of vacancies is out of date; zero for never.
func (p *planner) outdated(c *content.Community) (next time.Time) {
	for i := range c.Homes {
		a := c.Homes[i].Availability
		if a == nil {
			continue
		}
		if t := validity.OutdatedFrom(a.AsOf); t.After(p.now) {
			next = sooner(next, t)
		}
	}
	return next
}
