package suggest

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"anju/generator/hanzi"
)

// The bounds of a correction. What is beyond them stays as it is.
const (
	maxRunes   = 128 // runes of a text
	maxRun     = 32  // Han characters in a row
	maxLetters = 64  // of words with only spaces between
	maxAnswers = 3
)

// stretch is a part of a folded text, in runes.
type stretch struct{ start, end int }

// fix replaces a stretch by one of several texts, the likeliest first.
type fix struct {
	stretch
	texts []string
}

// Correct returns at most three texts that may have been meant by text, the
// likeliest first: misspelt characters replaced, pinyin and initials made
// characters. None where every pair of neighbours already stands in a name.
func (x *Index) Correct(text string) []string {
	f := hanzi.Fold(head(text, maxRunes))
	mixed := slices.ContainsFunc(f.Text, hanzi.IsHan)
	var fixes []fix
	for i := 0; i < len(f.Text); {
		switch r := f.Text[i]; {
		case hanzi.IsHan(r):
			run := f.Text[i : i+span(f.Text[i:], hanzi.IsHan)]
			if texts := x.respell(run); len(texts) > 0 {
				fixes = append(fixes, fix{stretch{i, i + len(run)}, texts})
			}
			i += len(run)
		case isLetter(r):
			p := phraseAt(f.Text, i)
			fixes = append(fixes, x.decode(p, mixed)...)
			i = p.end
		default:
			i++
		}
	}
	return answers(text, f, fixes)
}

// isLetter reports whether r is of a word of letters, as pinyin and English are.
func isLetter(r rune) bool { return hanzi.ClassOf(r) == hanzi.Word && !unicode.IsDigit(r) }

// span counts the runes that text begins with for which is holds.
func span(text []rune, is func(rune) bool) int {
	if n := slices.IndexFunc(text, func(r rune) bool { return !is(r) }); n >= 0 {
		return n
	}
	return len(text)
}

// answers makes the first text of all first choices, and so on; a stretch with
// fewer choices keeps its last.
func answers(text string, f hanzi.Folded, fixes []fix) (out []string) {
	most := 0
	for _, x := range fixes {
		most = max(most, len(x.texts))
	}
	folded := hanzi.FoldString(text)
	for n := range min(most, maxAnswers) {
		answer := replace(text, f, fixes, n)
		if hanzi.FoldString(answer) != folded && !slices.Contains(out, answer) {
			out = append(out, answer)
		}
	}
	return out
}

func replace(text string, f hanzi.Folded, fixes []fix, choice int) string {
	var b strings.Builder
	pos := 0
	for _, x := range fixes {
		start, end := int(f.Start[x.start]), int(f.End[x.end-1])
		if start < pos { // both come from one character of text, such as ㏂
			continue
		}
		b.WriteString(text[pos:start])
		b.WriteString(cased(x.texts[min(choice, len(x.texts)-1)], text[start:]))
		pos = end
	}
	b.WriteString(text[pos:])
	return b.String()
}

// cased is s with a capital where like begins with one.
func cased(s, like string) string {
	if r, _ := utf8.DecodeRuneInString(like); unicode.IsUpper(r) {
		first, size := utf8.DecodeRuneInString(s)
		return string(unicode.ToUpper(first)) + s[size:]
	}
	return s
}
