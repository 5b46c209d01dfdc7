package search

import (
	"context"
	"maps"
	"math/bits"
	"slices"
	"strings"

	"anju/generator/hanzi"
	"anju/generator/lexicon"
)

// question is a query understood, with what its text matches.
type question struct {
	query   Query // with the filters read out of its text
	read    []string
	missed  Query
	reading lexicon.Reading
	phrase  phrase
	matches *matches // nil where there is no text
	found   found

	worth       int  // the less the better
	onlyFilters bool // nothing but filters was typed: the words rank, and need not be found
}

// understand reads the text of q. A text that matches nothing in full is read
// again as what may have been meant.
func (s *Searcher) understand(ctx context.Context, q Query) (question, []string, error) {
	typed, err := s.read(ctx, q, q.Text)
	if err != nil || typed.found.full >= sure || typed.matches == nil || typed.long() {
		return typed, nil, err
	}
	asked := typed
	var others []string
	for _, text := range s.names.Correct(firstRunes(q.Text, MaxRunes)) {
		other, err := s.read(ctx, q, text)
		if err != nil {
			return asked, nil, err
		}
		if other.found.full <= typed.found.full || !typed.keeps(other) {
			s.release(other.matches)
			continue
		}
		if others = append(others, text); typed.found.full > 0 || len(others) > 1 {
			s.release(other.matches)
			continue
		}
		asked = other
		asked.found.relaxed = corrected
	}
	if asked.found.relaxed == corrected {
		s.release(typed.matches)
	}
	return asked, others, nil
}

// keeps reports whether another text has every term of this one that occurs
// anywhere: a word that is known is not corrected, unless it is the name of a
// filter, which may be written otherwise.
func (q *question) keeps(other question) bool {
	for t, term := range q.phrase.terms {
		if _, kept := other.phrase.index[term]; !kept && q.matches.absent&(1<<t) == 0 && q.phrase.plain&(1<<t) != 0 {
			return false
		}
	}
	return true
}

// sure is how many documents must hold all words for a text not to be taken
// for a slip.
const sure = 3

// read takes filters out of a text as far as something is found with them: as
// few as can be are given up, and of several rather the less certain. Only the
// text decides, not the filters that were chosen besides, so that a choice never
// changes what a text means.
func (s *Searcher) read(ctx context.Context, q Query, text string) (question, error) {
	first := s.lexicon.Read(text, s.kinds(q, text))
	best := question{}
	for i, kinds := range fewer(first.Kinds | lexicon.Numbers) {
		if kinds != lexicon.Numbers && best.long() {
			continue
		}
		asked, err := s.readAs(ctx, q, text, kinds, first)
		if err != nil {
			s.release(best.matches)
			return asked, err
		}
		if asked.worth = s.worth(&asked); i > 0 && asked.worth >= best.worth {
			s.release(asked.matches)
			continue
		}
		s.release(best.matches)
		if best = asked; best.worth == 0 {
			break
		}
	}
	if best.found.relaxed != allWords && best.reading.Kinds&lexicon.Amounts == 0 && measured(first) {
		asked, err := s.readHome(ctx, q, text, first)
		if err != nil || asked.matches != nil {
			s.release(best.matches)
			return asked, err
		}
	}
	best.missed = missed(first, best.reading)
	return best, nil
}

// measured reports whether a rent or a size was read. Only homes have these, and
// who types one wants a home.
func measured(r lexicon.Reading) bool {
	return r.RentMin != nil || r.RentMax != nil || r.AreaMin != nil || r.AreaMax != nil
}

// readHome is a reading of which the filters must hold and the words only rank:
// of a home little is told but its measures. It has no matches if there is no
// such home.
func (s *Searcher) readHome(ctx context.Context, q Query, text string, first lexicon.Reading) (question, error) {
	asked := question{query: q, reading: first, onlyFilters: true}
	asked.query.merge(first, &asked.read)
	if err := s.find(ctx, &asked, text, 0); err != nil {
		return question{}, err
	}
	if asked.found.relaxed = anyWord; !s.fits(&asked) {
		s.release(asked.matches)
		return question{}, nil
	}
	return asked, nil
}

// longTerms is how many terms a long text has. It is read in few ways only: each
// takes another search, and a text that says much seldom gains by it.
const longTerms = 24

func (q *question) long() bool { return len(q.phrase.terms) > longTerms }

// fewer are the sets of kinds that are tried: all; all but one, the least certain
// first; the most certain alone; and none but document numbers, which are no
// filters.
func fewer(all lexicon.Kinds) []lexicon.Kinds {
	filters := all &^ lexicon.Numbers
	sets := []lexicon.Kinds{all}
	for bit := lexicon.Kinds(1) << 7; bit > 0; bit >>= 1 {
		if filters&bit != 0 {
			sets = append(sets, all&^bit)
		}
	}
	if filters != 0 {
		sets = append(sets, lexicon.Numbers|filters&-filters, lexicon.Numbers)
	}
	slices.SortStableFunc(sets, func(a, b lexicon.Kinds) int {
		return bits.OnesCount8(uint8(b)) - bits.OnesCount8(uint8(a))
	})
	return slices.Compact(sets)
}

