package site

import "anju/generator/content"

// place is where entries of a kind are: a city, or "" for none.
type place struct{ kind, city string }

// places are what is where: every page of an entry asks for that of its city,
// and would look through all entries otherwise.
type places map[place]*placed

// placed are the entries of a place, by rank: all of them, and in the order of
// lists those that lists show and those of them that are not over.
type placed struct{ every, shown, lasting []int }

func (p *planner) sortPlaces() places {
	out := places{}
	placedAt := make([]*placed, len(p.lib.Entries)) // by rank
	for rank, e := range p.lib.Entries {
		at := place{e.Common().Kind, e.Common().City}
		if out[at] == nil {
			out[at] = new(placed)
		}
		placedAt[rank] = out[at]
		out[at].every = append(out[at].every, rank)
	}
	for _, list := range p.ranking {
		for _, rank := range list {
			here := placedAt[rank]
			here.shown = append(here.shown, rank)
			if p.known[rank].lasting {
				here.lasting = append(here.lasting, rank)
			}
		}
	}
	return out
}

// at are the entries of a place, none where there is no such place.
func (m places) at(kind, city string) placed {
	if here := m[place{kind, city}]; here != nil {
		return *here
	}
	return placed{}
}

// foundNearby is how much a page that leads on to more of a place promises. It
// is counted once for all pages.
func (p *planner) foundNearby(at place) int {
	if n, ok := p.counted.Load(at); ok {
		return n.(int)
	}
	n := p.found(nearbyQuestion(at.kind, at.city))
	p.counted.Store(at, n)
	return n
}

// gatherSeries are the listed events of each series.
func (p *planner) gatherSeries() map[string][]int {
	all := map[string][]int{}
	for _, rank := range p.ranking["event"] {
		if series := p.lib.Entries[rank].(*content.Event).Series; series != "" {
			all[series] = append(all[series], rank)
		}
	}
	return all
}

// inCity are the listed entries of a kind in a city; of no city for "".
func (p *planner) inCity(kind, city string) []content.Entry {
	return p.entries(p.places.at(kind, city).shown)
}
