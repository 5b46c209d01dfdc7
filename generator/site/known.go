package site

import (
	"slices"
	"time"

	"anju/generator/content"
	"anju/generator/search"
	"anju/generator/validity"
	"anju/generator/view"
)

// known is what a plan finds out about an entry and the next one need not find
// out again: as long as all that it is of is the same, on the same basis, from
// the moment that it was found out until an answer may change. It does not
// change once the plan that made it is made.
type known struct {
	of   []any     // the entry in each language, its conversions, what replaces it: by identity
	from time.Time // the moment of the plan
	next time.Time // when an answer about its subject may change; zero for never

	subject validity.Subject
	key     listKey
	lasting bool // it is not over
	pages   []address
	updated validity.Date
	docs    []*search.Document // its own, and those of its homes
}

// address is where a page of an entry stands, and whether it is not to be found.
type address struct {
	file, url string
	hidden    bool
}

// good reports whether k still holds.
func (k *known) good(of []any, now time.Time) bool {
	return slices.Equal(k.of, of) && !now.Before(k.from) && (k.next.IsZero() || now.Before(k.next))
}

// recall fills in what is known of every entry, from memory where it is good.
func (p *planner) recall(m *Memory) {
	before := m.known
	if on := (basis{p.lib.Vocab, p.theme, p.cfg.Languages}); !m.basis.same(on) {
		before = nil
		m.basis = on
	}
	p.known = make(map[content.Entry]*known, len(p.lib.Entries))
	var of []any
	for _, e := range p.lib.Entries {
		of = p.sources(of[:0], e)
		k := before[e]
		if k == nil || !k.good(of, p.now) {
			k = p.findOut(e, slices.Clone(of))
		}
		p.known[e] = k
	}
	m.known = p.known
}

// sources appends all that what is known of e comes from.
func (p *planner) sources(of []any, e content.Entry) []any {
	for _, lang := range p.cfg.Languages {
		local, _ := p.lib.In(e, lang)
		of = append(of, local, p.views[lang].Conversion(local.Common()))
	}
	if policy, ok := e.(*content.Policy); ok {
		for _, by := range p.lib.ReplacedBy(policy) {
			of = append(of, by)
		}
	}
	return of
}

// findOut is all but the documents, which come when the frame is there.
func (p *planner) findOut(e content.Entry, of []any) *known {
	h := e.Common()
	k := &known{of: of, from: p.now, subject: p.lib.Subject(e), updated: view.Updated(e)}
	k.next, _ = k.subject.Next(p.now)
	k.key, k.lasting = p.listKey(e, k.subject), lastsIn(k.subject.Status(p.now))
	rooted := content.KindOf(h.Kind).Path(h.ID)
	for _, lang := range p.cfg.Languages {
		_, foreign := p.views[lang].In(e)
		k.pages = append(k.pages, address{
			file(view.Path(lang, rooted)), p.views[lang].URL(rooted), foreign != "" || h.Withdrawn != nil,
		})
	}
	return k
}

// subject is what the status of an entry depends on.
func (p *planner) subject(e content.Entry) validity.Subject { return p.known[e].subject }

// ranking remembers in which order a list was put: the same keys in the same
// places come in the same order again.
type ranking[K comparable] struct {
	keys   []K
	places []int
}

// sorted are the places of keys in the order that compare gives; what is alike
// stays as it was. The list is shared: nobody changes it.
func (r *ranking[K]) sorted(keys []K, compare func(a, b K) int) []int {
	if r.places != nil && slices.Equal(keys, r.keys) {
		return r.places
	}
	r.keys, r.places = keys, make([]int, len(keys))
	for i := range r.places {
		r.places[i] = i
	}
	slices.SortStableFunc(r.places, func(a, b int) int { return compare(keys[a], keys[b]) })
	return r.places
}