// worth says how little a reading finds: 0 where most words stand in something
// that passes its filters, then any word, nothing without filters, and nothing.
func (s *Searcher) worth(asked *question) int {
	filtered := asked.reading.Kinds&^lexicon.Numbers != 0
	switch {
	case filtered && !s.fits(asked):
		return 3
	case len(asked.found.docs) == 0:
		return 2
	case asked.found.relaxed == anyWord:
		return 1
	}
	return 0
}

// missed are the filters of the first reading that the last one is without.
func missed(first, last lexicon.Reading) Query {
	var out Query
	first.Filters = maps.Clone(first.Filters)
	for name := range last.Filters {
		delete(first.Filters, name)
	}
	if last.Kinds&lexicon.Amounts != 0 {
		first.Amount, first.RentMin, first.RentMax, first.AreaMin, first.AreaMax = nil, nil, nil, nil, nil
	}
	out.merge(first, new([]string))
	return out
}

// kinds are what may be read out of a text: of the name of a document nothing,
// for it is the document that is meant, unless it is the name of a filter, too.
func (s *Searcher) kinds(q Query, text string) lexicon.Kinds {
	name := hanzi.Compact(hanzi.FoldString(text))
	if q.Literal || s.isName.has(name) && !s.isFilter[name] {
		return lexicon.Numbers
	}
	return lexicon.All
}

// readAs reads a text in one way, which may be less than the first, and finds
// what matches it. Where what would have been a filter is welcome only, and
// the other words find nothing at all, it is looked for like them.
func (s *Searcher) readAs(ctx context.Context, q Query, text string, kinds lexicon.Kinds, first lexicon.Reading) (question, error) {
	asked := question{query: q, reading: s.lexicon.Read(text, kinds)}
	asked.query.merge(asked.reading, &asked.read)
	asked.onlyFilters = asked.reading.Rest == "" && asked.reading.Kinds&^lexicon.Numbers != 0
	givenUp := first.Kinds &^ asked.reading.Kinds
	err := s.find(ctx, &asked, text, givenUp)
	if err == nil && givenUp != 0 && len(asked.found.docs) == 0 {
		s.release(asked.matches)
		err = s.find(ctx, &asked, text, 0)
	}
	return asked, err
}

// find fills in what matches the words of a text, from which filters of some
// kinds were given up.
func (s *Searcher) find(ctx context.Context, asked *question, text string, givenUp lexicon.Kinds) (err error) {
	if strings.TrimSpace(text) == "" {
		asked.found.docs = s.all
		return nil
	}
	words := asked.reading
	if asked.onlyFilters {
		words = s.lexicon.Read(text, 0)
	}
	asked.phrase = newPhrase(words, text, givenUp)
	if asked.matches, err = s.score(ctx, asked.phrase); err != nil {
		return err
	}
	if asked.onlyFilters {
		asked.found = found{docs: s.all, full: len(s.all)}
	} else {
		asked.found = asked.matches.stage(asked.phrase)
	}
	for _, d := range asked.found.docs {
		if asked.matches.found[d] != 0 {
			asked.matches.score[d] += s.bonus(asked.matches, *asked, d)
		}
	}
	return nil
}

// fits reports whether anything found passes the filters that were read.
func (s *Searcher) fits(asked *question) bool {
	only := Query{At: asked.query.At}
	only.merge(asked.reading, new([]string))
	f := s.filter(&only)
	for _, doc := range asked.found.docs {
		if f.inRange(doc) && f.failing(doc) == 0 {
			return true
		}
	}
	return false
}

// merge puts the filters of a reading into q, but for those that q has already,
// and names them.
func (q *Query) merge(r lexicon.Reading, read *[]string) {
	merged := make(map[string][]string, len(q.Filters)+len(r.Filters))
	for name, values := range q.Filters {
		merged[name] = values
	}
	for _, name := range facetNames {
		if values := r.Filters[name]; len(values) > 0 && len(q.Filters[name]) == 0 {
			merged[name] = values
			*read = append(*read, name)
		}
	}
	q.Filters = merged
	take := func(name string, to **float64, value *float64, chosen bool) {
		if value != nil && !chosen {
			*to = value
			*read = append(*read, name)
		}
	}
	rent, area := q.RentMin != nil || q.RentMax != nil, q.AreaMin != nil || q.AreaMax != nil
	take("amount", &q.Amount, r.Amount, q.Amount != nil)
	take("rent_min", &q.RentMin, r.RentMin, rent)
	take("rent_max", &q.RentMax, r.RentMax, rent)
	take("area_min", &q.AreaMin, r.AreaMin, area)
	take("area_max", &q.AreaMax, r.AreaMax, area)
}
