package search

import (
	"iter"
	"unicode"
	"unicode/utf8"

	"anju/generator/hanzi"
)

// maxTerm bounds a word that is not Han, in bytes: longer ones are cut. No word
// of a language is so long, but pasted data is.
const maxTerm = 64

// class tells what of a text belongs together.
type class int

const (
	separator class = iota
	han
	word // letters of other scripts, digits, and their marks
)

func classOf(r rune) class {
	switch {
	case r >= 0x4E00 && r <= 0x9FFF: // nearly all text; the tables below are slower
		return han
	case hanzi.IsHan(r) && unicode.IsLetter(r):
		return han
	case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r):
		return word
	}
	return separator
}

// tokens cuts folded text: a run of Han characters into all its bigrams (a run
// of one into that one), a run of letters and digits into a word. Bigrams
// without a dictionary found more than dictionary words did, and at a twentieth
// of the work.
func tokens(folded string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for start, end := range runs(folded) {
			run := folded[start:end]
			if r, _ := utf8.DecodeRuneInString(run); classOf(r) == word {
				if !yield(stem(cut(run))) {
					return
				}
			} else if !bigrams(run, yield) {
				return
			}
		}
	}
}

// runs are the byte spans of the longest stretches of one class.
func runs(s string) iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		start, in := 0, separator
		for i, r := range s {
			c := classOf(r)
			if c == in {
				continue
			}
			if in != separator && !yield(start, i) {
				return
			}
			start, in = i, c
		}
		if in != separator {
			yield(start, len(s))
		}
	}
}

func bigrams(run string, yield func(string) bool) bool {
	_, first := utf8.DecodeRuneInString(run)
	if first == len(run) {
		return yield(run)
	}
	for i := 0; ; {
		_, a := utf8.DecodeRuneInString(run[i:])
		_, b := utf8.DecodeRuneInString(run[i+a:])
		if b == 0 {
			return true
		}
		if !yield(run[i : i+a+b]) {
			return false
		}
		i += a
	}
}

// cut shortens a word to maxTerm bytes, at a rune.
func cut(s string) string {
	if len(s) <= maxTerm {
		return s
	}
	end := maxTerm
	for !utf8.RuneStart(s[end]) {
		end--
	}
	return s[:end]
}

// singles are the Han characters of folded text, apart from each other.
func singles(folded string) string {
	out := make([]byte, 0, len(folded)*4/3)
	for _, r := range folded {
		if classOf(r) == han {
			out = append(utf8.AppendRune(out, r), ' ')
		}
	}
	return string(out)
}

// compact keeps Han characters, letters and digits of folded text: what
// compares two titles, or two spellings of a document number.
func compact(folded string) string {
	out := make([]byte, 0, len(folded))
	for _, r := range folded {
		if classOf(r) != separator {
			out = utf8.AppendRune(out, r)
		}
	}
	return string(out)
}
