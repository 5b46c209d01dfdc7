package view

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"anju/generator/content"
)

// crossing are the links between entries that their texts make, in any
// language, as often as they make them. Those of their fields the Library knows.
type crossing struct {
	to   linked // by the entry that leads somewhere, published or not
	from linked // by the entry that is led to
}

type linked map[content.Ref][]content.Ref

// revised are the links of texts, c being those of other texts before. It does
// not change c, which shows the site as it was.
func (c crossing) revised(before, now []*text) crossing {
	out := crossing{linked{}, linked{}}
	maps.Copy(out.to, c.to)
	maps.Copy(out.from, c.from)
	gone := make(map[*text]bool, len(before))
	for _, t := range before {
		gone[t] = true
	}
	for _, t := range now {
		if gone[t] {
			delete(gone, t)
			continue
		}
		for _, to := range t.links {
			own := t.original.Common().Ref()
			out.to[own], out.from[to] = append(out.to[own], to), append(out.from[to], own)
		}
	}
	for t := range gone {
		for _, to := range t.links {
			own := t.original.Common().Ref()
			out.to.drop(own, to)
			out.from.drop(to, own)
		}
	}
	return out
}

// drop takes one link away, in a new list.
func (l linked) drop(at, other content.Ref) {
	i := slices.Index(l[at], other)
	if l[at] = slices.Concat(l[at][:i], l[at][i+1:]); len(l[at]) == 0 {
		delete(l, at)
	}
}

// Neighbours returns the entries that link to ref or that it links to, by a
// field or in their text, in the order of the Library's entries: a link is
// shown on both its ends.
func (v View) Neighbours(ref content.Ref) []content.Ref {
	return v.ordered(v.lib.Neighbours(ref), v.crossing.to[ref], v.crossing.from[ref])
}

// LinkedFrom returns the entries that refer to ref, by a field or in their
// text, in the order of the Library's entries.
func (v View) LinkedFrom(ref content.Ref) []content.Ref {
	return v.ordered(v.lib.LinkedFrom(ref), v.crossing.from[ref])
}

// ordered puts references in the order of the Library's entries, each once, and
// leaves out what is not published.
func (v View) ordered(lists ...[]content.Ref) []content.Ref {
	all := slices.DeleteFunc(slices.Concat(lists...), func(ref content.Ref) bool { return v.lib.Get(ref) == nil })
	slices.SortFunc(all, func(a, b content.Ref) int {
		rankA, _ := v.lib.Rank(a)
		rankB, _ := v.lib.Rank(b)
		return cmp.Compare(rankA, rankB)
	})
	return slices.Compact(all)
}

// entryIn is the entry that a destination like policy:ID#place names; not ok
// where it names none.
func entryIn(dest string) (ref content.Ref, ok bool) {
	name, _, _ := strings.Cut(dest, "#")
	kind, _, isRef := strings.Cut(name, ":")
	return content.Ref(name), isRef && content.KindOf(kind).Name != ""
}
