package view

import (
	"html/template"
	"slices"

	"anju/generator/content"
	"anju/generator/markdown"
	"anju/generator/theme"
)

// EntryPage is the page of an entry, in the view's language or else in Chinese
// with a notice. page is what frames it; series are the other events of the
// same series, and nearby is what its city has besides.
func (v View) EntryPage(e content.Entry, page theme.Page, series []content.Entry, nearby []theme.Group) theme.Payload {
	local, lang := v.In(e)
	entry := v.entry(local, lang)
	entry.Page, entry.Related, entry.Nearby = page, v.related(local, series), nearby
	switch e := local.(type) {
	case *content.Community:
		return v.community(e, entry)
	case *content.Policy:
		return v.policy(e, entry)
	case *content.Guide:
		page := v.guide(e, entry)
		v.overview(page, e)
		return page
	case *content.Job:
		return v.job(e, entry)
	case *content.Event:
		return v.event(e, entry)
	}
	return &theme.PlainPage{Entry: entry}
}

// entry fills what pages of every kind carry.
func (v View) entry(e content.Entry, lang theme.Foreign) theme.Entry {
	h := e.Common()
	out := theme.Entry{
		Ref: string(h.Ref()), Kind: h.Kind, KindLabel: v.T("kind." + h.Kind),
		Heading: h.Title, Summary: h.Summary, BodyLang: lang,
		Status: v.status(e), Notices: v.notices(e, lang),
		Figures: v.figures(h.Figures), Sources: v.sources(h.Sources), Changes: v.changes(h.Changes),
		Tags: v.terms(h.Tags, v.lib.Vocab.Tags, "tag"), Picture: v.leading(h),
	}
	doc := v.text(h)
	out.Body, out.Contents = template.HTML(doc.HTML), contents(doc.Headings)
	return out
}

// Record is what the foot of an entry's page says of its keeping, but for the
// code that leads to it.
func (v View) Record(h *content.Head) *theme.Record {
	r := &theme.Record{
		Ref: string(h.Ref()), Published: v.optDate("entry.published", h.Published),
		PubDate: h.Published.First().Format("2006-01-02 15:04"), Keywords: []string{v.T("kind." + h.Kind)},
		Checked: v.T("entry.unreviewed"),
	}
	if !h.ReviewedOn.IsZero() {
		r.Checked, r.CheckedBy = v.date(h.ReviewedOn), v.Link(h.ReviewedBy, "")
	}
	if len(h.Sources) > 0 {
		r.Source = h.Sources[0].Publisher
	}
	if h.City != "" {
		r.Keywords = append(r.Keywords, v.city(h.City))
	}
	for _, tag := range h.Tags {
		r.Keywords = append(r.Keywords, v.term(v.lib.Vocab.Tags, tag))
	}
	return r
}

func contents(headings []markdown.Heading) (out []theme.Heading) {
	for _, h := range headings {
		out = append(out, theme.Heading(h))
	}
	return out
}

// OrganisationPage is the page of a brand or an operator but for its members,
// which are a list. The title and the description of page are its heading and
// summary.
func (v View) OrganisationPage(o content.Organisation, kind string, page theme.Page) *theme.TermPage {
	out := &theme.TermPage{Entry: theme.Entry{
		Page: page, Ref: kind + ":" + o.Slug, Kind: kind, KindLabel: v.T("kind." + kind),
		Heading: page.Title, Summary: page.Description, Sources: v.sources(o.Sources),
	}}
	f := v.facts(&content.Head{City: o.City})
	f.text("organisation_type", v.opt("organisation", o.Type))
	out.Facts = f.list
	return out
}

func (v View) figures(figures []content.Figure) (out []theme.Figure) {
	for _, f := range figures {
		stated := ""
		if f.StatedAs != "existing" {
			stated = v.opt("stated", f.StatedAs)
		}
		out = append(out, theme.Figure{
			Label: f.Label, Value: v.figureValue(f), Scope: f.Scope, AsOf: v.date(f.AsOf), StatedAs: stated, Source: f.Source,
			Lang: v.Tongue(f.Label), ScopeLang: v.Tongue(f.Scope),
		})
	}
	return out
}

func (v View) sources(sources []content.Source) (out []theme.Source) {
	for i, s := range sources {
		out = append(out, theme.Source{
			Number: i + 1, Title: s.Title, URL: s.URL, Publisher: s.Publisher, Kind: v.opt("source", s.Kind),
			Published: v.date(s.PublishedOn), Accessed: v.date(s.AccessedOn), Quote: s.Quote,
			Lang: v.Tongue(s.Title), PublisherLang: v.Tongue(s.Publisher),
		})
	}
	return out
}

func (v View) changes(changes []content.Change) (out []theme.Change) {
	sorted := slices.Clone(changes)
	slices.SortStableFunc(sorted, func(a, b content.Change) int { return b.Date.After().Compare(a.Date.After()) })
	for _, c := range sorted {
		out = append(out, theme.Change{Date: v.date(c.Date), Kind: v.T("change." + c.Kind), Note: c.Note, Lang: v.Tongue(c.Note)})
	}
	return out
}

func (v View) contacts(contacts []content.Contact) (out []theme.Contact) {
	for _, c := range contacts {
		out = append(out, theme.Contact{
			Name: c.Name, Address: c.Address, Phone: c.Phone, Hours: c.Hours, URL: c.URL,
			Lang: v.Tongue(c.Name), DetailLang: v.Tongue(c.Address + c.Phone + c.Hours),
		})
	}
	return out
}
