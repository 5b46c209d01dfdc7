package site

import "anju/generator/content"

// place is where entries of a kind are: a city, or "" for none.
type place struct{ kind, city string }

// placed holds the entries of each place: every page of an entry asks for those
// of its city, and would look through all of them otherwise. Entries are named
// by their rank.
type placed map[place][]int

func (m placed) add(h *content.Head, rank int) {
	at := place{h.Kind, h.City}
	m[at] = append(m[at], rank)
}

// places are all entries where they are, and apart from them those that lists
// show and those of them that are not over, in the order of the lists.
type places struct{ every, shown, lasting placed }

func (p *planner) sortPlaces() places {
	out := places{placed{}, placed{}, placed{}}
	for rank, e := range p.lib.Entries {
		out.every.add(e.Common(), rank)
	}
	for _, list := range p.ranking {
		for _, rank := range list {
			h := p.lib.Entries[rank].Common()
			out.shown.add(h, rank)
			if p.known[rank].lasting {
				out.lasting.add(h, rank)
			}
		}
	}
	return out
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
	return p.entries(p.places.shown[place{kind, city}])
}
