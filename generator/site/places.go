package site

import "anju/generator/content"

// place is where entries of a kind are: a city, or "" for none.
type place struct{ kind, city string }

// placed holds the entries of each place: every page of an entry asks for those
// of its city, and would look through all of them otherwise.
type placed map[place][]content.Entry

func (m placed) add(e content.Entry) {
	h := e.Common()
	at := place{h.Kind, h.City}
	m[at] = append(m[at], e)
}

// places are all entries where they are, and apart from them those that lists
// show and those of them that are not over, in the order of the lists.
type places struct{ every, shown, lasting placed }

func (p *planner) sortPlaces() places {
	out := places{placed{}, placed{}, placed{}}
	for _, e := range p.lib.Entries {
		out.every.add(e)
	}
	for _, kind := range content.Kinds {
		for _, e := range p.shown[kind.Name] {
			out.shown.add(e)
			if p.known[e].lasting {
				out.lasting.add(e)
			}
		}
	}
	return out
}

// countNearby counts, once for all pages, what is found near each place.
func (p *planner) countNearby() map[place]int {
	found := map[place]int{}
	for _, c := range p.lib.Vocab.Cities {
		for _, kind := range content.Kinds {
			found[place{kind.Name, c.Slug}] = p.found(nearbyQuestion(kind.Name, c.Slug))
		}
	}
	return found
}

// gatherSeries are the listed events of each series.
func (p *planner) gatherSeries() map[string][]content.Entry {
	all := map[string][]content.Entry{}
	for _, e := range p.shown["event"] {
		if series := e.(*content.Event).Series; series != "" {
			all[series] = append(all[series], e)
		}
	}
	return all
}

// inCity are the listed entries of a kind in a city; of no city for "". The
// list is shared: whoever changes it makes a copy first.
func (p *planner) inCity(kind, city string) []content.Entry {
	return p.places().shown[place{kind, city}]
}
