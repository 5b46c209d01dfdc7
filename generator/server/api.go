package server

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"time"

	"anju/generator/search"
)

// Limits on a search.
const (
	searchTimeout = 2 * time.Second
	queueTimeout  = 500 * time.Millisecond
	retryAfter    = "5" // seconds
)

var errBusy = errors.New("too many searches at once")

// find answers a query within the limits of the server. errBusy says that it
// should be asked again later.
func (s *Server) find(ctx context.Context, l *live, q search.Query) (search.Result, error) {
	queue, cancel := context.WithTimeout(ctx, queueTimeout)
	defer cancel()
	select {
	case s.slots <- struct{}{}:
		defer func() { <-s.slots }()
	case <-queue.Done():
		return search.Result{}, errBusy
	}
	if q.At = s.now(); !q.AsOf.IsZero() {
		q.At = q.AsOf.First()
	}
	ctx, cancel = context.WithTimeout(ctx, searchTimeout)
	defer cancel()
	result, err := l.searcher.Search(ctx, q)
	if errors.Is(err, context.DeadlineExceeded) {
		err = errBusy
	}
	return result, err
}

// answer is the JSON of a search, as the contract has it.
type answer struct {
	Release     string             `json:"release"`
	Query       string             `json:"query"`
	Interpreted interpreted        `json:"interpreted"`
	Relaxed     string             `json:"relaxed"`
	Total       int                `json:"total"`
	Page        int                `json:"page"`
	PerPage     int                `json:"per_page"`
	TookMS      float64            `json:"took_ms"`
	Hits        []hit              `json:"hits"`
	Facets      map[string][]value `json:"facets"`
	Suggestions []string           `json:"suggestions"`
}

// interpreted is what was understood: the words left to search for, and the
// filters in force.
type interpreted struct {
	Rest    string              `json:"rest"`
	Filters map[string][]string `json:"filters"`
}

type hit struct {
	ID          string    `json:"id"`
	Type        string    `json:"type"`
	URL         string    `json:"url"`
	Title       string    `json:"title"`
	TitleHTML   string    `json:"title_html"`
	SnippetHTML string    `json:"snippet_html"`
	Score       float64   `json:"score"`
	City        string    `json:"city,omitempty"`
	Status      string    `json:"status,omitempty"`
	Window      string    `json:"window,omitempty"`
	Date        string    `json:"date,omitempty"`
	Lang        string    `json:"lang,omitempty"`
	Sections    []section `json:"sections"`
}

type section struct {
	Title       string `json:"title"`
	URL         string `json:"url"`
	SnippetHTML string `json:"snippet_html"`
}

type value struct {
	Value string `json:"value"`
	Label string `json:"label"`
	Count int    `json:"count"`
}

func (s *Server) apiSearch(l *live, w http.ResponseWriter, r *http.Request) {
	start := time.Now()
	q, bad := search.ParseParams(r.URL.Query())
	if len(bad) > 0 {
		problem(w, http.StatusBadRequest, "a parameter is unknown or has a bad value", bad)
		return
	}
	result, err := s.find(r.Context(), l, q)
	if err != nil {
		s.apiFailure(w, err)
		return
	}
	out := answer{
		Release: l.release.Manifest.Release, Query: q.Text, Interpreted: interpreted{q.Text, q.Filters},
		Relaxed: result.Relaxed, Total: result.Total, Page: q.Page, PerPage: q.PerPage,
		Hits: []hit{}, Facets: l.facetJSON(q.Lang, result.Facets), Suggestions: []string{},
	}
	if out.Interpreted.Filters == nil {
		out.Interpreted.Filters = map[string][]string{}
	}
	for _, h := range result.Hits {
		out.Hits = append(out.Hits, hitJSON(h))
	}
	out.TookMS = float64(time.Since(start).Microseconds()) / 1000
	w.Header().Set("Access-Control-Allow-Origin", "*")
	writeJSON(w, http.StatusOK, "application/json", out)
}

func hitJSON(h search.Hit) hit {
	out := hit{
		ID: h.ID, Type: h.Kind, URL: h.URL, Title: h.Title, TitleHTML: h.TitleHTML, SnippetHTML: h.SnippetHTML,
		Score: h.Score, City: h.City, Status: h.Status, Window: h.Window, Date: h.Date, Lang: h.Lang, Sections: []section{},
	}
	for _, sec := range h.Sections {
		out.Sections = append(out.Sections, section(sec))
	}
	return out
}

func (l *live) facetJSON(lang string, facets []search.Facet) map[string][]value {
	out := map[string][]value{}
	for _, f := range facets {
		out[f.Name] = []value{}
		for _, v := range f.Values {
			out[f.Name] = append(out[f.Name], value{v.Value, l.label(lang, f.Name, v.Value), v.Count})
		}
	}
	return out
}

// label is what readers of lang call a value of a facet.
func (l *live) label(lang, facet, slug string) string {
	if label, ok := l.frame.Labels[lang][facet][slug]; ok {
		return label
	}
	return slug
}

func (s *Server) apiFailure(w http.ResponseWriter, err error) {
	if errors.Is(err, errBusy) {
		w.Header().Set("Retry-After", retryAfter)
		problem(w, http.StatusServiceUnavailable, "the search is busy", nil)
		return
	}
	if errors.Is(err, context.Canceled) {
		return // nobody waits for the answer
	}
	s.log.Error("search", "error", err)
	problem(w, http.StatusInternalServerError, "the search failed", nil)
}

// problemDetails is an error of the API (RFC 9457) with the parameters at
// fault.
type problemDetails struct {
	Type   string       `json:"type"`
	Title  string       `json:"title"`
	Status int          `json:"status"`
	Detail string       `json:"detail"`
	Errors []paramError `json:"errors,omitempty"`
}

type paramError struct {
	Parameter string `json:"parameter"`
	Value     string `json:"value"`
	Detail    string `json:"detail"`
	DetailZh  string `json:"detail_zh"`
}

func problem(w http.ResponseWriter, status int, detail string, bad []search.ParamError) {
	p := problemDetails{Type: "about:blank", Title: http.StatusText(status), Status: status, Detail: detail}
	for _, e := range bad {
		p.Errors = append(p.Errors, paramError{e.Name, e.Value, e.En, e.Zh})
	}
	writeJSON(w, status, "application/problem+json", p)
}

func writeJSON(w http.ResponseWriter, status int, mediaType string, v any) {
	w.Header().Set("Content-Type", mediaType)
	w.Header().Set("Cache-Control", "no-cache")
	w.WriteHeader(status)
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	_ = e.Encode(v) // the client may be gone; the types above can all be written
}
