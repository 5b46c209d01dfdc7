package lexicon

import (
	"slices"
	"strings"
	"unicode/utf8"

	"anju/generator/hanzi"
)

// What follows the name of a place in a city where another thing is meant: 洪泽湖,
// 大丰收, 六合彩.
const notParts = "湖收彩"

// isPart reports whether the name from start to end, of a place in a city,
// surely means it. Such names are short and stand across many words, so that one
// must begin where a word does: 海安 is none in 上海安家.
func (r *Reader) isPart(t *text, start, end int) bool {
	return !strings.ContainsRune(notParts, t.at(end)) && r.opens(t, start)
}

// beforeParts are words before the name of such a place.
var beforeParts = slices.Concat(stayVerbs, phrases("江苏 省"))

// opens reports whether a word surely begins at i: the text does, or a word that
// is known ends.
func (r *Reader) opens(t *text, i int) bool {
	before := t.before(i)
	return hanzi.ClassOf(before) != hanzi.Han || Function(before) || endsWith(t.folded[:i], beforeParts) || r.ended(t, i)
}

// maxName is how many characters before a place names are looked for that end
// there.
const maxName = 8

// ended reports whether a word that is known ends at i.
func (r *Reader) ended(t *text, i int) (ok bool) {
	for n, start := 0, i; n < maxName && start > 0 && !ok; n++ {
		start -= utf8.RuneLen(t.before(start))
		r.words.each(t, start, func(_ *entry, end int) { ok = ok || end == i })
	}
	return ok
}

// notTown follow 市, 区 and 县 where they begin another word: 江宁区块链.
const notTown = notTowns + "域块别间位"

// town is where the name of a place that ends at end does with what it is: 昆山市.
func (t *text) town(end int) int {
	r, after := t.at(end), end+len("市")
	if strings.ContainsRune("市区县", r) && !strings.ContainsRune(notTown, t.at(after)) {
		return after
	}
	return end
}
