package hanzi

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

//go:generate go run gen.go $OPENCC_JS

// Folded is text made comparable, with the place in the source of each rune.
type Folded struct {
	Text []rune

	// Start and End are, for each rune of Text, the byte offsets in the source
	// of what it came from. Runes that came from one sequence share its place.
	Start, End []int32
}

// Fold normalises s (NFKC, Unicode annex 15, which also evens out full and
// half width), puts it in lower case and in simplified characters. Folding
// what is folded changes nothing. Several characters may fold to one (著 and 着
// to 着): right for finding, wrong for showing.
func Fold(s string) Folded {
	f := Folded{
		Text:  make([]rune, 0, len(s)/2),
		Start: make([]int32, 0, len(s)/2),
		End:   make([]int32, 0, len(s)/2),
	}
	each(s, func(r rune, start, end int) {
		f.Text = append(f.Text, r)
		f.Start = append(f.Start, int32(start))
		f.End = append(f.End, int32(end))
	})
	return f
}

// FoldString is the text of Fold.
func FoldString(s string) string {
	out := make([]byte, 0, len(s))
	each(s, func(r rune, _, _ int) { out = utf8.AppendRune(out, r) })
	return string(out)
}

// each calls emit for every rune of the folded text. It goes by normalisation
// segments: what cannot combine with its neighbours.
func each(s string, emit func(r rune, start, end int)) {
	for i := 0; i < len(s); {
		if r, size := plain(s[i:]); size > 0 {
			emit(simplify(unicode.ToLower(r)), i, i+size)
			i += size
			continue
		}
		end := i + norm.NFKC.NextBoundaryInString(s[i:], true)
		for _, r := range segment(s[i:end]) {
			emit(r, i, end)
		}
		i = end
	}
}

// plain is the normal form of the first rune of s and its size there, where it
// surely is a segment of its own: a common character before another one or the
// end. Nearly all text is of that kind.
func plain(s string) (rune, int) {
	r, size := utf8.DecodeRuneInString(s)
	if !common(r) {
		return 0, 0
	}
	if next, n := utf8.DecodeRuneInString(s[size:]); n > 0 && !common(next) {
		return 0, 0
	}
	if r >= fullwidth {
		r -= fullwidth - '!'
	}
	return r, size
}

// fullwidth is the first of the fullwidth forms of ASCII, U+FF01 to U+FF5E.
const fullwidth = '！'

// common characters compose with nothing but marks, and NFKC leaves them alone
// or, if fullwidth, makes ASCII of them.
func common(r rune) bool {
	return r < utf8.RuneSelf || r >= 0x4E00 && r <= 0x9FFF || r >= fullwidth && r <= '～' ||
		r == '。' || r == '、' || r >= '《' && r <= '』' || r == '〔' || r == '〕' || r == '“' || r == '”'
}

// segment folds a segment. Lower case can open a way to compose further, so
// both steps are repeated until nothing changes.
func segment(s string) string {
	for range 4 {
		next := lower(norm.NFKC.String(s))
		if next == s {
			break
		}
		s = next
	}
	return s
}

func lower(s string) string {
	out := make([]byte, 0, len(s))
	for _, r := range s {
		out = utf8.AppendRune(out, simplify(unicode.ToLower(r)))
	}
	return string(out)
}

var toSimplified = pairs()

func pairs() map[rune]rune {
	to := []rune(simplified)
	m := make(map[rune]rune, len(to))
	i := 0
	for _, from := range traditional {
		m[from] = to[i]
		i++
	}
	return m
}

func simplify(r rune) rune {
	if r < 0x3400 { // before the first Han character that has a simpler form
		return r
	}
	if s, ok := toSimplified[r]; ok {
		return s
	}
	return r
}
