package search

import (
	"cmp"
	"context"
	"fmt"
	"strings"
)

// The bounds of a page.
const (
	DefaultPerPage = 20
	MaxPerPage     = 50
	MaxResults     = 1000 // page × per page
)

// Search answers q. Text that holds nothing to look for (punctuation only)
// finds nothing; no text at all finds every document that the filters let
// through. It errs when ctx is done or the index cannot be read, never because
// of what q says.
func (s *Searcher) Search(ctx context.Context, q Query) (Result, error) {
	q = q.bounded()
	f := s.filter(&q)
	p := understand(q.Text)
	docs, m, relaxed, err := s.candidates(ctx, q, p)
	if err != nil {
		return Result{}, fmt.Errorf("searching: %w", err)
	}
	c, err := f.put(ctx, docs)
	if err != nil {
		return Result{}, fmt.Errorf("searching: %w", err)
	}
	hits, err := s.page(&q, c, newMarker(p, m))
	if err != nil {
		return Result{}, err
	}
	return Result{Total: len(c.hits), Relaxed: relaxed, Hits: hits, Facets: c.facets()}, nil
}

// bounded puts q within the limits, for callers other than ParseParams.
func (q Query) bounded() Query {
	if q.PerPage <= 0 {
		q.PerPage = DefaultPerPage
	}
	q.PerPage = min(q.PerPage, MaxPerPage)
	q.Page = min(max(q.Page, 1), MaxResults/q.PerPage)
	return q
}

// candidates are the documents that the text matches, in no order; m is nil
// where there is no text.
func (s *Searcher) candidates(ctx context.Context, q Query, p phrase) (docs []uint32, m *matches, relaxed string, err error) {
	if strings.TrimSpace(q.Text) == "" {
		docs = make([]uint32, len(s.docs))
		for i := range docs {
			docs[i] = uint32(i)
		}
		return docs, nil, allWords, nil
	}
	if m, err = s.score(ctx, p); err != nil {
		return nil, nil, "", err
	}
	docs, relaxed = m.stage(p)
	return docs, m, relaxed, nil
}

// page makes the hits of the page asked for.
func (s *Searcher) page(q *Query, c *counter, mark *marker) ([]Hit, error) {
	o := c.order(q.Sort)
	score := func(doc uint32) float64 { return 0 }
	if mark.matches != nil {
		score = func(doc uint32) float64 { return o.standingScore(mark.matches, doc) }
	}
	top := o.best(c.hits, q.Page*q.PerPage, score)
	top = top[min(len(top), (q.Page-1)*q.PerPage):]
	hits := make([]Hit, len(top))
	for i, r := range top {
		texts, err := s.text(r.doc)
		if err != nil {
			return nil, err
		}
		hits[i] = c.hit(r, texts, q.Lang, mark)
	}
	return hits, nil
}

// hit is a document as an answer, in the language asked for if it has one.
func (c *counter) hit(r ranked, texts map[string]Text, lang string, mark *marker) Hit {
	text := texts[lang]
	if text.Title == "" { // not translated; its page in lang may be there all the same
		url := cmp.Or(text.URL, texts[baseLanguage].URL)
		lang, text = baseLanguage, texts[baseLanguage]
		text.URL = url
	}
	d, passages := &c.docs[r.doc], mark.passages(text)
	return Hit{
		ID: d.ID, Kind: d.Kind, City: d.City,
		URL: text.URL, Title: text.Title, Lang: lang,
		TitleHTML:   mark.all(text.Title),
		SnippetHTML: snippet(passages),
		Sections:    mark.sections(text, passages),
		Score:       r.score,
		Status:      c.columns[statusFacet].first(r.doc),
		Window:      c.columns[windowFacet].first(r.doc),
		Date:        d.Date.String(),
	}
}
