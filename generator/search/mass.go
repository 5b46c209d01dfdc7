package search

import (
	"math/bits"
	"slices"
	"unicode/utf8"

	"anju/generator/hanzi"
)

// coord is the share of the terms of the query that was found. What is merely
// welcome does not make a document without it worse.
func (p phrase) coord(found uint64) float64 {
	sum, n := 0.0, 0.0
	count := func(terms uint64) float64 { return float64(bits.OnesCount64(terms)) }
	for _, w := range p.words {
		if w.optional && !w.bridge {
			continue
		}
		size := count(w.variants[0].all)
		sum += size * w.share(found, count)
		n += size
	}
	return sum / max(n, 1)
}

// mass is the idf of what was found of the words that must be.
func (m *matches) mass(p phrase, found uint64) float64 {
	sum := 0.0
	for _, w := range p.words {
		if w.optional {
			continue
		}
		best := 0.0
		for _, v := range w.variants {
			best = max(best, m.weigh(v.all&found))
		}
		sum += best
	}
	return sum
}

func (m *matches) weigh(terms uint64) float64 {
	sum := 0.0
	for terms &^= m.absent; terms != 0; terms &= terms - 1 {
		sum += m.idf[bits.TrailingZeros64(terms)]
	}
	return sum
}

// lost is the mass of what was asked for and occurs nowhere: words of letters,
// and Han characters that no term found stands for. A bigram that occurs
// nowhere says nothing by itself, for most often it crosses the border of two
// words. A word of which any synonym occurs is not lost.
func (m *matches) lost(p phrase, n int) float64 {
	sum := 0.0
	for _, w := range p.words {
		if w.optional || slices.ContainsFunc(w.variants[1:], func(v variant) bool { return v.all&m.absent == 0 }) {
			continue
		}
		for _, terms := range w.variants[0].needs {
			if terms&^m.absent != 0 {
				continue
			}
			sum += rarity(0, n) / float64(hanCount(p.terms[bits.TrailingZeros64(terms)]))
		}
	}
	return sum
}

// hanCount is how many Han characters a term stands for; 1 for a word of letters.
func hanCount(term string) int {
	if r, _ := utf8.DecodeRuneInString(term); hanzi.ClassOf(r) == hanzi.Word {
		return 1
	}
	return utf8.RuneCountInString(term)
}
