package search

import (
	"context"
	"math"
	"math/bits"
	"unicode/utf8"
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

// k1 is BM25's saturation: how fast more occurrences stop counting. From 1.2 to
// 1.6 the test collections differ by .002.
const k1 = 1.5

// relatedWeight is what a word that is related counts for against the word
// itself. A synonym counts as much.
const relatedWeight = .8

// The constants added for what is more than words, as shares of the idf mass
// of the query, so that they weigh the same in an index of any size. Words alone
// reach k1+1 at most: what is named as it was typed stands above.
const (
	titleEquals   = k1 + 1.5 // a title or alias is the query
	titleContains = 0.5      // a title or alias holds the whole query
	numberEquals  = k1 + 2   // the document number is the one that was asked for
)

// matches is what the terms of a query found, by document.
type matches struct {
	*scratch
	idf    []float64 // by term; 0 for one that occurs nowhere
	absent uint64    // the terms that occur nowhere
	total  float64   // the idf mass of the words that must be found
}

// scratch holds a number for every document. It is used again and again.
type scratch struct {
	docs  []uint32  // those met, in the order they were met
	score []float64 // by document, not by place in docs
	found []uint64  // the terms found, as bits
	word  []float64 // the score of one variant of a word
	best  []float64 // the best of its variants
	term  tally
}

func newScratch(n int) *scratch {
	return &scratch{
		score: make([]float64, n), found: make([]uint64, n),
		word: make([]float64, n), best: make([]float64, n),
		term: tally{weight: make([]float64, n)},
	}
}

// release gives the arrays back for another query.
func (s *Searcher) release(m *matches) {
	if m == nil {
		return
	}
	for _, d := range m.docs {
		m.score[d], m.found[d] = 0, 0
	}
	m.docs = m.docs[:0]
	m.term.reset()
	s.pool.Put(m.scratch)
}

// score runs BM25F (Robertson, Zaragoza: The Probabilistic Relevance Framework,
// 2009) over the postings of every term: occurrences in all fields are weighed
// and added before they saturate, and the number of documents with a term is
// counted over all fields. Of a word and its synonyms the one that scores best
// counts. The result is multiplied by the root of the share of the terms found,
// which for overlapping bigrams is evidence of the phrase; the whole share
// ranked questions worse, no share keywords.
func (s *Searcher) score(ctx context.Context, p phrase) (*matches, error) {
	m := &matches{scratch: s.pool.Get().(*scratch), idf: make([]float64, len(p.terms))}
	for _, w := range p.words {
		if err := s.scoreWord(ctx, m, p, w); err != nil {
			// The arrays may hold what no list tells; they are not used again.
			return nil, err
		}
	}
	m.total = m.mass(p, math.MaxUint64) + m.lost(p, len(s.docs))
	coords := make(map[uint64]float64) // many documents have the same terms
	for _, d := range m.docs {
		coord, ok := coords[m.found[d]]
		if !ok {
			coord = math.Sqrt(p.coord(m.found[d]))
			coords[m.found[d]] = coord
		}
		m.score[d] *= coord
	}
	return m, nil
}

// scoreWord adds the best variant of a word to the scores. A bridge from a word
// that occurs nowhere is none.
func (s *Searcher) scoreWord(ctx context.Context, m *matches, p phrase, w queryWord) error {
	if w.after != 0 && w.after&^m.absent == 0 {
		return nil // 上海人才公寓: of a city that no text names, 海人 says something else
	}
	var touched []uint32
	for _, v := range w.variants {
		docs, err := s.scoreVariant(ctx, m, p, v)
		if err != nil {
			return err
		}
		for _, d := range docs {
			if m.best[d] == 0 {
				touched = append(touched, d)
			}
			m.best[d] = max(m.best[d], v.weight*m.word[d])
			m.word[d] = 0
		}
	}
	for _, d := range touched {
		m.score[d] += m.best[d]
		m.best[d] = 0
	}
	return nil
}

// scoreVariant adds up the terms of a variant in m.word and returns the
// documents that have any.
func (s *Searcher) scoreVariant(ctx context.Context, m *matches, p phrase, v variant) (touched []uint32, err error) {
	for set := v.all; set != 0; set &= set - 1 {
		t := bits.TrailingZeros64(set)
		term, err := s.counted(ctx, p.terms[t], &m.term)
		if err != nil {
			return nil, err
		}
		m.rate(t, len(term.docs), len(s.docs))
		for i, d := range term.docs {
			if m.found[d] == 0 {
				m.docs = append(m.docs, d)
			}
			if m.word[d] == 0 {
				touched = append(touched, d)
			}
			m.found[d] |= 1 << t
			m.word[d] += saturated(m.idf[t], term.weights[i])
		}
	}
	return touched, nil
}

// rate notes how rare a term is that found of n documents have.
func (m *matches) rate(term, found, n int) {
	df := float64(found)
	if df == 0 {
		m.absent |= 1 << term
	}
	m.idf[term] = rarity(df, n)
}

// rarity is the inverse document frequency of a term that df of n documents
// have.
func rarity(df float64, n int) float64 { return math.Log(1 + (float64(n)-df+.5)/(df+.5)) }

func saturated(idf, weight float64) float64 { return idf * (k1 + 1) * weight / (k1 + weight) }

// bonus is what a document gets for its names and its number.
func (s *Searcher) bonus(m *matches, p question, doc uint32) float64 {
	d, share := &s.docs[doc], 0.0
	if n := p.reading.Number; n != nil && d.numbered(*n) {
		share = numberEquals
	}
	if !p.phrase.matchedBy(m.found[doc]) { // nor can a name of it hold the query
		return share * m.total
	}
	named := 0.0
	for _, name := range p.phrase.whole {
		if utf8.RuneCountInString(name) > 1 {
			named = max(named, d.named(name))
		}
	}
	for _, name := range p.phrase.same {
		named = max(named, min(d.named(name), titleContains))
	}
	return (share + named) * m.total
}
