package suggest

import (
	"strings"
	"unicode"

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
	i, before, cut := 0, sign, true
	for _, r := range folded {
		k := kindOf(r)
		if k != sign {
			s.runes = append(s.runes, r)
			s.sounds = append(s.sounds, soundOf(r, sounds[i]))
			s.starts = append(s.starts, k != before)
			s.cut = append(s.cut, cut)
			s.han = s.han || k == han
		}
		i, before, cut = i+1, k, k == sign
	}
	return s
}

func soundOf(r rune, syllable string) string {
	if syllable == "" {
		return string(r)
	}
	return syllable
}

// kind is what a rune is for cutting text.
type kind int

const (
	sign kind = iota
	han
	digit
	letter
)

func kindOf(r rune) kind {
	switch {
	case hanzi.IsHan(r):
		return han
	case unicode.IsLetter(r), unicode.IsMark(r):
		return letter
	case unicode.IsNumber(r):
		return digit
	}
	return sign
}

// compact is folded text without spaces and signs.
func compact(folded string) string {
	return strings.Map(func(r rune) rune {
		if kindOf(r) == sign {
			return -1
		}
		return r
	}, folded)
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

// offset is where rune i begins in a view of the key; ok is false where a slot
// cannot hold it or the key has no such view.
func (s spelt) offset(v view, i int) (n int, ok bool) {
	for j := range i {
		switch v {
		case byText:
			n += len(string(s.runes[j]))
		case bySound:
			n += len(s.sounds[j]) + 1
		case byInitials:
			n += len(string(initials(s.sounds[j : j+1])))
		}
	}
	return n, n < 1<<slotShift && (v == byText || s.han)
}
