package server

import (
	"context"
	"errors"
	"net/http"

	"anju/generator/results"
	"anju/generator/search"
	"anju/generator/theme"
)

// fragmentParam asks for a part of the page alone, for the script to put into the
// page that it has. It is no parameter of a search, so no link bears it.
const fragmentParam = "fragment"

// fragments are its values. Any other is passed over, and the whole page comes.
const (
	resultsFragment     = "results"
	suggestionsFragment = "suggestions"
)

// searchPage answers /search. What it does not understand it leaves out: chat
// and campaign tools add parameters of their own to every link.
func (s *Server) searchPage(l *live, w http.ResponseWriter, r *http.Request) {
	lang, _ := l.place(r.URL.Path)
	values := r.URL.Query()
	q, bad := l.query(values, lang)
	fragment := values.Get(fragmentParam)
	if fragment == suggestionsFragment {
		s.renderFragment(l, w, theme.SuggestionsFragment, results.Suggestions(l.frame, l.theme, q.Lang, l.searcher.Suggest(q.Text, q.Lang)))
		return
	}
	page, err := s.answered(r.Context(), l, q, bad)
	switch {
	case err != nil:
		s.pageFailure(l, w, r, err)
	case fragment == resultsFragment:
		s.renderFragment(l, w, theme.AnswerFragment, page)
	default:
		s.render(l, w, http.StatusOK, page)
	}
}

// answered is the page of a query with its answer, where something is asked.
func (s *Server) answered(ctx context.Context, l *live, q search.Query, bad []search.ParamError) (*theme.SearchPage, error) {
	page := results.Form(l.frame, l.theme, q, bad)
	if len(q.Values()) == 0 {
		return page, nil
	}
	result, err := s.find(ctx, l, q)
	if err != nil {
		return nil, err
	}
	if len(result.Hits) == 0 && result.Total > 0 { // beyond the last page
		q.Page = (result.Total + q.PerPage - 1) / q.PerPage
		if result, err = s.find(ctx, l, q); err != nil {
			return nil, err
		}
		page = results.Form(l.frame, l.theme, q, bad)
	}
	results.Fill(page, l.theme, q, result)
	return page, nil
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
