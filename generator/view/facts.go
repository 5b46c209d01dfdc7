package view

import (
	"slices"

	"anju/generator/content"
	"anju/generator/theme"
	"anju/generator/validity"
)

// facts collects the lines of a definition list. What the source does not
// state is said so where the entry names it in unknown, and is absent where
// nobody asked, but where the list is whole.
type facts struct {
	view    View
	unknown []string
	whole   bool // a line for every name, whatever is known
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
			links = append(links, f.view.Link(value, ""))
		}
	}
	if len(links) == 0 && (f.whole || slices.Contains(f.unknown, name)) {
		links = []theme.Link{{Text: f.view.silence(f.unknown, name)}}
	}
	f.add(name, links...)
}

func (f *facts) date(name string, d validity.Date) { f.text(name, f.view.date(d)) }

// facts begins a list with what all kinds share, but for what the glance of the
// kind has shown.
func (v View) facts(h *content.Head, shown ...string) *facts {
	f := &facts{view: v, unknown: h.Unknown}
	if h.City != "" && !slices.Contains(shown, "city") {
		f.add("city", v.Link(v.city(h.City), v.URL(CityPath(h.City))))
	}
	if !slices.Contains(shown, "audience") {
		f.add("audience", v.terms(h.Audience, content.Terms(v.lib.Vocab.Audiences), "audience")...)
	}
	return f
}

// organisations are brands or operators with their pages.
func (v View) organisations(slugs []string, list []content.Organisation, folder string) (out []theme.Link) {
	for _, slug := range slugs {
		if slug != "" {
			out = append(out, v.Link(v.organisation(list, slug), v.URL(OrganisationPath(folder, slug))))
		}
	}
	return out
}

// terms are vocabulary words that lead to what else carries them.
func (v View) terms(slugs []string, vocab []content.Term, facet string) (out []theme.Link) {
	for _, slug := range slugs {
		out = append(out, v.Link(v.term(vocab, slug), v.URL("/search")+"?"+facet+"="+slug))
	}
	return out
}

// plain are vocabulary words without an address.
func (v View) plain(slugs []string, vocab []content.Term) (out []theme.Link) {
	for _, slug := range slugs {
		out = append(out, v.Link(v.term(vocab, slug), ""))
	}
	return out
}

// EntryLink is the title of an entry with its address.
func (v View) EntryLink(e content.Entry) theme.Link {
	local, lang := v.In(e)
	return theme.Link{Text: local.Common().Title, URL: v.EntryURL(local.Common()), Lang: lang}
}

// entryLinks are links to the entries among refs that this build publishes.
func (v View) entryLinks(refs ...content.Ref) (out []theme.Link) {
	for _, ref := range refs {
		if e := v.lib.Get(ref); e != nil {
			out = append(out, v.EntryLink(e))
		}
	}
	return out
}
