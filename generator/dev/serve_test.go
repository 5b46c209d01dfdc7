package dev

import (
	"context"
	"io"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"testing"
	"time"

	"anju/generator/build"
	"anju/generator/validity"
	"anju/themes"
)

// noon is the moment that the tests state.
var noon = time.Date(2026, 12, 1, 12, 0, 0, 0, validity.Zone)

func atNoon() time.Time { return noon }

// demoCopy is the demonstration site in a folder of its own.
func demoCopy(t testing.TB) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "site")
	if err := os.CopyFS(dir, os.DirFS("../testdata/demo")); err != nil {
		t.Fatal(err)
	}
	return dir
}

func buildOptions(t testing.TB, dir string) build.Options {
	t.Helper()
	source, done, err := build.SourceFS(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { done() })
	theme, err := fs.Sub(themes.Default, "default")
	if err != nil {
		t.Fatal(err)
	}
	return build.Options{Source: source, Theme: theme, Now: noon, Drafts: true, Version: "test"}
}

// serving is a Server that runs on a folder.
type serving struct {
	*Server
	dir string
	url string // without a slash at the end
}

// serve runs a Server on a folder until the test ends.
func serve(t testing.TB, dir string, told func(Attempt)) serving {
	t.Helper()
	s, err := New(Options{Dir: dir, Build: buildOptions(t, dir), Now: atNoon, Lang: "zh-Hans", Log: slog.New(slog.NewTextHandler(t.Output(), nil)), OnAttempt: told})
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	ran := make(chan error, 1)
	go func() { ran <- s.Run(ctx, l) }()
	t.Cleanup(func() {
		http.DefaultClient.CloseIdleConnections()
		stop()
		if err := <-ran; err != nil {
			t.Error(err)
		}
		<-s.source.ended // so that nobody writes to the folder any more
		<-s.index.ended
	})
	return serving{s, dir, "http://" + l.Addr().String()}
}

func ignore(Attempt) {}

// get asks for a path, and does not follow where the answer leads.
func (s serving) get(t testing.TB, path string) (*http.Response, string) {
	t.Helper()
	r, err := http.NewRequest(http.MethodGet, s.url+path, nil)
	if err != nil {
		t.Fatal(err)
	}
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

// write puts a file into a folder.
func write(t testing.TB, dir, name, text string) {
	t.Helper()
	place := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(place), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(place, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
