package search

import (
	"context"
	"fmt"
	"math"
)

// Explanation tells how the answer to a query came about.
type Explanation struct {
	Result Result
	Words  []ExplainedWord
	Hits   []ExplainedHit // of the page, in its order
}

// ExplainedWord is a word of the query with the terms that it was looked for by.
type ExplainedWord struct {
	Text     string
	Terms    []string
	Synonyms [][]string // the terms of each, and of each word that is related
	Optional bool       // it only ranks
}

// ExplainedHit is how a score was made: what the terms contribute, times Coord,
// plus Bonus, times Factor.
type ExplainedHit struct {
	ID     string
	Score  float64
	Terms  []ExplainedTerm
	Coord  float64 // the root of the share of the query's terms that was found
	Bonus  float64 // for a title, alias or document number that is or holds the query
	Factor float64 // for the standing of the document and for its kind
}

// ExplainedTerm is what a term was found as in a field. The weights of a term
// in all fields are added before they saturate, and of a word and its synonyms
// only the best contributes.
type ExplainedTerm struct {
	Term, Field string
	Count       int     // occurrences
	IDF         float64 // of the term, over all fields
	Weight      float64 // of the occurrences, before saturation
}

// Explain answers q and tells why.
func (s *Searcher) Explain(ctx context.Context, q Query) (Explanation, error) {
	result, err := s.Search(ctx, q)
	if err != nil {
		return Explanation{}, err
	}
	a, err := s.answer(ctx, q)
	if err != nil {
		return Explanation{}, fmt.Errorf("explaining: %w", err)
	}
	defer s.release(a.matches)
	e := Explanation{Result: result}
	for _, w := range a.phrase.words {
		word := a.phrase.explained(w)
		word.Optional = word.Optional || a.onlyFilters
		e.Words = append(e.Words, word)
	}
	if a.matches == nil {
		return e, nil
	}
	for _, r := range a.order().best(a.hits, a.question.query.Page*a.question.query.PerPage, a.rank) {
		hit := ExplainedHit{
			ID: s.docs[r.doc].ID, Score: r.score, Coord: math.Sqrt(a.phrase.coord(a.matches.found[r.doc])),
			Bonus: s.bonus(a.matches, a.question, r.doc), Factor: a.factor(r.doc),
		}
		if hit.Terms, err = s.explainTerms(ctx, a, r.doc); err != nil {
			return Explanation{}, fmt.Errorf("explaining: %w", err)
		}
		e.Hits = append(e.Hits, hit)
	}
	e.Hits = e.Hits[len(e.Hits)-len(result.Hits):] // those of earlier pages go
	return e, nil
}

func (p phrase) explained(w queryWord) ExplainedWord {
	out := ExplainedWord{Text: w.text, Optional: w.optional}
	for i, v := range w.variants {
		var terms []string
		for t, term := range p.terms {
			if v.all&(1<<t) != 0 {
				terms = append(terms, term)
			}
		}
		if i == 0 {
			out.Terms = terms
		} else {
			out.Synonyms = append(out.Synonyms, terms)
		}
	}
	return out
}

// explainTerms looks every term up again, in every field of one document.
func (s *Searcher) explainTerms(ctx context.Context, a *answer, doc uint32) (out []ExplainedTerm, err error) {
	for t, term := range a.phrase.terms {
		if a.matches.found[doc]&(1<<t) == 0 {
			continue
		}
		for _, f := range scored {
			err := s.postings(ctx, term, f, func(d uint32, n uint64, w float64) {
				if d == doc {
					out = append(out, ExplainedTerm{term, f.name, int(n), a.matches.idf[t], w})
				}
			})
			if err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}
