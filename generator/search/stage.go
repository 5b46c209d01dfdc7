package search

import "anju/generator/lexicon"

// The steps that give up words of the query, as the contract names them.
const (
	allWords  = ""
	mostWords = "most-words"
	anyWord   = "any-word"
	corrected = "pinyin"
)

// enough is how many documents with all words make a page of their own. Where
// there are fewer, those with most words follow below.
const enough = 10

// shares are the parts of the idf mass of a query that the steps after all
// words ask for. As the first thing asked, one half would lose a third of all
// questions; after all words, it puts the right document of a keyword query of
// the test collections on the first page in 89 instead of 85 of 100 cases.
var shares = []struct {
	relaxed string
	mass    float64
}{{mostWords, .5}, {mostWords, .3}, {anyWord, 0}}

// found are the documents that the text of a query matches, whatever the
// filters: so a filter never changes what counts as a match, and facet counts
// are what the filter then gives.
type found struct {
	docs    []uint32 // those with all words first
	full    int      // how many of them hold all words
	relaxed string
}

// stage keeps the documents that match all words of the query; where these are
// few, those with most of it follow; where there are none of either, those with
// any word. What holds a part only of a single known name is another thing, and
// does not follow.
func (m *matches) stage(p phrase, r lexicon.Reading) found {
	f := found{}
	taken := make(map[uint32]bool)
	for _, d := range m.docs {
		if p.matchedBy(m.found[d]) {
			f.docs, taken[d] = append(f.docs, d), true
		}
	}
	f.full = len(f.docs)
	if f.full > 0 && lone(r) {
		return f
	}
	for _, share := range shares {
		if len(f.docs) >= enough || len(f.docs) > 0 && share.relaxed == anyWord {
			break
		}
		before := len(f.docs)
		for _, d := range m.docs {
			if !taken[d] && m.mass(p, m.found[d]) > share.mass*m.total {
				f.docs, taken[d] = append(f.docs, d), true
			}
		}
		if before == 0 && len(f.docs) > 0 {
			f.relaxed = share.relaxed
		}
	}
	return f
}
