package server

import (
	"maps"
	"net/url"
	"slices"
	"strconv"

	"anju/generator/search"
	"anju/generator/theme"
)

// path is the address of p in the page's language.
func (v results) path(p string) string {
	if v.lang == baseLanguage {
		return p
	}
	return "/" + v.lang + p
}

// address is the result page of other parameters.
func (v results) address(values url.Values) string {
	if len(values) == 0 {
		return v.path("/search/") // as the static form has it
	}
	return v.path("/search") + "?" + values.Encode()
}

// without are the parameters less some, on page one.
func (v results) without(names ...string) url.Values {
	values := v.query.Values()
	for _, name := range append(names, "page") {
		values.Del(name)
	}
	return values
}

// toggled are the parameters with a value chosen, or taken off, on page one.
func (v results) toggled(facet, value string) url.Values {
	values := v.without()
	if i := slices.Index(values[facet], value); i >= 0 {
		values[facet] = slices.Delete(values[facet], i, i+1)
	} else {
		values.Add(facet, value)
	}
	if len(values[facet]) == 0 {
		values.Del(facet)
	}
	return values
}

// facetValues is how many values of a facet are offered; chosen ones always
// are.
const facetValues = 15

func (v results) facet(f search.Facet) theme.Facet {
	chosen := v.query.Filters[f.Name]
	out := theme.Facet{Name: f.Name, Title: v.t("facet." + f.Name), Open: len(chosen) > 0}
	for i, value := range f.Values {
		is := slices.Contains(chosen, value.Value)
		if i >= facetValues && !is {
			continue
		}
		out.Values = append(out.Values, theme.FacetValue{
			Label: v.label(v.lang, f.Name, value.Value), Count: value.Count, Chosen: is,
			URL: v.address(v.toggled(f.Name, value.Value)),
		})
	}
	return out
}

// chipNames are the filters that are no facet, in the order of their chips.
var chipNames = []string{"amount", "closing_within", "rent_min", "rent_max", "area_min", "area_max", "available", "scope", "as_of"}

// chips are the filters in force, each with the way to take it off.
func (v results) chips() (out []theme.Chip) {
	values := v.query.Values()
	for _, facet := range search.FacetNames() {
		for _, value := range values[facet] {
			out = append(out, theme.Chip{Label: v.label(v.lang, facet, value), URL: v.address(v.toggled(facet, value))})
		}
	}
	for _, name := range chipNames {
		if value := values.Get(name); value != "" {
			out = append(out, theme.Chip{Label: v.chipLabel(name, value), URL: v.address(v.without(name))})
		}
	}
	return out
}

func (v results) chipLabel(name, value string) string {
	switch name {
	case "available", "scope":
		return v.t("chip." + name)
	case "as_of":
		value = v.query.AsOf.In(v.lang)
	}
	return v.t("chip."+name, value)
}

func (v results) sorts() (out []theme.Link) {
	for _, sort := range []string{search.Relevance, search.Newest, search.Closing} {
		values := v.without("sort")
		if sort != search.Relevance {
			values.Set("sort", sort)
		}
		out = append(out, theme.Link{Text: v.t("search.sort." + sort), URL: v.address(values), Current: v.query.Sort == sort})
	}
	return out
}

// hidden are the parameters that a new question keeps: the filters.
func (v results) hidden() (out []theme.Field) {
	values := v.without("q")
	for _, name := range slices.Sorted(maps.Keys(values)) {
		for _, value := range values[name] {
			out = append(out, theme.Field{Name: name, Value: value})
		}
	}
	return out
}

// pagerSpan is how many pages stand on either side of the present one.
const pagerSpan = 2

// pager leads to the pages that can be asked for, also from beyond the last.
func (v results) pager(total int) theme.Pager {
	n, size := v.query.Page, v.query.PerPage
	count := max(1, min((total+size-1)/size, search.MaxResults/size))
	out := theme.Pager{Number: n, Count: count}
	for i := max(1, min(n, count)-pagerSpan); i <= min(count, n+pagerSpan); i++ {
		out.Pages = append(out.Pages, theme.Link{Text: strconv.Itoa(i), URL: v.pageAt(i), Current: i == n})
	}
	if n > 1 {
		out.Prev = v.pageAt(min(n-1, count))
	}
	if n < count {
		out.Next = v.pageAt(n + 1)
	}
	return out
}

func (v results) pageAt(n int) string {
	values := v.without()
	if n > 1 {
		values.Set("page", strconv.Itoa(n))
	}
	return v.address(values)
}
