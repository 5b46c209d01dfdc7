package view

import (
	"cmp"
	"slices"
	"strings"

	"anju/generator/content"
)

// crossing are the links between entries that their texts make, in any
// language. Those of their fields the Library knows.
type crossing struct {
	to   map[content.Ref][]content.Ref // by the entry that leads somewhere
	from map[content.Ref][]content.Ref // by the entry that is led to
}

// cross gathers the links of texts to entries of lib.
func cross(lib *content.Library, texts []*text) crossing {
	all := crossing{map[content.Ref][]content.Ref{}, map[content.Ref][]content.Ref{}}
	for _, t := range texts {
		if len(t.links) == 0 {
			continue
		}
		own := t.original.Common().Ref()
		for _, to := range t.links {
			if lib.Get(to) != nil {
				all.to[own] = append(all.to[own], to)
				all.from[to] = append(all.from[to], own)
			}
		}
	}
	return all
}

// Neighbours returns the entries that link to ref or that it links to, by a
// field or in their text, in the order of the Library's entries: a link is
// shown on both its ends.
func (v View) Neighbours(ref content.Ref) []content.Ref {
	return ordered(v.lib.Neighbours(ref), v.crossing.to[ref], v.crossing.from[ref])
}

// LinkedFrom returns the entries that refer to ref, by a field or in their
// text, in the order of the Library's entries.
func (v View) LinkedFrom(ref content.Ref) []content.Ref {
	return ordered(v.lib.LinkedFrom(ref), v.crossing.from[ref])
}

// ordered puts references in the order of the Library's entries, by kind and
// id, each once.
func ordered(lists ...[]content.Ref) []content.Ref {
	all := slices.Concat(lists...)
	slices.SortFunc(all, func(a, b content.Ref) int {
		kindA, idA, _ := strings.Cut(string(a), ":")
		kindB, idB, _ := strings.Cut(string(b), ":")
		return cmp.Or(cmp.Compare(kindRank(kindA), kindRank(kindB)), cmp.Compare(idA, idB))
	})
	return slices.Compact(all)
}

func kindRank(name string) int { return slices.Index(content.Kinds, content.KindOf(name)) }

// entryIn is the entry that a destination like policy:ID#place names; not ok
// where it names none.
func entryIn(dest string) (ref content.Ref, ok bool) {
	name, _, _ := strings.Cut(dest, "#")
	kind, _, isRef := strings.Cut(name, ":")
	return content.Ref(name), isRef && content.KindOf(kind).Name != ""
}
