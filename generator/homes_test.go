package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"html"
	"io/fs"
	"math"
	"math/rand/v2"
	"net/url"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"anju/generator/server"
)

// homeFilters is how many filter sets are asked of each site.
const homeFilters = 1000

// TestHomesAgree asks the search for homes by filters drawn at random, and holds
// its answers as JSON and as pages against a filter over /data/homes.json that
// is told here once more. Without a filter the list of homes is the same set, too.
func TestHomesAgree(t *testing.T) {
	made := siteOptions(t, "", filepath.Join(t.TempDir(), "public"))
	made.Source = madeUpHomes()
	publishSite(t, made)
	for name, dir := range map[string]string{"demo": built(t, "testdata/demo"), "made up": made.Dir} {
		t.Run(name, func(t *testing.T) {
			site := openRelease(t, dir)
			homes := readHomes(t, site)
			rng := rand.New(rand.NewPCG(4, uint64(len(homes))))
			some := 0
			for range homeFilters {
				f := drawFilter(rng, homes)
				want := f.among(homes)
				if some += min(1, len(want)); !agree(t, site, f.values(), want) {
					return
				}
			}
			if some < homeFilters/4 {
				t.Errorf("only %d of %d filters let anything through", some, homeFilters)
			}
			all := homeFilter{}.among(homes)
			agree(t, site, homeFilter{}.values(), all)
			if got := listedHomes(t, site); !slices.Equal(got, all) {
				t.Errorf("/homes/ lists %d, the data %d: %v", len(got), len(all), got)
			}
		})
	}
}

// dataHome is a home as other programs read it.
type dataHome struct {
	ID           string   `json:"id"`
	Community    string   `json:"community"`
	City         string   `json:"city"`
	UnitType     string   `json:"unit_type"`
	Audience     []string `json:"audience"`
	Rent         *span    `json:"rent"`
	Area         *span    `json:"area"`
	Availability *struct {
		Units int `json:"units"`
	} `json:"availability"`
}

// span is a value or a range of which an end may be open.
type span struct {
	Amount *float64 `json:"amount"`
	Value  *float64 `json:"value"`
	Min    *float64 `json:"min"`
	Max    *float64 `json:"max"`
}

func (s *span) ends() (low, high float64) {
	if one := cmp.Or(s.Amount, s.Value); one != nil {
		return *one, *one
	}
	high = math.Inf(1)
	if s.Min != nil {
		low = *s.Min
	}
	if s.Max != nil {
		high = *s.Max
	}
	return low, high
}

// readHomes reads the data; whom a home is for says its community where it says
// nothing itself.
func readHomes(t *testing.T, site *server.Server) []dataHome {
	t.Helper()
	var homes struct{ Entries []dataHome }
	var communities struct {
		Entries []struct {
			ID       string   `json:"id"`
			Audience []string `json:"audience"`
		}
	}
	for path, to := range map[string]any{"/data/homes.json": &homes, "/data/communities.json": &communities} {
		if err := json.Unmarshal([]byte(get(site, path)), to); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
	}
	for i := range homes.Entries {
		h := &homes.Entries[i]
		for _, c := range communities.Entries {
			if "community:"+c.ID == h.Community && len(h.Audience) == 0 {
				h.Audience = c.Audience
			}
		}
	}
	return homes.Entries
}

func (h dataHome) key() string { return strings.TrimPrefix(h.Community, "community:") + "/" + h.ID }

// homeFilter is a set of filters; what is not asked for is nil.
type homeFilter struct {
	cities, types, audience            []string
	rentMin, rentMax, areaMin, areaMax *float64
	available                          bool
}

// lets reports whether a home passes. What is not known passes no filter.
func (f homeFilter) lets(h dataHome) bool {
	return oneOf(f.cities, h.City) && oneOf(f.types, h.UnitType) && oneOf(f.audience, h.Audience...) &&
		touches(h.Rent, f.rentMin, f.rentMax) && touches(h.Area, f.areaMin, f.areaMax) &&
		(!f.available || h.Availability != nil && h.Availability.Units > 0)
}

func oneOf(wanted []string, values ...string) bool {
	return len(wanted) == 0 || slices.ContainsFunc(values, func(v string) bool { return slices.Contains(wanted, v) })
}

