package results

import (
	"html/template"
	"net/url"
	"slices"
	"strings"

	"anju/generator/search"
	"anju/generator/theme"
	"anju/generator/validity"
)

// answer is the page of one query in the making.
type answer struct {
	page   *theme.SearchPage
	theme  *theme.Theme
	query  search.Query // as asked: without what was read out of its text
	result search.Result
}

// baseLanguage is the one whose addresses carry no prefix.
const baseLanguage = "zh-Hans"

func (a answer) t(key string, args ...any) string { return a.theme.String(a.query.Lang, key, args...) }

// Form is the page of q without an answer. bad are the parameters that could
// not be used: only those are told that a reader typed.
func Form(f *theme.Frame, t *theme.Theme, q search.Query, bad []search.ParamError) *theme.SearchPage {
	page := &theme.SearchPage{Live: true, Page: theme.Page{
		Frame: f, Lang: q.Lang, Layout: "search", NoIndex: true, Section: "search",
		Query: q.Text, Correction: f.CorrectionURL(q.Lang, ""),
	}}
	a := answer{page: page, theme: t, query: q}
	page.Title = a.t("search.title")
	if q.Text != "" {
		page.Title = a.t("search.title_for", q.Text)
	}
	page.Path, page.Canonical = page.URL("/search/"), f.BaseURL+a.address(q.Values())
	for _, lang := range f.Languages {
		other := theme.Page{Lang: lang}
		page.Alternates = append(page.Alternates, theme.Alternate{
			Lang: lang, Name: t.String(lang, "language"), URL: address(&other, q.Values()),
		})
	}
	for _, folder := range f.Sections {
		page.Browse = append(page.Browse, theme.Link{Text: a.t("nav." + folder), URL: page.URL("/" + folder + "/")})
	}
	page.Browse = append(page.Browse, theme.Link{Text: a.t("nav.cities"), URL: page.URL("/cities/")})
	page.Note = a.note(bad)
	if q.Text == "" {
		page.Examples = a.examples()
	}
	return page
}

// examples are questions to begin with, as the theme words them.
func (a answer) examples() (out []theme.Link) {
	for text := range strings.SplitSeq(a.t("search.examples"), "|") {
		out = append(out, theme.Link{Text: text, URL: a.address(url.Values{"q": {text}})})
	}
	return out
}

// typedNumbers are the parameters into which readers type numbers.
var typedNumbers = []string{"rent_min", "rent_max", "area_min", "area_max", "amount"}

// note tells a reader what of the question was not used: the end of a long one,
// what is no number. Unknown parameters are passed over in silence: chat and
// campaign tools add them.
func (a answer) note(bad []search.ParamError) string {
	for _, e := range bad {
		switch {
		case e.Value == "": // text that is no UTF-8 is not quoted, and was not typed
		case e.Name == "q":
			return a.t("search.note.long", search.MaxRunes)
		case slices.Contains(typedNumbers, e.Name):
			return a.t("search.note.number", e.Value)
		}
	}
	return ""
}

// Fill puts what was found on the page that Form made of the same query.
func Fill(page *theme.SearchPage, t *theme.Theme, q search.Query, r search.Result) {
	a := answer{page, t, q, r}
	page.Asked, page.Count = true, a.count()
	page.Notices, page.Meant, page.Jump = a.notices(), a.meant(), a.jump()
	for _, h := range r.Hits {
		if h.Partial {
			page.Partial = append(page.Partial, a.hit(h))
		} else {
			page.Hits = append(page.Hits, a.hit(h))
		}
	}
	for _, f := range r.Facets {
		if facet := a.facet(f); worthShowing(f, facet) {
			page.Facets = append(page.Facets, facet)
		}
	}
	if page.Chips = a.chips(); len(page.Chips) > 0 {
		page.ResetURL = a.address(a.reset())
	}
	page.Hidden = a.hidden("q", "literal") // a new question is read anew
	page.Sort, page.Finder, page.Pager = a.sorts(), a.finder(), a.pager(r.Total)
	a.help()
}

// worthShowing reports whether a facet offers something: one that only some kinds
// have is shown where there is a choice.
func worthShowing(f search.Facet, shown theme.Facet) bool {
	least := 1
	if chosen := func(v theme.FacetValue) bool { return v.Chosen }; f.Own && !slices.ContainsFunc(shown.Values, chosen) {
		least = 2
	}
	return len(shown.Values) >= least
}

// count says how much was found, and how much of it is only near.
func (a answer) count() string {
	switch r := a.result; {
	case r.Total == 0:
		return a.t("search.nothing")
	case 0 < r.Full && r.Full < r.Total:
		return a.t("search.total_full", r.Full, r.Total-r.Full)
	default:
		return a.t("search.total", r.Total)
	}
}

// dated are the kinds whose date is one of their own. That of others is merely
// the day of their first publication here.
var dated = []string{"policy", "job", "event"}

func (a answer) hit(h search.Hit) theme.Hit {
	out := theme.Hit{
		URL:     h.URL,
		Title:   template.HTML(h.TitleHTML),   // escaped by search, with <mark>
		Snippet: template.HTML(h.SnippetHTML), // likewise
		Kind:    a.page.Label("type", h.Kind),
		Status:  h.Status,
	}
	if h.City != "" {
		out.City = a.page.Label("city", h.City)
	}
	if h.Status != "" {
		out.StatusName = a.page.Label("status", h.Status)
	}
	if d, err := validity.ParseDate(h.Date); err == nil && slices.Contains(dated, h.Kind) {
		out.Date = d.In(a.query.Lang)
	}
	if h.Lang != a.query.Lang {
		out.Lang = theme.Foreign(h.Lang)
	}
	out.Facts = slices.Clone(h.Facts)
	if h.Outdated {
		out.Facts = append(out.Facts, a.t("homes.outdated", validity.AvailabilityDays))
	}
	for _, s := range h.Sections {
		out.Sections = append(out.Sections, theme.SectionHit{Title: s.Title, URL: s.URL, Snippet: template.HTML(s.SnippetHTML)})
	}
	return out
}
