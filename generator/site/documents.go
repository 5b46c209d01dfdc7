package site

import (
	"slices"
	"strings"

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
		Text: map[string]search.Text{}, Facets: facetValues(e),
		Date: content.SortDate(e), Subject: p.lib.Subject(e),
	}
	delete(d.Facets, "city")
	d.Year = content.Date(e).Year // 0 for what has no day of its own
	d.TagWords = p.tagWords(h.Tags)
	if pol, ok := e.(*content.Policy); ok {
		d.Number = pol.DocumentNumber
		d.Shared = pol.City == ""
		d.Amounts = amounts(pol)
	}
	for _, lang := range p.cfg.Languages {
		if local, ok := p.lib.In(e, lang); ok {
			d.Text[lang] = view{planner: p, lang: lang}.text(local)
		}
	}
	return d
}

func (p *planner) tagWords(slugs []string) (words []string) {
	for _, slug := range slugs {
		t := term(p.lib.Vocab.Tags, slug)
		words = append(append(words, t.Zh, t.En), t.Aliases...)
	}
	return words
}

// text is what an entry says in a language: what stands above the body first,
// then the body by section.
func (v view) text(e content.Entry) search.Text {
	h := e.Common()
	out := search.Text{URL: v.entryURL(h), Title: h.Title, Summary: h.Summary}
	if above := strings.Join(v.spoken(e), v.t("sentence.separator")); above != "" {
		out.Sections = append(out.Sections, search.Section{Text: above})
	}
	for _, s := range v.texts[h.Lang][h.Ref()].Sections {
		out.Sections = append(out.Sections, search.Section{Anchor: s.ID, Title: s.Title, Text: s.Text})
	}
	return out
}

// spoken are the words of an entry's fields that its page shows.
func (v view) spoken(e content.Entry) (words []string) {
	add := func(more ...string) {
		for _, w := range more {
			if w != "" {
				words = append(words, w)
			}
		}
	}
	h := e.Common()
	add(v.cityName(h.City))
	switch e := e.(type) {
	case *content.Community:
		add(e.Positioning, e.Address)
		for _, x := range e.Facilities {
			add(v.facility(x).Name)
		}
		for _, x := range e.Recognitions {
			add(x.Name)
		}
		if e.Brand != "" {
			add(organisation(v.lib.Vocab.Brands, e.Brand).In(v.lang))
		}
	case *content.Policy:
		add(e.Issuer...)
		for _, b := range e.Benefits {
			add(strings.TrimSpace(b.Name+" "+v.money(b.Money)), b.InKind, b.Who, b.Conditions)
		}
		add(e.Conditions...)
		add(e.Claim...)
	case *content.Guide:
		add(e.TimeLimit, e.Fee)
		for _, s := range e.Steps {
			add(s.Title, s.Text)
		}
		for _, d := range e.Documents {
			add(d.Name)
		}
	case *content.Job:
		add(e.Employer, e.Place)
		add(e.Skills...)
	case *content.Event:
		add(e.Venue, e.Organiser, e.Series, e.Outcome)
	}
	for _, f := range h.Figures {
		add(f.Label + " " + v.figureValue(f))
	}
	return words
}

// facetValues are the values by which an entry is filtered.
func facetValues(e content.Entry) map[string][]string {
	h := e.Common()
	out := map[string][]string{}
	add := func(facet string, values ...string) {
		for _, value := range values {
			if value != "" {
				out[facet] = append(out[facet], value)
			}
		}
	}
	add("city", h.City)
	add("audience", h.Audience...)
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
	for facet, values := range out {
		out[facet] = distinct(values)
	}
	return out
}

// distinct drops repeated values and keeps their order.
func distinct(values []string) (out []string) {
	seen := map[string]bool{}
	for _, v := range values {
		if !seen[v] {
			out = append(out, v)
		}
		seen[v] = true
	}
	return out
}

func amounts(p *content.Policy) (out []search.Range) {
	for _, b := range p.Benefits {
		if r, ok := moneyRange(b.Money); ok {
			out = append(out, r)
		}
	}
	return out
}

