package suggest

import (
	"cmp"
	"slices"
	"sort"
)

// merge is the Data of the keys of base, with new Refs, and those of come. Keys
// whose Ref is Gone are left out. It has no Pairs, nor Words.
func merge(base *Data, refs []int, come Data) Data {
	d := Data{Heads: make([]slots, views), Tails: make([]slots, views)}
	stay, added := d.mergeKeys(base.Keys, refs, come.Keys)
	for v := range views {
		d.Heads[v] = d.mergeSlots(v, base.Heads[v].renumbered(stay), come.Heads[v].renumbered(added))
		d.Tails[v] = d.mergeSlots(v, base.Tails[v].renumbered(stay), come.Tails[v].renumbered(added))
	}
	return d
}

// mergeKeys puts two sorted lists of keys into one, and returns the new numbers
// of the keys of each.
func (d *Data) mergeKeys(base []key, refs []int, come []key) (stay, added []int) {
	stay, added = make([]int, len(base)), make([]int, len(come))
	d.Keys = make([]key, 0, len(base)+len(come))
	next := 0
	for i, k := range base {
		if stay[i] = Gone; refs[k.Ref] == Gone {
			continue
		}
		k.Ref = refs[k.Ref]
		for ; next < len(come) && compareKeys(&come[next], &k) < 0; next++ {
			added[next] = len(d.Keys)
			d.Keys = append(d.Keys, come[next])
		}
		stay[i] = len(d.Keys)
		d.Keys = append(d.Keys, k)
	}
	for ; next < len(come); next++ {
		added[next] = len(d.Keys)
		d.Keys = append(d.Keys, come[next])
	}
	return stay, added
}

// renumbered are slots of keys with other numbers, without those of keys that
// are Gone.
func (s slots) renumbered(numbers []int) slots {
	out := make(slots, 0, len(s))
	for _, one := range s {
		if n := numbers[one.key()]; n != Gone {
			out = append(out, newSlot(n, one.offset()))
		}
	}
	return out
}

// mergeSlots puts a few slots among many, both in the order of a view.
func (d *Data) mergeSlots(v view, many, few slots) slots {
	out := make(slots, 0, len(many)+len(few))
	for _, s := range few {
		n := sort.Search(len(many), func(i int) bool { return d.compareSlots(v, many[i], s) > 0 })
		out = append(append(out, many[:n]...), s)
		many = many[n:]
	}
	return append(out, many...)
}

// compareSlots is the order of the slots of a view.
func (d *Data) compareSlots(v view, a, b slot) int {
	return cmp.Or(compare(d.at(a, v), d.at(b, v)), rank(&d.Keys[a.key()], &d.Keys[b.key()]), cmp.Compare(a, b))
}

// revisedWords is a sorted list of words with fewer and more of some.
func revisedWords(base []word, fewer, more map[string]int) []word {
	out := slices.Clone(base)
	change := func(text string, n int) {
		i, found := slices.BinarySearchFunc(out, text, compareWord)
		if !found {
			out = slices.Insert(out, i, word{text, 0})
		}
		out[i].Count += n
	}
	for text, n := range more {
		change(text, n)
	}
	for text, n := range fewer {
		change(text, -n)
	}
	return slices.DeleteFunc(out, func(w word) bool { return w.Count == 0 })
}
