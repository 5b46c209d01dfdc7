package search

import (
	"math"
	"slices"

	"anju/generator/validity"
)

// homeKind is the kind of the unit types of a community. They are hits only
// when asked for.
const homeKind = "home"

// filter is the part of a Query that is not text, ready to be put to documents.
type filter struct {
	docs    []record
	own     map[string][]facet
	columns [facetCount]*column
	wanted  [facetCount][]bool // by number of a value; nil where any will do
	asked   []facet            // the type, and those with values wanted
	shared  bool               // a city also stands for what is issued for all

	typed bool // types are given, and decide about homes
	query *Query
	now   *present
}

func (s *Searcher) filter(q *Query) *filter {
	f := &filter{docs: s.docs, own: s.own, shared: !q.Local, query: q, now: s.at(q.At)}
	for i := range f.columns {
		f.columns[i] = &s.columns[i]
	}
	f.columns[statusFacet], f.columns[windowFacet] = &f.now.status, &f.now.window
	for i, name := range facetNames {
		if values := q.Filters[name]; len(values) > 0 {
			f.wanted[i] = f.columns[i].among(values)
		}
	}
	f.typed = f.wanted[typeFacet] != nil
	if !f.typed && q.impliesHomes() {
		f.wanted[typeFacet] = f.columns[typeFacet].among([]string{homeKind})
	}
	for i := range facetCount {
		if i == typeFacet || f.wanted[i] != nil {
			f.asked = append(f.asked, i)
		}
	}
	return f
}

// among tells of each value of the column whether it is one of those given.
func (c *column) among(values []string) []bool {
	out := make([]bool, len(c.values))
	for i, v := range c.values {
		out[i] = slices.Contains(values, v)
	}
	return out
}

// Homes reports whether q asks for homes alone: by their type or, where none is
// given, by what only homes have.
func (q *Query) Homes() bool {
	if types := q.Filters[facetNames[typeFacet]]; len(types) > 0 {
		return slices.Equal(types, []string{homeKind})
	}
	return q.impliesHomes()
}

// impliesHomes reports whether q asks for what only homes have.
func (q *Query) impliesHomes() bool {
	return len(q.Filters[facetNames[unitTypeFacet]]) > 0 || q.Available ||
		q.RentMin != nil || q.RentMax != nil || q.AreaMin != nil || q.AreaMax != nil
}

// failing is the set of facets whose filter doc does not pass.
type failing uint32

func (f *filter) failing(doc uint32) (out failing) {
	for _, i := range f.asked {
		if !f.passes(i, doc) {
			out |= 1 << i
		}
	}
	return out
}

func (f *filter) passes(i facet, doc uint32) bool {
	wanted := f.wanted[i]
	switch {
	case i == typeFacet && wanted == nil:
		return f.docs[doc].Kind != homeKind
	case wanted == nil:
		return true
	case i == cityFacet && f.docs[doc].Shared && f.shared:
		return true
	}
	return slices.ContainsFunc(f.columns[i].of(doc), func(n uint32) bool { return wanted[n] })
}

// inRange puts the conditions that are no facets.
func (f *filter) inRange(doc uint32) bool {
	q, d := f.query, &f.docs[doc]
	switch {
	case q.Available && !d.Available,
		q.Amount != nil && !slices.ContainsFunc(d.Amounts, func(r Range) bool { return r.Contains(*q.Amount) }),
		!overlaps(d.Rent, q.RentMin, q.RentMax),
		!overlaps(d.Area, q.AreaMin, q.AreaMax),
		q.ClosingWithin != nil && !f.closesWithin(doc, *q.ClosingWithin):
		return false
	}
	return true
}

// overlaps reports whether a part of r lies between the limits; without limits
// it always does, and between a lower one and one below it nothing lies.
func overlaps(r *Range, lowest, highest *float64) bool {
	if lowest == nil && highest == nil {
		return true
	}
	if r == nil {
		return false
	}
	low, high := r.Min, math.Inf(1)
	if lowest != nil {
		low = max(low, *lowest)
	}
	for _, end := range []*float64{r.Max, highest} {
		if end != nil {
			high = min(high, *end)
		}
	}
	return low <= high
}

// closesWithin counts in whole days: what closes today closes within 0.
func (f *filter) closesWithin(doc uint32, days int) bool {
	limit := validity.DateOf(f.query.At).First().AddDate(0, 0, days+1)
	return f.now.deadline[doc] <= limit.Unix()
}