// touches reports whether a span and the one asked for have a number in common.
func touches(s *span, low, high *float64) bool {
	if low == nil && high == nil {
		return true
	}
	if s == nil {
		return false
	}
	a, b := (&span{Min: low, Max: high}).ends()
	from, to := s.ends()
	return max(a, from) <= min(b, to)
}

func (f homeFilter) among(homes []dataHome) (keys []string) {
	for _, h := range homes {
		if f.lets(h) {
			keys = append(keys, h.key())
		}
	}
	slices.Sort(keys)
	return keys
}

func (f homeFilter) values() url.Values {
	v := url.Values{"type": {"home"}, "per_page": {"50"}}
	for name, values := range map[string][]string{"city": f.cities, "unit_type": f.types, "audience": f.audience} {
		if len(values) > 0 {
			v[name] = values
		}
	}
	for name, n := range map[string]*float64{"rent_min": f.rentMin, "rent_max": f.rentMax, "area_min": f.areaMin, "area_max": f.areaMax} {
		if n != nil {
			v.Set(name, strconv.FormatFloat(*n, 'f', -1, 64))
		}
	}
	if f.available {
		v.Set("available", "true")
	}
	return v
}

// drawFilter draws filters of values that homes have, so that most find
// something and many limits lie exactly on a rent or an area.
func drawFilter(rng *rand.Rand, homes []dataHome) (f homeFilter) {
	home := func() dataHome { return homes[rng.IntN(len(homes))] }
	often := func(n int) bool { return rng.IntN(n) == 0 }
	if often(3) {
		f.cities = []string{home().City}
	}
	for often(3) && len(f.types) < 4 {
		f.types = append(f.types, home().UnitType)
	}
	if audience := home().Audience; often(5) && len(audience) > 0 {
		f.audience = audience[:1]
	}
	limit := func(s *span, step float64) *float64 {
		if s == nil || !often(3) {
			return nil
		}
		n, high := s.ends()
		if often(2) && !math.IsInf(high, 1) {
			n = high
		}
		return new(max(0, n+step*float64(rng.IntN(3)-1)))
	}
	f.rentMin, f.rentMax = limit(home().Rent, 1), limit(home().Rent, 1)
	f.areaMin, f.areaMax = limit(home().Area, .5), limit(home().Area, .5)
	f.available = often(4)
	return f
}

// agree compares both answers of the search with the keys of homes that it must
// find.
func agree(t *testing.T, site *server.Server, v url.Values, want []string) bool {
	t.Helper()
	viaAPI, viaPage := []string{}, []string{}
	for page, total := 1, 0; page == 1 || (page-1)*50 < total; page++ {
		v.Set("page", strconv.Itoa(page))
		keys, found := apiHomes(t, site, v)
		viaAPI, total = append(viaAPI, keys...), found
		viaPage = append(viaPage, linkedHomes(get(site, "/search?"+v.Encode()))...)
	}
	slices.Sort(viaAPI)
	slices.Sort(viaPage)
	if !slices.Equal(viaAPI, want) || !slices.Equal(viaPage, want) {
		t.Errorf("%s: the data has %v, the API %v, the page %v", v.Encode(), want, viaAPI, viaPage)
		return false
	}
	return true
}

func apiHomes(t *testing.T, site *server.Server, v url.Values) (keys []string, total int) {
	t.Helper()
	var answer struct {
		Total int
		Hits  []struct{ ID string }
	}
	body := get(site, "/api/v1/search?"+v.Encode())
	if err := json.Unmarshal([]byte(body), &answer); err != nil || answer.Hits == nil {
		t.Fatalf("%s: %v: %s", v.Encode(), err, body)
	}
	for _, h := range answer.Hits {
		keys = append(keys, strings.TrimPrefix(h.ID, "home:"))
	}
	return keys, answer.Total
}

var homeLink = regexp.MustCompile(`<h3 ?><a href="/communities/([^/]+)/#home-([^"]+)">`)

// linkedHomes are the homes to which the titles of a page lead.
func linkedHomes(page string) (keys []string) {
	for _, m := range homeLink.FindAllStringSubmatch(page, -1) {
		keys = append(keys, m[1]+"/"+m[2])
	}
	return keys
}

var nextPage = regexp.MustCompile(`<a [^>]*href="([^"]+)"[^>]*rel="next"|<a [^>]*rel="next"[^>]*href="([^"]+)"`)

