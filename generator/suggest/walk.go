package suggest

import (
	"math"
	"slices"
)

// What a new word costs beside its pair, in the units of the logarithms of
// frequency: little where a space was typed.
const (
	newWord    = 4.0
	spacedWord = 1.5
)

// maxSyllable is the length of the longest syllables: zhuang.
const maxSyllable = 6

// cell is the likeliest way to read letters up to some place.
type cell struct {
	at    cellID
	cost  float64
	from  *cell
	first rune // the character before at.last if that pair begins a word, else 0
}

// cellID is what matters for going on.
type cellID struct {
	last  rune
	sound string // of last
	loose bool   // the word is one pair so far, and one that no key begins or ends with
}

// lattice holds the cells of letters by the place where they end.
type lattice struct {
	x       *Index
	letters string
	cuts    map[int]bool // places where a word was typed to end
	cells   []map[cellID]*cell
	done    []*cell // the best at each place whose word can end there
}

// walk finds the likeliest Han characters with the sound of letters in which
// every pair of neighbours stands in some key, read so; between words, which
// have two characters at least, stands a space. It is Viterbi's algorithm over
// pairs. It returns "" where there is none.
func (x *Index) walk(letters string, cuts map[int]bool) string {
	l := lattice{x, letters, cuts, make([]map[cellID]*cell, len(letters)+1), make([]*cell, len(letters)+1)}
	for at := 1; at < len(letters); at++ {
		for n := 1; n <= min(maxSyllable, at); n++ {
			for m := 1; m <= min(maxSyllable, len(letters)-at); m++ {
				if l.syllable(at-n, at) && l.syllable(at, at+m) {
					l.step(at-n, at, at+m)
				}
			}
		}
	}
	return l.done[len(letters)].text()
}

// syllable reports whether the letters between two places may be one.
func (l *lattice) syllable(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if l.cuts[i] {
			return false
		}
	}
	return l.x.syllables.at(l.letters[from:to])
}

// step tries all pairs with the sounds between three places: as the begin of a
// word, and as the next step of the words that reach the place between.
func (l *lattice) step(from, mid, to int) {
	first, second := l.letters[from:mid], l.letters[mid:to]
	for _, p := range l.x.pairsBySound.at(first + " " + second) {
		a, b := p.runes()
		if before := l.done[from]; before != nil || from == 0 {
			cost := math.Log(float64(l.x.total) / float64(p.Count))
			l.reach(to, cell{cellID{b, second, !l.x.pairs.at([2]rune{a, b}).edge()}, l.parted(from, before) + cost, before, a})
		}
		for _, loose := range []bool{false, true} {
			if before := l.cells[mid][cellID{a, first, loose}]; before != nil {
				cost := math.Log(float64(l.x.firsts.at(a)) / float64(p.Count))
				l.reach(to, cell{cellID{b, second, false}, before.cost + cost, before, 0})
			}
		}
	}
}

// parted is the cost of all up to a place where a new word begins.
func (l *lattice) parted(at int, before *cell) float64 {
	switch {
	case at == 0:
		return 0
	case l.cuts[at]:
		return before.cost + spacedWord
	}
	return before.cost + newWord
}

// reach keeps c if it is the cheapest of its kind so far.
func (l *lattice) reach(at int, c cell) {
	if l.cells[at] == nil {
		l.cells[at] = make(map[cellID]*cell)
	}
	if old := l.cells[at][c.at]; old != nil && old.cost <= c.cost {
		return
	}
	l.cells[at][c.at] = &c
	if best := l.done[at]; !c.at.loose && (best == nil || c.cost < best.cost) {
		l.done[at] = &c
	}
}

func (c *cell) text() string {
	var out []rune
	for ; c != nil; c = c.from {
		out = append(out, c.at.last)
		if c.first != 0 {
			out = append(out, c.first)
			if c.from != nil {
				out = append(out, ' ')
			}
		}
	}
	slices.Reverse(out)
	return string(out)
}
