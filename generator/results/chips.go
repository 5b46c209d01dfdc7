package results

import (
	"math"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"anju/generator/search"
	"anju/generator/theme"
)

// filter is a filter of a query as readers see it: a value of a facet, or a
// bound.
type filter struct {
	name, value string
	with        string // the parameter of the other bound, where it is the same number
}

// bounds are the filters that are no facet, in the order of their chips.
var bounds = []string{"amount", "closing_within", "rent_min", "rent_max", "area_min", "area_max", "available", "scope", "as_of"}

func filters(q search.Query) (out []filter) {
	values := q.Values()
	for _, facet := range search.FacetNames() {
		for _, value := range values[facet] {
			out = append(out, filter{name: facet, value: value})
		}
	}
	for _, name := range bounds {
		value := values.Get(name)
		if value == "" {
			continue
		}
		other, upper := strings.CutSuffix(name, "_max")
		if last := len(out) - 1; upper && last >= 0 && out[last] == (filter{name: other + "_min", value: value}) {
			out[last].with = name
			continue
		}
		out = append(out, filter{name: name, value: value})
	}
	return out
}

// chips are the filters in force, each with the way to take it off. Whether one
// was chosen or read out of the text makes no difference to how it looks.
func (a answer) chips() (out []theme.Chip) {
	for _, f := range filters(a.result.Asked) {
		out = append(out, theme.Chip{Label: a.label(f), URL: a.address(a.takenOff(f))})
	}
	return out
}

func (a answer) takenOff(f filter) url.Values {
	switch {
	case slices.Contains(bounds, f.name):
		return a.off(f.name, f.with)
	default:
		return a.toggled(f.name, f.value)
	}
}

func (a answer) label(f filter) string {
	switch name := f.name; name {
	case "available", "scope":
		return a.t("chip." + name)
	case "as_of":
		return a.t("chip.as_of", a.query.AsOf.In(a.query.Lang))
	case "amount", "rent_min", "rent_max":
		if f.with != "" {
			name = "rent"
		}
		return a.t("chip."+name, a.number(f.value))
	case "area_min", "area_max", "closing_within", "year":
		if f.with != "" {
			name = "area"
		}
		return a.t("chip."+name, f.value)
	default:
		return a.page.Label(name, f.value)
	}
}

// number writes a round number of yuan as Chinese readers count: 3万.
func (a answer) number(value string) string {
	const wan = 10000
	n, err := strconv.ParseFloat(value, 64)
	if err != nil || a.query.Lang != baseLanguage || n < wan || math.Mod(n, wan/100) != 0 {
		return value
	}
	return strconv.FormatFloat(n/wan, 'f', -1, 64) + "万"
}
