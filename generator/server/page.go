package server

import (
	"errors"
	"net/http"

	"anju/generator/results"
)

// searchPage answers /search. What it does not understand it leaves out: chat
// and campaign tools add parameters of their own to every link.
func (s *Server) searchPage(l *live, w http.ResponseWriter, r *http.Request) {
	lang, _ := l.place(r.URL.Path)
	q, bad := l.query(r.URL.Query(), lang)
	page := results.Form(l.frame, l.theme, q, bad)
	if len(q.Values()) == 0 {
		s.render(l, w, http.StatusOK, page)
		return
	}
	result, err := s.find(r.Context(), l, q)
	if err != nil {
		s.pageFailure(l, w, r, err)
		return
	}
	if len(result.Hits) == 0 && result.Total > 0 { // beyond the last page
		q.Page = (result.Total + q.PerPage - 1) / q.PerPage
		if result, err = s.find(r.Context(), l, q); err != nil {
			s.pageFailure(l, w, r, err)
			return
		}
		page = results.Form(l.frame, l.theme, q, bad)
	}
	results.Fill(page, l.theme, q, result)
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
