package suggest

import (
	"cmp"
	"slices"
	"strings"

	"anju/generator/hanzi"
)

// minWord is how many letters a word must have to be taken for a misspelt one,
// or for the initials of the end of a key.
const minWord = 4

// minInitials is the same for the initials of a whole key. Two letters can only
// be a key of two characters.
const minInitials = 3

// phrase is words of letters with only spaces or apostrophes between.
type phrase struct {
	stretch
	words []typed
	plain bool // all letters are Latin, and not too many
}

// typed is a word of a phrase, with v for ü.
type typed struct {
	stretch
	text string
}

// phraseAt is the phrase that begins at rune i of text.
func phraseAt(text []rune, i int) phrase {
	p := phrase{stretch: stretch{i, i}, plain: true}
	for letters := 0; i < len(text); {
		n := span(text[i:], isLetter)
		if n == 0 {
			break
		}
		w := strings.ReplaceAll(string(text[i:i+n]), "ü", "v")
		letters += n
		p.words = append(p.words, typed{stretch{i, i + n}, w})
		p.plain = p.plain && plain(w) && letters <= maxLetters
		p.end = i + n
		i = p.end + span(text[p.end:], func(r rune) bool { return r == ' ' || r == '\'' || r == '’' })
	}
	return p
}

// plain reports whether a word can be looked for at all.
func plain(w string) bool {
	return len(w) <= maxLetters && !strings.ContainsFunc(w, func(r rune) bool { return !latin(r) })
}

// decode makes of a phrase what it may mean: all of it as pinyin, else word by
// word. Words of names stay, unless they are pinyin together with the others;
// Han characters beside the phrase (mixed) make that likelier.
func (x *Index) decode(p phrase, mixed bool) []fix {
	strange := func(w typed) bool { return x.words[w.text] == 0 }
	if !mixed && !slices.ContainsFunc(p.words, strange) {
		return nil
	}
	if p.plain {
		if texts := x.sounding(p.words); len(texts) > 0 {
			return []fix{{p.stretch, texts}}
		}
	}
	var out []fix
	for _, w := range p.words {
		if !plain(w.text) || !strange(w) {
			continue
		}
		if texts := x.meant(w); len(texts) > 0 {
			out = append(out, fix{w.stretch, texts})
		}
	}
	return out
}

// meant are readings of one word: pinyin, initials or misspelt letters.
func (x *Index) meant(w typed) []string {
	if texts := x.sounding([]typed{w}); len(texts) > 0 {
		return texts
	}
	if text := x.abbreviated(w.text); text != "" {
		return []string{text}
	}
	return x.near(w.text)
}

// sounding are the keys that sound exactly like words, and the likeliest
// characters that do. A single character is nobody's meaning.
func (x *Index) sounding(words []typed) (out []string) {
	var letters strings.Builder
	cuts := make(map[int]bool)
	for _, w := range words {
		letters.WriteString(w.text)
		cuts[letters.Len()] = true
	}
	x.scan(x.data.Heads[bySound], bySound, letters.String(), func(k *key, rest string) {
		if rest == "" && strings.Contains(k.Sound, " ") && len(out) < maxAnswers && !slices.Contains(out, k.Text) {
			out = append(out, k.Text)
		}
	})
	if text := x.walk(letters.String(), cuts); text != "" && !slices.Contains(out, text) {
		out = append(out, text)
	}
	return out[:min(len(out), maxAnswers)]
}

// abbreviated is the heaviest key with exactly these initials, or the end of
// the heaviest that ends with them; "" where there is none.
func (x *Index) abbreviated(letters string) (best string) {
	for _, initials := range []string{letters, shortened(letters)} {
		if best == "" && len(initials) >= 2 {
			x.scan(x.data.Heads[byInitials], byInitials, initials, func(k *key, rest string) {
				if best == "" && rest == "" && allHan(k.Text) && (len(initials) >= minInitials || x.edge(k.Text)) {
					best = k.Text
				}
			})
		}
		if best == "" && len(initials) >= minWord {
			x.scan(x.data.Tails[byInitials], byInitials, initials, func(k *key, rest string) {
				tail := []rune(k.Text)
				tail = tail[max(0, len(tail)-len(initials)):]
				if best == "" && rest == "" && allHan(string(tail)) && x.known(tail) {
					best = string(tail)
				}
			})
		}
	}
	return best
}

// edge reports whether two characters begin or end a key.
func (x *Index) edge(two string) bool {
	r := []rune(two)
	return len(r) == 2 && x.pairs[[2]rune{r[0], r[1]}].edge()
}

func allHan(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return !hanzi.IsHan(r) })
}

// near are the words of names that one slip of the finger makes w: a letter
// too many, missing, wrong, or swapped with its neighbour. The first letter is
// taken to be right.
func (x *Index) near(w string) (out []string) {
	if len(w) < minWord {
		return nil
	}
	from, _ := slices.BinarySearchFunc(x.data.Words, w[:1], func(a word, first string) int { return strings.Compare(a.Text, first) })
	for _, other := range x.data.Words[from:] {
		if other.Text[0] != w[0] {
			break
		}
		if len(other.Text) >= minWord && slip(w, other.Text) {
			out = append(out, other.Text)
		}
	}
	slices.SortStableFunc(out, func(a, b string) int { return cmp.Compare(x.words[b], x.words[a]) })
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
