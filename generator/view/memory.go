package view

import (
	"maps"
	"slices"

	"anju/generator/content"
	"anju/generator/diag"
)

// Memory remembers the texts that were converted for the last Views, so that
// the next Views convert those alone that have changed or lead to what has. A
// text is its entry's, and entries do not change: it has changed when the entry
// is another one. The zero Memory remembers nothing. It is not safe for
// concurrent use.
type Memory struct {
	lib      *content.Library // all that texts could lead to
	outlines outlines
	bodies   bodies
	order    []*text  // the bodies by language and entry
	crossing crossing // their links

	moved moved // during Views
}

// moved are the entries that came or went, or whose parts are others: what leads
// to them may lead elsewhere. It is nil where all stand where they stood, in the
// same order.
type moved map[content.Ref]bool

func (m *Memory) movedTo(lib *content.Library, o outlines) moved {
	same := func(a, b content.Entry) bool { return a == b || a.Common().Ref() == b.Common().Ref() }
	if m.lib != nil && slices.EqualFunc(m.lib.Entries, lib.Entries, same) && maps.Equal(m.outlines, o) {
		return nil
	}
	out := moved{}
	if m.lib == nil {
		return out
	}
	out.without(m.lib, lib)
	out.without(lib, m.lib)
	for _, all := range []outlines{m.outlines, o} {
		for at := range all {
			if m.outlines[at] != o[at] {
				out[at.ref] = true
			}
		}
	}
	return out
}

// without adds the entries of a library that another lacks.
func (m moved) without(lib, other *content.Library) {
	for rank, e := range lib.Entries {
		if _, there := other.RankNear(e, rank); !there {
			m[e.Common().Ref()] = true
		}
	}
}

// text returns the conversion of local, the entry e of that rank in the language
// of v, when it would be the same again; nil otherwise.
func (m *Memory) text(v View, rank int, e, local content.Entry) *text {
	texts, known := m.bodies[v.Lang]
	if m.moved != nil && known { // it may have had another rank
		rank, known = m.lib.RankNear(e, rank)
	}
	if !known {
		return nil
	}
	t := texts[rank]
	if t == nil || t.original != e || t.local != local || !t.leadsAsBefore(v, m.moved) {
		return nil
	}
	return t
}

// lead is what a link of a text asked, and the answer.
type lead struct {
	ref      content.Ref
	fragment string
	answer   answer
}

// answer is where a link leads, or what to do about one that leads nowhere.
type answer struct {
	url    string
	remedy diag.Text
	ok     bool
}

// leadsAsBefore reports whether all links of the text to other entries lead
// where they led. What leads nowhere may be told another remedy by any move.
func (t *text) leadsAsBefore(v View, m moved) bool {
	return m == nil || !slices.ContainsFunc(t.leads, func(l lead) bool {
		return (m[l.ref] || !l.answer.ok) && v.reference(l.ref, l.fragment) != l.answer
	})
}
