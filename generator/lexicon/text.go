package lexicon

import (
	"slices"
	"strings"
	"unicode/utf8"

	"anju/generator/hanzi"
)

// The bounds of a text. What is beyond them is left out.
const (
	MaxRunes = 128 // characters, typed and folded
	MaxWords = 16  // words of a Reading
)

// text is what was typed, folded, with the place of each folded byte in it.
type text struct {
	source, folded string
	from, to       []int32
}

func newText(source string) *text {
	source = strings.ToValidUTF8(firstRunes(source, MaxRunes), "\uFFFD")
	f := hanzi.Fold(source)
	n := min(len(f.Text), MaxRunes) // folding can make text longer
	t := &text{
		source: source, folded: string(f.Text[:n]),
		from: make([]int32, 0, 3*n), to: make([]int32, 0, 3*n),
	}
	for i, r := range f.Text[:n] {
		for range utf8.RuneLen(r) {
			t.from = append(t.from, f.Start[i])
			t.to = append(t.to, f.End[i])
		}
	}
	return t
}

func firstRunes(s string, n int) string {
	for i := range s {
		if n--; n < 0 {
			return s[:i]
		}
	}
	return s
}

// typed is what the folded bytes from start to end were typed as, without what
// stands before the place done in the source.
func (t *text) typed(start, end int, done int32) (string, int32) {
	from, to := max(t.from[start], done), t.to[end-1]
	if from >= to {
		return "", done
	}
	return t.source[from:to], to
}

// before is the character that ends at i, 0 at the beginning.
func (t *text) before(i int) rune {
	if i == 0 {
		return 0
	}
	r, _ := utf8.DecodeLastRuneInString(t.folded[:i])
	return r
}

// at is the character that begins at i, 0 at the end.
func (t *text) at(i int) rune {
	if i >= len(t.folded) {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(t.folded[i:])
	return r
}

// whole reports whether no word of another script goes on across the ends of
// the bytes from start to end.
func (t *text) whole(start, end int) bool { return !t.inWord(start) && !t.inWord(end) }

// inWord reports whether a word of another script than Han goes on across i.
func (t *text) inWord(i int) bool {
	return hanzi.ClassOf(t.before(i)) == hanzi.Word && hanzi.ClassOf(t.at(i)) == hanzi.Word
}

// functionRunes are characters that carry grammar.
const functionRunes = "的了吗呢吧啊是在有和与及或就都也把被给让向从到为对于我你您他她它们这那哪谁何什么怎能可以要想会请问很个之其此些多少几时候样因由所而但并又还只才最更已曾"

var functions = runeSet(functionRunes)

func runeSet(s string) map[rune]bool {
	set := make(map[rune]bool)
	for _, r := range s {
		set[r] = true
	}
	return set
}

// Function reports whether r, folded, only carries grammar: 的, 了, 在. What is
// made of such characters alone finds nothing of use.
func Function(r rune) bool { return functions[r] }

// idle reports whether s has nothing but function characters and separators.
func idle(s string) bool {
	for _, r := range s {
		if hanzi.ClassOf(r) != hanzi.Separator && !Function(r) {
			return false
		}
	}
	return true
}

// prefix is the first of words that s begins with, or "".
func prefix(s string, words []string) string {
	for _, w := range words {
		if strings.HasPrefix(s, w) {
			return w
		}
	}
	return ""
}

// endsWith reports whether s ends with one of words.
func endsWith(s string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.HasSuffix(s, w) })
}
