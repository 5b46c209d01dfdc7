package suggest

import (
	"hash/maphash"
	"maps"
	"slices"

	"anju/generator/hanzi"
)

// Reviser makes Indexes of names some of which have changed, without preparing
// all anew. It is safe for concurrent use.
type Reviser struct {
	base  *Index
	keys  map[string]int // how many names have a key, by its folded text
	heard map[uint64]int // how many hear a text, by its hash: the texts are all the site says
	seed  maphash.Seed
	pairs map[neighbours]count
	joint map[[2]rune]count // of a pair however it is read
}

// NewReviser counts the texts of names, which base was prepared from.
func NewReviser(base *Index, names []Name) *Reviser {
	r := &Reviser{
		base: base, keys: make(map[string]int), heard: make(map[uint64]int), seed: maphash.MakeSeed(),
		joint: make(map[[2]rune]count),
	}
	for _, n := range names {
		for _, text := range n.Keys {
			r.keys[hanzi.FoldString(text)]++
		}
		for _, text := range n.Heard {
			r.heard[maphash.String(r.seed, text)]++
		}
	}
	r.pairs = countPairs(spellAll(names), heardOnce(names))
	for at, c := range r.pairs {
		two := [2]rune{at.a, at.b}
		r.joint[two] = r.joint[two].plus(c)
	}
	return r
}

// Gone is the place of a Ref that no name has any more.
const Gone = -1

// Revise is the Index of the names of the base without gone and with come. Refs
// are the new Refs of all names of the base by the old ones, which keep their
// order; those of gone are Gone, and come has new ones of its own.
func (r *Reviser) Revise(refs []int, gone, come []Name) *Index {
	left, came := r.changes(gone, come)
	keys := spellAll(come)
	x := &Index{
		data:   merge(&r.base.data, refs, index(come, keys)),
		pairs:  r.base.pairs.beneath(),
		before: r.base.before.beneath(), behind: r.base.behind.beneath(),
		pairsBySound: r.base.pairsBySound.beneath(),
		syllables:    r.base.syllables.beneath(),
		firsts:       r.base.firsts.beneath(),
		total:        r.base.total,
	}
	x.data.Words = revisedWords(r.base.data.Words, countWords(left.keys), countWords(came.keys))
	joints := make(map[[2]rune]count)
	for at, change := range difference(left, came) {
		old := r.pairs[at]
		x.replace(at.pair(old), at.pair(old.plus(change)))
		two := [2]rune{at.a, at.b}
		joints[two] = joints[two].plus(change)
	}
	for two, change := range joints {
		old := r.joint[two]
		x.rejoin(two, old, old.plus(change))
	}
	return x
}

// texts are different texts: keys taken apart, and what is heard.
type texts struct {
	keys  map[string]spelt
	heard map[string]bool
}

// changes are the texts that no name has any more, and those that none had.
func (r *Reviser) changes(gone, come []Name) (left, came texts) {
	left, came = texts{map[string]spelt{}, map[string]bool{}}, texts{map[string]spelt{}, map[string]bool{}}
	keys, heard := make(map[string]int), make(map[string]int)
	note := func(names []Name, n int) {
		for _, name := range names {
			for _, text := range name.Keys {
				keys[hanzi.FoldString(text)] += n
			}
			for _, text := range name.Heard {
				heard[text] += n
			}
		}
	}
	note(gone, -1)
	note(come, 1)
	for text, change := range keys {
		switch old := r.keys[text]; {
		case old == 0 && change > 0:
			came.keys[text] = spell(text)
		case old > 0 && old+change == 0:
			left.keys[text] = spell(text)
		}
	}
	for text, change := range heard {
		switch old := r.heard[maphash.String(r.seed, text)]; {
		case old == 0 && change > 0:
			came.heard[text] = true
		case old > 0 && old+change == 0:
			left.heard[text] = true
		}
	}
	return left, came
}

// difference is what becomes of the counts of pairs, where anything does.
func difference(left, came texts) map[neighbours]count {
	out := countPairs(came.keys, maps.Keys(came.heard))
	for at, c := range countPairs(left.keys, maps.Keys(left.heard)) {
		out[at] = out[at].minus(c)
	}
	maps.DeleteFunc(out, func(_ neighbours, c count) bool { return c == count{} })
	return out
}

// replace puts a pair into the place of the same with other counts. One that
// stands in no text is none.
func (x *Index) replace(old, now pair) {
	a, _ := now.runes()
	x.firsts.over[a] = x.firsts.at(a) + now.Count - old.Count
	x.total += now.Count - old.Count
	list := slices.Clone(x.pairsBySound.at(now.Sound))
	i, found := slices.BinarySearchFunc(list, now, comparePairs)
	if found {
		list = slices.Delete(list, i, i+1)
	}
	if now.Count > 0 {
		list = slices.Insert(list, i, now)
		now.learn(x.syllables.over)
	}
	x.pairsBySound.over[now.Sound] = list
}

// rejoin notes how often two characters stand together, and whether they do.
func (x *Index) rejoin(two [2]rune, old, now count) {
	x.pairs.over[two] = joint{now.texts, now.firsts > 0, now.lasts > 0}
	if (old.texts > 0) == (now.texts > 0) {
		return
	}
	a, b := two[0], two[1]
	x.behind.over[a] = toggled(x.behind.at(a), b)
	x.before.over[b] = toggled(x.before.at(b), a)
}

// toggled is a sorted list without r, or with it if it was not there.
func toggled(list []rune, r rune) []rune {
	i, found := slices.BinarySearch(list, r)
	if found {
		return slices.Delete(slices.Clone(list), i, i+1)
	}
	return slices.Insert(slices.Clone(list), i, r)
}
