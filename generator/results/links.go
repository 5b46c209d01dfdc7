package results

import (
	"maps"
	"net/url"
	"slices"
	"strconv"

	"anju/generator/search"
	"anju/generator/theme"
)

// address is the result page of other parameters.
func (a answer) address(values url.Values) string { return address(&a.page.Page, values) }

func address(page *theme.Page, values url.Values) string {
	if len(values) == 0 {
		return page.URL("/search/") // as the static form has it
	}
	return page.URL("/search") + "?" + values.Encode()
}

// without are the parameters less some, on page one.
func (a answer) without(names ...string) url.Values {
	values := a.query.Values()
	for _, name := range append(names, "page") {
		values.Del(name)
	}
	return values
}

// toggled are the parameters with a value of a facet chosen alone, as its count
// says, or taken off if it was chosen, on page one.
func (a answer) toggled(facet, value string) url.Values {
	chosen := slices.Clone(a.result.Asked.Filters[facet])
	if i := slices.Index(chosen, value); i >= 0 {
		chosen = slices.Delete(chosen, i, i+1)
	} else {
		chosen = []string{value}
	}
	if len(chosen) == 0 {
		return a.off(facet)
	}
	values := a.without()
	values[facet] = chosen
	return values
}

// off are the parameters without some filters. Where one was read out of the
// text, its words leave the text, which is not read any more, and what else was
// read is chosen.
func (a answer) off(names ...string) url.Values {
	if !slices.ContainsFunc(names, func(name string) bool { return slices.Contains(a.result.Read, name) }) {
		return a.without(names...)
	}
	values := a.result.Asked.Values()
	for _, name := range append(names, "page") {
		values.Del(name)
	}
	a.literally(values)
	return values
}

// literally makes parameters ask for the words that are no filters.
func (a answer) literally(values url.Values) {
	values.Set("literal", "1")
	if values.Set("q", a.result.Rest); a.result.Rest == "" {
		values.Del("q")
	}
}

// facetValues is how many values of a facet are offered; chosen ones always
// are.
const facetValues = 15

func (a answer) facet(f search.Facet) theme.Facet {
	chosen := a.result.Asked.Filters[f.Name]
	out := theme.Facet{Name: f.Name, Title: a.t("facet." + f.Name), Open: len(chosen) > 0 || a.result.Total == 0}
	for i, value := range f.Values {
		is := slices.Contains(chosen, value.Value)
		if i >= facetValues && !is {
			continue
		}
		out.Values = append(out.Values, theme.FacetValue{
			Label: a.page.Label(f.Name, value.Value), Count: value.Count, Chosen: is,
			URL: a.address(a.toggled(f.Name, value.Value)),
		})
	}
	return out
}

// sorts are the orders on offer: homes have a rent, and no day on which they
// close.
func (a answer) sorts() (out []theme.Link) {
	asked, last := a.result.Asked, search.Closing
	if asked.Homes() {
		last = search.Rent
	}
	for _, sort := range []string{search.Relevance, search.Newest, last} {
		values := a.without("sort")
		if sort != search.Relevance {
			values.Set("sort", sort)
		}
		out = append(out, theme.Link{Text: a.t("search.sort." + sort), URL: a.address(values), Current: asked.Order() == sort})
	}
	return out
}

// hidden are the parameters that a form carries on besides its own.
func (a answer) hidden(own ...string) (out []theme.Field) {
	values := a.without(own...)
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
func (a answer) pager(total int) theme.Pager {
	n, size := a.query.Page, a.query.PerPage
	count := max(1, min((total+size-1)/size, search.MaxResults/size))
	out := theme.Pager{Number: n, Count: count}
	for i := max(1, min(n, count)-pagerSpan); i <= min(count, n+pagerSpan); i++ {
		out.Pages = append(out.Pages, theme.Link{Text: strconv.Itoa(i), URL: a.pageAt(i), Current: i == n})
	}
	if n > 1 {
		out.Prev = a.pageAt(min(n-1, count))
	}
	if n < count {
		out.Next = a.pageAt(n + 1)
	}
	return out
}

func (a answer) pageAt(n int) string {
	values := a.without()
	if n > 1 {
		values.Set("page", strconv.Itoa(n))
	}
	return a.address(values)
}

// reset are the parameters without the filters.
func (a answer) reset() url.Values {
	q := search.Query{Text: a.query.Text, Literal: a.query.Literal, Sort: a.query.Sort, PerPage: a.query.PerPage}
	q.Sort = q.Order()
	values := q.Values()
	if len(a.result.Read) > 0 {
		a.literally(values)
	}
	return values
}
