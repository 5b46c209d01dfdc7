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
	words []queryWord
	terms []string       // distinct
	index map[string]int // term → its place in terms
	limit int            // of terms
}

// queryWord is a word to look for: a document must hold one of its variants.
type queryWord struct {
	text     string
	variants []variant // the word itself, then its synonyms
	optional bool      // it only ranks
	bridge   bool      // it is the bigram across two words, and only ranks
}

// variant is one spelling of a word, as the terms that find it.
type variant struct {
	text  string
	all   uint64   // all its terms, as bits
	needs []uint64 // of each set of terms one must be found
}

// newPhrase makes terms of the words of a reading of text. A single character
// right beside another word is the rest of something and only ranks, by the
// bigram across.
func newPhrase(r lexicon.Reading, text string) phrase {
	p := phrase{index: make(map[string]int), limit: maxTerms}
	for _, s := range []string{text, r.Rest, needed(r.Words)} {
		if name := compact(hanzi.FoldString(s)); name != "" && !slices.Contains(p.whole, name) {
			p.whole = append(p.whole, name)
		}
	}
	for i, w := range r.Words {
		before, after := w.Joined && i > 0, i+1 < len(r.Words) && r.Words[i+1].Joined
		if before {
			p.bridge(r.Words[i-1].Text, w.Text)
		}
		if !(before || after || w.Optional) || !isSingle(w.Text) {
			p.add(w)
		}
	}
	p.limit = maxAll
	p.synonyms(r.Words)
	return p
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
func (p *phrase) add(w lexicon.Word) {
	if v := p.variant(w.Text, w.Known); len(v.needs) > 0 {
		p.words = append(p.words, queryWord{text: w.Text, variants: []variant{v}, optional: w.Optional})
	}
}

// synonyms adds the other spellings of words, once all words have their terms.
func (p *phrase) synonyms(words []lexicon.Word) {
	for i := range p.words {
		q := &p.words[i]
		n := slices.IndexFunc(words, func(w lexicon.Word) bool { return w.Text == q.text })
		if n < 0 {
			continue // a bridge
		}
		for _, s := range words[n].Synonyms {
			if v := p.variant(s, true); v.all != 0 && p.complete(s, v) {
				q.variants = append(q.variants, v)
			}
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

// bridge adds the bigram across two joined words. It only ranks: it is there
// when the two stand together in a text, too.
func (p *phrase) bridge(left, right string) {
	a, _ := utf8.DecodeLastRuneInString(left)
	b, _ := utf8.DecodeRuneInString(right)
	if classOf(a) != han || classOf(b) != han {
		return
	}
	if v := p.variant(string([]rune{a, b}), true); v.all != 0 {
		p.words = append(p.words, queryWord{text: v.text, variants: []variant{v}, optional: true, bridge: true})
	}
}

// variant makes terms of a text. A known name is found by all its terms. Other
// text is found where every character stands in a term found: 集成电路企业 is not
// a name, and 集成电路 and 企业 may stand apart.
func (p *phrase) variant(text string, known bool) variant {
	v := variant{text: text}
	for start, end := range runs(text) {
		runes := []rune(text[start:end])
		if classOf(runes[0]) == word {
			v.need(p.term(firstToken(text[start:end])))
		} else if cover := p.cover(runes, &v); !known {
			v.needs = append(v.needs, cover...)
		}
	}
	if known {
		v.needs = nil
		for set := v.all; set != 0; set &= set - 1 {
			v.needs = append(v.needs, set&-set)
		}
	}
	return v
}

func firstRunes(s string, n int) string {
	for i := range s {
		if n--; n < 0 {
			return s[:i]
		}
	}
	return s
}

func firstToken(run string) string {
	for t := range tokens(run) {
		return t
	}
	return ""
}

func (v *variant) need(t int, ok bool) {
	if ok {
		v.all |= 1 << t
		v.needs = append(v.needs, 1<<t)
	}
}

// cover makes terms of a run of Han characters and returns which of them stand
// for each character that counts. Bigrams of grammar alone are left out, unless
// there is nothing else.
func (p *phrase) cover(runes []rune, v *variant) (out []uint64) {
	all := !slices.ContainsFunc(runes, counts)
	cover := make([]uint64, len(runes))
	size := min(2, len(runes))
	for i := range len(runes) - size + 1 {
		gram := runes[i : i+size]
		if !all && !slices.ContainsFunc(gram, counts) {
			continue
		}
		if t, ok := p.term(string(gram)); ok {
			v.all |= 1 << t
			for j := range gram {
				cover[i+j] |= 1 << t
			}
		}
	}
	for i, terms := range cover {
		if terms != 0 && (all || counts(runes[i])) {
			out = append(out, terms)
		}
	}
	return out
}

func counts(r rune) bool { return !lexicon.Function(r) }

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

// matches reports whether a document with the terms found holds v.
func (v variant) matches(found uint64) bool {
	for _, terms := range v.needs {
		if found&terms == 0 {
			return false
		}
	}
	return true
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

// matchedBy reports whether a document with the terms found holds all words.
func (p phrase) matchedBy(found uint64) bool {
	for _, w := range p.words {
		if !w.optional && !w.matches(found) {
			return false
		}
	}
	return true
}

// lone reports whether the query is one known word and nothing else that
// must be found: what holds a part of it is another thing.
func lone(r lexicon.Reading) bool {
	n, known := 0, false
	for _, w := range r.Words {
		if !w.Optional {
			n, known = n+1, w.Known
		}
	}
	return n == 1 && known
}
