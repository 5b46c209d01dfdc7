package diag

import "unicode"

// wide holds the scripts of which each character takes two cells on a
// terminal (Unicode Standard Annex 11, classes W and F).
var wide = []*unicode.RangeTable{
	unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo,
	{
		R16: []unicode.Range16{
			{Lo: 0x3000, Hi: 0x303E, Stride: 1}, // CJK punctuation
			{Lo: 0x30FB, Hi: 0x30FC, Stride: 1}, // signs common to both kana
			{Lo: 0x3200, Hi: 0x33FF, Stride: 1}, // enclosed and squared forms
			{Lo: 0xFE30, Hi: 0xFE6F, Stride: 1}, // vertical and small forms
			{Lo: 0xFF01, Hi: 0xFF60, Stride: 1}, // full-width forms
			{Lo: 0xFFE0, Hi: 0xFFE6, Stride: 1}, // full-width signs
		},
		R32: []unicode.Range32{{Lo: 0x1F300, Hi: 0x1FAFF, Stride: 1}}, // pictographs
	},
}

// cells is the number of terminal cells that r takes: 0, 1 or 2.
func cells(r rune) int {
	switch {
	case r < 0x300:
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case r >= 0xFF61 && r <= 0xFFDC: // half-width forms of wide scripts
		return 1
	case unicode.In(r, wide...):
		return 2
	}
	return 1
}

// span is the number of cells that text takes.
func span(text []rune) (n int) {
	for _, r := range text {
		n += cells(r)
	}
	return n
}
