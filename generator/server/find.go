package server

import (
	"cmp"
	"context"
	"errors"
	"net/url"
	"slices"
	"strings"
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

// query reads parameters. lang is the language where they name none of the
// site's.
func (s *Site) query(values url.Values, lang string) (search.Query, []search.ParamError) {
	q, bad := search.ParseParams(values)
	if q.Lang != "" && !slices.Contains(s.Frame.Languages, q.Lang) {
		list := strings.Join(s.Frame.Languages, ", ")
		bad = append(bad, search.ParamError{Name: "lang", Value: q.Lang, Zh: "只能是：" + list, En: "must be one of: " + list})
		q.Lang = ""
	}
	if q.Lang == "" {
		q.Lang = lang
	}
	return q, append(bad, s.strangers(&q)...)
}

// strangers leaves out values that no vocabulary of the site holds.
func (s *Site) strangers(q *search.Query) (bad []search.ParamError) {
	for _, facet := range search.FacetNames() {
		labels := s.Frame.Labels[q.Lang][facet]
		if len(labels) == 0 {
			continue // years are no words
		}
		q.Filters[facet] = slices.DeleteFunc(q.Filters[facet], func(value string) bool {
			_, known := labels[value]
			if !known {
				bad = append(bad, search.ParamError{Name: facet, Value: value, Zh: "这个网站没有这个值", En: "this site has no such value"})
			}
			return !known
		})
		if len(q.Filters[facet]) == 0 {
			delete(q.Filters, facet)
		}
	}
	return bad
}

// find answers a query within the limits of the server, as of the moment asked
// about. errBusy says that it should be asked again later.
func (e *Endpoint) find(ctx context.Context, s *Site, q search.Query) (search.Result, error) {
	queue, cancel := context.WithTimeout(ctx, queueTimeout)
	defer cancel()
	select {
	case e.slots <- struct{}{}:
		defer func() { <-e.slots }()
	case <-queue.Done():
		return search.Result{}, cmp.Or(ctx.Err(), errBusy)
	}
	if q.At = e.now(); !q.AsOf.IsZero() {
		q.At = q.AsOf.First()
	}
	ctx, cancel = context.WithTimeout(ctx, searchTimeout)
	defer cancel()
	result, err := s.Searcher.Search(ctx, q)
	if errors.Is(err, context.DeadlineExceeded) {
		err = errBusy
	}
	return result, err
}
