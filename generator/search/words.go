package search

import (
	"slices"
	"strings"
	"unicode/utf8"

	"anju/generator/hanzi"
	"anju/generator/lexicon"
)

// The bounds of a query. What is beyond them is left out.
const (
	MaxRunes = lexicon.MaxRunes
	MaxWords = lexicon.MaxWords
	maxTerms = 40 // distinct terms of the words themselves
	maxAll   = 64 // with those of their synonyms: a set of terms is a word of bits
)

// phrase is what a reading asks of documents.
type phrase struct {
	whole []string // the text, what is left of it, and its needed words: folded and compact, to compare with names
	same  []string // synonyms of all of it, likewise
	words []queryWord
	terms []string       // distinct
	index map[string]int // term → its place in terms
	limit int            // of terms

	needed uint64 // the terms of words that must be found, without synonyms
	plain  uint64 // those of words that are no filters, either
}

// queryWord is a word to look for: a document must hold one of its variants.
type queryWord struct {
	text     string
	variants []variant // the word itself, then its synonyms and what is related
	known    bool      // it is a name or synonym of the lexicon
	optional bool      // it only ranks
	welcome  bool      // it would be a filter, were that not given up: it ranks, and makes a hit full
	bridge   bool      // it is the term across two words
	after    uint64    // of a bridge, the terms of the word that it begins in
}

// newPhrase makes terms of the words of a reading of text, from which filters of
// some kinds were given up: their words are welcome. A single character right
// beside another word is the rest of something and only ranks, by the bigram
// across.
func newPhrase(r lexicon.Reading, text string, givenUp lexicon.Kinds) phrase {
	p := phrase{index: make(map[string]int), limit: maxTerms}
	for _, s := range []string{text, r.Rest, needed(r.Words)} {
		if name := hanzi.Compact(hanzi.FoldString(s)); name != "" && !slices.Contains(p.whole, name) {
			p.whole = append(p.whole, name)
		}
	}
	for i, w := range r.Words {
		before, after := w.Joined && i > 0, i+1 < len(r.Words) && r.Words[i+1].Joined
		if before {
			p.bridge(r.Words[i-1].Text, w.Text, isSingle(w.Text) && !after && !w.Optional)
		}
		if !(before || after || w.Optional) || !isSingle(w.Text) {
			p.add(w, w.Kind&givenUp != 0)
		}
	}
	if p.needed == 0 { // then what is optional or welcome must be found
		for i := range p.words {
			w := &p.words[i]
			w.optional, w.welcome = w.bridge, false
			p.needed |= w.variants[0].all
		}
	}
	p.limit = maxAll
	p.synonyms(r.Words)
	p.same = p.alike()
	return p
}

// alike are the synonyms of the one known word that must be found, if that is
// all: a document that is called by one of them is called as was asked.
func (p *phrase) alike() (names []string) {
	for _, w := range p.words {
		if w.optional || !p.lone() {
			continue
		}
		for _, v := range w.variants[1:] {
			if v.weight == 1 {
				names = append(names, hanzi.Compact(v.text))
			}
		}
	}
	return names
}

// needed is the text of the words that must be found.
func needed(words []lexicon.Word) string {
	var b strings.Builder
	for _, w := range words {
		if !w.Optional {
			b.WriteString(w.Text)
		}
	}
	return b.String()
}

// add makes a word of the query.
func (p *phrase) add(w lexicon.Word, welcome bool) {
	v := p.variant(w.Text, w.Known)
	if len(v.needs) == 0 {
		return
	}
	q := queryWord{text: w.Text, variants: []variant{v}, known: w.Known, optional: w.Optional || welcome, welcome: welcome}
	if !q.optional {
		p.needed |= v.all
	}
	if !q.optional && w.Kind == 0 {
		p.plain |= v.all
	}
	p.words = append(p.words, q)
}

