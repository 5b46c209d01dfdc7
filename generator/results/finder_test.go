package results

import (
	"slices"
	"testing"

	"anju/generator/search"
	"anju/generator/theme"
)

// TestFinder fills the form with what was asked, and has it carry on the rest. It
// offers what homes have, whatever was found.
func TestFinder(t *testing.T) {
	cities := search.Facet{Name: "city", Values: []search.FacetValue{{Value: "shili", Count: 2}}}
	types := []theme.Option{{Value: "studio", Label: "studio"}}
	for name, c := range map[string]struct {
		params string
		want   *theme.HomeFinder
	}{
		"not homes":          {"type=policy", nil},
		"homes among others": {"type=home&type=policy", nil},
		"homes only": {"type=home&city=shili&rent_max=1500&audience=a&available=true&q=x&page=2", &theme.HomeFinder{
			Cities: []theme.Option{{Value: "shili", Label: "示例", Chosen: true}, {Value: "linshi", Label: "linshi"}}, UnitTypes: types,
			RentMax: "1500", Available: true, Hidden: []theme.Field{{Name: "audience", Value: "a"}, {Name: "q", Value: "x"}, {Name: "type", Value: "home"}},
		}},
		"a city without homes": {"type=home&city=kong", &theme.HomeFinder{
			Cities:    []theme.Option{{Value: "shili", Label: "示例"}, {Value: "linshi", Label: "linshi"}, {Value: "kong", Label: "kong", Chosen: true}},
			UnitTypes: types, Hidden: []theme.Field{{Name: "type", Value: "home"}},
		}},
	} {
		t.Run(name, func(t *testing.T) {
			got := filled(t, c.params, c.params, search.Result{Total: 3, Facets: []search.Facet{cities}}).Finder
			switch {
			case got == nil || c.want == nil:
				if got != c.want {
					t.Errorf("got %+v", got)
				}
			case !slices.Equal(got.Cities, c.want.Cities) || !slices.Equal(got.UnitTypes, c.want.UnitTypes) || !slices.Equal(got.Hidden, c.want.Hidden),
				got.RentMax != c.want.RentMax || got.AreaMin != c.want.AreaMin || got.Available != c.want.Available:
				t.Errorf("got %+v, want %+v", got, c.want)
			}
		})
	}
}

// TestOwnFacetsShown shows what only some kinds have where there is a choice, or
// one was made.
func TestOwnFacetsShown(t *testing.T) {
	values := func(slugs ...string) (out []search.FacetValue) {
		for _, slug := range slugs {
			out = append(out, search.FacetValue{Value: slug, Count: 1})
		}
		return out
	}
	page := filled(t, "type=community&origin=new", "type=community&origin=new", search.Result{Total: 1, Facets: []search.Facet{
		{Name: "level", Values: values("municipal")},
		{Name: "facility", Own: true, Values: values("gym")},
		{Name: "stock", Own: true, Values: values("social", "enterprise")},
		{Name: "origin", Own: true, Values: values("new")},
	}})
	var got []string
	for _, f := range page.Facets {
		got = append(got, f.Name)
	}
	if want := []string{"level", "stock", "origin"}; !slices.Equal(got, want) {
		t.Errorf("shown are %v, want %v", got, want)
	}
}

// TestFacts shows the facts of a hit, and that vacancies are outdated.
func TestFacts(t *testing.T) {
	page := filled(t, "type=home", "type=home", search.Result{Total: 2, Hits: []search.Hit{
		{Kind: "home", Facts: []string{"租金：每月900元"}, Outdated: true}, {Kind: "home", Facts: []string{"租金：来源未载明"}},
	}})
	want := []string{"租金：每月900元", "空房信息已超过30天，可能有变化"}
	if !slices.Equal(page.Hits[0].Facts, want) || len(page.Hits[1].Facts) != 1 {
		t.Errorf("got %v and %v", page.Hits[0].Facts, page.Hits[1].Facts)
	}
}
