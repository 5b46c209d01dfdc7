package main

import (
	"context"
	"errors"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// screen is an output that a test reads while it is written.
type screen struct {
	mu    sync.Mutex
	text  string
	wrote chan struct{} // closed at the next write
}

func newScreen() *screen { return &screen{wrote: make(chan struct{})} }

func (s *screen) Write(b []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.text += string(b)
	close(s.wrote)
	s.wrote = make(chan struct{})
	return len(b), nil
}

// await waits until the output holds what find looks for.
func (s *screen) await(t *testing.T, find func(text string) (string, bool)) string {
	t.Helper()
	deadline := time.After(patience)
	for {
		s.mu.Lock()
		text, wrote := s.text, s.wrote
		s.mu.Unlock()
		if found, ok := find(text); ok {
			return found
		}
		select {
		case <-wrote:
		case <-deadline:
			t.Fatalf("after %s the output is %q", patience, text)
		}
	}
}

// patience is how long a test waits for what must happen.
const patience = 20 * time.Second

// serving is anju serve, or dev, on a folder of its own, within the test's process.
type serving struct {
	source, url string
	errout      *screen
	stop        func() int
}

// serve starts anju serve on the small site and waits for its address.
func serve(t *testing.T, source string, args ...string) serving {
	t.Helper()
	return running(t, "serve", source, args...)
}

// running starts a command that serves a folder, and waits for its address.
func running(t *testing.T, verb, source string, args ...string) serving {
	t.Helper()
	out, errout := newScreen(), newScreen()
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan int, 1)
	go func() {
		args := append([]string{verb, "-C", source, "--addr", "127.0.0.1:0", "--now", "2026-06-01", "--lang", "en"}, args...)
		ended <- run(ctx, args, out, errout)
	}()
	stop := sync.OnceValue(func() int { cancel(); return <-ended })
	t.Cleanup(func() { stop() })
	url := out.await(t, func(text string) (string, bool) {
		_, rest, ok := strings.Cut(text, "open ")
		url, _, whole := strings.Cut(rest, " ,")
		return url, ok && whole
	})
	return serving{source, url, errout, stop}
}

func smallSite(t *testing.T) string {
	t.Helper()
	source := filepath.Join(t.TempDir(), "site")
	if err := writeSmallSite(source); err != nil {
		t.Fatal(err)
	}
	return source
}

// get returns the body and the release that it came from.
func (s serving) get(path string) (body, release string, err error) {
	r, err := http.Get(s.url + path)
	if err != nil {
		return "", "", err
	}
	defer r.Body.Close()
	data, err := io.ReadAll(r.Body)
	if r.StatusCode != http.StatusOK {
		err = errors.Join(err, errors.New(path+": "+r.Status))
	}
	return string(data), r.Header.Get("Release-Id"), err
}

