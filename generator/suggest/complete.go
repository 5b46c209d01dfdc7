package suggest

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"anju/generator/hanzi"
)

// The bounds of a completion.
const (
	maxTyped = 64  // runes of text
	maxScan  = 512 // keys looked at in each list
)

// How a name is found, best first. What begins with the text as it is spoken
// stands among what begins with it as it is written: 人才公寓 and Rent subsidy
// for ren.
const (
	whole       = iota // the key is the text, as written or spoken
	prefix             // the key begins with it
	infix              // a later start of the key does, as written
	spokenInfix        // as spoken
	abbreviated        // the key is it, in initials
	abbreviatedPrefix
	abbreviatedInfix
)

// place is where keys are looked for: in a view, at their begin or later.
type place struct {
	view  view
	later bool
	class int // of what is found; that of a whole key, at the begin
}

// places are in the order of what is found there.
var places = []place{
	{byText, false, whole},
	{bySound, false, whole},
	{byText, true, infix},
	{bySound, true, spokenInfix},
	{byInitials, false, abbreviated},
	{byInitials, true, abbreviatedInfix},
}

// found is a name on its way into a completion.
type found struct {
	class int
	key   *key
}

// found orders by class first: no name of a worse one comes before.
func compareFound(a, b found) int {
	return cmp.Or(cmp.Compare(a.class, b.class), rank(a.key, b.key))
}

// Complete returns the Refs of at most n names that text begins, best first.
func (x *Index) Complete(text string, n int) []int {
	text = hanzi.Compact(hanzi.FoldString(head(text, maxTyped)))
	if text == "" || n <= 0 {
		return nil
	}
	list := finds{max: n}
	letters := strings.ReplaceAll(text, "ü", "v")
	typed := [views][]string{byText: {text}}
	if spoken(letters) {
		typed[bySound] = []string{letters}
		typed[byInitials] = slices.Compact([]string{letters, shortened(letters)})
	}
	for _, p := range places {
		for _, t := range typed[p.view] {
			x.collect(&list, t, p)
		}
	}
	x.collectMixed(&list, letters)
	return list.refs()
}

// head is at most n runes of s.
func head(s string, n int) string {
	for i := range s {
		if n--; n < 0 {
			return s[:i]
		}
	}
	return s
}

// spoken reports whether text can be pinyin or initials: it holds no Han.
func spoken(text string) bool { return !strings.ContainsFunc(text, hanzi.IsHan) }

// shortened makes one letter of the initials that are written with two.
func shortened(letters string) string {
	return strings.NewReplacer("zh", "z", "ch", "c", "sh", "s").Replace(letters)
}

// finds holds the best names so far, in order, each once.
type finds struct {
	best []found
	max  int
}

func (l *finds) full() bool { return len(l.best) == l.max }

// closed reports whether nothing of a class can come in any more.
func (l *finds) closed(class int) bool { return l.full() && l.best[l.max-1].class < class }

func (l *finds) add(f found) {
	for i, other := range l.best {
		if other.key.Ref == f.key.Ref {
			if compareFound(other, f) <= 0 {
				return
			}
			l.best = slices.Delete(l.best, i, i+1)
			break
		}
	}
	at, _ := slices.BinarySearchFunc(l.best, f, compareFound)
	if at == l.max {
		return
	}
	if l.full() {
		l.best = l.best[:l.max-1]
	}
	l.best = slices.Insert(l.best, at, f)
}

func (l *finds) refs() (out []int) {
	for _, f := range l.best {
		out = append(out, f.key.Ref)
	}
	return out
}

// collect adds the keys that text begins at a place.
func (x *Index) collect(l *finds, text string, p place) {
	if l.closed(p.class) {
		return
	}
	in := x.data.Heads[p.view]
	if p.later {
		in = x.data.Tails[p.view]
	}
	x.scan(in, p.view, text, func(k *key, rest string) {
		class := p.class
		if !p.later && rest != "" {
			class++ // the key only begins with it
		}
		l.add(found{class, k})
	})
}

// scan calls use for the keys that go on with text at one of the slots, at most
// maxScan, with what follows there.
func (x *Index) scan(in slots, v view, text string, use func(k *key, rest string)) {
	from := sort.Search(len(in), func(i int) bool { return compare(x.data.at(in[i], v), text) >= 0 })
	for _, s := range in[from:min(len(in), from+maxScan)] {
		rest, ok := after(x.data.at(s, v), text)
		if !ok {
			return
		}
		use(&x.data.Keys[s.key()], rest)
	}
}

// after is what follows text at the begin of s, without regard to spaces.
func after(s, text string) (rest string, ok bool) {
	for i := range len(text) {
		s = unspaced(s)
		if s == "" || s[0] != text[i] {
			return "", false
		}
		s = s[1:]
	}
	return unspaced(s), true
}

// collectMixed adds the keys that begin with the Han characters of text and go
// on with its letters, as pinyin or initials: 人才gy.
func (x *Index) collectMixed(l *finds, text string) {
	at := strings.IndexFunc(text, latin)
	if at <= 0 || !spoken(text[at:]) || l.closed(prefix) {
		return
	}
	skip := utf8.RuneCountInString(text[:at])
	x.scan(x.data.Heads[byText], byText, text[:at], func(k *key, _ string) {
		if k.Sound == "" {
			return
		}
		sound := k.Sound
		for range skip {
			_, sound, _ = strings.Cut(sound, " ")
		}
		if _, ok := after(sound, text[at:]); ok {
			l.add(found{prefix, k})
		} else if _, ok := after(k.Initials[len(head(k.Initials, skip)):], text[at:]); ok {
			l.add(found{abbreviatedPrefix, k})
		}
	})
}
