package main

import (
	"context"
	"encoding/json"
	"html"
	"io/fs"
	"log/slog"
	"net/http/httptest"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"anju/generator/build"
	"anju/generator/server"
	"anju/themes"
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
	comparedLink = regexp.MustCompile(`<td><a href="((?:/en)?/search\?[^"]+)">(\d+)</a></td>`)
	gapsLink     = regexp.MustCompile(`<td><a href="([^"]+/)#gaps">(\d+)</a></td>`)
	gapOfHub     = regexp.MustCompile(`<li><h3><a href="(?:/en)?/gaps/`)
)

// TestComparedCounts: every number on the page that compares cities is what
// stands behind its link, and what has no link is 0.
func TestComparedCounts(t *testing.T) {
	for _, source := range []string{"..", "testdata/demo"} {
		t.Run(source, func(t *testing.T) {
			handler := releaseOf(t, source)
			for _, path := range []string{"/compare/", "/en/compare/"} {
				page := get(handler, path)
				counted, gaps := comparedLink.FindAllStringSubmatch(page, -1), gapsLink.FindAllStringSubmatch(page, -1)
				if len(counted) < 5 || len(gaps) == 0 {
					t.Fatalf("%s has %d numbers and %d of gaps", path, len(counted), len(gaps))
				}
				for _, m := range counted {
					if got := strconv.Itoa(totalBehind(t, handler, m[1])); got != m[2] {
						t.Errorf("%s says %s of %s, the search finds %s", path, m[2], m[1], got)
					}
				}
				for _, m := range gaps {
					if got := strconv.Itoa(len(gapOfHub.FindAllString(get(handler, m[1]), -1))); got != m[2] {
						t.Errorf("%s says %s gaps, %s has %s", path, m[2], m[1], got)
					}
				}
			}
		})
	}
}

// TestNothingBehindZero: where the page that compares cities says 0 of a kind,
// the search finds nothing either.
func TestNothingBehindZero(t *testing.T) {
	handler := releaseOf(t, "testdata/demo")
	queries := []string{"type=community", "type=home", "type=policy&status=in_force&status=no_end_stated", "type=policy&status=reported",
		"type=guide", "type=job&status=open", "type=event&status=upcoming"}
	row := regexp.MustCompile(`(?s)<tr><th scope="row"><a href="/cities/([a-z]+)/">.*?</tr>`)
	cell := regexp.MustCompile(`<td><(a|span)[^>]*>(\d+)<`)
	zeros := 0
	for _, m := range row.FindAllStringSubmatch(get(handler, "/compare/"), -1) {
		for i, c := range cell.FindAllStringSubmatch(m[0], -1) {
			if c[1] == "a" || i == len(queries) { // a number with a link, or that of the gaps
				continue
			}
			zeros++
			query := "/search?scope=local&city=" + m[1] + "&" + queries[i]
			if got := totalBehind(t, handler, query); got != 0 || c[2] != "0" {
				t.Errorf("%s stands without a link, %s finds %d", c[2], query, got)
			}
		}
	}
	if zeros == 0 {
		t.Error("no 0 on the page")
	}
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

func releaseOf(t *testing.T, source string) *server.Server {
	t.Helper()
	return releaseOfFS(t, os.DirFS(source))
}

// releaseOfFS builds a site and opens the server of it.
func releaseOfFS(t *testing.T, source fs.FS) *server.Server {
	t.Helper()
	theme, err := fs.Sub(themes.Default, "default")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir() + "/public"
	now := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	if _, list, err := build.Run(context.Background(), build.Options{Source: source, Dir: dir, Theme: theme, Now: now}); err != nil {
		t.Fatalf("%v: %s", err, text(list))
	}
	s, err := server.New(server.Options{Dir: dir, Now: func() time.Time { return now }, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

func get(s *server.Server, target string) string {
	w := httptest.NewRecorder()
	s.Handler().ServeHTTP(w, httptest.NewRequest("GET", target, nil))
	return w.Body.String()
}
