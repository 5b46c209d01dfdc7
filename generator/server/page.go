package server

import (
	"errors"
	"fmt"
	"html/template"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"time"

	"anju/generator/search"
	"anju/generator/theme"
	"anju/generator/validity"
)

// results makes the result page of one query.
type results struct {
	*live
	lang  string
	query search.Query
}

// searchPage answers /search. What it does not understand it leaves out: chat
// and campaign tools add parameters of their own to every link.
func (s *Server) searchPage(l *live, w http.ResponseWriter, r *http.Request) {
	start := time.Now()
	q, bad := search.ParseParams(r.URL.Query())
	q.Lang = l.language(r)
	v := results{live: l, lang: q.Lang, query: q}
	page := v.form()
	page.Note = v.note(bad)
	if len(q.Values()) == 0 {
		s.render(l, w, http.StatusOK, page)
		return
	}
	result, err := s.find(r.Context(), l, q)
	if err != nil {
		s.pageFailure(l, w, r, err)
		return
	}
	v.fill(page, result)
	page.TookMS = strconv.FormatFloat(float64(time.Since(start).Microseconds())/1000, 'f', 1, 64)
	s.render(l, w, http.StatusOK, page)
}

func (s *Server) pageFailure(l *live, w http.ResponseWriter, r *http.Request, err error) {
	if errors.Is(err, errBusy) {
		w.Header().Set("Retry-After", retryAfter)
		s.message(l, w, r, http.StatusServiceUnavailable, "message.busy")
		return
	}
	if r.Context().Err() != nil {
		return // nobody waits for the answer
	}
	s.log.Error("search", "error", err)
	s.message(l, w, r, http.StatusInternalServerError, "message.error")
}

func (v results) t(key string, args ...any) string { return v.theme.String(v.lang, key, args...) }

func (v results) path(p string) string {
	if v.lang == baseLanguage {
		return p
	}
	return "/" + v.lang + p
}

// address is the result page of other parameters.
func (v results) address(values url.Values) string {
	if len(values) == 0 {
		return v.path("/search")
	}
	return v.path("/search") + "?" + values.Encode()
}

// form is the page without an answer.
func (v results) form() *theme.SearchPage {
	title := v.t("search.title")
	if v.query.Text != "" {
		title = v.t("search.title_for", v.query.Text)
	}
	page := &theme.SearchPage{Page: v.page(v.lang, "search", v.path("/search/"), title), Live: true}
	page.Query = v.query.Text
	for _, lang := range v.frame.Languages {
		other := results{live: v.live, lang: lang}
		page.Alternates = append(page.Alternates, theme.Alternate{
			Lang: lang, Name: v.theme.String(lang, "language"), URL: other.address(v.query.Values()),
		})
	}
	for _, folder := range []struct{ kind, path string }{
		{"community", "/communities/"}, {"policy", "/policies/"}, {"guide", "/guides/"}, {"job", "/jobs/"}, {"event", "/events/"},
	} {
		page.Browse = append(page.Browse, theme.Link{Text: v.t("kinds." + folder.kind), URL: v.path(folder.path)})
	}
	return page
}

// note tells a reader what of a long question was not used. Unknown parameters
// are passed over in silence, for no reader typed them.
func (v results) note(bad []search.ParamError) string {
	for _, e := range bad {
		if e.Name == "q" {
			return v.t("search.note.long", search.MaxRunes)
		}
	}
	return ""
}

func (v results) fill(page *theme.SearchPage, r search.Result) {
	page.Asked, page.Total = true, r.Total
	if r.Relaxed != "" {
		page.Relaxed = v.t("search.relaxed." + r.Relaxed)
	}
	for _, h := range r.Hits {
		page.Hits = append(page.Hits, v.hit(h))
	}
	for _, f := range r.Facets {
		if facet := v.facet(f); len(facet.Values) > 0 {
			page.Facets = append(page.Facets, facet)
		}
	}
	page.Chips = v.chips()
	if len(page.Chips) > 0 {
		page.ResetURL = v.address(url.Values{"q": {v.query.Text}})
	}
	page.Sort = v.sorts()
	page.Hidden = v.hidden()
	page.Pager = v.pager(r.Total)
	if r.Total > 0 {
		page.Browse = nil
	}
}

