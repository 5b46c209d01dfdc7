package server

import (
	"errors"
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
	lang, _ := l.place(r.URL.Path)
	q, bad := l.query(r.URL.Query(), lang)
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
	page.TookMS = strconv.FormatFloat(milliseconds(start), 'f', 1, 64)
	s.render(l, w, http.StatusOK, page)
}

func (s *Server) pageFailure(l *live, w http.ResponseWriter, r *http.Request, err error) {
	switch {
	case errors.Is(err, errBusy):
		w.Header().Set("Retry-After", retryAfter)
		s.message(l, w, r, http.StatusServiceUnavailable, "message.busy")
	case r.Context().Err() == nil: // else nobody waits for the answer
		s.log.Error("search", "error", err)
		s.message(l, w, r, http.StatusInternalServerError, "message.error")
	}
}

func (v results) t(key string, args ...any) string { return v.theme.String(v.lang, key, args...) }

// form is the page without an answer.
func (v results) form() *theme.SearchPage {
	title := v.t("search.title")
	if v.query.Text != "" {
		title = v.t("search.title_for", v.query.Text)
	}
	page := &theme.SearchPage{Page: v.page(v.lang, "search", v.path("/search/"), title), Live: true}
	page.Query, page.Canonical = v.query.Text, v.frame.BaseURL+v.address(v.query.Values())
	for _, lang := range v.frame.Languages {
		other := results{live: v.live, lang: lang}
		page.Alternates = append(page.Alternates, theme.Alternate{
			Lang: lang, Name: other.t("language"), URL: other.address(v.query.Values()),
		})
	}
	for _, folder := range []struct{ kind, path string }{
		{"community", "/communities/"}, {"policy", "/policies/"}, {"guide", "/guides/"}, {"job", "/jobs/"}, {"event", "/events/"},
	} {
		page.Browse = append(page.Browse, theme.Link{Text: v.t("kinds." + folder.kind), URL: v.path(folder.path)})
	}
	return page
}

// note tells a reader that not all of a long question was used. Unknown
// parameters are passed over in silence, for no reader typed them.
func (v results) note(bad []search.ParamError) string {
	for _, e := range bad {
		if e.Name == "q" && e.Value != "" { // text that is no UTF-8 is not quoted, and was not typed
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
	if page.Chips = v.chips(); len(page.Chips) > 0 {
		page.ResetURL = v.address(v.reset())
	}
	page.Sort = v.sorts()
	page.Hidden = v.hidden()
	page.Pager = v.pager(r.Total)
	if r.Total > 0 {
		page.Browse = nil
	}
}

// dated are the kinds whose date is one of their own. That of others is merely
// the day of their first publication here.
var dated = []string{"policy", "job", "event"}

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
	if d, err := validity.ParseDate(h.Date); err == nil && slices.Contains(dated, h.Kind) {
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

// reset are the parameters without the filters.
func (v results) reset() url.Values {
	if v.query.Text == "" {
		return nil
	}
	return url.Values{"q": {v.query.Text}}
}
