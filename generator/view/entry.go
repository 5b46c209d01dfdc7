package view

import (
	"html/template"
	"slices"

	"anju/generator/config"
	"anju/generator/content"
	"anju/generator/markdown"
	"anju/generator/theme"
)

// EntryPage is the page of an entry, in the view's language or else in Chinese
// with a notice. page is what frames it; series are the other events of the
// same series, and nearby is what its city has besides.
func (v View) EntryPage(e content.Entry, page theme.Page, series []content.Entry, nearby []theme.Group) theme.Payload {
	local, translated := v.lib.In(e, v.Lang)
	entry := v.entry(local, translated)
	entry.Page, entry.Related, entry.Nearby = page, v.related(local, series), nearby
	switch e := local.(type) {
	case *content.Community:
		return v.community(e, entry)
	case *content.Policy:
		return v.policy(e, entry)
	case *content.Guide:
		return v.guide(e, entry)
	case *content.Job:
		return v.job(e, entry)
	case *content.Event:
		return v.event(e, entry)
	}
	return &theme.PlainPage{Entry: entry}
}

// entry fills what pages of every kind carry.
func (v View) entry(e content.Entry, translated bool) theme.Entry {
	h := e.Common()
	out := theme.Entry{
		Ref: string(h.Ref()), Kind: h.Kind, KindLabel: v.T("kind." + h.Kind),
		Heading: h.Title, Summary: h.Summary,
		Status: v.status(e), Notices: v.notices(e, translated),
		Figures: v.figures(h.Figures), Sources: v.sources(h.Sources), Changes: v.changes(h.Changes),
		Tags:      v.terms(h.Tags, v.lib.Vocab.Tags, "tag"),
		Published: v.date(h.Published), Reviewed: v.date(h.ReviewedOn), ReviewedBy: h.ReviewedBy,
	}
	if !translated {
		out.BodyLang = config.Language
	}
	doc := v.bodies.of(h)
	out.Body, out.Contents = template.HTML(doc.HTML), contents(doc.Headings)
	return out
}

// minHeadings is from how many headings on a page has a table of contents.
const minHeadings = 3

func contents(headings []markdown.Heading) (out []theme.Heading) {
	if len(headings) < minHeadings {
		return nil
	}
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
		})
	}
	return out
}

func (v View) sources(sources []content.Source) (out []theme.Source) {
	for i, s := range sources {
		out = append(out, theme.Source{
			Number: i + 1, Title: s.Title, URL: s.URL, Publisher: s.Publisher, Kind: v.opt("source", s.Kind),
			Published: v.date(s.PublishedOn), Accessed: v.date(s.AccessedOn), Quote: s.Quote,
		})
	}
	return out
}

func (v View) changes(changes []content.Change) (out []theme.Change) {
	sorted := slices.Clone(changes)
	slices.SortStableFunc(sorted, func(a, b content.Change) int { return b.Date.After().Compare(a.Date.After()) })
	for _, c := range sorted {
		out = append(out, theme.Change{Date: v.date(c.Date), Kind: v.T("change." + c.Kind), Note: c.Note})
	}
	return out
}

func (v View) contacts(contacts []content.Contact) (out []theme.Contact) {
	for _, c := range contacts {
		out = append(out, theme.Contact{Name: c.Name, Address: c.Address, Phone: c.Phone, Hours: c.Hours, URL: c.URL})
	}
	return out
}
