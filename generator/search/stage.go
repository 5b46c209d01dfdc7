package search

import "math/bits"

// The steps that give up words of the query, as the contract names them.
const (
	allWords  = ""
	mostWords = "most-words"
	anyWord   = "any-word"
)

// mostShare is the share of the idf mass of a query that most-words asks for.
// As the first thing asked it would lose a third of all questions; after
// all-words, shares from 0.3 to 0.5 differ by 0.003 in mean reciprocal rank on
// 1,500 questions and as many keyword queries.
const mostShare = 0.5

// stage keeps the documents that match all words of the query; if there are
// none those with most of it, if none those with any. It looks at the text
// alone, so that a filter never changes what counts as a match and facet
// counts are what the filter then gives.
func (m *matches) stage(p phrase) (docs []uint32, relaxed string) {
	half := mostShare * m.total(p)
	steps := []struct {
		name string
		fits func(uint32) bool
	}{
		{allWords, func(d uint32) bool { return p.matchedBy(m.found[d]) }},
		{mostWords, func(d uint32) bool { return m.mass[d] >= half }},
		{anyWord, func(uint32) bool { return true }},
	}
	for _, step := range steps {
		for _, d := range m.docs {
			if step.fits(d) {
				docs = append(docs, d)
			}
		}
		if len(docs) > 0 {
			return docs, step.name
		}
	}
	return nil, allWords
}

func (p phrase) matchedBy(found uint64) bool {
	for _, w := range p.words {
		if !w.optional && !w.matches(found) {
			return false
		}
	}
	return true
}

func popcount(set uint64) int { return bits.OnesCount64(set) }