// replace edits a file of the source folder.
func (s serving) replace(t *testing.T, file, old, with string) {
	t.Helper()
	name := filepath.Join(s.source, file)
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(text), old) {
		t.Fatalf("%s has no %q", file, old)
	}
	if err := os.WriteFile(name, []byte(strings.ReplaceAll(string(text), old, with)), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestServeChanges publishes a changed entry and rolls it back from another
// shell while the site is read: page and search show it, and no request fails.
func TestServeChanges(t *testing.T) {
	site := serve(t, smallSite(t))
	_, first, err := site.get("/guides/ruzhu/")
	if err != nil {
		t.Fatal(err)
	}
	readers := startReaders(site)
	site.replace(t, "content/guides/ruzhu.md", "先登记", "先打电话")
	other(t, "build", site.source)
	second := site.awaitRelease(t, func(id string) bool { return id != first })
	for path, want := range map[string]string{"/guides/ruzhu/": "先打电话", "/search?q=打电话": `href="/guides/ruzhu/"`, "/api/v1/search?q=打电话": "guide:ruzhu"} {
		if body, release, err := site.get(path); err != nil || release != second || !strings.Contains(body, want) {
			t.Errorf("%s of release %s (%v) has no %s", path, release, err, want)
		}
	}
	other(t, "rollback", site.source)
	site.awaitRelease(t, func(id string) bool { return id == first })
	if n, err := readers(); err != nil || n == 0 {
		t.Errorf("of %d requests meanwhile some failed: %v", n, err)
	}
	if code := site.stop(); code != 0 {
		t.Errorf("serve ends with %d: %s", code, site.errout.text)
	}
}

// other runs a command as another shell would.
func other(t *testing.T, verb, source string) {
	t.Helper()
	var out, errout strings.Builder
	if code := run(t.Context(), []string{verb, "-C", source, "--now", "2026-06-01"}, &out, &errout); code != 0 {
		t.Fatalf("%s ends with %d: %s", verb, code, errout.String())
	}
}

// startReaders asks for pages and searches until the returned function is
// called, which counts them.
func startReaders(site serving) (stop func() (int64, error)) {
	var wg sync.WaitGroup
	var count atomic.Int64
	var failed error
	var once sync.Once
	ctx, cancel := context.WithCancel(context.Background())
	for _, path := range []string{"/", "/guides/ruzhu/", "/search?q=公寓", "/api/v1/search?q=公寓"} {
		wg.Go(func() {
			for ctx.Err() == nil {
				if _, _, err := site.get(path); err != nil {
					once.Do(func() { failed = err })
				}
				count.Add(1)
			}
		})
	}
	return func() (int64, error) { cancel(); wg.Wait(); return count.Load(), failed }
}

// awaitRelease asks until the release that answers is the wanted one.
func (s serving) awaitRelease(t *testing.T, wanted func(id string) bool) string {
	t.Helper()
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); {
		_, id, err := s.get("/readyz")
		if err != nil {
			t.Fatal(err)
		}
		if wanted(id) {
			return id
		}
	}
	t.Fatalf("after %s the server still has the old release", patience)
	return ""
}

// TestServeLastGoodRelease: what editors break does not take the site down.
func TestServeLastGoodRelease(t *testing.T) {
	source := smallSite(t)
	other(t, "build", source)
	(serving{source: source}).replace(t, "content/guides/ruzhu.md", "genre: how_to", "genre: howto")
	site := serve(t, source)
	if body, _, err := site.get("/guides/ruzhu/"); err != nil || !strings.Contains(body, "先登记") {
		t.Errorf("the last good page is not served: %v", err)
	}
	site.errout.await(t, func(text string) (string, bool) {
		return "", strings.Contains(text, "content/guides/ruzhu.md:8:8: error: ") && strings.Contains(text, "the last good release is served")
	})
}

// TestServeNothing: with findings and no release there is nothing to serve.
func TestServeNothing(t *testing.T) {
	source := smallSite(t)
	(serving{source: source}).replace(t, "content/guides/ruzhu.md", "genre: how_to", "genre: howto")
	var out, errout strings.Builder
	if code := run(t.Context(), []string{"serve", "-C", source, "--addr", "127.0.0.1:0"}, &out, &errout); code != exitFindings {
		t.Errorf("serve ends with %d, want %d: %s", code, exitFindings, errout.String())
	}
}

// TestServeReleaseAlone: a release needs neither its source nor its theme.
func TestServeReleaseAlone(t *testing.T) {
	source := smallSite(t)
	other(t, "build", source)
	alone := filepath.Join(t.TempDir(), "alone")
	if err := os.CopyFS(alone, os.DirFS(filepath.Join(source, "public"))); err != nil {
		t.Fatal(err)
	}
	site := serve(t, t.TempDir(), "--no-build", "--dir", alone)
	if body, _, err := site.get("/search?q=租房"); err != nil || !strings.Contains(body, "<mark>租房</mark>") {
		t.Errorf("the release alone does not search: %v", err)
	}
}
