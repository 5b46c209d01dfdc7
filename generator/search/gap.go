package search

import (
	"context"
	"slices"

	"anju/generator/lexicon"
)

// gapKind are the pages about what was looked for and not found.
const gapKind = "gap"

// gapMass is the share of the words, but for the city, that a gap must hold.
const gapMass = .3

// gap is what is known to be missing about a question that found nothing with all
// its words, or nothing in the city that it names: of the gaps of its city or,
// where it names none, of the whole region, the one that holds most of its other
// words.
func (s *Searcher) gap(ctx context.Context, a *answer, total int) (*Hit, error) {
	cities := a.question.query.Filters[facetNames[cityFacet]]
	if missed := a.missed.Filters[facetNames[cityFacet]]; len(missed) > 0 {
		cities = missed
	} else if a.matches == nil || total > 0 && (a.found.relaxed == allWords || a.found.relaxed == corrected) {
		return nil, nil
	}
	if len(cities) == 0 {
		cities = []string{""}
	}
	topic := s.lexicon.Read(a.question.query.Text, lexicon.All)
	p := newPhrase(topic, topic.Rest, 0)
	m, err := s.score(ctx, p)
	if err != nil {
		return nil, err
	}
	defer s.release(m)
	best, mass := -1, gapMass*m.total
	for _, d := range m.docs {
		doc := &s.docs[d]
		if doc.Kind != gapKind || !slices.Contains(cities, doc.City) {
			continue
		}
		if found := m.mass(p, m.found[d]); found > mass || found == mass && best >= 0 && int(d) < best {
			best, mass = int(d), found
		}
	}
	if best < 0 {
		return nil, nil
	}
	texts, err := s.text(uint32(best))
	if err != nil {
		return nil, err
	}
	hit := a.hit(ranked{doc: uint32(best)}, texts, a.question.query.Lang, newMarker(phrase{}, nil))
	return &hit, nil
}
