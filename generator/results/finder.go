package results

import (
	"slices"
	"strconv"

	"anju/generator/theme"
)

// finder is the form for homes, filled in with what was asked, where homes alone
// are asked for. It offers all that homes have, so that one goes from city to
// city without clearing the rest.
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

func (a answer) options(facet string) []theme.Option {
	return a.page.HomeOptions(a.query.Lang, facet, a.query.Filters[facet])
}

// limit is a number as a form holds it; "" for none.
func limit(n *float64) string {
	if n == nil {
		return ""
	}
	return strconv.FormatFloat(*n, 'f', -1, 64)
}
