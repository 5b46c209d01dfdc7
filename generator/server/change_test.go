package server

import (
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"anju/generator/publish"
	"anju/generator/search"
)

// serveEdition publishes edition A in a folder of the test's own and serves it.
func serveEdition(t testing.TB) (s *Server, dir string, m publish.Manifest) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "public")
	m = publishEdition(t, dir, editionA)
	return open(t, Options{Dir: dir}), dir, m
}

// mustServe checks that pages, results and the header are those of an edition.
func mustServe(t testing.TB, s *Server, edition string, m publish.Manifest) {
	t.Helper()
	for _, target := range []string{"/policies/zufang/", "/search?q=租房补贴", "/api/v1/search?q=租房补贴"} {
		w := get(s.Handler(), target)
		if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), edition) {
			t.Errorf("%s answers %d, not %s", target, w.Code, edition)
		}
		if got := w.Header().Get("Release-Id"); got != m.Release {
			t.Errorf("%s is of release %s, want %s", target, got, m.Release)
		}
	}
}

func readyz(s *Server) string { return get(s.Handler(), "/readyz").Body.String() }

func TestRefresh(t *testing.T) {
	t.Parallel()
	s, dir, a := serveEdition(t)
	s.Refresh()
	mustServe(t, s, editionA, a)
	b := publishEdition(t, dir, editionB)
	mustServe(t, s, editionA, a)
	s.Refresh()
	mustServe(t, s, editionB, b)
	if a.Release == b.Release {
		t.Error("both releases have one id")
	}
	rolled, err := publish.Rollback(dir, true)
	if err != nil {
		t.Fatal(err)
	}
	s.Refresh()
	mustServe(t, s, editionA, rolled)
}

// TestOldReleaseIsLetGo holds a request on the old release while two others go
// live: it is closed by that request, not before, and can then be removed.
func TestOldReleaseIsLetGo(t *testing.T) {
	t.Parallel()
	s, dir, _ := serveEdition(t)
	l, _, _ := s.acquire()
	publishEdition(t, dir, editionB)
	s.Refresh()
	publishEdition(t, dir, editionC)
	s.Refresh()
	place, err := l.release.Path()
	if err != nil {
		t.Fatal("the release that a request uses was removed:", err)
	}
	r, err := l.Searcher.Search(t.Context(), search.Query{Text: editionA, At: noon})
	if err != nil || len(r.Hits) == 0 {
		t.Errorf("the old index finds %d, %v", len(r.Hits), err)
	}
	s.leave(l)
	if _, err := l.release.Root.Stat("."); err == nil {
		t.Error("the old release is open though nobody uses it")
	}
	publishEdition(t, dir, editionA)
	if _, err := os.Stat(place); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the old release still stands in %s: %v", place, err)
	}
}

// TestIdleReleaseIsClosedAtOnce changes release while nobody asks.
func TestIdleReleaseIsClosedAtOnce(t *testing.T) {
	t.Parallel()
	s, dir, _ := serveEdition(t)
	old := s.current
	publishEdition(t, dir, editionB)
	s.Refresh()
	if _, err := old.release.Root.Stat("."); err == nil {
		t.Error("the old release is open though nobody uses it")
	}
}

// damages are the ways in which a release that went live can be unfit.
var damages = map[string]struct {
	path string
	text func(old string) string
	says string
}{
	"a page changed":       {"index.html", func(old string) string { return old + " " }, "index.html"},
	"the index halved":     {"_release/index/texts.bin", func(old string) string { return old[:len(old)/2] }, "texts.bin"},
	"a file added":         {"extra.html", func(string) string { return "x" }, "extra.html"},
	"the manifest cut":     {publish.ManifestPath, func(old string) string { return old[:len(old)/2] }, "manifest.json"},
	"the manifest altered": {publish.ManifestPath, func(old string) string { return strings.Replace(old, "test", "text", 1) }, "manifest.json"},
}

func TestDamagedReleaseIsRefused(t *testing.T) {
	t.Parallel()
	for name, d := range damages {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, dir, a := serveEdition(t)
			b := publishEdition(t, dir, editionB)
			mend := damage(t, filepath.Join(dir, d.path), d.text)
			s.Refresh()
			mustServe(t, s, editionA, a)
			if text := readyz(s); !strings.Contains(text, "refused") || !strings.Contains(text, d.says) {
				t.Errorf("readyz does not say why: %q", text)
			}
			var damaged *publish.Damage
			if _, err := New(Options{Dir: dir, Now: atNoon}); !errors.As(err, &damaged) {
				t.Errorf("a new server says %v, want a *publish.Damage", err)
			}
			mend()
			for range retryPolls + 1 { // it is not verified at every poll
				s.Refresh()
			}
			mustServe(t, s, editionB, b)
			if text := readyz(s); strings.Contains(text, "refused") {
				t.Errorf("readyz still says %q", text)
			}
		})
	}
}

// damage changes a file and returns what changes it back.
func damage(t *testing.T, path string, change func(old string) string) (mend func()) {
	old, err := os.ReadFile(path)
	existed := err == nil
	if err := os.WriteFile(path, []byte(change(string(old))), 0o644); err != nil {
		t.Fatal(err)
	}
	return func() {
		err := os.WriteFile(path, old, 0o644)
		if !existed {
			err = os.Remove(path)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// TestManifestDamagedInPlace damages the manifest of the release that is
// served: readers feel nothing, and once it is whole again nothing is said.
func TestManifestDamagedInPlace(t *testing.T) {
	t.Parallel()
	s, dir, a := serveEdition(t)
	mend := damage(t, filepath.Join(dir, publish.ManifestPath), func(string) string { return "{" })
	s.Refresh()
	mustServe(t, s, editionA, a)
	if text := readyz(s); !strings.Contains(text, "refused") {
		t.Errorf("readyz says only %q", text)
	}
	mend()
	s.Refresh()
	if text := readyz(s); strings.Contains(text, "refused") {
		t.Errorf("readyz still says %q", text)
	}
}

// TestUnfitRelease publishes releases that verify but lack what the endpoint
// needs.
func TestUnfitRelease(t *testing.T) {
	t.Parallel()
	whole := builtEdition(t, editionB)
	for name, c := range map[string]struct{ drop, put, says string }{
		"no frame":          {drop: framePath, says: "frame"},
		"a frame cut short": {drop: framePath, put: "{", says: framePath},
		"no theme":          {drop: themeFolder, says: "theme"},
		"no index":          {drop: publish.IndexPath, says: "index"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, dir, a := serveEdition(t)
			publishWithout(t, whole, dir, c.drop, c.put)
			s.Refresh()
			mustServe(t, s, editionA, a)
			if text := readyz(s); !strings.Contains(text, "refused") || !strings.Contains(text, c.says) {
				t.Errorf("readyz does not say why: %q", text)
			}
		})
	}
}
