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
func (s *Server) apiSuggest(l *live, w http.ResponseWriter, r *http.Request) {
	q, ok := l.apiQuery(w, r, []string{"q", "lang"})
	if !ok {
		return
	}
	out := suggestions{[]suggestion{}}
	for _, found := range l.searcher.Suggest(q.Text, q.Lang) {
		out.Suggestions = append(out.Suggestions, suggestion{found.Text, found.URL, found.Kind})
	}
	sendJSON(w, http.StatusOK, "application/json", out)
}
