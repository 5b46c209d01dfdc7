package search

import (
	"cmp"
	"net/url"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"anju/generator/validity"
)

func TestParseParams(t *testing.T) {
	f, n := 1500.0, 30
	tests := []struct {
		in   string
		want Query
	}{
		{"q=租房补贴&city=suzhou&city=nanjing&city=suzhou&type=policy",
			Query{Text: "租房补贴", Filters: map[string][]string{"city": {"suzhou", "nanjing"}, "type": {"policy"}}}},
		{"rent_max=1500&closing_within=30&available=true&scope=local&literal=1",
			Query{Literal: true, RentMax: &f, ClosingWithin: &n, Available: true, Local: true}},
		{"sort=closing&page=20&per_page=50&lang=en&as_of=2023-06",
			Query{Sort: Closing, Page: 20, PerPage: 50, Lang: "en", AsOf: validity.Date{Year: 2023, Month: 6}}},
		{"q=&city=&amount=", Query{}},
		{"year=2023&status=expiring&window=closing&unit_type=1b1l&tag=人才",
			Query{Filters: map[string][]string{"year": {"2023"}, "status": {"expiring"}, "window": {"closing"}, "unit_type": {"1b1l"}, "tag": {"人才"}}}},
	}
	for _, tt := range tests {
		values, err := url.ParseQuery(tt.in)
		if err != nil {
			t.Fatal(err)
		}
		want := withDefaults(tt.want)
		if got, errs := ParseParams(values); !reflect.DeepEqual(got, want) || len(errs) > 0 {
			t.Errorf("%s: %+v, %v; want %+v", tt.in, got, errs, want)
		}
		want.Lang = "" // the path says it
		if got, errs := ParseParams(want.Values()); !reflect.DeepEqual(got, want) || len(errs) > 0 {
			t.Errorf("%s, written and read: %+v, %v; want %+v", tt.in, got, errs, want)
		}
	}
}

func withDefaults(q Query) Query {
	if q.Filters == nil {
		q.Filters = map[string][]string{}
	}
	q.Sort, q.Page, q.PerPage = cmp.Or(q.Sort, Relevance), cmp.Or(q.Page, 1), cmp.Or(q.PerPage, DefaultPerPage)
	return q
}

func TestParseParamsErrors(t *testing.T) {
	many := "city=a"
	for r := 'b'; r < 'b'+20; r++ {
		many += "&city=" + string(r) + "&tag=" + string(r)
	}
	tests := []struct{ name, in, param string }{
		{"unknown name", "colour=red", "colour"},
		{"unknown name, no value", "colour=", "colour"},
		{"name in capitals", "Q=a", "Q"},
		{"long text", "q=" + strings.Repeat("房", 129), "q"},
		{"many words", "q=" + strings.Repeat("a+", 17), "q"},
		{"not UTF-8", "q=%FF", "q"},
		{"text twice", "q=a&q=b", "q"},
		{"type", "type=policies", "type"},
		{"status", "status=dead", "status"},
		{"window", "window=ajar", "window"},
		{"sort", "sort=best", "sort"},
		{"no slug", "city=Su%20Zhou", "city"},
		{"year", "year=23", "year"},
		{"number", "amount=3万", "amount"},
		{"not a number", "rent_min=NaN", "rent_min"},
		{"negative", "area_max=-1", "area_max"},
		{"days", "closing_within=-1", "closing_within"},
		{"available", "available=yes", "available"},
		{"scope", "scope=all", "scope"},
		{"date", "as_of=2023-02-30", "as_of"},
		{"page", "page=0", "page"},
		{"per page", "per_page=51", "per_page"},
		{"too far", "page=21&per_page=50", "page"},
		{"language", "lang=..", "lang"},
		{"many values", many, "tag"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			values, _ := url.ParseQuery(tt.in)
			q, errs := ParseParams(values)
			if len(errs) != 1 || errs[0].Name != tt.param || errs[0].Zh == "" || errs[0].En == "" {
				t.Fatalf("errors %+v, want one about %s", errs, tt.param)
			}
			checkBounds(t, q)
		})
	}
}

// TestParamsTold: whoever misspells a parameter reads all there are; each is
// known, and stands in the documentation.
func TestParamsTold(t *testing.T) {
	doc, err := os.ReadFile("../doc/data.md")
	if err != nil {
		t.Fatal(err)
	}
	_, errs := ParseParams(url.Values{"colour": {"red"}})
	for _, text := range []string{errs[0].Zh, errs[0].En} {
		_, names, _ := strings.Cut(strings.ReplaceAll(text, "：", ": "), ": ")
		told := strings.Split(names, ", ")
		if !slices.Contains(told, "rent_max") || !slices.Contains(told, "operator") {
			t.Errorf("told are %q", told)
		}
		for _, name := range told {
			if _, errs := ParseParams(url.Values{name: {""}}); len(errs) > 0 || !strings.Contains(string(doc), "`"+name) {
				t.Errorf("%q is told, and then: %v, or data.md lacks it", name, errs)
			}
		}
	}
}

func checkBounds(t *testing.T, q Query) {
	t.Helper()
	count := 0
	for _, values := range q.Filters {
		count += len(values)
	}
	if utf8.RuneCountInString(q.Text) > MaxRunes || count > MaxFilterValues || q.Page < 1 ||
		q.PerPage < 1 || q.PerPage > MaxPerPage || q.Page*q.PerPage > MaxResults {
		t.Errorf("out of bounds: %+v", q)
	}
}

func FuzzParseParams(f *testing.F) {
	for _, s := range []string{"q=租房&city=suzhou", "q=%FF&page=99999999999", "amount=1e400", "p.x=1&&=", "year=2023&year=2024"} {
		f.Add(s)
	}
	s := openFixture(f, demo(f))
	f.Fuzz(func(t *testing.T, in string) {
		values, _ := url.ParseQuery(in)
		q, errs := ParseParams(values)
		checkBounds(t, q)
		if !slices.IsSortedFunc(errs, func(a, b ParamError) int { return strings.Compare(a.Name, b.Name) }) {
			t.Errorf("errors out of order: %v", errs)
		}
		q.At = noon
		if _, err := s.Search(t.Context(), q); err != nil {
			t.Errorf("Search refuses what ParseParams gave: %v", err)
		}
	})
}
