package site_test

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"anju/generator/build"
	"anju/generator/site"
	"anju/generator/theme"
	"anju/themes"
)

// pairsOf are the addresses of the pages of two cities each.
func pairsOf(s *site.Site, lang string) (urls []string) {
	for _, page := range s.Pages {
		if rest, ok := strings.CutPrefix(page.URL, "/compare/"); ok && rest != "" && page.Lang == lang {
			urls = append(urls, page.URL)
		}
	}
	return urls
}

func TestPairs(t *testing.T) {
	s := planOf(t, "testdata/known.txtar")
	want := []string{"/compare/jia/yi/", "/compare/jia/bing/", "/compare/yi/bing/"}
	same(t, pairsOf(s, "zh-Hans"), want)
	for _, page := range s.Pages {
		if slices.Contains(want, page.URL) && !page.Hidden {
			t.Errorf("%s is in the sitemap", page.URL)
		}
	}
	var links []string
	for _, l := range payloadAt[*theme.CityPage](t, s, "/en/cities/yi/").Pairs {
		links = append(links, l.Text+" "+l.URL)
	}
	same(t, links, []string{"Jia /en/compare/jia/yi/", "Bing /en/compare/yi/bing/"})
}

func TestPairAnswers(t *testing.T) {
	s := planOf(t, "testdata/known.txtar")
	for url, want := range map[string][]string{
		"/compare/jia/yi/":     {"房源：甲市收录了2种户型，乙市收录了1种户型。", "租房补贴：甲市只有没注明有效期的标准，乙市没有收录。"},
		"/compare/jia/bing/":   {"房源：甲市收录了2种户型，丙市没有收录。", "租房补贴：甲市只有没注明有效期的标准，丙市没有收录。"},
		"/en/compare/yi/bing/": {"This site has nothing on record from either city for: Rent subsidies.", "Homes: Yi has 1 on record; Bing has none on record."},
	} {
		page := payloadAt[*theme.PairPage](t, s, url)
		same(t, page.Answers, want)
		if at := page.Breadcrumbs[len(page.Breadcrumbs)-2].URL; at != page.Page.URL("/compare/") {
			t.Errorf("%s stands below %s", url, at)
		}
	}
}

// What one of two cities alone gives stands apart, with what was looked for in
// vain in the other.
func TestPairBenefits(t *testing.T) {
	page := payloadAt[*theme.PairPage](t, planOf(t, "testdata/known.txtar"), "/compare/yi/bing/")
	var got []string
	for _, single := range page.Singles {
		got = append(got, fmt.Sprint(single.Kind, single.City.Text, len(single.Cells), len(single.Missing)))
	}
	same(t, got, []string{"落户乙市1 1"})
	if len(page.Benefits) > 0 {
		t.Errorf("both give %s", page.Benefits[0].Title)
	}
}

func TestTooManyCitiesForPairs(t *testing.T) {
	for cities, want := range map[int]int{1: 0, 2: 1, 30: 435, 31: 0} {
		if got := len(pairsOf(planOfCities(t, cities), "zh-Hans")); got != want {
			t.Errorf("%d cities have %d pages of two, want %d", cities, got, want)
		}
	}
}

func planOfCities(t *testing.T, n int) *site.Site {
	t.Helper()
	var cities strings.Builder
	for i := range n {
		fmt.Fprintf(&cities, "- {slug: city-%d, zh: 城市%d, en: City %d}\n", i, i, i)
	}
	look, err := fs.Sub(themes.Default, "default")
	if err != nil {
		t.Fatal(err)
	}
	source := fstest.MapFS{
		"config.yaml": {Data: []byte("title: {zh: 示例安居}\nregion: {zh: 示例省}\nbase_url: https://anju.example/\n" +
			"publisher: {name: {zh: 示例编辑}, kind: unofficial, correction: \"mailto:fix@anju.example\"}\n")},
		"content/vocab/cities.yaml": {Data: []byte(cities.String())},
	}
	planned, list, err := build.Plan(build.Options{Source: source, Theme: look, Now: time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err, list)
	}
	return planned.Site
}
