package search

import (
	"cmp"
	"math"
	"slices"
)

// What Query.Sort may be; anything else is relevance. A rent sorts homes, and
// nothing else has one.
const (
	Relevance = "relevance"
	Newest    = "newest"
	Closing   = "closing"
	Rent      = "rent"
)

// Order is the Sort in force: relevance where a rent should sort what is not
// homes alone.
func (q *Query) Order() string {
	if q.Sort == Rent && !q.Homes() {
		return Relevance
	}
	return q.Sort
}

// standing is, by validity's rank, what becomes of a score: what is repealed
// never stands above what is in force for the same words, nor for words that
// match a little better, and what is withdrawn stands far below.
var standing = [...]float64{1, .96, .92, .88, .7, .2}

// grains is into how many parts of one scores are rounded: finer is noise of the
// arithmetic.
const grains = 1e6

// ranked is a hit with what it is sorted by.
type ranked struct {
	doc     uint32
	score   float64
	partial bool
}

// order compares hits for a page; ties go by id, which is the order of docs.
type order struct {
	*filter
	sort   string
	city   []bool // the cities asked for, nil where none are
	degree string // the first of several degrees that one word names, like 研究生
}

func (a *answer) order() order {
	o := order{filter: a.filter, sort: a.question.query.Order(), city: a.wanted[cityFacet]}
	if degrees := a.reading.Filters[facetNames[degreeFacet]]; len(degrees) > 1 && slices.Contains(a.read, facetNames[degreeFacet]) {
		o.degree = degrees[0]
	}
	return o
}

// compare puts hits with all words before those with some.
func (o order) compare(a, b ranked) int {
	if a.partial != b.partial {
		return boolCompare(a.partial, b.partial)
	}
	by := 0
	switch o.sort {
	case Newest:
		by = o.newer(a.doc, b.doc)
	case Closing:
		by = cmp.Compare(o.now.deadline[a.doc], o.now.deadline[b.doc])
	case Rent:
		by = cmp.Compare(o.leastRent(a.doc), o.leastRent(b.doc))
	default:
		by = o.relevance(a, b)
	}
	return cmp.Or(by, cmp.Compare(a.doc, b.doc))
}

// relevance puts a city's own before what is issued for all. Without text all
// scores are 0, and what is new comes first.
func (o order) relevance(a, b ranked) int {
	by := cmp.Or(
		cmp.Compare(o.tier(a.doc), o.tier(b.doc)),
		cmp.Compare(b.score, a.score),
		cmp.Compare(o.now.rank[a.doc], o.now.rank[b.doc]),
	)
	if by == 0 && a.score == 0 {
		return o.newer(a.doc, b.doc)
	}
	return by
}

// tier is 0 for the city's own documents and for the degree named first.
func (o order) tier(doc uint32) (tier int) {
	own := func(n uint32) bool { return o.city[n] }
	if o.city != nil && !slices.ContainsFunc(o.columns[cityFacet].of(doc), own) {
		tier += 2
	}
	if o.degree != "" && !o.columns[degreeFacet].has(doc, o.degree) {
		tier++
	}
	return tier
}

func boolCompare(a, b bool) int {
	if a == b {
		return 0
	} else if b {
		return -1
	}
	return 1
}

// newer compares dates; a document without one comes last.
func (o order) newer(a, b uint32) int {
	x, y := o.docs[a].Date, o.docs[b].Date
	switch {
	case x == y:
		return 0
	case x.IsZero() || y.IsZero():
		return boolCompare(x.IsZero(), y.IsZero())
	}
	return y.First().Compare(x.First()) // a year counts from its first day
}

// leastRent is where a rent begins; what is not known comes after all others.
func (o order) leastRent(doc uint32) float64 {
	if r := o.docs[doc].Rent; r != nil {
		return r.Min
	}
	return math.Inf(1)
}

// best are the first n hits in order. It holds no more than twice as many at a
// time, so that the first page of everything does not sort everything.
func (o order) best(hits []uint32, n int, rank func(uint32) ranked) []ranked {
	top := make([]ranked, 0, min(len(hits), 2*n))
	trimmed := false
	trim := func() {
		slices.SortFunc(top, o.compare)
		top = top[:min(n, len(top))]
		trimmed = true
	}
	for _, doc := range hits {
		r := rank(doc)
		if trimmed && o.compare(top[n-1], r) < 0 {
			continue // n better ones are known
		}
		if len(top) == 2*n {
			trim()
		}
		top = append(top, r)
	}
	trim()
	return top
}

// factor is what becomes of a score for what a document is.
func (f *filter) factor(doc uint32) float64 {
	factor := standing[f.now.rank[doc]]
	if by, ok := kindFactors[f.docs[doc].Kind]; ok {
		factor *= by
	}
	return factor
}

// kindFactors put what says little below what says much in the same words: the
// pages about the site itself, and those about what is not known.
var kindFactors = map[string]float64{"page": .3, gapKind: .85}

// standingScore is the score of a document that the text matched.
func (f *filter) standingScore(m *matches, doc uint32) float64 {
	return math.Round(m.score[doc]*f.factor(doc)*grains) / grains
}
