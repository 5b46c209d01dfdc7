package suggest

import "strings"

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
	pairs        map[[2]rune]count
	before       map[rune][]rune   // what stands before a character
	behind       map[rune][]rune   // what stands behind it
	pairsBySound map[string][]pair // in the order of their text
	syllables    map[string]bool
	firsts       map[rune]int // how often a character is the first of a pair
	total        int          // of the counts of all pairs
	words        map[string]int
}

// count says how often a pair stands in texts, however it is read.
type count struct {
	keys        int
	first, last bool
}

func (c count) edge() bool { return c.first || c.last }

// New makes an Index.
func New(d Data) *Index {
	x := &Index{
		data:         d,
		pairs:        make(map[[2]rune]count, len(d.Pairs)),
		before:       make(map[rune][]rune),
		behind:       make(map[rune][]rune),
		pairsBySound: make(map[string][]pair, len(d.Pairs)),
		syllables:    make(map[string]bool),
		firsts:       make(map[rune]int),
		words:        make(map[string]int, len(d.Words)),
	}
	for _, w := range d.Words {
		x.words[w.Text] = w.Count
	}
	for _, p := range d.Pairs {
		x.add(p)
	}
	return x
}

func (x *Index) add(p pair) {
	a, b := p.runes()
	c, known := x.pairs[[2]rune{a, b}]
	if !known {
		x.before[b] = append(x.before[b], a)
		x.behind[a] = append(x.behind[a], b)
	}
	x.pairs[[2]rune{a, b}] = count{c.keys + p.Count, c.first || p.First, c.last || p.Last}
	x.pairsBySound[p.Sound] = append(x.pairsBySound[p.Sound], p)
	first, second, _ := strings.Cut(p.Sound, " ")
	x.syllables[first], x.syllables[second] = true, true
	x.firsts[a] += p.Count
	x.total += p.Count
}

func (p pair) runes() (first, second rune) {
	r := []rune(p.Text)
	return r[0], r[1]
}

// knows reports whether b is known to stand right after a.
func (x *Index) knows(a, b rune) bool { return x.pairs[[2]rune{a, b}].keys > 0 }
