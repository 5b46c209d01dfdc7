package suggest

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"anju/generator/hanzi"
)

// Prepare finds the readings and pairs of all names: the slow part.
func Prepare(names []Name) Data {
	spellings := make(map[string]spelt) // by folded text
	best := make(map[owned]key)
	for _, n := range names {
		for _, text := range n.Keys {
			folded := hanzi.FoldString(text)
			s, ok := spellings[folded]
			if !ok {
				s = spell(folded)
				spellings[folded] = s
			}
			k := s.key(n.Weight, n.Ref)
			o := owned{folded, k.Ref}
			if old, ok := best[o]; len(s.runes) > 0 && (!ok || k.Weight > old.Weight) {
				best[o] = k
			}
		}
	}
	d := index(spellings, best)
	d.Pairs = countPairs(spellings)
	d.Words = countWords(spellings)
	return d
}

// owned is a key's folded text with the name that it belongs to.
type owned struct {
	folded string
	ref    int
}

// index numbers the keys and sorts their slots, so that the order of names
// does not show.
func index(spellings map[string]spelt, best map[owned]key) Data {
	order := slices.SortedFunc(maps.Keys(best), func(a, b owned) int {
		k, l := best[a], best[b]
		return cmp.Or(cmp.Compare(k.Text, l.Text), rank(&k, &l), cmp.Compare(a.folded, b.folded))
	})
	d := Data{Heads: make([]slots, views), Tails: make([]slots, views)}
	for n, o := range order {
		s := spellings[o.folded]
		d.Keys = append(d.Keys, best[o])
		for v := range views {
			if v == byText || s.han {
				d.Heads[v] = append(d.Heads[v], newSlot(n, 0))
			}
			for _, i := range s.tails() {
				if offset, ok := s.offset(v, i); ok {
					d.Tails[v] = append(d.Tails[v], newSlot(n, offset))
				}
			}
		}
	}
	for v := range views {
		d.sort(d.Heads[v], v)
		d.sort(d.Tails[v], v)
	}
	return d
}

func (d *Data) sort(s slots, v view) {
	slices.SortFunc(s, func(a, b slot) int {
		k, l := &d.Keys[a.key()], &d.Keys[b.key()]
		return cmp.Or(compare(d.at(a, v), d.at(b, v)), rank(k, l), cmp.Compare(a, b))
	})
}

// at is the rest of a key from a slot on.
func (d *Data) at(s slot, v view) string { return d.Keys[s.key()].in(v)[s.offset():] }

// rank orders keys that are found alike.
func rank(a, b *key) int {
	return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(len(a.Text), len(b.Text)), cmp.Compare(a.Ref, b.Ref))
}

// compare orders strings without regard to spaces.
func compare(a, b string) int {
	for {
		a, b = unspaced(a), unspaced(b)
		switch {
		case a == "" || b == "":
			return cmp.Compare(len(a), len(b))
		case a[0] != b[0]:
			return cmp.Compare(a[0], b[0])
		}
		a, b = a[1:], b[1:]
	}
}

// unspaced is s without the space that it begins with; there never are two.
func unspaced(s string) string {
	if s != "" && s[0] == ' ' {
		return s[1:]
	}
	return s
}

// countPairs counts the neighbours in all keys that no sign parts.
func countPairs(spellings map[string]spelt) []pair {
	type id struct{ text, sound string }
	found := make(map[id]pair)
	for _, s := range spellings {
		seen := make(map[id]bool)
		for i := 1; i < len(s.runes); i++ {
			if !s.joined(i) {
				continue
			}
			at := id{string(s.runes[i-1 : i+1]), s.sounds[i-1] + " " + s.sounds[i]}
			p := found[at]
			p.First = p.First || !s.joined(i-1)
			p.Last = p.Last || !s.joined(i+1)
			if !seen[at] {
				p.Count++
			}
			seen[at], found[at] = true, p
		}
	}
	out := make([]pair, 0, len(found))
	for at, p := range found {
		out = append(out, pair{at.text, at.sound, p.Count, p.First, p.Last})
	}
	slices.SortFunc(out, func(a, b pair) int {
		return cmp.Or(strings.Compare(a.Text, b.Text), strings.Compare(a.Sound, b.Sound))
	})
	return out
}

// joined reports whether runes i-1 and i are Han characters side by side.
func (s spelt) joined(i int) bool {
	return i > 0 && i < len(s.runes) && !s.cut[i] && hanzi.IsHan(s.runes[i-1]) && hanzi.IsHan(s.runes[i])
}

// countWords counts the words of Latin letters in all keys.
func countWords(spellings map[string]spelt) []word {
	found := make(map[string]int)
	for folded := range spellings {
		words := strings.FieldsFunc(folded, func(r rune) bool { return !latin(r) })
		slices.Sort(words)
		for _, w := range slices.Compact(words) {
			found[w]++
		}
	}
	out := make([]word, 0, len(found))
	for _, text := range slices.Sorted(maps.Keys(found)) {
		out = append(out, word{text, found[text]})
	}
	return out
}

// latin reports whether r is a letter that pinyin and English are written in.
func latin(r rune) bool { return r >= 'a' && r <= 'z' }
