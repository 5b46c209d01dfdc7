package lexicon

import (
	"slices"
	"strings"
	"unicode/utf8"

	"anju/generator/hanzi"
)

// Reader reads texts by the words of a Lexicon. It is safe for concurrent use.
type Reader struct {
	words  *trie
	shorts map[rune]*entry // cities by their short names

	squareMetres *entry // how the lexicon writes them; nil if it does not
}

// NewReader makes a Reader of the words of lex.
func NewReader(lex Lexicon) *Reader {
	r := &Reader{words: grammar(), shorts: make(map[rune]*entry)}
	r.words.learn(lex)
	if e := r.words.at("平方米").entry; e != nil && e.role == name {
		r.squareMetres = e
	}
	for _, term := range lex.Terms {
		short := hanzi.FoldString(term.Short)
		if c, size := utf8.DecodeRuneInString(short); term.Facet == "city" && size > 0 && size == len(short) {
			r.shorts[c] = &entry{role: name, kind: Cities, facet: term.Facet, values: []string{term.Value}}
		}
	}
	return r
}

// Read understands text; only what is among kinds is read as a filter. Of two
// amounts, rents or areas the first is read.
func (r *Reader) Read(text string, kinds Kinds) Reading {
	t := newText(text)
	path := r.path(t, kinds)
	var out Reading
	for i := range path {
		if !out.apply(path[i], kinds) {
			path[i] = span{start: path[i].start, end: path[i].end}
		}
	}
	path = strand(t, path)
	out.Words = t.words(path, out.Kinds == 0)
	if !slices.ContainsFunc(out.Words, func(w Word) bool { return w.Kind&out.Kinds == 0 }) {
		out.Words = nil // they are read as filters, too
	}
	if len(out.Words) > 0 || out.Kinds == 0 {
		out.Rest = t.rest(path)
	}
	return out
}

// apply puts the filter that s is into the reading, and reports whether that
// was free.
func (out *Reading) apply(s span, kinds Kinds) bool {
	switch {
	case s.number != nil && kinds&Numbers != 0:
		out.Number = s.number
		out.Kinds |= Numbers
		return true
	case !s.filter():
		return true
	case s.measure != unsure:
		if !s.figure.set(s.measure, out) {
			return false
		}
	default:
		out.filter(s.entry)
	}
	out.Kinds |= s.kind
	return true
}

func (out *Reading) filter(e *entry) {
	if out.Filters == nil {
		out.Filters = make(map[string][]string)
	}
	for _, v := range e.values {
		if !slices.Contains(out.Filters[e.facet], v) {
			out.Filters[e.facet] = append(out.Filters[e.facet], v)
		}
	}
}

// stranded is text that says nothing without the filter beside it: 在 in 在南京,
// a comma.
var stranded = &entry{}

// strand marks what is idle beside a filter as read with it.
func strand(t *text, path []span) []span {
	for i := range path {
		s := &path[i]
		after := i > 0 && path[i-1].leaves()
		before := i+1 < len(path) && path[i+1].leaves() || i+2 < len(path) && blank(t, path[i+1]) && path[i+2].leaves()
		switch text := t.folded[s.start:s.end]; {
		case s.loose() && (after || before) && idle(text),
			s.role == ask && before && slices.Contains(prepositions, text):
			s.entry = stranded
		}
	}
	return path
}

// blank reports whether s is nothing but separators.
func blank(t *text, s span) bool {
	return s.loose() && strings.TrimFunc(t.folded[s.start:s.end], isSeparator) == ""
}

// leaves reports whether s is read as a filter and leaves the text.
func (s span) leaves() bool { return s.filter() && !s.stays() }

func (s span) gone() bool { return s.leaves() || s.entry == stranded }

// rest is what was not read, as typed: a space where something was taken out,
// and no punctuation beside it.
func (t *text) rest(path []span) string {
	var kept []string
	done := int32(0)
	for i := 0; i < len(path); {
		if path[i].gone() {
			i++
			continue
		}
		start, first := path[i].start, i
		for i < len(path) && !path[i].gone() {
			i++
		}
		end := path[i-1].end
		if first > 0 {
			start = end - len(strings.TrimLeftFunc(t.folded[start:end], isSeparator))
		}
		if i < len(path) {
			end = start + len(strings.TrimRightFunc(t.folded[start:end], isSeparator))
		}
		if start < end {
			var piece string
			piece, done = t.typed(start, end, done)
			kept = append(kept, strings.TrimSpace(piece))
		}
	}
	return strings.TrimSpace(strings.Join(kept, " "))
}

func isSeparator(r rune) bool { return hanzi.ClassOf(r) == hanzi.Separator }
