package server

import (
	"context"
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

// shared is a folder for the golden release, which no test changes.
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

// golden is the release of testdata/site.txtar, built once.
var golden = sync.OnceValues(func() (string, error) {
	dir := filepath.Join(shared, "public")
	source, err := sourceFS("")
	if err != nil {
		return "", err
	}
	_, err = buildInto(dir, source)
	return dir, err
})

// sourceFS is testdata/site.txtar, its policy in another edition unless
// edition is "".
func sourceFS(edition string) (fs.FS, error) {
	archive, err := txtar.ParseFile("testdata/site.txtar")
	if err != nil {
		return nil, err
	}
	source := fstest.MapFS{}
	for _, f := range archive.Files {
		text := string(f.Data)
		if edition != "" {
			text = strings.ReplaceAll(text, editionA, edition)
		}
		source[f.Name] = &fstest.MapFile{Data: []byte(text), Mode: 0o644}
	}
	return source, nil
}

// The editions of the policy, by which tests tell releases apart.
const (
	editionA = "甲版"
	editionB = "乙版"
	editionC = "丙版"
)

func buildInto(dir string, source fs.FS) (publish.Manifest, error) {
	base, err := fs.Sub(themes.Default, "default")
	if err != nil {
		return publish.Manifest{}, err
	}
	m, list, err := build.Run(context.Background(), build.Options{Source: source, Dir: dir, Theme: base, Now: noon, Version: "test"})
	if err != nil {
		err = fmt.Errorf("%w: %v", err, list)
	}
	return m, err
}

// publishEdition builds the site in an edition into dir.
func publishEdition(t testing.TB, dir, edition string) publish.Manifest {
	t.Helper()
	source, err := sourceFS(edition)
	if err != nil {
		t.Fatal(err)
	}
	m, err := buildInto(dir, source)
	if err != nil {
		t.Fatal(err)
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

// openGolden serves the golden release.
func openGolden(t testing.TB) *Server {
	t.Helper()
	dir, err := golden()
	if err != nil {
		t.Fatal(err)
	}
	return open(t, Options{Dir: dir})
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
