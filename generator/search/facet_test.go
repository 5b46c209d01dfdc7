package search

import (
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"anju/generator/validity"
)

// crowd makes n documents whose values are drawn at random, always the same.
func crowd(n int) []Document {
	rng := rand.New(rand.NewPCG(1, 2))
	some := func(from ...string) []string {
		return slices.DeleteFunc(from, func(string) bool { return rng.IntN(3) > 0 })
	}
	one := func(from ...string) string { return from[rng.IntN(len(from))] }
	docs := make([]Document, n)
	for i := range docs {
		kind := one("policy", "policy", "job", "community", "home")
		d := Document{
			ID: fmt.Sprintf("%s:%d", kind, i), Kind: kind,
			Text:   zh(one("租房补贴", "人才公寓", "购房")+one("办法", "指南"), one("申请条件", "发放标准")),
			City:   one("", "suzhou", "nanjing"),
			Year:   2020 + rng.IntN(3),
			Facets: map[string][]string{"audience": some("graduate", "postdoc", "worker"), "tag": some("a", "b", "c"), "level": some("municipal")},
		}
		d.Shared = d.City == "" && kind == "policy"
		d.Subject = validity.Subject{Kind: kind, From: validity.Date{Year: 2020 + rng.IntN(6)}}
		if rng.IntN(2) == 0 {
			d.Subject.To = validity.Date{Year: 2024, Month: 6 + rng.IntN(6), Day: 9}
			d.Subject.Windows = []validity.Window{{Closes: d.Subject.To}}
		}
		if kind == "home" && i%3 > 0 {
			d.Rent = &Range{Min: float64(100 * (i % 7))}
		}
		if kind == "community" {
			d.Facets["facility"] = some("hall", "gym", "office")
		}
		if kind == "community" || kind == "job" { // a facet of two kinds
			d.Facets["kind"] = []string{one("mixed", "street", "fair")}
		}
		if kind == "home" {
			d.Facets["unit_type"] = []string{one("studio", "duplex")}
			d.Rent = &Range{Min: float64(500 * rng.IntN(6))}
		}
		docs[i] = d
	}
	return docs
}

// fits is what a filter means, told another way than the room tells it.
func fits(d Document, q Query) bool {
	has := func(name string, values ...string) bool {
		wanted := q.Filters[name]
		return len(wanted) == 0 || slices.ContainsFunc(values, func(v string) bool { return slices.Contains(wanted, v) })
	}
	status := []string{string(d.Subject.Status(q.At))}
	if d.Subject.Expiring(q.At) {
		status = append(status, "expiring")
	}
	homes := len(q.Filters["unit_type"]) > 0 || q.RentMax != nil
	typed := len(q.Filters["type"]) > 0
	for _, name := range []string{"audience", "tag", "level", "unit_type", "facility", "kind"} {
		if !has(name, d.Facets[name]...) {
			return false
		}
	}
	return has("type", d.Kind) && (typed || (d.Kind == "home") == homes) &&
		(has("city", d.City) || d.Shared && !q.Local) &&
		has("status", status...) && has("window", string(d.Subject.Window(q.At))) &&
		has("year", strconv.Itoa(d.Year)) &&
		(q.RentMax == nil || d.Rent != nil && d.Rent.Min <= *q.RentMax)
}

func matching(docs []Document, q Query) (n int) {
	for _, d := range docs {
		if fits(d, q) {
			n++
		}
	}
	return n
}

var choices = map[string][]string{
	"type": {"policy", "job", "community", "home"}, "city": {"suzhou", "nanjing"},
	"audience": {"graduate", "postdoc", "worker"}, "level": {"municipal"}, "tag": {"a", "b", "c", "nowhere"},
	"status": {"in_force", "expiring", "announced", "no_end_stated", "open", "closed"},
	"window": {"open", "closing", "closed"}, "year": {"2020", "2021", "2022"}, "unit_type": {"studio", "duplex"},
	"facility": {"hall", "gym", "office"}, "kind": {"mixed", "street", "fair"},
}

func drawQuery(t *rapid.T) Query {
	q := Query{At: noon.AddDate(0, rapid.IntRange(-6, 6).Draw(t, "month"), 0), PerPage: 1, Filters: make(map[string][]string)}
	for _, name := range slices.Sorted(maps.Keys(choices)) {
		if rapid.IntRange(0, 4).Draw(t, name+"?") == 0 {
			q.Filters[name] = rapid.SliceOfNDistinct(rapid.SampledFrom(choices[name]), 1, 2-len(choices[name])%2, rapid.ID).Draw(t, name)
		}
	}
	if rapid.IntRange(0, 5).Draw(t, "rent?") == 0 {
		limit := float64(rapid.IntRange(0, 2500).Draw(t, "rent"))
		q.RentMax = &limit
	}
	q.Local = rapid.Bool().Draw(t, "local")
	return q
}

