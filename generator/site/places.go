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

// sortPlaces puts all entries where they are, and apart from them those that
// lists show and those of them that are not over, in the order of the lists.
// It counts, once for all pages, what is found near each, and gathers series.
func (p *planner) sortPlaces() {
	p.everyPlace, p.shownPlace, p.lastingPlace = placed{}, placed{}, placed{}
	for _, e := range p.lib.Entries {
		p.everyPlace.add(e)
	}
	for _, kind := range content.Kinds {
		for _, e := range p.shown[kind.Name] {
			p.shownPlace.add(e)
			if p.holds(e) {
				p.lastingPlace.add(e)
			}
		}
	}
	p.foundNearby = map[place]int{}
	for _, c := range p.lib.Vocab.Cities {
		for _, kind := range content.Kinds {
			p.foundNearby[place{kind.Name, c.Slug}] = p.found(nearbyQuestion(kind.Name, c.Slug))
		}
	}
	p.inSeries = map[string][]content.Entry{}
	for _, e := range p.shown["event"] {
		if series := e.(*content.Event).Series; series != "" {
			p.inSeries[series] = append(p.inSeries[series], e)
		}
	}
}

// inCity are the listed entries of a kind in a city; of no city for "". The
// list is shared: whoever changes it makes a copy first.
func (p *planner) inCity(kind, city string) []content.Entry { return p.shownPlace[place{kind, city}] }
