package site

import (
	"cmp"
	"maps"
	"slices"

	"anju/generator/content"
	"anju/generator/search"
	"anju/generator/theme"
	"anju/generator/validity"
)

// documents are all that can be found: entries, homes, and the words that have
// pages.
func (p *planner) documents(m *Memory) []*search.Document {
	docs := make([]*search.Document, 0, len(p.known)+len(p.homed)+len(p.terms))
	for rank, k := range p.known {
		if k.docs == nil {
			k.docs = p.documentsOf(p.lib.Entries[rank], m)
		}
		docs = append(docs, k.docs[0])
	}
	for _, at := range p.homed {
		docs = append(docs, p.known[at.rank].docs[1+at.index])
	}
	docs = append(docs, p.terms...)
	m.forget(docs)
	return docs
}

// termDocuments are those of cities, brands and operators, and of what was
// looked for in vain.
func (p *planner) termDocuments() (docs []search.Document) {
	for _, c := range p.lib.Vocab.Cities {
		docs = append(docs, p.cityDocument(c))
	}
	for _, d := range p.directories() {
		for _, o := range d.list {
			docs = append(docs, p.organisationDocument(o, d))
		}
	}
	for _, g := range p.lib.Vocab.Gaps {
		if p.lib.Get(g.Found) == nil { // else what fills it is found
			docs = append(docs, p.gapDocument(g))
		}
	}
	return docs
}

// documentsOf are that of an entry, and those of its homes.
func (p *planner) documentsOf(e content.Entry, m *Memory) []*search.Document {
	docs := []*search.Document{m.same(p.document(e))}
	if c, ok := e.(*content.Community); ok && c.Withdrawn == nil {
		for i := range c.Homes {
			docs = append(docs, m.same(p.homeDocument(unit{c, i})))
		}
	}
	return docs
}

func (p *planner) document(e content.Entry) search.Document {
	h := e.Common()
	d := search.Document{
		ID: string(h.Ref()), Kind: h.Kind, City: h.City, Aliases: h.Aliases,
		Text: map[string]search.Text{}, Facets: p.facetValues(e), TagWords: p.tagWords(p.borne(e)),
		Date: p.day(e), Subject: p.subject(e), Shared: shared(e),
	}
	delete(d.Facets, "city") // it has a field of its own

	d.Year = cmp.Or(content.Date(e).Year, d.Subject.From.Year) // 0 for what has no day of its own
	if e, ok := e.(*content.Policy); ok {
		d.Number, d.Amounts = e.DocumentNumber, amounts(e)
	}
	for _, lang := range p.cfg.Languages {
		if local, ok := p.lib.In(e, lang); ok {
			d.Text[lang] = p.in(lang).text(local)
		} else {
			d.Text[lang] = search.Text{URL: p.in(lang).EntryURL(h), Facts: p.in(lang).CardFacts(local)}
		}
	}
	return d
}

// day is when an entry is of: of an event that takes place more than once the
// next time, or the last.
func (p *planner) day(e content.Entry) validity.Date {
	times := p.subject(e).Sessions
	if len(times) == 0 {
		return content.SortDate(e)
	}
	if coming := p.notOver(times); len(coming) > 0 {
		return validity.DateOf(coming[0].Starts)
	}
	return validity.DateOf(times[len(times)-1].Starts)
}

// tagWords are all names, each once, of the words that a document bears: their
// slugs, by facet.
func (p *planner) tagWords(borne map[string][]string) (words []string) {
	for _, facet := range slices.Sorted(maps.Keys(borne)) {
		for _, slug := range borne[facet] {
			for _, name := range p.names[facet][slug] {
				if !slices.Contains(words, name) {
					words = append(words, name)
				}
			}
		}
	}
	return words
}

// borne are all words of vocabularies that an entry bears.
func (p *planner) borne(e content.Entry) values {
	out := p.facetValues(e)
	out.add("type", e.Common().Kind)
	if p, ok := e.(*content.Policy); ok {
		out.add("delivery", p.Delivery)
	}
	c, ok := e.(*content.Community)
	if !ok {
		return out
	}
	for _, h := range c.Homes {
		out.add("unit_type", h.UnitType)
	}
	for _, f := range c.Facilities { // also those that are only planned: they are told as such
		out.add("facility", f.Kind)
	}
	return out
}

