package hanzi

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/mozillazg/go-pinyin"
)

// Readings are the syllables of folded text in pinyin, without tones and with v
// for ü, one for each rune; "" for one that is no Han character. Characters with
// several readings get that of the words they stand in: 重庆 is chong qing.
func Readings(folded string) []string {
	out := make([]string, 0, utf8.RuneCountInString(folded))
	for folded != "" {
		if p, ok := phrase(folded); ok {
			out = append(out, p.syllables...)
			folded = folded[len(p.phrase):]
			continue
		}
		r, size := utf8.DecodeRuneInString(folded)
		out = append(out, first(r))
		folded = folded[size:]
	}
	return out
}

// AllReadings are the syllables that r is read as in words of today, the usual
// one first; those that only old books have are left out. It is nil for what is
// no Han character.
func AllReadings(r rune) []string {
	alone := usual(r)
	if alone == "" {
		return nil
	}
	out := []string{alone}
	for _, s := range spoken[r] {
		if s != alone {
			out = append(out, s)
		}
	}
	return out
}

// spoken holds the readings that each character has in heteronyms.
var spoken = syllables(byFirst)

func syllables(lists map[rune][]reading) map[rune][]string {
	m := make(map[rune][]string)
	for _, list := range lists {
		for _, p := range list {
			for i, r := range []rune(p.phrase) {
				if s := p.syllables[i]; !slices.Contains(m[r], s) {
					m[r] = append(m[r], s)
				}
			}
		}
	}
	for _, list := range m {
		slices.Sort(list)
	}
	return m
}

// usual is the reading of r alone: that of heteronyms, which stands last among
// those of r for it is the shortest, or the first of the dictionary.
func usual(r rune) string {
	if list := byFirst[r]; len(list) > 0 {
		if last := list[len(list)-1]; len(last.syllables) == 1 {
			return last.syllables[0]
		}
	}
	return first(r)
}

// first is the reading that the dictionary puts first.
func first(r rune) string {
	s, _, _ := strings.Cut(pinyin.PinyinDict[int(r)], ",")
	return toneless(s)
}

// toneless is a syllable in plain letters.
func toneless(syllable string) string {
	var out [8]byte
	letters := out[:0]
	for _, r := range syllable {
		if r < utf8.RuneSelf {
			letters = append(letters, byte(r))
		} else {
			letters = append(letters, letter(r)...)
		}
	}
	return string(letters)
}

// letter is a letter of pinyin without its mark; nothing for a mark alone.
func letter(r rune) string {
	switch r {
	case 'ā', 'á', 'ǎ', 'à':
		return "a"
	case 'ē', 'é', 'ě', 'è', 'ê', 'ế', 'ề':
		return "e"
	case 'ī', 'í', 'ǐ', 'ì':
		return "i"
	case 'ō', 'ó', 'ǒ', 'ò':
		return "o"
	case 'ū', 'ú', 'ǔ', 'ù':
		return "u"
	case 'ü', 'ǖ', 'ǘ', 'ǚ', 'ǜ':
		return "v"
	case 'ḿ':
		return "m"
	case 'ń', 'ň', 'ǹ':
		return "n"
	}
	return ""
}
