package suggest

import (
	"math"
	"slices"
	"strings"

	"anju/generator/hanzi"
)

// What it costs to explain a run of Han characters. A pair that stands in many
// names is worth up to 1, and a run has at most maxRun of them.
const (
	replaced = 100.0 // another character was meant
	alone    = 150.0 // no neighbour of the character stands beside it in a name
	parted   = 40.0  // a new word begins
)

// maxAlike is how many characters are tried in the place of one.
const maxAlike = 24

// link is the cheapest way to explain a run up to one of its characters.
type link struct {
	r      rune
	kept   bool // r is what was typed
	joined bool // r stands in a name beside the one before
	cost   float64
	from   *link
}

// respell returns what may have been meant by a run of Han characters in which
// some pair stands in no name.
func (x *Index) respell(run []rune) []string {
	if len(run) > maxRun || x.known(run) {
		return nil
	}
	out := x.edited(run)
	if text := x.repaired(run); text != "" && !slices.Contains(out, text) {
		out = append(out, text)
	}
	return out
}

// known reports whether every pair of neighbours stands in a name.
func (x *Index) known(run []rune) bool {
	for i := 1; i < len(run); i++ {
		if !x.knows(run[i-1], run[i]) {
			return false
		}
	}
	return true
}

// edited returns what one edit makes of the run where it is broken: a key of
// three characters or more, if one is left out, put in, or swapped with its
// neighbour; or any known run, where a character was typed twice or a run of
// four or more has two swapped.
func (x *Index) edited(run []rune) (out []string) {
	try := func(sure bool, parts ...[]rune) {
		made := slices.Concat(parts...)
		text := string(made)
		if len(made) > 2 && len(out) < maxAnswers && (x.isKey(text) || sure && x.known(made)) && !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	for i := 1; i < len(run); i++ {
		if x.knows(run[i-1], run[i]) {
			continue
		}
		try(run[i-1] == run[i], run[:i-1], run[i:])
		try(false, run[:i], run[i+1:])
		try(len(run) > 3, run[:i-1], []rune{run[i], run[i-1]}, run[i+1:])
		if len(run) > 2 {
			x.scan(x.data.Heads[byText], byText, string(run[:i]), func(_ *key, rest string) {
				if missing := []rune(rest); len(missing) == len(run)-i+1 {
					try(false, run[:i], missing[:1], run[i:])
				}
			})
		}
	}
	return out
}

func (x *Index) isKey(text string) (ok bool) {
	x.scan(x.data.Heads[byText], byText, text, func(_ *key, rest string) { ok = ok || rest == "" })
	return ok
}

// repaired replaces characters of the run by ones like them so that they stand
// in names beside their neighbours: as few as possible, then by the most
// frequent pairs. It returns "" where nothing is to be replaced, or too much.
func (x *Index) repaired(run []rune) string {
	links := make([]*link, 0, maxAlike)
	for _, r := range x.candidates(run, 0) {
		links = append(links, &link{r: r, kept: r == run[0], cost: costOf(r == run[0])})
	}
	for i := 1; i < len(run); i++ {
		var next []*link
		for _, r := range x.candidates(run, i) {
			next = append(next, x.extend(links, r, r == run[i])...)
		}
		links = next
	}
	var best *link
	for _, l := range links {
		if cost, ok := l.closed(); ok && (best == nil || cost < best.cost) {
			best = &link{cost: cost, from: l}
		}
	}
	if best == nil {
		return ""
	}
	return x.accept(best.from.chain())
}

func costOf(kept bool) float64 {
	if kept {
		return 0
	}
	return replaced
}

// extend returns the cheapest links to r: joined to the one before, and not.
// A replaced character begins or ends a word only where one of some key does,
// or the word would take characters from its neighbours: 请人才 is not 庆人才. Of
// two neighbours one at least is kept.
func (x *Index) extend(links []*link, r rune, kept bool) (out []*link) {
	var joined, apart *link
	for _, l := range links {
		if !kept && !l.kept {
			continue
		}
		if p := x.pairs.at([2]rune{l.r, r}); p.texts > 0 {
			if l.kept || l.joined || p.first {
				joined = cheaper(joined, &link{r, kept, true, l.cost + costOf(kept) - x.worth(p.texts), l})
			}
		} else if cost, ok := l.closed(); ok && (l.kept || x.pairs.at([2]rune{l.from.r, l.r}).last) {
			apart = cheaper(apart, &link{r, kept, false, cost + costOf(kept) + parted, l})
		}
	}
	for _, l := range []*link{joined, apart} {
		if l != nil {
			out = append(out, l)
		}
	}
	return out
}

func cheaper(a, b *link) *link {
	if a != nil && a.cost <= b.cost {
		return a
	}
	return b
}

// worth is between 0 and 1 for a pair that stands in n keys.
func (x *Index) worth(n int) float64 { return math.Log1p(float64(n)) / math.Log1p(float64(x.total)) }

// closed is the cost of l where nothing is joined to it any more. A replaced
// character must not stay alone.
func (l *link) closed() (cost float64, ok bool) {
	switch {
	case l.joined:
		return l.cost, true
	case l.kept:
		return l.cost + alone, true
	}
	return 0, false
}

func (l *link) chain() (out []*link) {
	for ; l != nil; l = l.from {
		out = append(out, l)
	}
	slices.Reverse(out)
	return out
}

// accept writes the words of a chain, with a space between two that stand in
// names. It returns "" if nothing is replaced in them, or something in a word
// that is not credible.
func (x *Index) accept(chain []*link) string {
	words := wordsOf(chain)
	strangers := slices.ContainsFunc(words, func(w []*link) bool { return len(w) == 1 })
	var b strings.Builder
	total := 0
	for i, w := range words {
		text, changes := written(w)
		if changes > 0 && !x.credible(w, changes, strangers) {
			return ""
		}
		total += changes
		if i > 0 && len(w) > 1 && len(words[i-1]) > 1 {
			b.WriteByte(' ')
		}
		b.WriteString(text)
	}
	if total == 0 {
		return ""
	}
	return b.String()
}

// wordsOf cuts a chain where a link is not joined to the one before.
func wordsOf(chain []*link) (words [][]*link) {
	for len(chain) > 0 {
		n := 1
		for n < len(chain) && chain[n].joined {
			n++
		}
		words, chain = append(words, chain[:n]), chain[n:]
	}
	return words
}

// credible reports whether a word with replaced characters can be meant: at
// most half of it is replaced, and a short one begins or ends a key, or is one
// where strangers, characters of no name, stand in the same run.
func (x *Index) credible(w []*link, changes int, strangers bool) bool {
	text, _ := written(w)
	switch {
	case changes*2 > len(w):
		return false
	case strangers && len(w) < 4:
		return x.isKey(text)
	}
	return len(w) > 2 || x.edge(text)
}

func written(links []*link) (text string, changes int) {
	for _, l := range links {
		text += string(l.r)
		if !l.kept {
			changes++
		}
	}
	return text, changes
}

// candidates are what may have been meant by a character of the run: itself
// and, if it stands in an unknown pair, those like it that make a known one.
func (x *Index) candidates(run []rune, i int) []rune {
	out := []rune{run[i]}
	var others []rune
	strange := false
	if i > 0 {
		others = append(others, x.behind.at(run[i-1])...)
		strange = !x.knows(run[i-1], run[i])
	}
	if i+1 < len(run) {
		others = append(others, x.before.at(run[i+1])...)
		strange = strange || !x.knows(run[i], run[i+1])
	}
	for _, r := range others {
		if strange && len(out) < maxAlike && hanzi.Alike(run[i], r) && !slices.Contains(out, r) {
			out = append(out, r)
		}
	}
	return out
}
