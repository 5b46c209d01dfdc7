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
func (e *Endpoint) searchPage(s *Site, w http.ResponseWriter, r *http.Request) {
	lang, _ := s.place(r.URL.Path)
	values := r.URL.Query()
	q, bad := s.query(values, lang)
	fragment := values.Get(fragmentParam)
	if fragment == suggestionsFragment {
		e.renderFragment(s, w, theme.SuggestionsFragment, results.Suggestions(s.Frame, s.Theme, q.Lang, s.Searcher.Suggest(q.Text, q.Lang)))
		return
	}
	page, err := e.answered(r.Context(), s, q, bad)
	switch {
	case err != nil:
		e.pageFailure(s, w, r, err)
	case fragment == resultsFragment:
		e.renderFragment(s, w, theme.AnswerFragment, page)
	default:
		e.render(s, w, http.StatusOK, page)
	}
}

// answered is the page of a query with its answer, where something is asked.
func (e *Endpoint) answered(ctx context.Context, s *Site, q search.Query, bad []search.ParamError) (*theme.SearchPage, error) {
	page := results.Form(s.Frame, s.Theme, q, bad)
	if len(q.Values()) == 0 {
		return page, nil
	}
	result, err := e.find(ctx, s, q)
	if err != nil {
		return nil, err
	}
	if len(result.Hits) == 0 && result.Total > 0 { // beyond the last page
		q.Page = (result.Total + q.PerPage - 1) / q.PerPage
		if result, err = e.find(ctx, s, q); err != nil {
			return nil, err
		}
		page = results.Form(s.Frame, s.Theme, q, bad)
	}
	results.Fill(page, s.Theme, q, result)
	return page, nil
}

func (e *Endpoint) pageFailure(s *Site, w http.ResponseWriter, r *http.Request, err error) {
	switch {
	case errors.Is(err, errBusy):
		w.Header().Set("Retry-After", retryAfter)
		e.message(s, w, r, http.StatusServiceUnavailable, "message.busy")
	case r.Context().Err() == nil: // else nobody waits for the answer
		e.log.Error("search", "error", err)
		e.message(s, w, r, http.StatusInternalServerError, "message.error")
	}
}
