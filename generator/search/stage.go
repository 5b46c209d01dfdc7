package search

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

// The steps of a search: the documents that hold all words, those that lack only
// what is welcome, and then those with more than a part of the idf mass of the
// query. As the first thing asked, one half would lose a third of all questions;
// after all words, it puts the right document of a keyword query of the test
// collections on the first page in 89 instead of 85 of 100 cases.
var steps = [...]struct {
	relaxed string
	mass    float64
}{{allWords, 1}, {mostWords, 1}, {mostWords, .5}, {mostWords, .3}, {anyWord, 0}}

// found are the documents that the text of a query matches, whatever the
// filters: so a filter never changes what counts as a match, and facet counts
// are what the filter then gives.
type found struct {
	docs    []uint32 // those with all words first
	full    int      // how many of them hold all words
	relaxed string
}

// stage keeps the documents that match all words of the query. Where these are
// few, those with most of it follow; where there are none, those with any word
// if need be. What holds a part only of a single known name is another thing,
// and does not follow.
func (m *matches) stage(p phrase) (f found) {
	byStep := m.steps(p)
	f.docs = byStep[0]
	f.full = len(f.docs)
	for i, step := range steps[1:] {
		if len(f.docs) >= enough || f.full > 0 && step.relaxed == anyWord || len(f.docs) > 0 && step.mass < 1 && p.lone() {
			break
		}
		if len(f.docs) == 0 && len(byStep[i+1]) > 0 {
			f.relaxed = step.relaxed
		}
		f.docs = append(f.docs, byStep[i+1]...)
	}
	return f
}

// steps are the documents by the step that finds them first. Many have the same
// terms, which are judged once.
func (m *matches) steps(p phrase) (docs [len(steps)][]uint32) {
	judged := make(map[uint64]int)
	for _, d := range m.docs {
		terms := m.found[d]
		step, ok := judged[terms]
		if !ok {
			step = m.step(p, terms)
			judged[terms] = step
		}
		if step < len(steps) {
			docs[step] = append(docs[step], d)
		}
	}
	return docs
}

// step is the first step that finds a document with these terms.
func (m *matches) step(p phrase, terms uint64) int {
	switch {
	case p.fullyBy(terms):
		return 0
	case p.matchedBy(terms):
		return 1
	}
	mass := m.mass(p, terms)
	for i, step := range steps[1:] {
		if mass > step.mass*m.total {
			return i + 1
		}
	}
	return len(steps)
}
