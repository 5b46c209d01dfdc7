package search

import (
	"cmp"
	"context"
	"slices"

	"anju/generator/validity"
)

// counter sorts documents into hits and near misses: a document that fails one
// facet only is what another choice in that facet would give.
type counter struct {
	*filter
	hits       []uint32
	counted    []facet
	counts     [facetCount][]int // of those counted, by number of a value
	everywhere int               // documents that every city stands for
}

// put puts all documents to the filter, looking at the context now and then.
func (f *filter) put(ctx context.Context, docs []uint32) (*counter, error) {
	c := &counter{filter: f, counted: f.countable()}
	for _, i := range c.counted {
		c.counts[i] = make([]int, len(f.columns[i].values))
	}
	for i, doc := range docs {
		if i%contextEvery == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if f.inRange(doc) {
			c.count(doc)
		}
	}
	return c, nil
}

// countable are the facets that many kinds have, those that documents of the one
// type asked for bear besides, and those with values wanted.
func (f *filter) countable() []facet {
	var own []facet
	if types := f.query.Filters[facetNames[typeFacet]]; len(types) == 1 {
		own = f.own[types[0]]
	}
	out := make([]facet, 0, facetCount)
	for i := range facetCount {
		if i < commonFacets || f.wanted[i] != nil || slices.Contains(own, i) {
			out = append(out, i)
		}
	}
	return out
}

func (c *counter) count(doc uint32) {
	failing := c.failing(doc)
	if failing == 0 {
		c.hits = append(c.hits, doc)
	}
	for _, i := range c.counted {
		if c.wouldPass(i, failing, doc) {
			c.choose(i, doc)
		}
	}
}

// wouldPass reports whether a document with these failings passes once one of
// its own values is chosen in facet i. To choose a unit type is to ask for
// homes, unless other types are given.
func (c *counter) wouldPass(i facet, failing failing, doc uint32) bool {
	failing &^= 1 << i
	if i == unitTypeFacet && !c.typed {
		failing &^= 1 << typeFacet
		return failing == 0 && c.docs[doc].Kind == homeKind
	}
	return failing == 0
}

func (c *counter) choose(i facet, doc uint32) {
	if i == cityFacet && c.shared && c.docs[doc].Shared {
		c.everywhere++
		return
	}
	for _, n := range c.columns[i].of(doc) {
		c.counts[i][n]++
	}
}

// facets are the values with anything behind them, most first.
func (c *counter) facets() []Facet {
	out := make([]Facet, len(c.counted))
	for n, i := range c.counted {
		out[n] = Facet{Name: facetNames[i], Own: i >= commonFacets, Values: c.values(i)}
	}
	return out
}

func (c *counter) values(i facet) []FacetValue {
	var out []FacetValue
	for n, value := range c.columns[i].values {
		count := c.counts[i][n]
		if i == cityFacet {
			count += c.everywhere
		}
		if count > 0 && (i != statusFacet || value != string(validity.Expiring)) {
			out = append(out, FacetValue{value, count})
		}
	}
	slices.SortFunc(out, func(a, b FacetValue) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value))
	})
	return out
}
