package site

import (
	"anju/generator/content"
	"anju/generator/theme"
	"anju/generator/validity"
)

// facts collects the lines of a definition list. What the source does not
// state is said so where the entry names it in unknown, and is absent where
// nobody asked.
type facts struct {
	view    view
	unknown []string
	list    []theme.Fact
}

func (f *facts) add(name string, values ...theme.Link) {
	if len(values) > 0 {
		f.list = append(f.list, theme.Fact{Label: f.view.t("field." + name), Values: values})
	}
}

// text adds a line unless all values are empty.
func (f *facts) text(name string, values ...string) {
	var links []theme.Link
	for _, value := range values {
		if value != "" {
			links = append(links, theme.Link{Text: value})
		}
	}
	if len(links) == 0 {
		for _, u := range f.unknown {
			if u == name {
				links = []theme.Link{{Text: f.view.t("not_stated")}}
			}
		}
	}
	f.add(name, links...)
}

func (f *facts) date(name string, d validity.Date) { f.text(name, f.view.date(d)) }

// facts begins a list with what all kinds share.
func (v view) facts(h *content.Head) *facts {
	f := &facts{view: v, unknown: h.Unknown}
	if h.City != "" {
		f.add("city", theme.Link{Text: v.cityName(h.City), URL: v.url("/cities/" + h.City + "/")})
	}
	f.add("audience", v.terms(h.Audience, v.lib.Vocab.Audiences, "audience")...)
	return f
}

// organisations are brands or operators with their pages.
func (v view) organisations(slugs []string, list []content.Organisation, folder string) (out []theme.Link) {
	for _, slug := range slugs {
		if slug != "" {
			out = append(out, theme.Link{Text: organisation(list, slug).In(v.lang), URL: v.url("/" + folder + "/" + slug + "/")})
		}
	}
	return out
}

func (v view) contacts(contacts []content.Contact) (out []theme.Contact) {
	for _, c := range contacts {
		out = append(out, theme.Contact{Name: c.Name, Address: c.Address, Phone: c.Phone, Hours: c.Hours, URL: c.URL})
	}
	return out
}

func (v view) asked(ask []content.Ask) (out []theme.Contact) {
	for _, a := range ask {
		name := a.Zh
		if v.lang == "en" {
			name = a.En
		}
		out = append(out, theme.Contact{Name: name, Phone: a.Phone, URL: a.URL})
	}
	return out
}