// TestFacetCounts holds every count against what choosing the value gives, and
// totals against a filter written another way.
func TestFacetCounts(t *testing.T) {
	docs := crowd(120)
	s := openFixture(t, docs)
	rapid.Check(t, func(t *rapid.T) {
		q := drawQuery(t)
		r, err := s.Search(context.Background(), q)
		if err != nil {
			t.Fatal(err)
		}
		if want := matching(docs, q); r.Total != want {
			t.Fatalf("total %d, want %d", r.Total, want)
		}
		for _, f := range r.Facets {
			checkFacet(t, docs, q, f)
		}
	})
}

func checkFacet(t *rapid.T, docs []Document, q Query, f Facet) {
	counted := make(map[string]int)
	for _, v := range f.Values {
		counted[v.Value] = v.Count
	}
	for _, value := range choices[f.Name] {
		if value == "expiring" { // no value of its own
			continue
		}
		chosen := q
		chosen.Filters = maps.Clone(q.Filters)
		chosen.Filters[f.Name] = []string{value}
		if want := matching(docs, chosen); counted[value] != want {
			t.Fatalf("%s=%s counts %d, want %d", f.Name, value, counted[value], want)
		}
	}
}

// TestFacetCountsWithText holds counts against the search itself: the steps
// taken for the text must not depend on the filters.
func TestFacetCountsWithText(t *testing.T) {
	s := openFixture(t, crowd(120))
	for _, text := range []string{"租房补贴", "人才公寓申请", "购房 指南 发放 xyz", "xyz 标准"} {
		q := Query{Text: text, At: noon, Filters: map[string][]string{"city": {"suzhou"}}}
		for _, f := range ask(t, s, q).Facets {
			for _, v := range f.Values {
				chosen := q
				chosen.Filters = maps.Clone(q.Filters)
				chosen.Filters[f.Name] = []string{v.Value}
				if got := ask(t, s, chosen).Total; got != v.Count {
					t.Errorf("%s %s=%s counts %d, gives %d", text, f.Name, v.Value, v.Count, got)
				}
			}
		}
	}
}

// TestOwnFacets counts what only some kinds have where one of them is asked for,
// or a value of it.
func TestOwnFacets(t *testing.T) {
	s := openFixture(t, crowd(120))
	for name, c := range map[string]struct {
		filters map[string][]string
		want    []string
	}{
		"nothing asked":    {nil, nil},
		"one kind":         {map[string][]string{"type": {"community"}}, []string{"kind", "facility"}},
		"a kind with one":  {map[string][]string{"type": {"job"}}, []string{"kind"}},
		"a kind with none": {map[string][]string{"type": {"policy"}}, nil},
		"two kinds":        {map[string][]string{"type": {"community", "job"}}, nil},
		"a value":          {map[string][]string{"facility": {"gym"}}, []string{"facility"}},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, f := range ask(t, s, Query{Filters: c.filters}).Facets {
				if f.Own {
					got = append(got, f.Name)
				} else if !slices.Contains(CommonFacets(), f.Name) {
					t.Errorf("%s is shared by all kinds", f.Name)
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("counted are %v, want %v", got, c.want)
			}
		})
	}
}

// TestOutdatedVacancies tells of a home, at the moment asked about, whether its
// vacancies were stated too long ago.
func TestOutdatedVacancies(t *testing.T) {
	home := Document{ID: "home:a/b", Kind: "home", Text: zh("房", "间"), Date: day(t, "2024-05-01")}
	home.Text[baseLanguage] = Text{URL: "/a/", Title: "房", Facts: []string{"租金：来源未载明"}}
	s := openFixture(t, []Document{home})
	for moment, want := range map[string]bool{"2024-05-31": false, "2024-06-01": true} {
		q := Query{Filters: map[string][]string{"type": {"home"}}, At: day(t, moment).First()}
		if hit := ask(t, s, q).Hits[0]; hit.Outdated != want || !slices.Equal(hit.Facts, []string{"租金：来源未载明"}) {
			t.Errorf("on %s: %+v", moment, hit)
		}
	}
}

// TestNothingBetween: between a lower limit and one below it lies nothing.
func TestNothingBetween(t *testing.T) {
	low, high := 900.0, 1000.0
	if overlaps(&Range{Min: 800, Max: new(1200.0)}, &high, &low) || !overlaps(&Range{Min: 800}, &low, &high) {
		t.Error("limits the wrong way round let a rent through, or good ones do not")
	}
}

func TestFacetValuesInOrder(t *testing.T) {
	s := openFixture(t, demo(t))
	r := ask(t, s, Query{Text: "补贴"})
	want := map[string][]FacetValue{
		"benefit": {{"rent_subsidy", 2}, {"purchase_subsidy", 1}},
		"year":    {{"2023", 2}, {"2020", 1}},
		"status":  {{"in_force", 2}, {"repealed", 1}},
	}
	for _, f := range r.Facets {
		if w, ok := want[f.Name]; ok && !slices.Equal(f.Values, w) {
			t.Errorf("%s: %v, want %v", f.Name, f.Values, w)
		}
	}
}