func (v results) hit(h search.Hit) theme.Hit {
	out := theme.Hit{
		URL:     h.URL,
		Title:   template.HTML(h.TitleHTML),   // escaped by search, with <mark>
		Snippet: template.HTML(h.SnippetHTML), // likewise
		Kind:    v.label(v.lang, "type", h.Kind),
		Status:  h.Status,
	}
	if h.City != "" {
		out.City = v.label(v.lang, "city", h.City)
	}
	if h.Status != "" {
		out.StatusName = v.label(v.lang, "status", h.Status)
	}
	if d, err := validity.ParseDate(h.Date); err == nil {
		out.Date = d.In(v.lang)
	}
	if h.Lang != v.lang {
		out.Lang = h.Lang
	}
	for _, s := range h.Sections {
		out.Sections = append(out.Sections, theme.SectionHit{Title: s.Title, URL: s.URL, Snippet: template.HTML(s.SnippetHTML)})
	}
	return out
}

// facetValues is how many values of a facet are offered; chosen ones always
// are.
const facetValues = 15

func (v results) facet(f search.Facet) theme.Facet {
	chosen := v.query.Filters[f.Name]
	out := theme.Facet{Name: f.Name, Title: v.t("facet." + f.Name), Open: len(chosen) > 0}
	for i, value := range f.Values {
		is := slices.Contains(chosen, value.Value)
		if i >= facetValues && !is {
			continue
		}
		out.Values = append(out.Values, theme.FacetValue{
			Label: v.label(v.lang, f.Name, value.Value), Count: value.Count, Chosen: is,
			URL: v.address(v.toggled(f.Name, value.Value)),
		})
	}
	return out
}

// toggled are the parameters with a value chosen, or taken off, on page one.
func (v results) toggled(facet, value string) url.Values {
	values := v.query.Values()
	values.Del("page")
	if i := slices.Index(values[facet], value); i >= 0 {
		values[facet] = slices.Delete(values[facet], i, i+1)
	} else {
		values.Add(facet, value)
	}
	if len(values[facet]) == 0 {
		values.Del(facet)
	}
	return values
}

// chipNames are the filters that are no facet, in the order of their chips.
var chipNames = []string{"amount", "closing_within", "rent_min", "rent_max", "area_min", "area_max", "available", "scope", "as_of"}

// chips are the filters in force, each with the way to take it off.
func (v results) chips() (out []theme.Chip) {
	values := v.query.Values()
	for _, facet := range search.FacetNames() {
		for _, value := range values[facet] {
			out = append(out, theme.Chip{Label: v.label(v.lang, facet, value), URL: v.address(v.toggled(facet, value))})
		}
	}
	for _, name := range chipNames {
		if value := values.Get(name); value != "" {
			rest := v.query.Values()
			rest.Del(name)
			rest.Del("page")
			out = append(out, theme.Chip{Label: v.chipLabel(name, value), URL: v.address(rest)})
		}
	}
	return out
}

func (v results) chipLabel(name, value string) string {
	switch name {
	case "available", "scope":
		return v.t("chip." + name)
	case "as_of":
		value = v.query.AsOf.In(v.lang)
	}
	return v.t("chip."+name, value)
}

func (v results) sorts() (out []theme.Link) {
	for _, sort := range []string{search.Relevance, search.Newest, search.Closing} {
		values := v.query.Values()
		values.Del("page")
		values.Del("sort")
		if sort != search.Relevance {
			values.Set("sort", sort)
		}
		out = append(out, theme.Link{Text: v.t("search.sort." + sort), URL: v.address(values), Current: v.query.Sort == sort})
	}
	return out
}

// hidden are the parameters that a new question keeps: the filters.
func (v results) hidden() (out []theme.Field) {
	values := v.query.Values()
	values.Del("q")
	values.Del("page")
	names := make([]string, 0, len(values))
	for name := range values {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		for _, value := range values[name] {
			out = append(out, theme.Field{Name: name, Value: value})
		}
	}
	return out
}

// pagerSpan is how many pages stand on either side of the present one.
const pagerSpan = 2

func (v results) pager(total int) theme.Pager {
	count := max(1, (min(total, search.MaxResults)+v.query.PerPage-1)/v.query.PerPage)
	out := theme.Pager{Number: v.query.Page, Count: count}
	at := func(n int) string {
		values := v.query.Values()
		values.Set("page", strconv.Itoa(n))
		if n == 1 {
			values.Del("page")
		}
		return v.address(values)
	}
	for n := max(1, v.query.Page-pagerSpan); n <= min(count, v.query.Page+pagerSpan); n++ {
		out.Pages = append(out.Pages, theme.Link{Text: fmt.Sprint(n), URL: at(n), Current: n == v.query.Page})
	}
	if v.query.Page > 1 {
		out.Prev = at(v.query.Page - 1)
	}
	if v.query.Page < count {
		out.Next = at(v.query.Page + 1)
	}
	return out
}
