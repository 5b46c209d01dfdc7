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

// Compose is s in the normal form of addresses and names of files (NFC): a letter
// and the accent after it are one character. It looks the same.
func Compose(s string) string { return norm.NFC.String(s) }

// each calls emit for every rune of the folded text. It goes by normalisation
// segments: what cannot combine with its neighbours. A common character before
// another one or the end surely is one; nearly all text is of that kind.
func each(s string, emit func(r rune, start, end int)) {
	r, size := utf8.DecodeRuneInString(s)
	for i := 0; i < len(s); {
		next, nextSize := utf8.DecodeRuneInString(s[i+size:])
		if common(r) && (nextSize == 0 || common(next)) {
			emit(simplify(plain(r)), i, i+size)
			i += size
			r, size = next, nextSize
			continue
		}
		end := i + norm.NFKC.NextBoundaryInString(s[i:], true)
		for _, r := range segment(s[i:end]) {
			emit(r, i, end)
		}
		i = end
		r, size = utf8.DecodeRuneInString(s[i:])
	}
}

// fullwidth is the first of the fullwidth forms of ASCII, U+FF01 to U+FF5E.
const fullwidth = '！'

// common characters compose with nothing but marks, and NFKC leaves them alone
// or, if fullwidth, makes ASCII of them.
func common(r rune) bool {
	return r >= 0x4E00 && r <= 0x9FFF || r < utf8.RuneSelf || r >= fullwidth && r <= '～' ||
		r == '。' || r == '、' || r >= '《' && r <= '』' || r == '〔' || r == '〕' || r == '“' || r == '”'
}

// plain is the normal form of a common character in lower case.
func plain(r rune) rune {
	if r >= fullwidth {
		r -= fullwidth - '!'
	}
	if r >= 'A' && r <= 'Z' {
		r += 'a' - 'A'
	}
	return r
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

// Characters that have a simpler form stand from firstHan to lastHan and, few,
// in supplementary planes.
const (
	firstHan = 0x3400
	lastHan  = 0x9FFF
)

// simpler holds the simpler form of each character from firstHan to lastHan, 0
// where it has none; simplerRare those of the supplementary planes.
var simpler, simplerRare = pairs()

func pairs() (basic []rune, rare map[rune]rune) {
	basic, rare = make([]rune, lastHan-firstHan+1), make(map[rune]rune)
	to := []rune(simplified)
	for i, from := range []rune(traditional) {
		if from <= lastHan {
			basic[from-firstHan] = to[i]
		} else {
			rare[from] = to[i]
		}
	}
	return basic, rare
}

func simplify(r rune) rune {
	switch {
	case r < firstHan:
		return r
	case r <= lastHan:
		if s := simpler[r-firstHan]; s != 0 {
			return s
		}
	case r > 0xFFFF:
		if s, ok := simplerRare[r]; ok {
			return s
		}
	}
	return r
}
