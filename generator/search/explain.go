package search

import "context"

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
	Synonyms [][]string // the terms of each
	Optional bool
}

// ExplainedHit is how a score was made: the sum of Terms times Coord, plus
// Bonus, times Factor.
type ExplainedHit struct {
	ID     string
	Score  float64
	Terms  []ExplainedTerm
	Coord  float64 // the share of the query's terms that was found
	Bonus  float64 // for a title, alias or document number that is or holds the query
	Factor float64 // for the standing of the document and for its kind
}

// ExplainedTerm is what a term contributed in a field.
type ExplainedTerm struct {
	Term, Field string
	Count       int     // occurrences
	IDF         float64 // of the term, over all fields
	Weight      float64 // of the occurrences, before saturation
}

// Explain answers q and tells why.
func (s *Searcher) Explain(ctx context.Context, q Query) (Explanation, error) {
	panic("unwritten")
}
