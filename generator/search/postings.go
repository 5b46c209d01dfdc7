package search

import (
	"context"
	"slices"
	"unicode/utf8"

	"anju/generator/hanzi"
)

// maxExpansions bounds how many bigrams stand in for a single character.
const maxExpansions = 64

// tally collects the weighed occurrences of one term.
type tally struct {
	docs   []uint32
	weight []float64 // by document
}

func (t *tally) reset() {
	for _, d := range t.docs {
		t.weight[d] = 0
	}
	t.docs = t.docs[:0]
}

func (t *tally) add(doc uint32, w float64) {
	if t.weight[doc] == 0 {
		t.docs = append(t.docs, doc)
	}
	t.weight[doc] += w
}

// counted is what was collected, to keep.
func (t *tally) counted() counted {
	c := counted{slices.Clone(t.docs), make([]float64, len(t.docs))}
	for i, d := range t.docs {
		c.weights[i] = t.weight[d]
	}
	return c
}

// count tallies a term over all fields. A single Han character, which in most
// texts stands in bigrams only, is also counted where a bigram begins with it,
// if it was not found as it is.
func (s *Searcher) count(ctx context.Context, term string, t *tally) error {
	alone := isSingle(term)
	for _, f := range scored {
		if f.name == uniField && !alone {
			continue // it holds nothing longer
		}
		err := s.postings(ctx, term, f, func(doc uint32, _ uint64, w float64) { t.add(doc, w) })
		if err != nil {
			return err
		}
	}
	if !alone || len(t.docs) > 0 {
		return nil
	}
	return s.expand(ctx, term, t)
}

func isSingle(term string) bool {
	r, size := utf8.DecodeRuneInString(term)
	return size == len(term) && hanzi.ClassOf(r) == hanzi.Han
}

func (s *Searcher) expand(ctx context.Context, term string, t *tally) error {
	left := maxExpansions
	for bigram, err := range s.inverted.begin(bodyField, term) {
		if err != nil {
			return err
		}
		held := false
		err = s.postings(ctx, bigram, body, func(doc uint32, _ uint64, w float64) { t.add(doc, w); held = true })
		if err != nil {
			return err
		}
		if held { // and not only by documents that are gone
			left--
		}
		if left == 0 {
			return nil
		}
	}
	return nil
}

// postings calls found for each document with a term in a field, with the
// number of occurrences and what they weigh.
func (s *Searcher) postings(ctx context.Context, term string, f weighted, found func(doc uint32, n uint64, w float64)) error {
	return s.inverted.each(ctx, term, f.name, func(p posting) {
		slope := 1 - f.b + f.b*p.length/s.average[f.name]
		found(p.doc, p.count, f.weight*float64(p.count)/slope)
	})
}
