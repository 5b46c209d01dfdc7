package server

import (
	"errors"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"anju/generator/search"
)

// answer is the JSON of a search, as the contract has it. No array in it is
// ever null.
type answer struct {
	Release     string             `json:"release"`
	Query       string             `json:"query"`
	Interpreted interpreted        `json:"interpreted"`
	Relaxed     string             `json:"relaxed"`
	Total       int                `json:"total"`
	Full        int                `json:"full"` // hits that hold all words
	Page        int                `json:"page"`
	PerPage     int                `json:"per_page"`
	TookMS      float64            `json:"took_ms"`
	Hits        []hit              `json:"hits"`
	Facets      map[string][]value `json:"facets"`
	Suggestions []string           `json:"suggestions"`
	Numbered    *named             `json:"numbered,omitempty"` // has the document number that was asked for
	Gap         *named             `json:"gap,omitempty"`      // known to be missing
}

// interpreted is what was understood: the words left to search for, and the
// filters in force.
type interpreted struct {
	Rest    string              `json:"rest"`
	Filters map[string][]string `json:"filters"`
	Missed  map[string][]string `json:"missed,omitempty"` // also read, but nothing fits them: not in force
}

// named is a document by name.
type named struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	URL   string `json:"url"`
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
	Partial     bool      `json:"partial,omitempty"` // it holds some of the words only
	Facts       []string  `json:"facts"`
	Outdated    bool      `json:"outdated,omitempty"` // its vacancies were stated too long ago
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

func (e *Endpoint) apiSearch(s *Site, w http.ResponseWriter, r *http.Request) {
	start := time.Now()
	q, ok := s.apiQuery(w, r, nil)
	if !ok {
		return
	}
	result, err := e.find(r.Context(), s, q)
	if err != nil {
		e.apiFailure(w, r, err)
		return
	}
	out := s.answer(q, result)
	out.TookMS = milliseconds(start)
	sendJSON(w, http.StatusOK, "application/json", out)
}

// apiQuery reads the parameters of a request: those named by only, where it
// names any. It answers itself, and returns false, where one is wrong.
func (s *Site) apiQuery(w http.ResponseWriter, r *http.Request, only []string) (search.Query, bool) {
	values, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		problem(w, http.StatusBadRequest, "the query is malformed: "+err.Error(), nil)
		return search.Query{}, false
	}
	var bad []search.ParamError
	for _, name := range slices.Sorted(maps.Keys(values)) {
		if only != nil && !slices.Contains(only, name) {
			list := strings.Join(only, ", ")
			bad = append(bad, search.ParamError{Name: name, Value: values.Get(name), Zh: "这里的参数只有：" + list, En: "the parameters here are: " + list})
			values.Del(name)
		}
	}
	q, more := s.query(values, baseLanguage)
	if bad = append(bad, more...); len(bad) > 0 {
		problem(w, http.StatusBadRequest, "a parameter is unknown or has a bad value", bad)
		return search.Query{}, false
	}
	return q, true
}

// noFilters are the parameters of a search that filter nothing.
var noFilters = []string{"q", "literal", "as_of", "sort", "page", "per_page"}

func (s *Site) answer(q search.Query, r search.Result) answer {
	out := answer{
		Release: s.Release, Query: q.Text, Interpreted: interpreted{r.Rest, filters(r.Asked), filters(r.Missed)},
		Relaxed: r.Relaxed, Total: r.Total, Full: r.Full, Page: q.Page, PerPage: q.PerPage,
		Hits: []hit{}, Facets: map[string][]value{}, Suggestions: append([]string{}, r.Suggestions...),
		Numbered: name(r.Numbered), Gap: name(r.Gap),
	}
	for _, h := range r.Hits {
		out.Hits = append(out.Hits, hitJSON(h))
	}
	for _, f := range r.Facets {
		values := []value{}
		for _, v := range f.Values {
			values = append(values, value{v.Value, s.Frame.Label(q.Lang, f.Name, v.Value), v.Count})
		}
		out.Facets[f.Name] = values
	}
	return out
}

// filters are those of a query, as its parameters have them.
func filters(q search.Query) map[string][]string {
	values := q.Values()
	for _, name := range noFilters {
		values.Del(name)
	}
	return values
}

func name(h *search.Hit) *named {
	if h == nil {
		return nil
	}
	return &named{h.ID, h.Title, h.URL}
}

func hitJSON(h search.Hit) hit {
	out := hit{
		ID: h.ID, Type: h.Kind, URL: h.URL, Title: h.Title, TitleHTML: h.TitleHTML, SnippetHTML: h.SnippetHTML,
		Score: h.Score, City: h.City, Status: h.Status, Window: h.Window, Date: h.Date, Lang: h.Lang, Partial: h.Partial,
		Facts: append([]string{}, h.Facts...), Outdated: h.Outdated, Sections: []section{},
	}
	for _, sec := range h.Sections {
		out.Sections = append(out.Sections, section(sec))
	}
	return out
}

func (e *Endpoint) apiFailure(w http.ResponseWriter, r *http.Request, err error) {
	switch {
	case errors.Is(err, errBusy):
		w.Header().Set("Retry-After", retryAfter)
		problem(w, http.StatusServiceUnavailable, "the search is busy", nil)
	case r.Context().Err() == nil: // else nobody waits for the answer
		e.log.Error("search", "error", err)
		problem(w, http.StatusInternalServerError, "the search failed", nil)
	}
}
