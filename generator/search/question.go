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

	onlyFilters bool // nothing but filters was typed: the words rank, and need not be found
}

// understand reads the text of q. A text that matches nothing in full is read
// again as what may have been meant.
func (s *Searcher) understand(ctx context.Context, q Query) (question, []string, error) {
	asked, err := s.read(ctx, q, q.Text)
	if err != nil || asked.found.full >= sure || asked.matches == nil {
		return asked, nil, err
	}
	var others []string
	for _, text := range s.names.Correct(firstRunes(q.Text, MaxRunes)) {
		other, err := s.read(ctx, q, text)
		if err != nil {
			return asked, nil, err
		}
		if other.found.full <= asked.found.full {
			s.release(other.matches)
			continue
		}
		others = append(others, text)
		if asked.found.full == 0 {
			s.release(asked.matches)
			asked, other = other, question{}
			asked.found.relaxed = corrected
		}
		s.release(other.matches)
	}
	return asked, others, nil
}

// sure is how many documents must hold all words for a text not to be taken
// for a slip.
const sure = 3

// read takes filters out of a text as far as something is found with them: the
// least certain is given up first. Only the text decides, not the filters that
// were chosen besides, so that a choice never changes what a text means.
func (s *Searcher) read(ctx context.Context, q Query, text string) (question, error) {
	kinds := s.kinds(q, text)
	first := s.lexicon.Read(text, kinds)
	for {
		asked, err := s.readAs(ctx, q, text, kinds, first)
		if err != nil {
			return asked, err
		}
		taken := asked.reading.Kinds &^ lexicon.Numbers
		if taken == 0 || s.fits(&asked) {
			asked.missed = missed(first, asked.reading)
			return asked, nil
		}
		least := lexicon.Kinds(1) << (bits.Len8(uint8(taken)) - 1)
		kinds &^= least
		s.release(asked.matches)
	}
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
	name := compact(hanzi.FoldString(text))
	if q.Literal || s.isName[name] && !s.isFilter[name] {
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
	words := asked.reading
	asked.onlyFilters = words.Rest == "" && words.Kinds&^lexicon.Numbers != 0
	if asked.onlyFilters {
		words = s.lexicon.Read(text, 0)
	}
	if lost := first.Kinds &^ asked.reading.Kinds; lost&(lexicon.Cities|lexicon.Degrees|lexicon.Statuses) == 0 {
		return asked, s.find(ctx, &asked, words, text)
	}
	words.Words = welcome(words.Words, first.Words)
	if err := s.find(ctx, &asked, words, text); err != nil || len(asked.found.docs) > 0 {
		return asked, err
	}
	s.release(asked.matches)
	return asked, s.find(ctx, &asked, asked.reading, text)
}

// find fills in what matches the words.
func (s *Searcher) find(ctx context.Context, asked *question, words lexicon.Reading, text string) (err error) {
	if strings.TrimSpace(text) == "" {
		asked.found.docs = s.all
		return nil
	}
	asked.phrase = newPhrase(words, text)
	if asked.matches, err = s.score(ctx, asked.phrase); err != nil {
		return err
	}
	if asked.onlyFilters {
		asked.found = found{docs: s.all, full: len(s.all)}
	} else {
		asked.found = asked.matches.stage(asked.phrase, words)
	}
	for _, d := range asked.found.docs {
		if asked.matches.found[d] != 0 {
			asked.matches.score[d] += s.bonus(asked.matches, *asked, d)
		}
	}
	return nil
}

// welcome are the words, of which those that are not among the needed ones are
// optional: they would be a filter if anything passed it. At least one stays
// needed.
func welcome(words, needed []lexicon.Word) []lexicon.Word {
	words = slices.Clone(words)
	for i := range words {
		same := func(w lexicon.Word) bool { return w.Text == words[i].Text && !w.Optional }
		if len(needed) > 0 && !slices.ContainsFunc(needed, same) {
			words[i].Optional = true
		}
	}
	return words
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
