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

// How a name is found in a view, best first; views follow on each other.
const (
	whole   = iota // the key is the text
	prefix         // the key begins with it
	infix          // a later start of the key does
	classes        // of each view
)

// found is a name on its way into a completion.
type found struct {
	class int // view × classes + how
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
	x.collect(&list, text, byText)
	if letters := strings.ReplaceAll(text, "ü", "v"); spoken(letters) {
		x.collect(&list, letters, bySound)
		x.collect(&list, letters, byInitials)
		if short := shortened(letters); short != letters {
			x.collect(&list, short, byInitials)
		}
	} else {
		x.collectMixed(&list, letters)
	}
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

// collect adds the keys that text begins in a view. A full list takes nothing
// from the views and places that follow, for all there comes behind.
func (x *Index) collect(l *finds, text string, v view) {
	if l.full() {
		return
	}
	x.scan(x.data.Heads[v], v, text, func(k *key, rest string) {
		how := prefix
		if rest == "" {
			how = whole
		}
		l.add(found{int(v)*classes + how, k})
	})
	if l.full() {
		return
	}
	x.scan(x.data.Tails[v], v, text, func(k *key, _ string) {
		l.add(found{int(v)*classes + infix, k})
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
	if at <= 0 || !spoken(text[at:]) || l.full() {
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
			l.add(found{int(bySound)*classes + prefix, k})
		} else if _, ok := after(k.Initials[len(head(k.Initials, skip)):], text[at:]); ok {
			l.add(found{int(byInitials)*classes + prefix, k})
		}
	})
}
