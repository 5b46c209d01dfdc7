package suggest

import (
	"strings"
	"unicode/utf8"

	"anju/generator/hanzi"
)

// The bounds of what is kept of a key.
const (
	maxTails = 16 // later starts of a key
	anywhere = 24 // runes of a key in which each Han character is a start
)

// key is one of the texts that a name is found by.
type key struct {
	Text     string `json:"text"`               // folded, without spaces and signs
	Sound    string `json:"sound,omitempty"`    // for each rune of Text its syllable, or itself, with spaces between; "" without Han
	Initials string `json:"initials,omitempty"` // for each rune of Text the first letter of its syllable, or itself; "" without Han
	Weight   int    `json:"weight"`
	Ref      int    `json:"ref"`
}

// view is one of the strings of a key.
type view int

const (
	byText view = iota
	bySound
	byInitials
	views
)

func (k *key) in(v view) string {
	switch v {
	case bySound:
		return k.Sound
	case byInitials:
		return k.Initials
	}
	return k.Text
}

// spelt is a folded text taken apart, without spaces and signs.
type spelt struct {
	runes  []rune
	sounds []string // the syllable of a Han character, any other rune itself
	starts []bool   // a word starts here: at the begin, after a sign, where the script changes
	cut    []bool   // a sign stood before
	han    bool
}

func spell(folded string) spelt {
	var s spelt
	sounds := hanzi.Readings(folded)
	i, before := 0, hanzi.Separator
	for _, r := range folded {
		class := hanzi.ClassOf(r)
		if class != hanzi.Separator {
			s.runes = append(s.runes, r)
			s.sounds = append(s.sounds, soundOf(r, sounds[i]))
			s.starts = append(s.starts, class != before)
			s.cut = append(s.cut, before == hanzi.Separator)
			s.han = s.han || class == hanzi.Han
		}
		i, before = i+1, class
	}
	return s
}

func soundOf(r rune, syllable string) string {
	if syllable == "" {
		return string(r)
	}
	return syllable
}

func (s spelt) key(weight, ref int) key {
	k := key{Text: string(s.runes), Weight: weight, Ref: ref}
	if s.han {
		k.Sound = strings.Join(s.sounds, " ")
		k.Initials = string(initials(s.sounds))
	}
	return k
}

func initials(sounds []string) (out []rune) {
	for _, sound := range sounds {
		for _, r := range sound {
			out = append(out, r)
			break
		}
	}
	return out
}

// tails are the places of runes where the key can be entered later than at its
// begin: starts of words and then, in short keys, Han characters.
func (s spelt) tails() (out []int) {
	for i := 1; i < len(s.runes); i++ {
		if s.starts[i] {
			out = append(out, i)
		}
	}
	for i := 1; i < len(s.runes) && len(s.runes) <= anywhere; i++ {
		if !s.starts[i] && hanzi.IsHan(s.runes[i]) {
			out = append(out, i)
		}
	}
	return out[:min(len(out), maxTails)]
}

// offsets are where each rune begins in a view of the key.
func (s spelt) offsets(v view) []int {
	out := make([]int, len(s.runes))
	for i, n := 0, 0; i < len(out); i++ {
		out[i] = n
		switch v {
		case byText:
			n += utf8.RuneLen(s.runes[i])
		case bySound:
			n += len(s.sounds[i]) + 1
		case byInitials:
			_, size := utf8.DecodeRuneInString(s.sounds[i])
			n += size
		}
	}
	return out
}
