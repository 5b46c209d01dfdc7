package search

import (
	"context"
	"iter"
	"maps"
	"math"
	"slices"
	"strings"

	index "github.com/blevesearch/bleve_index_api"
)

// contextEvery is how many documents are looked at between two looks at the
// context, which is looked at between terms, too.
const contextEvery = 4096

// nowhere is the place of a document that is gone.
const nowhere = math.MaxUint32

// inverted tells which documents hold a term: those of the bleve index that are
// not gone, and those that came later.
type inverted struct {
	reader index.IndexReader // nil where bleve has no documents
	place  []uint32          // bleve's document number → place among all documents, or nowhere
	later  overlay
}

// posting says how often a document holds a term in a field, and how many tokens
// the field has.
type posting struct {
	doc    uint32
	count  uint64
	length float64
}

// each calls use for all documents with a term in a field.
func (v *inverted) each(ctx context.Context, term, field string, use func(posting)) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := v.stored(ctx, term, field, use); err != nil {
		return err
	}
	for _, p := range v.later.postings[located{field, term}] {
		use(p)
	}
	return nil
}

// stored calls use for those of them that bleve holds.
func (v *inverted) stored(ctx context.Context, term, field string, use func(posting)) error {
	if v.reader == nil {
		return nil
	}
	reader, err := v.reader.TermFieldReader(ctx, []byte(term), field, true, true, false)
	if err != nil {
		return err
	}
	defer reader.Close()
	var doc index.TermFieldDoc
	for i := 1; ; i++ {
		next, err := reader.Next(&doc)
		if err != nil || next == nil {
			return err
		}
		if i%contextEvery == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		if place := v.place[next.ID.Value()]; place != nowhere {
			use(posting{place, next.Freq, lengthOf(next.Norm)})
		}
	}
}

// lengthOf is the length of a field that bleve keeps as its norm, 1/sqrt(length).
func lengthOf(norm float64) float64 { return 1 / (norm * norm) }

// begin gives the terms of a field that begin with prefix, in their order. Some
// may be held only by documents that are gone.
func (v *inverted) begin(field, prefix string) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		later := v.later.begin(field, prefix)
		for term, err := range v.beginStored(field, prefix) {
			for ; len(later) > 0 && later[0] < term; later = later[1:] {
				if !yield(later[0], nil) {
					return
				}
			}
			if len(later) > 0 && later[0] == term {
				later = later[1:]
			}
			if !yield(term, err) {
				return
			}
		}
		for _, term := range later {
			if !yield(term, nil) {
				return
			}
		}
	}
}

func (v *inverted) beginStored(field, prefix string) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		if v.reader == nil {
			return
		}
		dict, err := v.reader.FieldDictPrefix(field, []byte(prefix))
		if err != nil {
			yield("", err)
			return
		}
		defer dict.Close()
		for {
			entry, err := dict.Next()
			if err != nil {
				yield("", err)
				return
			}
			if entry == nil || !yield(entry.Term, nil) {
				return
			}
		}
	}
}

// overlay holds the terms of a few documents as bleve would.
type overlay struct{ postings map[located][]posting }

// located is a term in a field.
type located struct{ field, term string }

// add notes the terms of a document.
func (o *overlay) add(doc uint32, d *indexed) {
	for _, f := range scored {
		counts, length := make(map[string]uint64), 0
		for term := range tokens(d.text(f.name)) {
			counts[term]++
			length++
		}
		norm := float64(float32(1 / math.Sqrt(float64(length)))) // as precise as bleve keeps it
		for term, n := range counts {
			at := located{f.name, term}
			o.postings[at] = append(o.postings[at], posting{doc, n, lengthOf(norm)})
		}
	}
}

func (o *overlay) begin(field, prefix string) []string {
	var out []string
	for at := range maps.Keys(o.postings) {
		if at.field == field && strings.HasPrefix(at.term, prefix) {
			out = append(out, at.term)
		}
	}
	slices.Sort(out)
	return out
}