// listedHomes are those of all pages of the list.
func listedHomes(t *testing.T, site *server.Server) (keys []string) {
	t.Helper()
	for path := "/homes/"; path != ""; {
		page := get(site, path)
		keys = append(keys, linkedHomes(page)...)
		path = ""
		if m := nextPage.FindStringSubmatch(page); m != nil {
			path = html.UnescapeString(m[1] + m[2])
		}
	}
	slices.Sort(keys)
	return keys
}

// The made-up site: as many communities, each with as many homes.
const madeUpCommunities, madeUpEach = 16, 12

// madeUpHomes is a site of homes whose rents, areas and vacancies are stated in
// every way there is, or not at all, drawn at random and always the same.
func madeUpHomes() fs.FS {
	rng := rand.New(rand.NewPCG(15, 12))
	one := func(from ...string) string { return from[rng.IntN(len(from))] }
	site := fstest.MapFS{}
	write := func(name, text string) { site[name] = &fstest.MapFile{Data: []byte(text), Mode: 0o644} }
	write("config.yaml", "title: {zh: 房, en: Homes}\nbase_url: https://homes.example.org\nlanguages: [zh-Hans, en]\nper_page: 20\n"+
		"region: {zh: 示例省, en: Shili}\npublisher: {name: {zh: 组, en: Us}, kind: unofficial, correction: 'mailto:a@example.org'}\n")
	write("content/vocab/cities.yaml", "- {slug: jia, zh: 甲市, en: Jia}\n- {slug: yi, zh: 乙市, en: Yi}\n- {slug: bing, zh: 丙市, en: Bing}\n- {slug: ding, zh: 丁市, en: Ding}\n")
	write("content/vocab/audiences.yaml", "- {slug: graduates, zh: 毕业生, en: Graduates}\n- {slug: postdocs, zh: 博士后, en: Postdocs}\n- {slug: families, zh: 家庭, en: Families}\n")
	for i := range madeUpCommunities {
		var b strings.Builder
		fmt.Fprintf(&b, "title: 社区%d\nsummary: 虚构的社区，测试用，不存在。\npublished: 2026-03-01\ncity: %s\n", i, one("jia", "yi", "bing"))
		b.WriteString(one("", "audience: [families]\n") + one("", "", "", "withdrawn: {on: 2026-05-01, reason: 测试撤下}\n"))
		b.WriteString("sources:\n  - {title: 房源表, publisher: 甲市日报, url: 'https://example.org/homes'}\nhomes:\n")
		for j := range madeUpEach {
			b.WriteString(madeUpHome(rng, j))
		}
		write(fmt.Sprintf("content/communities/c%d.yaml", i), b.String())
	}
	return site
}

func madeUpHome(rng *rand.Rand, id int) string {
	one := func(from ...string) string { return from[rng.IntN(len(from))] }
	spans := func(exact string, step, from int) string {
		low := from + step*rng.IntN(20)
		high := low + step*(1+rng.IntN(6))
		return one(fmt.Sprintf("%s: %d", exact, low), fmt.Sprintf("%s: %d", exact, low), fmt.Sprintf("min: %d, max: %d", low, high),
			fmt.Sprintf("min: %d", low), fmt.Sprintf("max: %d", high))
	}
	lines := []string{
		fmt.Sprintf("  - id: h%d\n    unit_type: %s", id, one("studio", "single", "double_share", "1b1l", "2b1l", "dorm_bed")),
		one("", "", "audience: [graduates]", "audience: [postdocs, graduates]"),
		one("", "rent: {"+spans("amount", 100, 0)+", period: month}", "rent: {"+spans("amount", 100, 300)+", period: month}"),
		one("", "area: {"+spans("value", 5, 10)+"}", "area: {"+spans("value", 5, 10)+"}"),
		one("", "availability: {as_of: 2026-11-20, units: 3, total: 9}", "availability: {as_of: 2026-01-02, units: 4}",
			"availability: {as_of: 2026-11-20, units: 0, total: 9}", "availability: {as_of: 2026-11-20, total: 9}"),
	}
	var unknown []string
	for i, name := range []string{"rent", "area", "availability"} {
		if lines[2+i] == "" && rng.IntN(2) == 0 {
			unknown = append(unknown, name)
		}
	}
	if len(unknown) > 0 {
		lines = append(lines, "unknown: ["+strings.Join(unknown, ", ")+"]")
	}
	lines = slices.DeleteFunc(lines, func(line string) bool { return line == "" })
	return strings.Join(lines, "\n    ") + "\n"
}
