package view

import (
	"slices"

	"anju/generator/content"
	"anju/generator/theme"
	"anju/generator/validity"
)

// facts collects the lines of a definition list. What the source does not
// state is said so where the entry names it in unknown, and is absent where
// nobody asked.
type facts struct {
	view    View
	unknown []string
	list    []theme.Fact
}

func (f *facts) add(name string, values ...theme.Link) {
	if len(values) > 0 {
		f.list = append(f.list, theme.Fact{Label: f.view.T("field." + name), Values: values})
	}
}

// text adds a line of the values that are not empty.
func (f *facts) text(name string, values ...string) {
	var links []theme.Link
	for _, value := range values {
		if value != "" {
			links = append(links, theme.Link{Text: value})
		}
	}
	if len(links) == 0 && slices.Contains(f.unknown, name) {
		links = []theme.Link{{Text: f.view.T("not_stated")}}
	}
	f.add(name, links...)
}

func (f *facts) date(name string, d validity.Date) { f.text(name, f.view.date(d)) }

// facts begins a list with what all kinds share.
func (v View) facts(h *content.Head) *facts {
	f := &facts{view: v, unknown: h.Unknown}
	if h.City != "" {
		f.add("city", theme.Link{Text: v.city(h.City), URL: v.URL(CityPath(h.City))})
	}
	f.add("audience", v.terms(h.Audience, content.Terms(v.lib.Vocab.Audiences), "audience")...)
	return f
}

// organisations are brands or operators with their pages.
func (v View) organisations(slugs []string, list []content.Organisation, folder string) (out []theme.Link) {
	for _, slug := range slugs {
		if slug != "" {
			out = append(out, theme.Link{Text: v.organisation(list, slug), URL: v.URL(OrganisationPath(folder, slug))})
		}
	}
	return out
}

// terms are vocabulary words that lead to what else carries them.
func (v View) terms(slugs []string, vocab []content.Term, facet string) (out []theme.Link) {
	for _, slug := range slugs {
		out = append(out, theme.Link{Text: v.term(vocab, slug), URL: v.URL("/search") + "?" + facet + "=" + slug})
	}
	return out
}

// plain are vocabulary words without an address.
func (v View) plain(slugs []string, vocab []content.Term) (out []theme.Link) {
	for _, slug := range slugs {
		out = append(out, theme.Link{Text: v.term(vocab, slug)})
	}
	return out
}

// entryLinks are links to the entries among refs that this build publishes.
func (v View) entryLinks(refs ...content.Ref) (out []theme.Link) {
	for _, ref := range refs {
		if e := v.lib.Get(ref); e != nil {
			local, _ := v.lib.In(e, v.Lang)
			out = append(out, theme.Link{Text: local.Common().Title, URL: v.EntryURL(local.Common())})
		}
	}
	return out
}
