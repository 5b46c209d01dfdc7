package view

import (
	"slices"
	"strings"

	"anju/generator/content"
)

// neighbours are the links between entries: those of their fields, which the
// Library knows, and those of their texts in any language. It is filled once,
// when all texts are converted.
type neighbours struct {
	both map[content.Ref][]content.Ref // linked here or from here
	from map[content.Ref][]content.Ref // linked here
}

// Neighbours returns the entries that link to ref or that it links to, by a
// field or in their text, in the order of the Library's entries: a link is
// shown on both its ends.
func (v View) Neighbours(ref content.Ref) []content.Ref { return v.neighbours.both[ref] }

// LinkedFrom returns the entries that refer to ref, by a field or in their
// text, in the order of the Library's entries.
func (v View) LinkedFrom(ref content.Ref) []content.Ref { return v.neighbours.from[ref] }

// fill joins the links of the fields and of the texts of all entries of lib.
func (n neighbours) fill(lib *content.Library, texts bodies) {
	rank := make(map[content.Ref]int, len(lib.Entries))
	for i, e := range lib.Entries {
		ref := e.Common().Ref()
		rank[ref] = i
		n.both[ref] = slices.Clone(lib.Neighbours(ref))
		n.from[ref] = slices.Clone(lib.LinkedFrom(ref))
	}
	for text, doc := range texts {
		for _, link := range doc.Links {
			to, ok := entryIn(link.Dest)
			if _, published := rank[to]; !ok || !published || to == text.ref {
				continue
			}
			n.both[text.ref] = append(n.both[text.ref], to)
			n.both[to] = append(n.both[to], text.ref)
			n.from[to] = append(n.from[to], text.ref)
		}
	}
	for _, lists := range []map[content.Ref][]content.Ref{n.both, n.from} {
		for ref, refs := range lists {
			slices.SortFunc(refs, func(a, b content.Ref) int { return rank[a] - rank[b] })
			lists[ref] = slices.Compact(refs)
		}
	}
}

// entryIn is the entry that a destination like policy:ID#place names; not ok
// where it names none.
func entryIn(dest string) (ref content.Ref, ok bool) {
	name, _, _ := strings.Cut(dest, "#")
	kind, _, isRef := strings.Cut(name, ":")
	return content.Ref(name), isRef && content.KindOf(kind).Name != ""
}
