package hanzi

import (
	"crypto/sha256"
	"encoding/hex"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
)

// IsHan reports whether r is a Chinese character.
func IsHan(r rune) bool { return unicode.Is(unicode.Han, r) }

// Width is how many cells r takes on a terminal: 0 for marks and control
// characters, 2 for wide and fullwidth ones (Unicode annex 11), else 1.
func Width(r rune) int {
	switch { // nearly all text; the tables below are slower
	case r >= ' ' && r <= '~':
		return 1
	case r >= 0x4E00 && r <= 0x9FFF:
		return 2
	}
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf, unicode.Cc) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// TableHash identifies what folding does: an index made with another value
// must be built anew.
func TableHash() string {
	sum := sha256.Sum256([]byte(traditional + "\n" + simplified + "\n" + norm.Version))
	return hex.EncodeToString(sum[:8])
}
