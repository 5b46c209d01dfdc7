package search

import (
	"iter"
	"unicode/utf8"

	"anju/generator/hanzi"
)

// maxTerm bounds a word that is not Han, in bytes: longer ones are cut. No word
// of a language is so long, but pasted data is.
const maxTerm = 64

// tokens cuts folded text: a run of Han characters into all its bigrams (a run
// of one into that one), a run of letters and digits into a word and, where a
// Han character follows, both in one: 5g网, 22号, a类. Bigrams
// without a dictionary found more than dictionary words did, and at a twentieth
// of the work.
func tokens(folded string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for start, end := range hanzi.Runs(folded) {
			run := folded[start:end]
			if r, _ := utf8.DecodeRuneInString(run); hanzi.ClassOf(r) == hanzi.Word {
				if !yield(stem(cut(run))) {
					return
				}
				if b := border(run, folded[end:]); b != "" && !yield(b) {
					return
				}
			} else if !bigrams(run, yield) {
				return
			}
		}
	}
}

// countTokens is how many tokens folded text has. To count them is much cheaper
// than to make them.
func countTokens(folded string) (n int) {
	for start, end := range hanzi.Runs(folded) {
		run := folded[start:end]
		switch r, _ := utf8.DecodeRuneInString(run); {
		case hanzi.ClassOf(r) == hanzi.Han:
			n += max(1, utf8.RuneCountInString(run)-1)
		case border(run, folded[end:]) != "":
			n += 2
		default:
			n++
		}
	}
	return n
}

// maxBorder is the longest word that makes a term with what follows it, in
// bytes: numbers and the letters of classes are short.
const maxBorder = 8

// border is a word with the Han character right after it, "" if there is none.
func border(word, after string) string {
	r, size := utf8.DecodeRuneInString(after)
	if len(word) > maxBorder || hanzi.ClassOf(r) != hanzi.Han {
		return ""
	}
	return word + after[:size]
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
		if hanzi.ClassOf(r) == hanzi.Han {
			out = append(utf8.AppendRune(out, r), ' ')
		}
	}
	return string(out)
}
