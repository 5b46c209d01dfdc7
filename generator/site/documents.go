package site

import (
	"cmp"
	"maps"
	"slices"

	"anju/generator/content"
	"anju/generator/search"
	"anju/generator/validity"
)

// documents are all that can be found: entries, homes, cities, brands and
// operators, and what was looked for in vain.
func (p *planner) documents() (docs []search.Document) {
	for _, e := range p.lib.Entries {
		docs = append(docs, p.document(e))
		if c, ok := e.(*content.Community); ok {
			for i := range c.Homes {
				docs = append(docs, p.homeDocument(c, i))
			}
		}
	}
	for _, c := range p.lib.Vocab.Cities {
		docs = append(docs, p.cityDocument(c))
	}
	for _, o := range p.lib.Vocab.Brands {
		docs = append(docs, p.organisationDocument(o, "brand", "brands"))
	}
	for _, o := range p.lib.Vocab.Operators {
		docs = append(docs, p.organisationDocument(o, "operator", "operators"))
	}
	for _, g := range p.lib.Vocab.Gaps {
		docs = append(docs, p.gapDocument(g))
	}
	return docs
}

func (p *planner) document(e content.Entry) search.Document {
	h := e.Common()
	d := search.Document{
		ID: string(h.Ref()), Kind: h.Kind, City: h.City, Aliases: h.Aliases,
		Text: map[string]search.Text{}, Facets: p.facetValues(e), TagWords: p.tagWords(p.borne(e)),
		Date: content.SortDate(e), Subject: p.lib.Subject(e),
	}
	delete(d.Facets, "city")
	d.Year = cmp.Or(content.Date(e).Year, d.Subject.From.Year) // 0 for what has no day of its own
	switch e := e.(type) {
	case *content.Policy:
		d.Number, d.Amounts = e.DocumentNumber, amounts(e)
		d.Shared = e.City == ""
	case *content.Guide:
		d.Shared = e.City == "" && e.Genre != "practice" // which is of one place, even where no city is named
	}
	for _, lang := range p.cfg.Languages {
		if local, ok := p.lib.In(e, lang); ok {
			d.Text[lang] = p.in(lang).text(local)
		} else {
			d.Text[lang] = search.Text{URL: p.in(lang).EntryURL(h)}
		}
	}
	return d
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
func (p *planner) borne(e content.Entry) map[string][]string {
	out := p.facetValues(e)
	out["type"] = []string{e.Common().Kind}
	if p, ok := e.(*content.Policy); ok {
		out["delivery"] = []string{p.Delivery}
	}
	c, ok := e.(*content.Community)
	if !ok {
		return out
	}
	for _, h := range c.Homes {
		out["unit_type"] = append(out["unit_type"], h.UnitType)
	}
	for _, f := range c.Facilities {
		out["facility"] = append(out["facility"], f.Kind)
	}
	for _, a := range c.Amenities {
		out["amenity"] = append(out["amenity"], a.Kind)
	}
	out["brand"], out["operator"] = []string{c.Brand}, c.Operators
	return out
}

// text is what an entry says in the edition's language.
func (ed edition) text(e content.Entry) search.Text {
	h := e.Common()
	out := search.Text{URL: ed.EntryURL(h), Title: h.Title, Summary: h.Summary}
	for _, s := range ed.Sections(e) {
		out.Sections = append(out.Sections, search.Section{Anchor: s.ID, Title: s.Title, Text: s.Text})
	}
	return out
}

// facetValues are the values by which an entry is filtered, each once.
// To be for those who all have a degree is to be for that degree.
func (p *planner) facetValues(e content.Entry) map[string][]string {
	h := e.Common()
	out := map[string][]string{}
	add := func(facet string, values ...string) {
		for _, value := range values {
			if value != "" && !slices.Contains(out[facet], value) {
				out[facet] = append(out[facet], value)
			}
		}
	}
	add("city", h.City)
	add("audience", h.Audience...)
	for _, a := range p.lib.Vocab.Audiences {
		if slices.Contains(h.Audience, a.Slug) {
			add("degree", a.Degree)
		}
	}
	add("tag", h.Tags...)
	switch e := e.(type) {
	case *content.Policy:
		add("level", e.Level)
		for _, b := range e.Benefits {
			add("benefit", b.Kind)
			add("degree", b.Degrees...)
		}
	case *content.Job:
		add("degree", e.Degree)
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
		out.Max = float64(*high)
	}
	return &out
}

func (p *planner) homeDocument(c *content.Community, i int) search.Document {
	h := c.Homes[i]
	d := search.Document{
		ID: "home:" + c.ID + "/" + h.ID, Kind: "home", City: c.City, Text: map[string]search.Text{}, Rent: moneyRange(h.Rent),
		Facets:   map[string][]string{"unit_type": {h.UnitType}},
		TagWords: p.tagWords(map[string][]string{"unit_type": {h.UnitType}, "city": {c.City}, "brand": {c.Brand}, "tag": c.Tags}),
		Subject:  validity.Subject{Kind: "home", Withdrawn: c.Withdrawn != nil},
	}
	if h.Area != nil {
		d.Area = rangeOf(h.Area.Value, h.Area.Min, h.Area.Max)
	}
	if a := h.Availability; a != nil {
		d.Date, d.Available = a.AsOf, a.Units != nil && *a.Units > 0
	}
	for _, lang := range p.cfg.Languages {
		if local, ok := p.lib.In(c, lang); ok {
			d.Text[lang] = p.in(lang).homeText(local.(*content.Community), i)
		}
	}
	return d
}

func (ed edition) homeText(c *content.Community, i int) search.Text {
	shown := ed.Home(c.Homes[i])
	out := search.Text{
		URL: ed.EntryURL(&c.Head) + "#" + shown.ID, Title: c.Title + ed.T("list.separator") + shown.Title, Summary: shown.For,
	}
	if said := append(slices.Clone(shown.Features), shown.Conditions...); len(said) > 0 {
		out.Sections = []search.Section{{Text: ed.Sentences(said)}}
	}
	return out
}

func (p *planner) cityDocument(c content.City) search.Document {
	return search.Document{
		ID: "city:" + c.Slug, Kind: "city", City: c.Slug, Aliases: c.Aliases,
		Text: p.inEach(func(ed edition) search.Text {
			name := c.In(ed.Lang)
			return search.Text{URL: ed.URL("/cities/" + c.Slug + "/"), Title: name, Summary: ed.T("city.description", name)}
		}),
	}
}

func (p *planner) organisationDocument(o content.Organisation, kind, folder string) search.Document {
	return search.Document{
		ID: kind + ":" + o.Slug, Kind: kind, City: o.City, Aliases: o.Aliases, TagWords: p.names["city"][o.City],
		Text: p.inEach(func(ed edition) search.Text {
			return search.Text{URL: ed.URL("/" + folder + "/" + o.Slug + "/"), Title: o.In(ed.Lang), Summary: o.Summary(ed.Lang)}
		}),
	}
}

func (p *planner) gapDocument(g content.Gap) search.Document {
	return search.Document{
		ID: "gap:" + gapID(g), Kind: "gap", City: g.City, Date: g.Looked, TagWords: p.names["city"][g.City],
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
