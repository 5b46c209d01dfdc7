package search

import (
	"context"
	"math"
	"unicode/utf8"

	index "github.com/blevesearch/bleve_index_api"
)

// weighted is a field that text is looked for in.
type weighted struct {
	name   string
	weight float64 // of an occurrence, against one in the body
	b      float64 // how much length counts against it, from 0 to 1
}

// Body text is long and varies in length, hence the usual 0.75 there; elsewhere
// length says little. Title weights from 1.5 to 6 ranked alike on test
// collections (1,100 and 2,000 paragraphs, 1,500 queries each); 3 is what
// readers expect of a title.
var (
	body   = weighted{bodyField, 1, .75}
	scored = []weighted{
		{titleField, 3, .3},
		{aliasField, 2.5, .3},
		{numberField, 3, .3},
		{tagField, 2, .3},
		{headingField, 1.5, .3},
		body,
		{uniField, 2, .3},
	}
)

// k1 is BM25's saturation: how fast more occurrences stop counting. From .3 to
// 1.2 nothing changed on the test collections.
const k1 = 1.2

// The constants added for what is more than words, as shares of the idf mass
// of the query, so that they weigh the same in an index of any size.
const (
	titleEquals   = 1.0 // a title or alias is the query
	titleContains = 0.5 // a title or alias holds the whole query
	numberEquals  = 2.0 // the document number is the query
)

// maxExpansions bounds how many bigrams stand in for a single character.
const maxExpansions = 64

// contextEvery is how many documents are looked at between two looks at the
// context. (Terms are looked up one by one, so it is seen between them too.)
const contextEvery = 4096

// matches is what the terms of a query found, by document.
type matches struct {
	docs   []uint32  // in the order they were met
	score  []float64 // by document, not by place in docs
	found  []uint64  // the terms found, as bits
	mass   []float64 // their idf, summed
	idf    []float64 // by term; 0 for one that occurs nowhere
	absent []bool    // by term: it occurs nowhere
}

// score runs BM25F (Robertson, Zaragoza: The Probabilistic Relevance Framework,
// 2009) over the postings of every term: occurrences in all fields are weighed
// and added before they saturate, and the number of documents with a term is
// counted over all fields. The result is multiplied by the share of the terms
// found, which for overlapping bigrams is evidence of the phrase.
func (s *Searcher) score(ctx context.Context, p phrase) (*matches, error) {
	n := len(s.docs)
	m := &matches{
		score: make([]float64, n), found: make([]uint64, n), mass: make([]float64, n),
		idf: make([]float64, len(p.terms)), absent: make([]bool, len(p.terms)),
	}
	counted := &tally{weight: make([]float64, n)}
	for t, term := range p.terms {
		if err := s.count(ctx, term, counted); err != nil {
			return nil, err
		}
		m.add(t, counted, n)
		counted.reset()
	}
	for _, d := range m.docs {
		found := float64(popcount(m.found[d]))
		m.score[d] *= found / float64(len(p.terms))
	}
	s.reward(m, p)
	return m, nil
}

func (m *matches) add(term int, counted *tally, n int) {
	df := float64(len(counted.docs))
	m.absent[term] = df == 0
	m.idf[term] = math.Log(1 + (float64(n)-df+.5)/(df+.5))
	for _, d := range counted.docs {
		if m.found[d] == 0 {
			m.docs = append(m.docs, d)
		}
		w := counted.weight[d]
		m.found[d] |= 1 << term
		m.mass[d] += m.idf[term]
		m.score[d] += m.idf[term] * (k1 + 1) * w / (k1 + w)
	}
}

// reward adds the constants.
func (s *Searcher) reward(m *matches, p phrase) {
	total := m.total(p)
	short := utf8.RuneCountInString(p.compact) < 2
	for _, d := range m.docs {
		doc := &s.docs[d]
		if doc.Number != "" && number(p.compact) == doc.Number {
			m.score[d] += numberEquals * total
		}
		if !short {
			m.score[d] += doc.named(p.compact) * total
		}
	}
}

// total is the idf mass of the query. A bigram that occurs nowhere is left out:
// it is most often one that crosses the border of two words. A word of letters
// that occurs nowhere is asked for nevertheless.
func (m *matches) total(p phrase) float64 {
	sum := 0.0
	for t, idf := range m.idf {
		r, _ := utf8.DecodeRuneInString(p.terms[t])
		if !m.absent[t] || classOf(r) == word {
			sum += idf
		}
	}
	return sum
}

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

// count tallies a term over all fields. A single Han character, which in most
// texts stands in bigrams only, is also counted where a bigram begins with it,
// if it was not found as it is.
func (s *Searcher) count(ctx context.Context, term string, t *tally) error {
	if s.reader == nil { // an index of no documents
		return nil
	}
	for _, f := range scored {
		if err := s.postings(ctx, term, f, t); err != nil {
			return err
		}
	}
	if !isSingle(term) || len(t.docs) > 0 {
		return nil
	}
	return s.expand(ctx, term, t)
}

func isSingle(term string) bool {
	r, size := utf8.DecodeRuneInString(term)
	return size == len(term) && classOf(r) == han
}

func (s *Searcher) expand(ctx context.Context, term string, t *tally) error {
	dict, err := s.reader.FieldDictPrefix(bodyField, []byte(term))
	if err != nil {
		return err
	}
	defer dict.Close()
	for range maxExpansions {
		entry, err := dict.Next()
		if err != nil {
			return err
		}
		if entry == nil {
			return nil
		}
		if err := s.postings(ctx, entry.Term, body, t); err != nil {
			return err
		}
	}
	return nil
}

// postings tallies a term in one field.
func (s *Searcher) postings(ctx context.Context, term string, f weighted, t *tally) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	reader, err := s.reader.TermFieldReader(ctx, []byte(term), f.name, true, true, false)
	if err != nil {
		return err
	}
	defer reader.Close()
	var posting index.TermFieldDoc
	for i := 1; ; i++ {
		next, err := reader.Next(&posting)
		if err != nil || next == nil {
			return err
		}
		if i%contextEvery == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		// bleve keeps the length of a field as its norm, 1/sqrt(length).
		length := 1 / (next.Norm * next.Norm)
		slope := 1 - f.b + f.b*length/s.average[f.name]
		t.add(s.ordinal[next.ID.Value()], f.weight*float64(next.Freq)/slope)
	}
}
