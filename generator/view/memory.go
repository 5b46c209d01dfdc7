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
	entries  []content.Entry // all that texts could lead to
	outlines outlines
	bodies   bodies
	order    []*text  // the bodies by language and entry
	crossing crossing // their links

	moved bool // during Views: what texts lead to is not what it was
}

// sameAddresses reports whether all entries and their parts stand where they
// stood, so that every link leads where it led.
func (m *Memory) sameAddresses(lib *content.Library, o outlines) bool {
	same := func(a, b content.Entry) bool { return a == b || a.Common().Ref() == b.Common().Ref() }
	return slices.EqualFunc(m.entries, lib.Entries, same) && maps.Equal(m.outlines, o)
}

// text returns the conversion of local, the entry e in the language of v, when
// it would be the same again; nil otherwise.
func (m *Memory) text(v View, e, local content.Entry) *text {
	t := m.bodies[local.Common()]
	if t == nil || t.original != e || m.moved && !t.leadsAsBefore(v) {
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
// where they led.
func (t *text) leadsAsBefore(v View) bool {
	return !slices.ContainsFunc(t.leads, func(l lead) bool { return v.reference(l.ref, l.fragment) != l.answer })
}
