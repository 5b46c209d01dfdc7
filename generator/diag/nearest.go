package diag

import (
	"slices"
	"strings"
)

// DidYouMean asks whether the nearest of candidates was meant. It is empty,
// and so no hint, where none is near.
func DidYouMean(word string, candidates []string) Text {
	near, ok := Nearest(word, candidates)
	if !ok {
		return Text{}
	}
	return Text{"是不是想写“" + near + "”？", "did you mean \"" + near + "\"?"}
}

// Nearest is the candidate that word most likely misspells; among equally near
// ones the first. Where none is near, it is one that begins like word (alias
// for aliases). Case, width, and the choice of hyphen or underscore, do not
// count.
func Nearest(word string, candidates []string) (string, bool) {
	w := normal(word)
	if len(w) == 0 {
		return "", false
	}
	limit := tolerance(len(w))
	best, found := "", false
	for _, c := range candidates {
		d := distance(w, normal(c), limit)
		if d <= limit {
			best, found, limit = c, true, d-1
		}
	}
	if found {
		return best, true
	}
	return beginsAlike(w, candidates)
}

// minBeginning is how many code points of a word tell which one was begun.
const minBeginning = 4

func beginsAlike(w []rune, candidates []string) (string, bool) {
	for _, c := range candidates {
		if n := normal(c); len(w) >= minBeginning && len(n) > len(w) && slices.Equal(n[:len(w)], w) {
			return c, true
		}
	}
	return "", false
}

func normal(s string) []rune {
	return []rune(strings.ToLower(strings.ReplaceAll(strings.Map(narrow, s), "-", "_")))
}

// narrow is the plain form of the full-width forms of ASCII (Unicode block
// Halfwidth and Fullwidth Forms).
func narrow(r rune) rune {
	if '！' <= r && r <= '～' {
		return r - '！' + '!'
	}
	return r
}

// tolerance is how many slips a word of n code points may hold: a third of it,
// but at least one for words that remain recognisable with one.
func tolerance(n int) int {
	if n < 2 {
		return 0
	}
	return min(max(n/3, 1), 3)
}

// distance is the number of insertions, deletions, replacements and swaps of
// neighbours from a to b (Damerau-Levenshtein, optimal string alignment). It
// may be any value above limit where it exceeds limit.
func distance(a, b []rune, limit int) int {
	if len(a)-len(b) > limit || len(b)-len(a) > limit {
		return limit + 1
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range a {
		row[0] = i + 1
		for j := range b {
			replaced := last[j]
			if a[i] != b[j] {
				replaced++
			}
			row[j+1] = min(replaced, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}

// marks are those that Chinese keyboards give instead of the plain ones.
var marks = strings.NewReplacer("，", ", ", "、", ", ", "：", ":", "【", "[", "】", "]", "［", "[", "］", "]", "（", "(", "）", ")")

// PlainMarks says how word reads with plain commas, colons and brackets. It is
// empty, and so no hint, where they are plain already.
func PlainMarks(word string) Text {
	plain := marks.Replace(word)
	if plain == word {
		return Text{}
	}
	return Text{"标点要用英文的：" + plain, "use plain punctuation: " + plain}
}
