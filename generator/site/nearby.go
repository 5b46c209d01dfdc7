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

// lasting are the statuses of a kind that say that it is not over: whoever asks
// for more is led to those alone.
var lasting = map[string][]validity.Status{"job": {validity.Open}, "event": {validity.Upcoming}}

// nearbyCards is how many of a kind a page shows before it leads on.
const nearbyCards = 4

// nearby are the entries of the city of e that are not linked with it. What
// holds in every city leads to the cities instead.
func (ed edition) nearby(e content.Entry, series []content.Entry) (groups []theme.Group) {
	h := e.Common()
	if h.City == "" {
		return ed.everywhere(h.Kind)
	}
	linked := append([]content.Ref{h.Ref()}, ed.Neighbours(h.Ref())...)
	for _, other := range series {
		linked = append(linked, other.Common().Ref())
	}
	for _, kind := range nearbyKinds[h.Kind] {
		others := ed.applying(kind, h.City, linked)
		if len(others) > 0 {
			groups = append(groups, ed.nearbyGroup(kind, h.City, others))
		}
	}
	return groups
}

// seriesCards is how many others of its series an event shows: some go on for
// years.
const seriesCards = 12

// series are the first other listed events of the series of e.
func (p *planner) series(e content.Entry) (others []content.Entry) {
	own, ok := e.(*content.Event)
	if !ok {
		return nil
	}
	for _, rank := range p.serial[own.Series] {
		if other := p.lib.Entries[rank]; other != e && len(others) < seriesCards {
			others = append(others, other)
		}
	}
	return others
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
	for _, other := range others {
		group.Cards = append(group.Cards, ed.Card(other))
	}
	if n := ed.foundNearby(place{kind, city}); n > len(group.Cards) {
		group.More = theme.Link{Text: ed.T("city.more", n), URL: ed.answers(nearbyQuestion(kind, city))}
	}
	return group
}

// nearbyQuestion asks for more of a kind than a page shows.
func nearbyQuestion(kind, city string) question {
	return question{kind: kind, city: city, statuses: lasting[kind]}
}

// applying are the first entries of a kind in a city that are not over, and
// after its own policies those that a level above issued for all, without those
// that are linked already.
func (p *planner) applying(kind, city string, linked []content.Ref) (out []content.Entry) {
	places := []place{{kind, city}}
	if kind == "policy" {
		places = append(places, place{kind, ""})
	}
	for _, at := range places {
		for _, rank := range p.places.at(at.kind, at.city).lasting {
			if len(out) == nearbyCards {
				return out
			}
			if e := p.lib.Entries[rank]; !slices.Contains(linked, e.Common().Ref()) {
				out = append(out, e)
			}
		}
	}
	return out
}

// lastsIn reports whether what has that status is not over: readers of another
// page are not led to what they cannot use any more.
func lastsIn(s validity.Status) bool {
	switch s {
	case validity.Expired, validity.Repealed, validity.Superseded, validity.Closed, validity.Past, validity.Cancelled, validity.Withdrawn:
		return false
	}
	return true
}
