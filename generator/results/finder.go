package results

import (
	"slices"
	"strconv"

	"anju/generator/search"
	"anju/generator/theme"
)

// finder is the form for homes, filled in with what was asked, where homes alone
// are asked for. It offers what there is to choose.
func (a answer) finder() *theme.HomeFinder {
	if !slices.Equal(a.query.Filters["type"], []string{"home"}) {
		return nil
	}
	return &theme.HomeFinder{
		Cities: a.options("city"), UnitTypes: a.options("unit_type"),
		RentMax: limit(a.query.RentMax), AreaMin: limit(a.query.AreaMin), Available: a.query.Available,
		Hidden: a.hidden("city", "unit_type", "rent_max", "area_min", "available"),
	}
}

// options are the values of a facet, in a fixed order.
func (a answer) options(name string) (out []theme.Option) {
	chosen := a.query.Filters[name]
	values := slices.Clone(chosen)
	if i := slices.IndexFunc(a.result.Facets, func(f search.Facet) bool { return f.Name == name }); i >= 0 {
		for _, v := range a.result.Facets[i].Values {
			values = append(values, v.Value)
		}
	}
	slices.Sort(values)
	for _, value := range slices.Compact(values) {
		out = append(out, theme.Option{Value: value, Label: a.page.Label(name, value), Chosen: slices.Contains(chosen, value)})
	}
	return out
}

// limit is a number as a form holds it; "" for none.
func limit(n *float64) string {
	if n == nil {
		return ""
	}
	return strconv.FormatFloat(*n, 'f', -1, 64)
}