// moneyRange is the span of an amount; "up to N" begins at zero.
func moneyRange(m *content.Money) (search.Range, bool) {
	switch {
	case m == nil:
		return search.Range{}, false
	case m.Amount != nil:
		return search.Range{Min: float64(*m.Amount), Max: float64(*m.Amount)}, true
	}
	var r search.Range
	if m.Min != nil {
		r.Min = float64(*m.Min)
	}
	if m.Max != nil {
		r.Max = float64(*m.Max)
	}
	return r, true
}

func (p *planner) homeDocument(c *content.Community, i int) search.Document {
	h := c.Homes[i]
	d := search.Document{
		ID: "home:" + c.ID + "/" + h.ID, Kind: "home", City: c.City, Text: map[string]search.Text{},
		Facets:  map[string][]string{"unit_type": {h.UnitType}},
		Subject: validity.Subject{Kind: "home", Withdrawn: c.Withdrawn != nil},
	}
	if r, ok := moneyRange(h.Rent); ok {
		d.Rent = &r
	}
	if h.Area != nil {
		d.Area = areaRange(*h.Area)
	}
	if a := h.Availability; a != nil {
		d.Date, d.Available = a.AsOf, a.Units != nil && *a.Units > 0
	}
	for _, lang := range p.cfg.Languages {
		local, ok := p.lib.In(c, lang)
		if !ok {
			continue
		}
		v := view{planner: p, lang: lang}
		lc := local.(*content.Community)
		shown := v.home(lc.Homes[i])
		text := search.Text{
			URL: v.entryURL(&c.Head) + "#" + shown.ID, Title: v.joined(lc.Title, shown.Title), Summary: shown.For,
		}
		if said := append(slices.Clone(shown.Features), shown.Conditions...); len(said) > 0 {
			text.Sections = []search.Section{{Text: strings.Join(said, v.t("sentence.separator"))}}
		}
		d.Text[lang] = text
	}
	return d
}

func areaRange(r content.Range) *search.Range {
	var out search.Range
	if r.Value != nil {
		return &search.Range{Min: *r.Value, Max: *r.Value}
	}
	if r.Min != nil {
		out.Min = *r.Min
	}
	if r.Max != nil {
		out.Max = *r.Max
	}
	return &out
}

func (p *planner) cityDocument(c content.City) search.Document {
	d := search.Document{ID: "city:" + c.Slug, Kind: "city", City: c.Slug, Aliases: c.Aliases, Text: map[string]search.Text{}}
	for _, lang := range p.cfg.Languages {
		v := view{planner: p, lang: lang}
		d.Text[lang] = search.Text{URL: v.url("/cities/" + c.Slug + "/"), Title: c.In(lang), Summary: v.t("city.description", c.In(lang))}
	}
	return d
}

func (p *planner) organisationDocument(o content.Organisation, kind, folder string) search.Document {
	d := search.Document{ID: kind + ":" + o.Slug, Kind: kind, City: o.City, Aliases: o.Aliases, Text: map[string]search.Text{}}
	for _, lang := range p.cfg.Languages {
		v := view{planner: p, lang: lang}
		summary := o.SummaryZh
		if lang == "en" {
			summary = o.SummaryEn
		}
		d.Text[lang] = search.Text{URL: v.url("/" + folder + "/" + o.Slug + "/"), Title: o.In(lang), Summary: summary}
	}
	return d
}

func (p *planner) gapDocument(g content.Gap) search.Document {
	d := search.Document{ID: "gap:" + g.City + "/" + g.Topic, Kind: "gap", City: g.City, Date: g.Looked, Text: map[string]search.Text{}}
	for _, lang := range p.cfg.Languages {
		v := view{planner: p, lang: lang}
		shown := v.gap(g)
		d.Text[lang] = search.Text{
			URL: shown.URL, Title: v.gapPlace(g.City).Text + v.t("colon") + shown.Topic, Summary: shown.Text,
		}
	}
	return d
}
