package search

import (
	"net/url"
	"slices"
	"strconv"
)

// Values are the parameters that ParseParams reads q from, in canonical form:
// what is at its default is left out, and so is the language, which the path of
// a page says.
func (q Query) Values() url.Values {
	v := url.Values{}
	set := func(name, value string, isDefault bool) {
		if !isDefault {
			v.Set(name, value)
		}
	}
	set("q", q.Text, q.Text == "")
	set("literal", "1", !q.Literal)
	for name, values := range q.Filters {
		v[name] = slices.Clone(values)
	}
	for name, n := range map[string]*float64{
		"amount": q.Amount, "rent_min": q.RentMin, "rent_max": q.RentMax, "area_min": q.AreaMin, "area_max": q.AreaMax,
	} {
		if n != nil {
			v.Set(name, strconv.FormatFloat(*n, 'f', -1, 64))
		}
	}
	if q.ClosingWithin != nil {
		v.Set("closing_within", strconv.Itoa(*q.ClosingWithin))
	}
	set("available", "true", !q.Available)
	set("scope", "local", !q.Local)
	set("as_of", q.AsOf.String(), q.AsOf.IsZero())
	set("sort", q.Sort, q.Sort == Relevance || q.Sort == "")
	set("page", strconv.Itoa(q.Page), q.Page <= 1)
	set("per_page", strconv.Itoa(q.PerPage), q.PerPage == DefaultPerPage || q.PerPage == 0)
	return v
}

// FacetNames are the facets of a Result, in its order; each is also the name of
// the parameter that filters by it.
func FacetNames() []string { return slices.Clone(facetNames[:]) }

// CommonFacets are those of the FacetNames that documents of many kinds have.
// The words of a lexicon are values of these; the values of the others are
// chosen, and never looked for in a text.
func CommonFacets() []string { return slices.Clone(facetNames[:commonFacets]) }
