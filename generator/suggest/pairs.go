package suggest

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"anju/generator/hanzi"
)

// neighbours are two Han characters side by side and their syllables.
type neighbours struct {
	a, b          rune
	first, second string
}

// count says how often a pair stands in texts. Counts of different texts add up.
type count struct {
	texts         int // that hold it
	firsts, lasts int // runs of Han characters that it begins and ends
}

func (c count) plus(d count) count {
	return count{c.texts + d.texts, c.firsts + d.firsts, c.lasts + d.lasts}
}

func (c count) minus(d count) count {
	return count{c.texts - d.texts, c.firsts - d.firsts, c.lasts - d.lasts}
}

// tally is a count in the making.
type tally struct {
	count
	seen int // the number of the last text counted
}

// in counts a pair that stands in a text, which is counted once.
func (t tally) in(text int, first, last bool) tally {
	if first {
		t.firsts++
	}
	if last {
		t.lasts++
	}
	if t.seen != text {
		t.texts++
	}
	t.seen = text
	return t
}

// countPairs counts the neighbours that no sign parts, in keys and in what is
// heard. To read all of that would take long: there a pair is read alone.
func countPairs(spellings map[string]spelt, heard iter.Seq[string]) map[neighbours]count {
	found := make(map[neighbours]count)
	for at, t := range countSpelt(spellings) {
		found[at] = t.count
	}
	for two, t := range countHeard(heard) {
		sounds := hanzi.Readings(string(two[:]))
		at := neighbours{two[0], two[1], sounds[0], sounds[1]}
		found[at] = found[at].plus(t.count)
	}
	return found
}

// pairs lists what was counted, by text and then by sound.
func pairs(found map[neighbours]count) []pair {
	out := make([]pair, 0, len(found))
	for at, c := range found {
		out = append(out, at.pair(c))
	}
	slices.SortFunc(out, comparePairs)
	return out
}

func (at neighbours) pair(c count) pair {
	return pair{string([]rune{at.a, at.b}), at.first + " " + at.second, c.texts, c.firsts > 0, c.lasts > 0}
}

func comparePairs(a, b pair) int {
	return cmp.Or(strings.Compare(a.Text, b.Text), strings.Compare(a.Sound, b.Sound))
}

// countSpelt counts the neighbours in keys, each as it is read there.
func countSpelt(spellings map[string]spelt) map[neighbours]tally {
	found := make(map[neighbours]tally)
	n := 0
	for _, s := range spellings {
		n++
		for i := 1; i < len(s.runes); i++ {
			if s.joined(i) {
				at := neighbours{s.runes[i-1], s.runes[i], s.sounds[i-1], s.sounds[i]}
				found[at] = found[at].in(n, !s.joined(i-1), !s.joined(i+1))
			}
		}
	}
	return found
}

// joined reports whether runes i-1 and i are Han characters side by side.
func (s spelt) joined(i int) bool {
	return i > 0 && i < len(s.runes) && !s.cut[i] && hanzi.IsHan(s.runes[i-1]) && hanzi.IsHan(s.runes[i])
}

// countHeard counts the pairs that begin and end the runs of Han characters in
// different texts. These are words; in between, where a text is prose, most are
// the end of one and the begin of the next.
func countHeard(texts iter.Seq[string]) heard {
	found := make(heard)
	n := 0
	for text := range texts {
		n++
		for start, end := range hanzi.Runs(text) {
			found.run(text[start:end], n)
		}
	}
	return found
}

// heard are pairs without their sound.
type heard map[[2]rune]tally

// run counts the two ends of a run in a text.
func (h heard) run(run string, text int) {
	a, n := utf8.DecodeRuneInString(run)
	if !hanzi.IsHan(a) || n == len(run) {
		return
	}
	b, m := utf8.DecodeRuneInString(run[n:])
	two := [2]rune{a, b}
	h[two] = h[two].in(text, true, n+m == len(run))
	z, n := utf8.DecodeLastRuneInString(run)
	y, _ := utf8.DecodeLastRuneInString(run[:len(run)-n])
	two = [2]rune{y, z}
	h[two] = h[two].in(text, false, true)
}
