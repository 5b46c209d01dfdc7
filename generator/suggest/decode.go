package suggest

import (
	"slices"
	"strings"

	"anju/generator/hanzi"
)

// minWord is how many letters a word must have to be taken for a misspelt one,
// or for the initials of the end of a key.
const minWord = 4

// minInitials is how many the initials of a whole key must be, unless that has two
// characters and they are typed as one letter each: ssh is not 硕士.
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
	strange := func(w typed) bool { return x.said(w.text) == 0 }
	if !mixed && !slices.ContainsFunc(p.words, strange) {
		return nil
	}
	if p.plain {
		if texts := x.sounding(p.words); len(texts) > 0 {
			return []fix{{p.stretch, texts}}
		}
		for i := 1; i < len(p.words); i++ {
			letters, _ := joined(p.words[i:])
			if texts := x.slipped(letters); len(texts) > 0 {
				return append(x.decodeEach(p.words[:i]), fix{stretch{p.words[i].start, p.end}, texts})
			}
		}
	}
	return x.decodeEach(p.words)
}

// decodeEach makes of each word that stands in no name what it may mean.
func (x *Index) decodeEach(words []typed) (out []fix) {
	for _, w := range words {
		if !plain(w.text) || x.said(w.text) > 0 {
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

// sounding are the keys that sound exactly like words, the likeliest characters
// that do, and, if no key does, those that nearly do. A single character is
// nobody's meaning.
func (x *Index) sounding(words []typed) (out []string) {
	letters, cuts := joined(words)
	add := func(text string) {
		if telling(text) && len(out) < maxAnswers && !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	x.scan(x.data.Heads[bySound], bySound, letters, func(k *key, rest string) {
		if rest == "" && strings.Contains(k.Sound, " ") {
			add(k.Text)
		}
	})
	named := len(out) > 0
	add(x.walk(letters, cuts))
	if !named {
		for _, text := range x.slipped(letters) {
			add(text)
		}
	}
	return out
}

// joined are the letters of words, and the places where one ends.
func joined(words []typed) (letters string, cuts map[int]bool) {
	cuts = make(map[int]bool)
	for _, w := range words {
		letters += w.text
		cuts[len(letters)] = true
	}
	return letters, cuts
}

// grammar are characters that say nothing of what is looked for. Many words of
// other languages sound like two of them: women, name.
const grammar = "的了吗呢吧啊么是在有和与及或就都也把被给让向从到为对于我你您他她它们这那哪个"

// telling reports whether at least half of the characters of text are more than
// grammar.
func telling(text string) bool {
	more := 0
	for _, r := range text {
		if strings.ContainsRune(grammar, r) {
			more--
		} else {
			more++
		}
	}
	return text != "" && more >= 0
}

// abbreviated is the heaviest key with exactly these initials, or the end of
// the heaviest that ends with them; "" where there is none. With a vowel, letters
// read as a word: hash is not 淮安市.
func (x *Index) abbreviated(letters string) (best string) {
	if strings.ContainsAny(letters, "aeiou") {
		return ""
	}
	for _, initials := range []string{letters, shortened(letters)} {
		if best == "" && len(initials) >= 2 {
			x.scan(x.data.Heads[byInitials], byInitials, initials, func(k *key, rest string) {
				if best == "" && rest == "" && allHan(k.Text) && (len(initials) >= minInitials || initials == letters && x.edge(k.Text)) {
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
	return len(r) == 2 && x.pairs.at([2]rune{r[0], r[1]}).edge()
}

func allHan(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return !hanzi.IsHan(r) })
}
