package server

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// memory is files that were never written.
type memory map[string]string

func (m memory) Has(name string) bool {
	_, ok := m[name]
	return ok
}

func (m memory) Open(name string) (io.ReadSeekCloser, string, error) {
	text, ok := m[name]
	if !ok || text == "" {
		return nil, "", fs.ErrNotExist
	}
	return struct {
		io.ReadSeeker
		io.Closer
	}{strings.NewReader(text), io.NopCloser(nil)}, "", nil
}

// TestHandedOver answers on a site that somebody else made.
func TestHandedOver(t *testing.T) {
	made := openGolden(t).current.Site
	var log bytes.Buffer
	e := NewEndpoint(atNoon, slog.New(slog.NewTextHandler(&log, nil)))
	site := Site{
		Release: "dev-7", Frame: made.Frame, Theme: made.Theme, Searcher: made.Searcher, Refused: errors.New("it is broken"),
		Files: memory{"index.html": "<p>made", "broken/index.html": "", "_release/site.json": "{}", "data/entries.json": "{}"},
	}
	for path, want := range map[string]struct {
		status int
		text   string
	}{
		"/":                          {http.StatusOK, "<p>made"},
		"/data/entries.json":         {http.StatusOK, "{}"},
		"/nothing/":                  {http.StatusNotFound, "<h1"},
		"/broken/":                   {http.StatusInternalServerError, "<h1"},
		"/_release/site.json":        {http.StatusNotFound, "<h1"},
		"/policies/lao-zufang/":      {http.StatusMovedPermanently, ""},
		"/policies/shanchu/":         {http.StatusGone, "<h1"},
		"/search?q=租房":               {http.StatusOK, "<mark>租房"},
		"/api/v1/search?q=%E7%A7%9F": {http.StatusOK, `"release":"dev-7"`},
		"/readyz":                    {http.StatusOK, "release dev-7\na newer release was refused: it is broken"},
	} {
		w := httptest.NewRecorder()
		e.Answer(&site, w, httptest.NewRequest(http.MethodGet, path, nil))
		if w.Code != want.status || !strings.Contains(w.Body.String(), want.text) {
			t.Errorf("%s answers %d %.80s, want %d %s", path, w.Code, w.Body, want.status, want.text)
		}
		if w.Header().Get("Release-Id") != "dev-7" || w.Header().Get("ETag") != "" {
			t.Errorf("%s has the header %v", path, w.Header())
		}
		wantSearch := strings.HasPrefix(path, "/search") || strings.HasPrefix(path, "/api/")
		if got := site.Searches(strings.Split(path, "?")[0]); got != wantSearch {
			t.Errorf("%s searches: %v, want %v", path, got, wantSearch)
		}
	}
	if n := strings.Count(log.String(), "level=ERROR"); n != 1 {
		t.Errorf("%d errors in the log, want 1:\n%s", n, &log)
	}
}
