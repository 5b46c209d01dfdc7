package lexicon

import (
	"slices"
	"strings"
	"unicode/utf8"

	"anju/generator/hanzi"
)

// role is what a string of the trie is for.
type role int

const (
	loose    role = iota // text that the trie does not know
	name                 // of the lexicon
	status               // of an entry: 已废止
	aspect               // a word that is looked for on its own: 政策
	side                 // likewise, though the thing it is asked about matters more: 条件
	ask                  // asks and finds nothing: 什么时候
	how                  // asks for a way, which a verb may name: 怎么申请
	modal                // asks if it stands before a verb or name: 能领
	extent               // asks how much: 多大
	particle             // asks at the end of a sentence: 吗
	article              // English, before a word
)

// asks reports whether what has the role finds nothing itself.
func (r role) asks() bool { return r == ask || r == how || r == modal || r == extent || r == particle }

// entry is what a string stands for.
type entry struct {
	role     role
	text     string   // folded
	kind     Kinds    // of filter; 0 for none
	part     bool     // it names a place in a city, which is the filter
	facet    string   // of the filter
	values   []string // of the filter
	sure     bool     // of a status: it needs no look at what follows
	synonyms []string // that mean the same, folded
	related  []string // that answer for it, too, folded
}

// trie finds the longest and all other known strings at a place of a text.
type trie struct {
	next  map[rune]*trie
	entry *entry
}

// key is a name as the trie holds it: parts of it may be typed with any number
// of spaces, or with a hyphen, between.
func key(s string) string {
	return strings.Join(strings.FieldsFunc(hanzi.FoldString(s), joins), " ")
}

func joins(r rune) bool { return r == ' ' || r == '-' }

// at is the place of the entry of k, made if it is not there.
func (t *trie) at(k string) *trie {
	for _, r := range k {
		if t.next == nil {
			t.next = make(map[rune]*trie)
		}
		child := t.next[r]
		if child == nil {
			child = &trie{}
			t.next[r] = child
		}
		t = child
	}
	return t
}

// each calls found for every entry that stands at the byte at of x.
func (t *trie) each(x *text, at int, found func(e *entry, end int)) {
	s := x.folded
	for i := at; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if joins(r) && i > at {
			r, size = ' ', len(s[i:])-len(strings.TrimLeftFunc(s[i:], joins))
		}
		if t = t.next[r]; t == nil {
			return
		}
		i += size
		if t.entry != nil && x.whole(at, i) {
			found(t.entry, i)
		}
	}
}

// learn puts the words of lex into the trie. A name stands above what the trie
// held before, and that of a city or degree above that of a part of a city.
func (t *trie) learn(lex Lexicon) {
	for _, term := range lex.Terms {
		for _, n := range term.Names {
			if abbreviates(term, hanzi.FoldString(n)) {
				continue
			}
			if e := t.name(n); e != nil {
				e.mean(term)
			}
		}
	}
	for _, term := range lex.Terms {
		for _, n := range term.Parts {
			if e := t.name(n); e != nil && (e.kind == 0 || e.part) {
				e.mean(term)
				e.part = true
			}
		}
	}
	for _, s := range lex.Synonyms {
		for _, to := range s.To {
			t.name(to)
		}
		for _, from := range s.From {
			if e := t.name(from); e != nil {
				e.answer(s)
			}
		}
	}
}

// name is the entry of a name of the lexicon. Single characters are none, for
// they stand in too many words.
func (t *trie) name(s string) *entry {
	k := key(s)
	if utf8.RuneCountInString(k) < 2 {
		return nil
	}
	place := t.at(k)
	if place.entry == nil || place.entry.role != name {
		place.entry = &entry{role: name, text: hanzi.FoldString(s)}
	}
	return place.entry
}

// abbreviates reports whether n is a verb with the short name of a city, which
// has its own rule: 来宁 is none in 未来宁静.
func abbreviates(term Term, n string) bool {
	verb := prefix(n, stayVerbs)
	return term.Short != "" && verb != "" && n[len(verb):] == hanzi.FoldString(term.Short)
}

// mean makes the entry a filter, if term is of a facet that is read.
func (e *entry) mean(term Term) {
	kind, ok := map[string]Kinds{"city": Cities, "degree": Degrees}[term.Facet]
	if !ok || e.kind != 0 && e.kind != kind {
		return
	}
	e.kind, e.facet = kind, term.Facet
	if !slices.Contains(e.values, term.Value) {
		e.values = append(e.values, term.Value)
	}
}

// maxSynonyms bounds the synonyms of a word, and what is related to it.
const maxSynonyms = 12

// answer takes the words of s that answer for e, one of its From. Of a group in
// which it is among them, all mean the same.
func (e *entry) answer(s Synonym) {
	to := &e.related
	if slices.ContainsFunc(s.To, func(w string) bool { return hanzi.FoldString(w) == e.text }) {
		to = &e.synonyms
	}
	for _, w := range s.To {
		w = hanzi.FoldString(w)
		if w != e.text && len(*to) < maxSynonyms && !slices.Contains(e.synonyms, w) && !slices.Contains(e.related, w) {
			*to = append(*to, w)
		}
	}
}
