package site

import (
	"slices"
	"time"

	"anju/generator/config"
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

	locals  []content.Entry // the entry in each language
	subject validity.Subject
	key     listKey
	homes   []homeKey // of a community
	lasting bool      // it is not over
	pages   []address
	updated validity.Date
	below   []string           // the paths of its parts
	docs    []*search.Document // its own, and those of its homes
}

// address is where a page of an entry stands, and whether it is not to be found.
// Pages of the site itself have the name by which menus lead to them.
type address struct {
	file, url string
	hidden    bool
	name      string
}

// good reports whether k still holds.
func (k *known) good(of []any, now time.Time) bool {
	return slices.Equal(k.of, of) && !now.Before(k.from) && (k.next.IsZero() || now.Before(k.next))
}

// standsAs reports whether the structure of a site is the same with k as with
// other, which is of an entry of the same name, on the same basis.
func (k *known) standsAs(other *known) bool {
	if k == other {
		return true
	}
	if k.key != other.key || k.lasting != other.lasting || !slices.Equal(k.pages, other.pages) || !slices.Equal(k.below, other.below) {
		return false
	}
	return slices.EqualFunc(k.locals, other.locals, content.SameFields)
}

// recall fills in what is known of every entry, from memory where it is good.
func (p *planner) recall(m *Memory) {
	on := basis{p.lib.Vocab, p.theme, p.cfg.Languages}
	same := m.basis.same(on)
	m.basis = on
	p.known = make([]*known, len(p.lib.Entries))
	var of []any
	for rank, e := range p.lib.Entries {
		of = p.sources(of[:0], rank, e)
		k := m.before(rank, e)
		if k == nil || !same || !k.good(of, p.now) {
			k = p.findOut(e, slices.Clone(of))
		}
		p.known[rank] = k
	}
}

// before is what the last plan knew of e, which has now that rank; nil for
// nothing.
func (m *Memory) before(rank int, e content.Entry) *known {
	if m.lib == nil {
		return nil
	}
	if rank, ok := m.lib.RankNear(e, rank); ok {
		return m.known[rank]
	}
	return nil
}

// sources appends all that what is known of e comes from.
func (p *planner) sources(of []any, rank int, e content.Entry) []any {
	for _, lang := range p.cfg.Languages {
		local, _ := p.lib.InAt(rank, lang)
		of = append(of, local, p.views[lang].Conversion(rank))
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
	if c, ok := e.(*content.Community); ok && c.Withdrawn == nil {
		k.next, k.homes = sooner(k.next, p.outdated(c)), p.homeKeys(c)
	}
	k.key, k.lasting = p.listKey(e, k.subject), lastsIn(k.subject.Status(p.now))
	k.below = p.in(config.Language).below(h)
	rooted := content.KindOf(h.Kind).Path(h.ID)
	for _, lang := range p.cfg.Languages {
		local, foreign := p.views[lang].In(e)
		k.locals = append(k.locals, local)
		at := address{file: file(view.Path(lang, rooted)), url: p.views[lang].URL(rooted), hidden: foreign != "" || h.Withdrawn != nil}
		if h.Kind == "page" {
			at.name = local.Common().Title
		}
		k.pages = append(k.pages, at)
	}
	return k
}

// subject is what the status of an entry depends on.
func (p *planner) subject(e content.Entry) validity.Subject {
	rank, _ := p.lib.Rank(e.Common().Ref())
	return p.known[rank].subject
}
