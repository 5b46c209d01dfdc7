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
			for _, list := range []string{"/communities/", "/policies/", "/guides/", "/jobs/", "/events/"} {
				for _, m := range countedLink.FindAllStringSubmatch(get(handler, list), -1) {
					seen++
					want, _ := strconv.Atoi(m[2]) // digits by the pattern
					query := strings.TrimPrefix(html.UnescapeString(m[1]), "/search")
					var answer struct{ Total int }
					if err := json.Unmarshal([]byte(get(handler, "/api/v1/search"+query)), &answer); err != nil {
						t.Fatal(query, err)
					}
					if answer.Total != want {
						t.Errorf("%s says %d of %s, the search finds %d", list, want, query, answer.Total)
					}
				}
			}
			if seen < 10 {
				t.Errorf("only %d counted links", seen)
			}
		})
	}
}

func releaseOf(t *testing.T, source string) *server.Server {
	t.Helper()
	theme, err := fs.Sub(themes.Default, "default")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir() + "/public"
	now := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	if _, _, err := build.Run(context.Background(), build.Options{Source: os.DirFS(source), Dir: dir, Theme: theme, Now: now}); err != nil {
		t.Fatal(err)
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
