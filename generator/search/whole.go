package search

import "context"

// IDs are the ids of all hits of q, in order, however many pages they fill.
func (s *Searcher) IDs(ctx context.Context, q Query) ([]string, error) {
	panic("unwritten")
}

// Suggest completes the beginning of a question: at most eight names, in lang
// where they have one in it.
func (s *Searcher) Suggest(text, lang string) []Suggestion {
	panic("unwritten")
}
