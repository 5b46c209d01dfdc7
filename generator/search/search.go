package search

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"anju/generator/validity"
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
	a, err := s.answer(ctx, q)
	if err != nil {
		return Result{}, fmt.Errorf("searching: %w", err)
	}
	defer s.release(a.matches)
	r := a.result()
	if err := s.page(&r, a); err != nil {
		return Result{}, err
	}
	if r.Gap, err = s.gap(ctx, a, r.Total); err != nil {
		return Result{}, fmt.Errorf("searching: %w", err)
	}
	return r, nil
}

// IDs are the ids of all hits of q, in order, however many pages they fill.
func (s *Searcher) IDs(ctx context.Context, q Query) ([]string, error) {
	a, err := s.answer(ctx, q)
	if err != nil {
		return nil, fmt.Errorf("searching: %w", err)
	}
	defer s.release(a.matches)
	var ids []string
	for _, r := range a.order().best(a.hits, len(a.hits), a.rank) {
		ids = append(ids, s.docs[r.doc].ID)
	}
	return ids, nil
}

// answer is a question with the documents that pass its filters.
type answer struct {
	question
	*counter
	suggestions []string
}

func (s *Searcher) answer(ctx context.Context, q Query) (*answer, error) {
	asked, suggestions, err := s.understand(ctx, q.bounded())
	if err != nil {
		return nil, err
	}
	a := &answer{question: asked, suggestions: suggestions}
	if a.counter, err = s.filter(&a.question.query).put(ctx, asked.found.docs); err != nil {
		s.release(asked.matches)
		return nil, err
	}
	return a, nil
}

// rank is what a hit is sorted by.
func (a *answer) rank(doc uint32) ranked {
	r := ranked{doc: doc}
	if a.matches != nil {
		r.score = a.standingScore(a.matches, doc)
		r.partial = a.partial(doc)
	}
	return r
}

// partial reports whether a hit holds only some of the words, though others
// hold all.
func (a *answer) partial(doc uint32) bool {
	return a.found.relaxed == allWords && !a.onlyFilters && !a.phrase.fullyBy(a.matches.found[doc])
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

// result is the answer but for its hits.
func (a *answer) result() Result {
	r := Result{
		Asked: a.question.query, Rest: a.reading.Rest, Read: a.read, Missed: a.missed, Overruled: a.overruled(),
		Total: len(a.hits), Relaxed: a.found.relaxed, Facets: a.facets(), Suggestions: a.suggestions,
	}
	for _, doc := range a.hits {
		if a.matches == nil || !a.partial(doc) {
			r.Full++
		}
	}
	if r.Relaxed != allWords {
		r.Full = 0
	} else if r.Full == 0 && r.Total > 0 { // those with all words did not pass the filters
		r.Relaxed = mostWords
	}
	return r
}

// overruled are the filters of the text against which a choice stands.
func (a *answer) overruled() Query {
	out := Query{Filters: map[string][]string{}}
	for name, values := range a.reading.Filters {
		chosen := a.question.query.Filters[name]
		if !slices.ContainsFunc(values, func(v string) bool { return slices.Contains(chosen, v) }) {
			out.Filters[name] = values
		}
	}
	return out
}

// page makes the hits of the page asked for.
func (s *Searcher) page(r *Result, a *answer) error {
	q, mark := &a.question.query, newMarker(a.phrase, a.matches)
	top := a.order().best(a.hits, q.Page*q.PerPage, a.rank)
	r.Hits = []Hit{}
	for _, best := range top[min(len(top), (q.Page-1)*q.PerPage):] {
		texts, err := s.text(best.doc)
		if err != nil {
			return err
		}
		hit := a.hit(best, texts, q.Lang, mark)
		hit.Partial = hit.Partial && r.Full > 0
		r.Hits = append(r.Hits, hit)
		if n := a.reading.Number; n != nil && r.Numbered == nil && s.docs[best.doc].numbered(*n) {
			r.Numbered = &hit
		}
	}
	return nil
}

// hit is a document as an answer, in the language asked for if it has one.
func (c *counter) hit(r ranked, texts map[string]Text, lang string, mark *marker) Hit {
	text, lang := inLanguage(texts, lang)
	d, passages := &c.docs[r.doc], mark.passages(text)
	return Hit{
		ID: d.ID, Kind: d.Kind, City: d.City,
		URL: text.URL, Title: text.Title, Lang: lang,
		TitleHTML:   mark.all(text.Title),
		SnippetHTML: snippet(passages),
		Sections:    mark.sections(text, passages),
		Score:       r.score,
		Partial:     r.partial,
		Status:      c.columns[statusFacet].first(r.doc),
		Window:      c.columns[windowFacet].first(r.doc),
		Date:        d.Date.String(),
		Facts:       text.Facts,
		Outdated:    d.Kind == homeKind && validity.Outdated(d.Date, c.query.At),
	}
}

// inLanguage is the text in lang or, where it is not translated, in the
// language that every document has: with the address of its page in lang and
// its facts, which may be there all the same.
func inLanguage(texts map[string]Text, lang string) (Text, string) {
	if text := texts[lang]; text.Title != "" {
		return text, lang
	}
	text := texts[baseLanguage]
	text.URL = cmp.Or(texts[lang].URL, text.URL)
	if facts := texts[lang].Facts; len(facts) > 0 {
		text.Facts = facts
	}
	return text, baseLanguage
}
