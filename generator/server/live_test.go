package server

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"anju/generator/publish"
	"anju/generator/search"
)

// TestIndexMovedWhileOpened finds other things in the place of the release at the
// first looks.
func TestIndexMovedWhileOpened(t *testing.T) {
	t.Parallel()
	own, other, mixed, none := builtEdition(t, editionA), builtEdition(t, editionB), t.TempDir(), t.TempDir()
	mix(t, mixed, own, other)
	m, err := publish.ReadManifest(own)
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		places []string // one after the other, then the last for ever; "" for none
		err    error    // nil where the index is opened
	}{
		"there at once":       {[]string{own}, nil},
		"another's at first":  {[]string{other, other, own}, nil},
		"mixed at first":      {[]string{mixed, own}, nil},
		"no index at first":   {[]string{none, own}, nil},
		"another's for ever":  {[]string{other}, errForeign},
		"mixed for ever":      {[]string{mixed}, search.ErrMixed},
		"no index":            {[]string{none}, os.ErrNotExist},
		"lost after one look": {[]string{other, "", own}, errLost},
	} {
		t.Run(name, func(t *testing.T) {
			s, err := openIndex(func() (_ string, err error) {
				place := c.places[0]
				if len(c.places) > 1 {
					c.places = c.places[1:]
				}
				if place == "" {
					err = errLost
				}
				return place, err
			}, m.Index.Fingerprint)
			if !errors.Is(err, c.err) {
				t.Fatalf("opened with %v, want %v", err, c.err)
			}
			if err == nil {
				mustFind(t, s, editionA)
			}
		})
	}
}

var errLost = errors.New("the release is nowhere")

// mix makes in dir the index of one release with the texts of another.
func mix(t *testing.T, dir, index, texts string) {
	t.Helper()
	folder := filepath.Join(dir, publish.IndexPath)
	if err := os.CopyFS(folder, os.DirFS(filepath.Join(index, publish.IndexPath))); err != nil {
		t.Fatal(err)
	}
	const file = "texts.bin"
	data, err := os.ReadFile(filepath.Join(texts, publish.IndexPath, file))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, file), data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// mustFind checks that an index is of an edition, and closes it.
func mustFind(t *testing.T, s *search.Searcher, edition string) {
	t.Helper()
	r, err := s.Search(t.Context(), search.Query{Text: "租房补贴", At: noon})
	if err != nil || len(r.Hits) == 0 || !strings.Contains(r.Hits[0].Title, edition) {
		t.Errorf("the index finds %+v, %v, want %s", r.Hits, err, edition)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}

// TestOpenWhilePublishing opens releases while they change places: what is
// opened by path must be of the release that is held.
func TestOpenWhilePublishing(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "public")
	a := publishEdition(t, dir, editionA)
	b := publishEdition(t, dir, editionB)
	names := map[string]string{a.Release: editionA, b.Release: editionB}
	stop, done := make(chan struct{}), make(chan error, 1)
	go func() {
		for {
			select {
			case <-stop:
				done <- nil
				return
			default:
			}
			if _, err := publish.Rollback(dir, true); err != nil {
				done <- err
				return
			}
		}
	}()
	openings := 4
	if os.Getenv("ANJU_FULL") == "1" && !testing.Short() {
		openings = 50
	}
	for range openings {
		checkOpening(t, dir, names)
	}
	close(stop)
	if err := <-done; err != nil {
		t.Error(err)
	}
}

func checkOpening(t *testing.T, dir string, names map[string]string) {
	t.Helper()
	l, err := openLive(dir, noon)
	if err != nil {
		t.Error(err)
		return
	}
	id := l.release.Manifest.Release
	r, err := l.Searcher.Search(t.Context(), search.Query{Text: "租房补贴", At: noon})
	if err != nil || len(r.Hits) == 0 || !strings.Contains(r.Hits[0].Title, names[id]) {
		t.Errorf("the index of release %s finds %+v, %v", id, r.Hits, err)
	}
	if err := l.leave(); err != nil {
		t.Error(err)
	}
}
