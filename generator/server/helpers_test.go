package server

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"anju/generator/build"
	"anju/generator/publish"
	"anju/generator/validity"
	"anju/themes"
)

// noon is the moment that the tests ask about.
var noon = time.Date(2026, 6, 1, 12, 0, 0, 0, validity.Zone)

func atNoon() time.Time { return noon }

// editions are the releases that tests serve, built once: testdata/site.txtar
// with its policy in one edition or another, by which they are told apart.
var editions = map[string]func() (string, error){
	editionA: sync.OnceValues(func() (string, error) { return buildEdition(editionA) }),
	editionB: sync.OnceValues(func() (string, error) { return buildEdition(editionB) }),
	editionC: sync.OnceValues(func() (string, error) { return buildEdition(editionC) }),
}

const (
	editionA = "甲版" // as testdata/site.txtar has it
	editionB = "乙版"
	editionC = "丙版"
)

// shared is the folder for the editions, which no test changes.
var shared string

func TestMain(m *testing.M) {
	os.Exit(inFolder(m))
}

func inFolder(m *testing.M) int {
	dir, err := os.MkdirTemp("", "server")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	shared = dir
	return m.Run()
}

func buildEdition(edition string) (string, error) {
	archive, err := txtar.ParseFile("testdata/site.txtar")
	if err != nil {
		return "", err
	}
	source := fstest.MapFS{}
	for _, f := range archive.Files {
		text := strings.ReplaceAll(string(f.Data), editionA, edition)
		source[f.Name] = &fstest.MapFile{Data: []byte(text), Mode: 0o644}
	}
	base, err := fs.Sub(themes.Default, "default")
	if err != nil {
		return "", err
	}
	dir := filepath.Join(shared, edition, "public")
	_, list, err := build.Run(context.Background(), build.Options{Source: source, Dir: dir, Theme: base, Now: noon, Version: "test"})
	if err != nil {
		return "", fmt.Errorf("%w: %v", err, list)
	}
	return dir, nil
}

func builtEdition(t testing.TB, edition string) string {
	t.Helper()
	dir, err := editions[edition]()
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// publishEdition makes an edition the live release in dir.
func publishEdition(t testing.TB, dir, edition string) publish.Manifest {
	t.Helper()
	return publishWithout(t, builtEdition(t, edition), dir, "-", "")
}

// publishWithout copies a release to dir, less the files whose path begins with
// drop, and with the text put in their place unless that is "".
func publishWithout(t testing.TB, from, dir, drop, put string) publish.Manifest {
	t.Helper()
	m, err := publish.ReadManifest(from)
	if err != nil {
		t.Fatal(err)
	}
	staging, err := publish.Begin(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range m.Files {
		if strings.HasPrefix(f.Path, drop) {
			continue
		}
		data, err := os.ReadFile(filepath.Join(from, filepath.FromSlash(f.Path)))
		if err := errors.Join(err, staging.Write(f.Path, data)); err != nil {
			t.Fatal(err)
		}
	}
	if put != "" {
		err = staging.Write(drop, []byte(put))
	}
	m, commitErr := staging.Commit(m.Meta)
	if err != nil || commitErr != nil {
		t.Fatal(err, commitErr)
	}
	return m
}

// open serves the release in dir until the test ends.
func open(t testing.TB, o Options) *Server {
	t.Helper()
	if o.Now == nil {
		o.Now = atNoon
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	s, err := New(o)
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

// openGolden serves the release of testdata/site.txtar.
func openGolden(t testing.TB) *Server {
	t.Helper()
	return open(t, Options{Dir: builtEdition(t, editionA)})
}

// get asks a handler.
func get(h http.Handler, target string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, target, nil))
	return w
}

// roundTrip sends a request, follows no redirect and reads the answer whole.
func roundTrip(t testing.TB, r *http.Request) (*http.Response, string) {
	t.Helper()
	answer, err := http.DefaultTransport.RoundTrip(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer, string(body)
}
