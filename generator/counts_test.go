package main

import (
	"encoding/json"
	"html"
	"log/slog"
	"net/http/httptest"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"anju/generator/server"
)

var countedLink = regexp.MustCompile(`<a href="(/search\?[^"]+)">[^<]* \((\d+)\)</a>`)

// TestListCounts: what a list says a facet holds is what the search finds
// behind that link.
func TestListCounts(t *testing.T) {
	for _, source := range []string{"..", "testdata/demo"} {
		t.Run(source, func(t *testing.T) {
			handler := releaseOf(t, source)
			seen := 0
			for _, list := range []string{"/communities/", "/homes/", "/policies/", "/guides/", "/jobs/", "/events/"} {
				for _, m := range countedLink.FindAllStringSubmatch(get(handler, list), -1) {
					seen++
					want, _ := strconv.Atoi(m[2]) // digits by the pattern
					if got := totalBehind(t, handler, m[1]); got != want {
						t.Errorf("%s says %d of %s, the search finds %d", list, want, m[1], got)
					}
				}
			}
			if seen < 10 {
				t.Errorf("only %d counted links", seen)
			}
		})
	}
}

var moreLink = regexp.MustCompile(`<p class="more"><a href="((?:/en)?/search\?[^"]+)">[^<\d]*(\d+)[^<]*</a>`)

// TestMoreCounts: what a hub says there is more of is what the search finds.
func TestMoreCounts(t *testing.T) {
	hub := regexp.MustCompile(`href="((?:/en)?/cities/[a-z]+/)"`)
	for _, source := range []string{"..", "testdata/demo"} {
		t.Run(source, func(t *testing.T) {
			handler := releaseOf(t, source)
			seen := 0
			for _, list := range []string{"/cities/", "/en/cities/"} {
				for _, city := range hub.FindAllStringSubmatch(get(handler, list), -1) {
					for _, m := range moreLink.FindAllStringSubmatch(get(handler, city[1]), -1) {
						seen++
						if got := strconv.Itoa(totalBehind(t, handler, m[1])); got != m[2] {
							t.Errorf("%s says %s of %s, the search finds %s", city[1], m[2], m[1], got)
						}
					}
				}
			}
			if seen == 0 {
				t.Error("no hub leads on")
			}
		})
	}
}

var (
	comparedRow  = regexp.MustCompile(`(?s)<tr><th scope="row"><a href="(?:/en)?/cities/([a-z]+)/">.*?</tr>`)
	comparedCell = regexp.MustCompile(`<td>(?:<a href="([^"#]+)#([a-z]+)">|<span>)(\d+)<`)
	gapOfHub     = regexp.MustCompile(`<li><h3><a href="(?:/en)?/gaps/`)
)

// comparedKinds are the columns of numbers on the page that compares cities but
// the last, that of gaps: the section of the hub, and what finds as much with
// the search. That is "" where the search finds what was withdrawn, too: then
// the hub says how much there is.
var comparedKinds = []struct{ section, query string }{
	{"communities", ""},
	{"homes", "type=home"},
	{"policies", "type=policy&status=in_force&status=no_end_stated"},
	{"policies", "type=policy&status=reported"},
	{"guides", ""},
	{"jobs", "type=job&status=open"},
	{"events", "type=event&status=upcoming"},
}

// TestComparedCounts: every number on the page that compares cities is what the
// search finds or the hub shows, and leads to a section of the hub; what has no
// link is 0.
func TestComparedCounts(t *testing.T) {
	for _, source := range []string{"..", "testdata/demo"} {
		t.Run(source, func(t *testing.T) {
			handler := releaseOf(t, source)
			for _, path := range []string{"/compare/", "/en/compare/"} {
				linked, zeros := 0, 0
				for _, row := range comparedRow.FindAllStringSubmatch(get(handler, path), -1) {
					cells := comparedCell.FindAllStringSubmatch(row[0], -1)
					if len(cells) != len(comparedKinds)+1 {
						t.Fatalf("%s has %d numbers for %s", path, len(cells), row[1])
					}
					for i, cell := range cells {
						checkCompared(t, handler, row[1], i, cell)
						if cell[1] == "" {
							zeros++
						} else {
							linked++
						}
					}
				}
				if linked < 5 || zeros == 0 {
					t.Errorf("%s has %d numbers with a link and %d without", path, linked, zeros)
				}
			}
		})
	}
}

// checkCompared checks the number of a city in column i. cell holds, after the
// whole match, the hub and the section of it that the number leads to, "" for
// none, and the number.
func checkCompared(t *testing.T, handler *server.Server, city string, i int, cell []string) {
	t.Helper()
	hub := get(handler, "/cities/"+city+"/")
	if cell[1] != "" {
		if hub = get(handler, cell[1]); !strings.Contains(hub, `id="`+cell[2]+`"`) {
			t.Errorf("%s has no section %s", cell[1], cell[2])
		}
	}
	var got int
	switch {
	case i == len(comparedKinds):
		got = len(gapOfHub.FindAllString(hub, -1))
	case comparedKinds[i].query != "":
		got = totalBehind(t, handler, "/search?scope=local&city="+city+"&"+comparedKinds[i].query)
	default:
		got = hubCount(hub, comparedKinds[i].section)
	}
	if strconv.Itoa(got) != cell[3] || (cell[1] == "") != (got == 0) {
		t.Errorf("column %d of %s says %s with the link %q, there are %d", i, city, cell[3], cell[1], got)
	}
}

// hubCount is how much a hub says at its top that a section holds; 0 for no
// such section.
func hubCount(hub, section string) int {
	m := regexp.MustCompile(`<a href="#` + section + `">[^<\d]*(\d+)`).FindStringSubmatch(hub)
	if m == nil {
		return 0
	}
	n, _ := strconv.Atoi(m[1]) // digits by the pattern
	return n
}

// totalBehind is how much the search finds behind a link of a page.
func totalBehind(t *testing.T, s *server.Server, href string) int {
	t.Helper()
	_, query, _ := strings.Cut(html.UnescapeString(href), "?")
	var answer struct{ Total int }
	if err := json.Unmarshal([]byte(get(s, "/api/v1/search?"+query)), &answer); err != nil {
		t.Fatal(href, err)
	}
	return answer.Total
}

// releaseOf is the server of one of sites.
func releaseOf(t *testing.T, source string) *server.Server {
	t.Helper()
	return openRelease(t, built(t, source))
}

// openRelease is the server of a release.
func openRelease(t *testing.T, dir string) *server.Server {
	t.Helper()
	s, err := server.New(server.Options{Dir: dir, Now: func() time.Time { return siteNow }, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func get(s *server.Server, target string) string {
	w := httptest.NewRecorder()
	s.Handler().ServeHTTP(w, httptest.NewRequest("GET", target, nil))
	return w.Body.String()
}
