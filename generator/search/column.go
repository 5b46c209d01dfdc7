package search

import (
	"slices"
	"strconv"
	"time"

	"anju/generator/validity"
)

// facet is the place of a facet among the columns.
type facet int

const (
	typeFacet facet = iota
	cityFacet
	audienceFacet
	benefitFacet
	levelFacet
	degreeFacet
	statusFacet
	windowFacet
	tagFacet
	unitTypeFacet
	yearFacet
	commonFacets // how many there are so far, which documents of many kinds have
)

const facetCount = facet(len(facetNames))

// facetNames are the parameters of the contract, in the order of a Result.
// Those from commonFacets on are of one kind or two, and are counted only where
// one kind is asked for: a plain query costs no more for them.
var facetNames = [...]string{
	"type", "city", "audience", "benefit", "level", "degree", "status", "window", "tag", "unit_type", "year",

	"kind", "facility", "amenity", "origin", "stock", "siting", "funding", "recognition", "brand", "operator", // communities; kind also events
	"genre", "channel", "phase", // guides
}

// column holds the values of one facet for all documents, as small numbers in
// one list: what a query walks through from end to end lies together.
type column struct {
	values  []string // number → value
	numbers []uint32 // of all documents, in their order
	ends    []uint32 // document → the end of its numbers
}

// of are the numbers of a document, without repetition.
func (c *column) of(doc uint32) []uint32 {
	start := uint32(0)
	if doc > 0 {
		start = c.ends[doc-1]
	}
	return c.numbers[start:c.ends[doc]]
}

// newColumn makes the column of the values that a function gives by document.
func newColumn(n int, values func(doc int) []string) column {
	w := newColumnWriter(n)
	for doc := range n {
		for _, v := range values(doc) {
			w.add(v)
		}
		w.end()
	}
	return w.column
}

// columnWriter makes a column, document by document.
type columnWriter struct {
	column
	known map[string]uint32 // value → number
	start int               // of the numbers of the document
}

func newColumnWriter(n int) *columnWriter {
	return &columnWriter{column: column{ends: make([]uint32, 0, n)}, known: make(map[string]uint32)}
}

// add gives the document a value.
func (w *columnWriter) add(value string) {
	if value != "" {
		w.addNumber(w.number(value))
	}
}

func (w *columnWriter) number(value string) uint32 {
	number, ok := w.known[value]
	if !ok {
		number = uint32(len(w.values))
		w.known[value] = number
		w.values = append(w.values, value)
	}
	return number
}

func (w *columnWriter) addNumber(number uint32) {
	if !slices.Contains(w.numbers[w.start:], number) {
		w.numbers = append(w.numbers, number)
	}
}

// end goes on to the next document.
func (w *columnWriter) end() {
	w.start = len(w.numbers)
	w.ends = append(w.ends, uint32(w.start))
}

// lasting are the facets that do not depend on the moment.
func lasting(yield func(facet) bool) {
	for f := range facetCount {
		if f != statusFacet && f != windowFacet && !yield(f) {
			return
		}
	}
}

func newColumns(docs []record) (columns [facetCount]column) {
	for f := range lasting {
		columns[f] = newColumn(len(docs), func(doc int) []string { return docs[doc].values(f) })
	}
	return columns
}

func (r *record) values(f facet) []string {
	switch f {
	case typeFacet:
		return []string{r.Kind}
	case cityFacet:
		return []string{r.City}
	case yearFacet:
		if r.Year != 0 {
			return []string{strconv.Itoa(r.Year)}
		}
		return nil
	}
	return r.Facets[facetNames[f]]
}

// present is what holds at a moment, and until the next one at which anything
// may change. It spares the next query the same work.
type present struct {
	from, until    time.Time // until is zero where nothing changes any more
	status, window column
	rank           []int
	deadline       []int64 // in Unix seconds; noDeadline where there is none
}

const noDeadline = 1<<63 - 1

func (p *present) holds(at time.Time) bool {
	return p != nil && !at.Before(p.from) && (p.until.IsZero() || at.Before(p.until))
}

// at is the present at a moment. Two queries may compute it at the same time;
// they come to the same.
func (s *Searcher) at(t time.Time) *present {
	if p := s.present.Load(); p.holds(t) {
		return p
	}
	p := newPresent(s.docs, t)
	s.present.Store(p)
	return p
}

func newPresent(docs []record, t time.Time) *present {
	p := &present{
		from:     t,
		rank:     make([]int, len(docs)),
		deadline: make([]int64, len(docs)),
	}
	for i := range docs {
		subject := &docs[i].Subject
		p.rank[i] = subject.Rank(t)
		p.deadline[i] = noDeadline
		if d, ok := subject.Deadline(t); ok {
			p.deadline[i] = d.Unix()
		}
		if next, ok := subject.Next(t); ok && (p.until.IsZero() || next.Before(p.until)) {
			p.until = next
		}
	}
	p.status = newColumn(len(docs), func(doc int) []string { return statuses(docs[doc].Subject, t) })
	p.window = newColumn(len(docs), func(doc int) []string { return []string{string(docs[doc].Subject.Window(t))} })
	return p
}

// statuses are what a status filter finds s by: its status, and expiring, which
// is no status of its own.
func statuses(s validity.Subject, t time.Time) []string {
	out := []string{string(s.Status(t))}
	if s.Expiring(t) {
		out = append(out, string(validity.Expiring))
	}
	return out
}

// first is the first value of a document, "" if it has none.
func (c *column) first(doc uint32) string {
	if numbers := c.of(doc); len(numbers) > 0 {
		return c.values[numbers[0]]
	}
	return ""
}

// has reports whether a document has a value.
func (c *column) has(doc uint32, value string) bool {
	return slices.ContainsFunc(c.of(doc), func(n uint32) bool { return c.values[n] == value })
}