// synonyms adds the other spellings of words, once all words have their terms.
func (p *phrase) synonyms(words []lexicon.Word) {
	for i := range p.words {
		q := &p.words[i]
		n := slices.IndexFunc(words, func(w lexicon.Word) bool { return w.Text == q.text })
		if n < 0 {
			continue // a bridge
		}
		p.also(q, words[n].Synonyms, 1)
		p.also(q, words[n].Related, relatedWeight)
	}
}

// also adds variants to a word.
func (p *phrase) also(q *queryWord, spellings []string, weight float64) {
	for _, s := range spellings {
		if v := p.variant(s, true); v.all != 0 && p.complete(s, v) {
			v.weight = weight
			q.variants = append(q.variants, v)
		}
	}
}

// complete reports whether no term of s was left out: half a synonym would
// find other things.
func (p *phrase) complete(s string, v variant) bool {
	for term := range tokens(s) {
		if t, ok := p.index[term]; !ok || v.all&(1<<t) == 0 {
			return false
		}
	}
	return true
}

// bridge adds the term across two joined words. It only ranks, for the two need
// not stand together in a text; unless right is but a character after a number
// or letter: 22号, a类.
func (p *phrase) bridge(left, right string, alone bool) {
	a, size := utf8.DecodeLastRuneInString(left)
	b, _ := utf8.DecodeRuneInString(right)
	if hanzi.ClassOf(b) != hanzi.Han {
		return
	}
	text := left[len(left)-size:] + string(b)
	if hanzi.ClassOf(a) == hanzi.Word {
		if text = border(left, right); text == "" {
			return
		}
	}
	t, ok := p.term(text)
	if !ok {
		return
	}
	w := queryWord{text: text, variants: []variant{{text: text, weight: 1, all: 1 << t, needs: []uint64{1 << t}}}, bridge: true}
	for term := range tokens(left) {
		if before, ok := p.index[term]; ok {
			w.after |= 1 << before
		}
	}
	if w.optional = hanzi.ClassOf(a) == hanzi.Han || !alone; !w.optional {
		p.needed |= 1 << t
	}
	p.words = append(p.words, w)
}

func firstRunes(s string, n int) string {
	for i := range s {
		if n--; n < 0 {
			return s[:i]
		}
	}
	return s
}

// term is the place of t among the terms, unless there are too many.
func (p *phrase) term(t string) (int, bool) {
	if i, ok := p.index[t]; ok {
		return i, true
	}
	if t == "" || len(p.terms) == p.limit {
		return 0, false
	}
	p.index[t] = len(p.terms)
	p.terms = append(p.terms, t)
	return p.index[t], true
}

func (w queryWord) matches(found uint64) bool {
	return slices.ContainsFunc(w.variants, func(v variant) bool { return v.matches(found) })
}

// share is how much of the best variant was found, from 0 to 1, where every
// term weighs as much as weigh says.
func (w queryWord) share(found uint64, weigh func(terms uint64) float64) float64 {
	best := 0.0
	for _, v := range w.variants {
		if all := weigh(v.all); all > 0 {
			best = max(best, weigh(v.all&found)/all)
		}
	}
	return best
}

// matchedBy reports whether a document with the terms found holds all words
// that must be found.
func (p phrase) matchedBy(found uint64) bool {
	return !slices.ContainsFunc(p.words, func(w queryWord) bool { return !w.optional && !w.matches(found) })
}

// fullyBy reports whether it holds those that are welcome, too.
func (p phrase) fullyBy(found uint64) bool {
	return !slices.ContainsFunc(p.words, func(w queryWord) bool { return (!w.optional || w.welcome) && !w.matches(found) })
}

// lone reports whether a single known word must be found: what holds a part of
// it is another thing.
func (p phrase) lone() bool {
	n, known := 0, false
	for _, w := range p.words {
		if !w.optional {
			n, known = n+1, w.known
		}
	}
	return n == 1 && known
}
