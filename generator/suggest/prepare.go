package suggest

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"strings"

	"anju/generator/hanzi"
)

// Name is something that can be proposed.
type Name struct {
	Keys   []string `json:"keys"`            // what it is found by, folded: titles, labels, aliases, in all languages
	Heard  []string `json:"heard,omitempty"` // folded texts that are not proposed, but whose words may be typed in pinyin or misspelt
	Weight int      `json:"weight"`          // of two names found alike the heavier comes first
	Ref    int      `json:"ref"`             // the caller's number of it
}

// Prepare finds the readings and pairs of all names: the slow part.
func Prepare(names []Name) Data {
	spellings := spellAll(names)
	d := index(names, spellings)
	d.Words = words(countWords(spellings))
	d.Pairs = pairs(countPairs(spellings, heardOnce(names)))
	return d
}

// spellAll takes apart all keys, by their folded text.
func spellAll(names []Name) map[string]spelt {
	out := make(map[string]spelt)
	for _, n := range names {
		for _, text := range n.Keys {
			folded := hanzi.FoldString(text)
			if _, ok := out[folded]; !ok {
				out[folded] = spell(folded)
			}
		}
	}
	return out
}

// heardOnce are the different texts that are heard.
func heardOnce(names []Name) iter.Seq[string] {
	return func(yield func(string) bool) {
		seen := make(map[string]bool)
		for _, n := range names {
			for _, text := range n.Heard {
				if !seen[text] && !yield(text) {
					return
				}
				seen[text] = true
			}
		}
	}
}

// owned is a key's folded text with the name that it belongs to.
type owned struct {
	folded string
	ref    int
}

// best are the keys of names, of those with one text the heaviest of a name.
func best(names []Name, spellings map[string]spelt) map[owned]key {
	out := make(map[owned]key)
	for _, n := range names {
		for _, text := range n.Keys {
			folded := hanzi.FoldString(text)
			s, o := spellings[folded], owned{folded, n.Ref}
			if old, ok := out[o]; len(s.runes) > 0 && (!ok || n.Weight > old.Weight) {
				out[o] = s.key(n.Weight, n.Ref)
			}
		}
	}
	return out
}

// index numbers the keys of names and sorts their slots, so that the order of
// names does not show.
func index(names []Name, spellings map[string]spelt) Data {
	type entry struct {
		key
		folded string
	}
	var order []entry
	for o, k := range best(names, spellings) {
		order = append(order, entry{k, o.folded})
	}
	slices.SortFunc(order, func(a, b entry) int {
		return cmp.Or(compareKeys(&a.key, &b.key), strings.Compare(a.folded, b.folded))
	})
	d := Data{Heads: make([]slots, views), Tails: make([]slots, views)}
	for n, e := range order {
		d.Keys = append(d.Keys, e.key)
		s := spellings[e.folded]
		tails := s.tails()
		for v := range views {
			if v != byText && !s.han {
				continue
			}
			d.Heads[v] = append(d.Heads[v], newSlot(n, 0))
			offsets := s.offsets(v)
			for _, i := range tails {
				if offsets[i] < 1<<slotShift {
					d.Tails[v] = append(d.Tails[v], newSlot(n, offsets[i]))
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

// sort puts slots of a view in order. Most are told apart by a few bytes, which
// are taken out once; the others by all of the key.
func (d *Data) sort(s slots, v view) {
	type placed struct {
		slot
		begin uint64
	}
	list := make([]placed, len(s))
	for i, one := range s {
		list[i] = placed{one, begin(d.at(one, v))}
	}
	slices.SortFunc(list, func(a, b placed) int {
		if a.begin != b.begin {
			return cmp.Compare(a.begin, b.begin)
		}
		return d.compareSlots(v, a.slot, b.slot)
	})
	for i, one := range list {
		s[i] = one.slot
	}
}

// begin holds the first bytes of s but spaces, and orders as compare does where
// it differs.
func begin(s string) (first uint64) {
	for n := 0; n < 8; n++ {
		s = unspaced(s)
		first <<= 8
		if s != "" {
			first |= uint64(s[0])
			s = s[1:]
		}
	}
	return first
}

// at is the rest of a key from a slot on.
func (d *Data) at(s slot, v view) string { return d.Keys[s.key()].in(v)[s.offset():] }

// compareKeys is the order of Data.Keys.
func compareKeys(a, b *key) int { return cmp.Or(strings.Compare(a.Text, b.Text), rank(a, b)) }

// rank orders keys that are found alike.
func rank(a, b *key) int {
	return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(len(a.Text), len(b.Text)), cmp.Compare(a.Ref, b.Ref))
}

// compare orders strings without regard to spaces.
func compare(a, b string) int {
	for i, j := 0, 0; ; i, j = i+1, j+1 {
		if i < len(a) && a[i] == ' ' {
			i++
		}
		if j < len(b) && b[j] == ' ' {
			j++
		}
		switch {
		case i == len(a) || j == len(b):
			return cmp.Compare(len(a)-i, len(b)-j)
		case a[i] != b[j]:
			return cmp.Compare(a[i], b[j])
		}
	}
}

// unspaced is s without the space that it begins with; there never are two.
func unspaced(s string) string {
	if s != "" && s[0] == ' ' {
		return s[1:]
	}
	return s
}

// countWords counts the words of Latin letters in different keys.
func countWords(spellings map[string]spelt) map[string]int {
	found := make(map[string]int)
	for folded := range spellings {
		words := strings.FieldsFunc(folded, func(r rune) bool { return !latin(r) })
		slices.Sort(words)
		for _, w := range slices.Compact(words) {
			found[w]++
		}
	}
	return found
}

// words lists what was counted, by text.
func words(found map[string]int) []word {
	out := make([]word, 0, len(found))
	for _, text := range slices.Sorted(maps.Keys(found)) {
		out = append(out, word{text, found[text]})
	}
	return out
}

// latin reports whether r is a letter that pinyin and English are written in.
func latin(r rune) bool { return r >= 'a' && r <= 'z' }
