package site

import (
	"slices"

	"anju/generator/content"
	"anju/generator/theme"
	"anju/generator/validity"
)

// nearbyKinds are, for the kind of a page, what else of its city its readers
// look for next, in this order.
var nearbyKinds = map[string][]string{
	"community": {"policy", "job", "event"},
	"policy":    {"community", "job"},
	"guide":     {"community", "policy"},
	"job":       {"policy", "community"},
	"event":     {"community", "event"},
}

// nearbyCards is how many of a kind a page shows before it leads on.
const nearbyCards = 6

// nearby are the entries of the city of e that are not linked with it. What
// holds in every city leads to the cities instead.
func (ed edition) nearby(e content.Entry) (groups []theme.Group) {
	h := e.Common()
	if h.City == "" {
		return ed.everywhere(h.Kind)
	}
	linked := append([]content.Ref{h.Ref()}, ed.Neighbours(h.Ref())...)
	for _, kind := range nearbyKinds[h.Kind] {
		others := slices.DeleteFunc(ed.applying(kind, h.City), func(other content.Entry) bool {
			return slices.Contains(linked, other.Common().Ref()) || !ed.holds(other)
		})
		if len(others) > 0 {
			groups = append(groups, ed.nearbyGroup(kind, h.City, others))
		}
	}
	return groups
}

// everywhere leads from a policy of the country or the province to the cities.
func (ed edition) everywhere(kind string) []theme.Group {
	if kind != "policy" {
		return nil
	}
	return []theme.Group{{
		ID: "city-all", Title: ed.T("nearby.cities"),
		More: theme.Link{Text: ed.T("nearby.to_cities"), URL: ed.URL("/cities/")},
	}}
}

func (ed edition) nearbyGroup(kind, city string, others []content.Entry) theme.Group {
	group := theme.Group{ID: "city-" + kind, Title: ed.T("nearby."+kind, ed.lib.Vocab.City(city).In(ed.Lang))}
	if others[0].Common().City == "" { // the city's own would come first
		group.Title = ed.T("city.above")
	}
	for _, other := range others[:min(nearbyCards, len(others))] {
		group.Cards = append(group.Cards, ed.Card(other))
	}
	if q := (question{kind: kind, city: city}); ed.found(q) > len(group.Cards) {
		group.More = ed.more(q)
	}
	return group
}

// applying are the listed entries of a kind in a city, and after its own
// policies those that a level above issued for all, as a list of their own.
func (ed edition) applying(kind, city string) []content.Entry {
	entries := ed.inCity(kind, city)
	if kind == "policy" {
		entries = slices.Concat(entries, ed.inCity(kind, ""))
	}
	return entries
}

// holds reports whether e is not over: readers of another page are not led to
// what they cannot use any more.
func (p *planner) holds(e content.Entry) bool {
	switch p.lib.Subject(e).Status(p.now) {
	case validity.Expired, validity.Repealed, validity.Superseded, validity.Closed, validity.Past, validity.Cancelled, validity.Withdrawn:
		return false
	}
	return true
}
