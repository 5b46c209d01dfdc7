package server

import "net/http"

type suggestions struct {
	Suggestions []suggestion `json:"suggestions"`
}

type suggestion struct {
	Text string `json:"text"`
	URL  string `json:"url"`
	Type string `json:"type"` // a kind of entry, or the facet of a vocabulary word
}

// apiSuggest completes what is being typed.
func (e *Endpoint) apiSuggest(s *Site, w http.ResponseWriter, r *http.Request) {
	q, ok := s.apiQuery(w, r, []string{"q", "lang"})
	if !ok {
		return
	}
	out := suggestions{[]suggestion{}}
	for _, found := range s.Searcher.Suggest(q.Text, q.Lang) {
		out.Suggestions = append(out.Suggestions, suggestion{found.Text, found.URL, found.Kind})
	}
	sendJSON(w, http.StatusOK, "application/json", out)
}
