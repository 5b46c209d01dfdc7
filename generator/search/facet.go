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
	counts     [facetCount][]int
	everywhere int // documents that every city stands for
}

// put puts all documents to the filter, looking at the context now and then.
func (f *filter) put(ctx context.Context, docs []uint32) (*counter, error) {
	c := &counter{filter: f}
	for i := range c.counts {
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

func (c *counter) count(doc uint32) {
	failing := c.failing(doc)
	if failing == 0 {
		c.hits = append(c.hits, doc)
	}
	for i := range c.counts {
		if c.wouldPass(facet(i), failing, doc) {
			c.choose(facet(i), doc)
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
	out := make([]Facet, facetCount)
	for i := range out {
		out[i] = Facet{Name: facetNames[i], Values: c.values(facet(i))}
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
