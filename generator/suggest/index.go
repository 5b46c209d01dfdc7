package suggest

import (
	"slices"
	"strings"
)

// Data is what an index is made from, ready to be stored.
type Data struct {
	Keys  []key   `json:"keys"`  // by text, then the heaviest first
	Heads []slots `json:"heads"` // for each view, all keys in the order of that view
	Tails []slots `json:"tails"` // likewise the later starts of keys
	Pairs []pair  `json:"pairs"` // by text, then by sound
	Words []word  `json:"words"` // by text
}

// pair is two Han characters that stand together in some text, a key or one that
// is heard, read alike.
type pair struct {
	Text  string `json:"text"`
	Sound string `json:"sound"`           // two syllables with a space between
	Count int    `json:"count"`           // of different texts
	First bool   `json:"first,omitempty"` // it begins a run of Han characters of some text
	Last  bool   `json:"last,omitempty"`  // it ends one
}

// word is a word of Latin letters.
type word struct {
	Text  string `json:"text"`
	Count int    `json:"count"` // of different keys
}

// Index completes and corrects. It is safe for concurrent use.
type Index struct {
	data         Data
	pairs        layered[[2]rune, joint]
	before       layered[rune, []rune]   // what stands before a character, in the order of runes
	behind       layered[rune, []rune]   // what stands behind it, likewise
	pairsBySound layered[string, []pair] // in the order of their text
	syllables    layered[string, bool]   // all of them, and maybe more
	firsts       layered[rune, int]      // how often a character is the first of a pair
	total        int                     // of the counts of all pairs
}

// joint says how often a pair stands in texts, however it is read.
type joint struct {
	texts       int
	first, last bool
}

func (j joint) edge() bool { return j.first || j.last }

// layered is a map with some of its values replaced.
type layered[K comparable, V any] struct{ base, over map[K]V }

func (l layered[K, V]) at(k K) V {
	if v, ok := l.over[k]; ok {
		return v
	}
	return l.base[k]
}

// beneath is l as what another one replaces values of.
func (l layered[K, V]) beneath() layered[K, V] { return layered[K, V]{l.base, make(map[K]V)} }

// New makes an Index.
func New(d Data) *Index {
	x := &Index{data: d}
	x.pairs.base = make(map[[2]rune]joint, len(d.Pairs))
	x.before.base, x.behind.base = make(map[rune][]rune), make(map[rune][]rune)
	x.pairsBySound.base = make(map[string][]pair, len(d.Pairs))
	x.syllables.base, x.firsts.base = make(map[string]bool), make(map[rune]int)
	for _, p := range d.Pairs {
		x.add(p)
	}
	return x
}

func (x *Index) add(p pair) {
	a, b := p.runes()
	c, known := x.pairs.base[[2]rune{a, b}]
	if !known {
		x.before.base[b] = append(x.before.base[b], a)
		x.behind.base[a] = append(x.behind.base[a], b)
	}
	x.pairs.base[[2]rune{a, b}] = joint{c.texts + p.Count, c.first || p.First, c.last || p.Last}
	x.pairsBySound.base[p.Sound] = append(x.pairsBySound.base[p.Sound], p)
	p.learn(x.syllables.base)
	x.firsts.base[a] += p.Count
	x.total += p.Count
}

// learn notes the syllables of a pair.
func (p pair) learn(syllables map[string]bool) {
	first, second, _ := strings.Cut(p.Sound, " ")
	syllables[first], syllables[second] = true, true
}

func (p pair) runes() (first, second rune) {
	r := []rune(p.Text)
	return r[0], r[1]
}

// knows reports whether b is known to stand right after a.
func (x *Index) knows(a, b rune) bool { return x.pairs.at([2]rune{a, b}).texts > 0 }

// said is in how many keys a word of Latin letters stands.
func (x *Index) said(text string) int {
	i, ok := slices.BinarySearchFunc(x.data.Words, text, compareWord)
	if !ok {
		return 0
	}
	return x.data.Words[i].Count
}

func compareWord(w word, text string) int { return strings.Compare(w.Text, text) }
