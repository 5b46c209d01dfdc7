package hanzi

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Class tells what of a text belongs together.
type Class int

// The classes of characters.
const (
	Separator Class = iota // spaces, punctuation, signs
	Han
	Word // letters of other scripts, digits, and their marks
)

// ClassOf is the class of r.
func ClassOf(r rune) Class {
	switch { // nearly all text; the tables below are slower
	case r >= 0x4E00 && r <= 0x9FFF:
		return Han
	case r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z':
		return Word
	case r < utf8.RuneSelf:
		return Separator
	case IsHan(r):
		return Han
	case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r):
		return Word
	}
	return Separator
}

// Runs are the byte spans of the longest stretches of Han and of Word in s.
func Runs(s string) iter.Seq2[int, int] {
	return func(yield func(start, end int) bool) {
		start, in := 0, Separator
		for i, r := range s {
			c := ClassOf(r)
			if c == in {
				continue
			}
			if in != Separator && !yield(start, i) {
				return
			}
			start, in = i, c
		}
		if in != Separator {
			yield(start, len(s))
		}
	}
}

// Compact is s without separators: what compares two names.
func Compact(s string) string {
	return strings.Map(func(r rune) rune {
		if ClassOf(r) == Separator {
			return -1
		}
		return r
	}, s)
}
