package results

import (
	"io/fs"
	"net/url"
	"slices"
	"strings"
	"testing"

	"anju/generator/search"
	"anju/generator/theme"
	"anju/themes"
)

// frame is that of a site with one city.
var frame = &theme.Frame{
	Languages: []string{"zh-Hans", "en"},
	Homes:     map[string][]string{"city": {"shili", "linshi"}, "unit_type": {"studio"}},
	Labels: map[string]map[string]theme.Labels{
		"zh-Hans": {"city": {"shili": "示例"}, "degree": {"master": "硕士", "doctor": "博士"}, "benefit": {"rent": "租房补贴"}},
		"en":      {"city": {"shili": "Shili"}},
	},
	Ask: map[string]map[string][]theme.Contact{"zh-Hans": {
		"": {{Name: "全国热线"}}, "shili": {{Name: "示例热线"}},
	}},
}

func defaultTheme(t *testing.T) *theme.Theme {
	t.Helper()
	folder, err := fs.Sub(themes.Default, "default")
	if err != nil {
		t.Fatal(err)
	}
	th, list := theme.Load(nil, folder, frame.Languages)
	if list.HasErrors() {
		t.Fatal(list)
	}
	return th
}

// parse is the query of parameters.
func parse(t *testing.T, params string) search.Query {
	t.Helper()
	values, err := url.ParseQuery(params)
	if err != nil {
		t.Fatal(err)
	}
	q, bad := search.ParseParams(values)
	if len(bad) > 0 {
		t.Fatal(bad)
	}
	if q.Lang == "" {
		q.Lang = "zh-Hans"
	}
	return q
}

// filled is the page of the query params whose Result is r but for Asked, which
// is that of asked.
func filled(t *testing.T, params, asked string, r search.Result) *theme.SearchPage {
	t.Helper()
	th, q := defaultTheme(t), parse(t, params)
	r.Asked = parse(t, asked)
	page := Form(frame, th, q, nil)
	Fill(page, th, q, r)
	return page
}

// decoded makes an address legible.
func decoded(t *testing.T, address string) string {
	t.Helper()
	text, err := url.QueryUnescape(address)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestChips(t *testing.T) {
	for name, c := range map[string]struct {
		params, asked string
		read          string   // names of what was read; "补贴" is what was left of the text
		want          []string // label → where it leads without it
	}{
		"chosen":           {"q=补贴&city=shili", "q=补贴&city=shili", "", []string{"示例 /search?q=补贴"}},
		"read":             {"q=示例补贴", "q=示例补贴&city=shili", "city", []string{"示例 /search?literal=1&q=补贴"}},
		"read and chosen":  {"q=示例补贴&benefit=rent", "q=示例补贴&city=shili&benefit=rent", "city", []string{"示例 /search?benefit=rent&literal=1&q=补贴", "租房补贴 /search?q=示例补贴"}},
		"two read":         {"q=示例3万", "q=示例3万&city=shili&amount=30000", "city amount", []string{"示例 /search?amount=30000&literal=1&q=补贴", "含3万元 /search?city=shili&literal=1&q=补贴"}},
		"two of a facet":   {"q=研究生", "q=研究生&degree=master&degree=doctor", "degree", []string{"硕士 /search?degree=doctor&q=研究生", "博士 /search?degree=master&q=研究生"}},
		"an area":          {"q=40平", "q=40平&area_min=40&area_max=40", "area_min area_max", []string{"40平方米 /search?literal=1&q=补贴"}},
		"from and to":      {"area_min=30&area_max=40", "area_min=30&area_max=40", "", []string{"面积不小于30平方米 /search?area_max=40", "面积不大于40平方米 /search?area_min=30"}},
		"a rent":           {"rent_max=1500", "rent_max=1500", "", []string{"租金不超过1500元/月 /search/"}},
		"a year":           {"year=2024", "year=2024", "", []string{"年份2024 /search/"}},
		"an uneven amount": {"amount=12345", "amount=12345", "", []string{"含12345元 /search/"}},
		"literal stays":    {"q=示例&literal=1&city=shili", "q=示例&literal=1&city=shili", "", []string{"示例 /search?literal=1&q=示例"}},
		"page one again":   {"q=示例&page=3", "q=示例&page=3&city=shili", "city", []string{"示例 /search?literal=1&q=补贴"}},
		"in English":       {"q=shili&lang=en&amount=30000", "q=shili&lang=en&amount=30000&city=shili", "city", []string{"Shili /en/search?amount=30000&literal=1&q=补贴", "Amount includes 30000 yuan /en/search?q=shili"}},
		"a day, a vacancy": {"as_of=2026-05&available=true", "as_of=2026-05&available=true", "", []string{"有空房 /search?as_of=2026-05", "以2026年5月为准 /search?available=true"}},
	} {
		t.Run(name, func(t *testing.T) {
			page := filled(t, c.params, c.asked, search.Result{Read: strings.Fields(c.read), Rest: "补贴", Total: 1})
			var got []string
			for _, chip := range page.Chips {
				got = append(got, chip.Label+" "+decoded(t, chip.URL))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

// TestToggleRead chooses another value where one was read out of the text.
func TestToggleRead(t *testing.T) {
	facet := search.Facet{Name: "degree", Values: []search.FacetValue{{Value: "master", Count: 2}, {Value: "doctor", Count: 1}}}
	page := filled(t, "q=硕士补贴", "q=硕士补贴&degree=master", search.Result{Read: []string{"degree"}, Rest: "补贴", Total: 2, Facets: []search.Facet{facet}})
	values := page.Facets[0].Values
	if !values[0].Chosen || decoded(t, values[0].URL) != "/search?literal=1&q=补贴" {
		t.Errorf("what was read: %+v", values[0])
	}
	if values[1].Chosen || decoded(t, values[1].URL) != "/search?degree=doctor&q=硕士补贴" {
		t.Errorf("what is chosen instead: %+v", values[1])
	}
	if want := "/search?literal=1&q=补贴"; decoded(t, page.ResetURL) != want {
		t.Errorf("cleared, it is %s", decoded(t, page.ResetURL))
	}
}

// TestNothingLeft takes off all that was read, and nothing is left to look for.
func TestNothingLeft(t *testing.T) {
	page := filled(t, "q=示例", "q=示例&city=shili", search.Result{Read: []string{"city"}, Total: 2})
	if got := decoded(t, page.Chips[0].URL); got != "/search?literal=1" {
		t.Errorf("taken off, it is %s", got)
	}
}

// TestHidden lets a new question be read anew.
func TestHidden(t *testing.T) {
	page := filled(t, "q=示例补贴&literal=1&benefit=rent", "q=示例补贴&literal=1&benefit=rent", search.Result{Total: 1})
	if want := []theme.Field{{Name: "benefit", Value: "rent"}}; !slices.Equal(page.Hidden, want) {
		t.Errorf("the form carries %+v", page.Hidden)
	}
}