// text is what an entry says in the edition's language.
func (ed edition) text(e content.Entry) search.Text {
	h := e.Common()
	out := search.Text{URL: ed.EntryURL(h), Title: h.Title, Facts: ed.CardFacts(e), Summary: h.Summary}
	for _, s := range ed.Sections(e) {
		out.Sections = append(out.Sections, search.Section{Page: ed.PartOf(h, s.ID), Anchor: s.ID, Title: s.Title, Text: s.Text})
	}
	return out
}

func amounts(p *content.Policy) (out []search.Range) {
	for _, b := range p.Benefits {
		if r := moneyRange(b.Money); r != nil {
			out = append(out, *r)
		}
	}
	return out
}

func moneyRange(m *content.Money) *search.Range {
	if m == nil {
		return nil
	}
	return rangeOf(m.Amount, m.Min, m.Max)
}

// rangeOf is the span of a value or of the ends that are stated; "up to N"
// begins at zero.
func rangeOf[N int64 | float64](value, low, high *N) *search.Range {
	var out search.Range
	if low = cmp.Or(value, low); low != nil {
		out.Min = float64(*low)
	}
	if high = cmp.Or(value, high); high != nil {
		out.Max = new(float64(*high))
	}
	return &out
}

// rentRange is the rent of a month; nil where it is of something else, which
// compares with no other.
func rentRange(m *content.Money) *search.Range {
	if m == nil || m.Period != "" && m.Period != "month" {
		return nil
	}
	return moneyRange(m)
}

func (p *planner) homeDocument(u unit) search.Document {
	c, h := u.community, u.home()
	d := search.Document{
		ID: string(c.HomeRef(*h)), Kind: "home", City: c.City, Text: map[string]search.Text{}, Rent: rentRange(h.Rent),
		Facets:   map[string][]string{"unit_type": {h.UnitType}, "audience": u.audience()},
		TagWords: p.tagWords(map[string][]string{"unit_type": {h.UnitType}, "city": {c.City}, "brand": {c.Brand}, "tag": c.Tags}),
		Subject:  validity.Subject{Kind: "home"},
	}
	if h.Area != nil {
		d.Area = rangeOf(h.Area.Value, h.Area.Min, h.Area.Max)
	}
	if a := h.Availability; a != nil {
		d.Date, d.Available = a.AsOf, free(h) == 1
	}
	for _, lang := range p.cfg.Languages {
		local, foreign := p.in(lang).In(c)
		d.Text[lang] = p.in(lang).homeText(local.(*content.Community), u.index, foreign)
	}
	return d
}

func (ed edition) homeText(c *content.Community, i int, lang theme.Foreign) search.Text {
	shown := ed.Home(c, c.Homes[i])
	out := search.Text{URL: ed.HomeURL(c, c.Homes[i]), Facts: ed.HomeFacts(c, c.Homes[i])}
	if lang != "" {
		return out
	}
	out.Title, out.Summary = ed.HomeTitle(c, c.Homes[i]), shown.For
	if said := append(slices.Clone(shown.Features), shown.Conditions...); len(said) > 0 {
		out.Sections = []search.Section{{Text: ed.Sentences(said)}}
	}
	return out
}

func (p *planner) cityDocument(c content.City) search.Document {
	return search.Document{
		ID: "city:" + c.Slug, Kind: "city", City: c.Slug, Aliases: c.Aliases,
		Text: p.inEach(func(ed edition) search.Text {
			link := ed.cityLink(c)
			return search.Text{URL: link.URL, Title: link.Text, Summary: ed.T("city.description", link.Text)}
		}),
	}
}

func (p *planner) organisationDocument(o content.Organisation, in directory) search.Document {
	return search.Document{
		ID: in.kind + ":" + o.Slug, Kind: in.kind, City: o.City, Aliases: o.Aliases, TagWords: p.names["city"][o.City],
		Text: p.inEach(func(ed edition) search.Text {
			return search.Text{URL: ed.URL(in.path(o)), Title: o.In(ed.Lang), Summary: o.Summary(ed.Lang)}
		}),
	}
}

func (p *planner) gapDocument(g content.Gap) search.Document {
	return search.Document{
		ID: "gap:" + g.ID(), Kind: "gap", City: g.City, Date: g.Looked, TagWords: p.names["city"][g.City],
		Text: p.inEach(func(ed edition) search.Text {
			shown := ed.gap(g)
			return search.Text{URL: shown.URL, Title: ed.gapTitle(g), Summary: shown.Text}
		}),
	}
}

// inEach is what is written in every language.
func (p *planner) inEach(text func(edition) search.Text) map[string]search.Text {
	out := map[string]search.Text{}
	for _, lang := range p.cfg.Languages {
		out[lang] = text(p.in(lang))
	}
	return out
}
