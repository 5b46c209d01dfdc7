package suggest

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

// minSlipped is how many Han characters a key must have for its pinyin to be
// taken for misspelt. Few syllables, or syllables of one letter, would sound nearly
// like words of other languages.
const minSlipped = 3

// slipped are the heaviest keys that sound like letters but for one slip of the
// finger. The first letter is taken to be right.
func (x *Index) slipped(letters string) (out []string) {
	if len(letters) < 2*minSlipped {
		return nil
	}
	var found []*key
	heads := x.data.Heads[bySound]
	from := sort.Search(len(heads), func(i int) bool { return x.data.at(heads[i], bySound) >= letters[:1] })
	for _, s := range heads[from:] {
		k := &x.data.Keys[s.key()]
		if k.Sound[0] != letters[0] {
			break
		}
		spaces := utf8.RuneCountInString(k.Text) - 1
		if far := len(k.Sound) - spaces - len(letters); spaces+1 < minSlipped || far < -1 || far > 1 {
			continue
		}
		if allHan(k.Text) && telling(k.Text) && slip(letters, strings.ReplaceAll(k.Sound, " ", "")) {
			found = append(found, k)
		}
	}
	slices.SortStableFunc(found, rank)
	for _, k := range found {
		if len(out) < maxAnswers && !slices.Contains(out, k.Text) {
			out = append(out, k.Text)
		}
	}
	return out
}

// near are the words of names that one slip of the finger makes w: a letter
// too many, missing, wrong, or swapped with its neighbour. The first letter is
// taken to be right.
func (x *Index) near(w string) (out []string) {
	if len(w) < minWord {
		return nil
	}
	from, _ := slices.BinarySearchFunc(x.data.Words, w[:1], compareWord)
	for _, other := range x.data.Words[from:] {
		if other.Text[0] != w[0] {
			break
		}
		if len(other.Text) >= minWord && slip(w, other.Text) {
			out = append(out, other.Text)
		}
	}
	slices.SortStableFunc(out, func(a, b string) int { return cmp.Compare(x.said(b), x.said(a)) })
	return out[:min(len(out), maxAnswers)]
}

// slip reports whether one edit leads from a to b (Damerau–Levenshtein 1). A
// wrong letter in a short word makes just another word: like and lake.
func slip(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	switch {
	case len(b)-len(a) == 1:
		return a[i:] == b[i+1:]
	case len(a) != len(b) || i == len(a):
		return false
	case a[i+1:] == b[i+1:]:
		return len(a) > minWord
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}
