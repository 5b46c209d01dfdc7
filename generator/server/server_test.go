package server

import (
	"bytes"
	"context"
	"encoding/json"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"anju/generator/publish"
)

// TestStop ends the context while a search is under way: the search is
// answered, and only then does Run return.
func TestStop(t *testing.T) {
	entered, gate := make(chan struct{}), make(chan struct{})
	s := openGolden(t)
	s.now = func() time.Time { // a search asks for the moment
		close(entered)
		<-gate
		return noon
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	ran, answered := make(chan error, 1), make(chan int, 1)
	go func() { ran <- s.Run(ctx, l) }()
	go func() {
		answer, _ := roundTrip(t, newGet(t, "http://"+l.Addr().String()+"/search?q=x"))
		answered <- answer.StatusCode
	}()
	<-entered
	stop()
	for accepts(l.Addr().String()) { // until the server has begun to stop
	}
	select {
	case err := <-ran:
		t.Fatal("Run returned before the request was answered:", err)
	default:
	}
	close(gate)
	if status := <-answered; status != http.StatusOK {
		t.Errorf("the request in flight was answered %d", status)
	}
	if err := <-ran; err != nil {
		t.Error(err)
	}
	if _, err := s.current.release.Root.Stat("."); err == nil {
		t.Error("the release is still open")
	}
}

func newGet(t *testing.T, url string) *http.Request {
	r, err := http.NewRequest(http.MethodGet, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func accepts(address string) bool {
	c, err := net.Dial("tcp", address)
	if err != nil {
		return false
	}
	c.Close()
	return true
}

// TestClosed asks a server that is closed.
func TestClosed(t *testing.T) {
	s := openGolden(t)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	w := get(s.Handler(), "/")
	if w.Code != http.StatusServiceUnavailable || w.Header().Get("Release-Id") == "" {
		t.Errorf("answers %d %v", w.Code, w.Header())
	}
	s.Refresh()
	if err := s.Close(); err != nil {
		t.Error("closing twice:", err)
	}
}

// TestRunFails serves on a listener that is closed.
func TestRunFails(t *testing.T) {
	s := openGolden(t)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	l.Close()
	if err := s.Run(t.Context(), l); err == nil {
		t.Error("Run returned nil")
	}
	if _, err := s.current.release.Root.Stat("."); err == nil {
		t.Error("the release is still open")
	}
}

func TestNoRelease(t *testing.T) {
	if _, err := New(Options{Dir: t.TempDir() + "/none", Now: atNoon}); err == nil {
		t.Error("New made a server of nothing")
	}
}

// TestBusy takes all slots: searches are put off, all else is answered.
func TestBusy(t *testing.T) {
	s := openGolden(t)
	for range cap(s.slots) {
		s.slots <- struct{}{}
	}
	var asked sync.WaitGroup // together, for each waits for a slot
	for target, want := range map[string]string{
		"/api/v1/search?q=租房": "application/problem+json",
		"/search?q=租房":        "text/html; charset=utf-8",
		"/en/search?q=rent":   "text/html; charset=utf-8",
	} {
		asked.Go(func() {
			w := get(s.Handler(), target)
			if w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") == "" || w.Header().Get("Content-Type") != want {
				t.Errorf("%s answers %d %v", target, w.Code, w.Header())
			}
		})
	}
	for _, target := range []string{"/policies/zufang/", "/search", "/readyz"} {
		if w := get(s.Handler(), target); w.Code != http.StatusOK {
			t.Errorf("%s answers %d", target, w.Code)
		}
	}
	asked.Wait()
	<-s.slots
	if w := get(s.Handler(), "/search?q=租房"); w.Code != http.StatusOK {
		t.Errorf("with a free slot the search answers %d", w.Code)
	}
}

// TestClientGone searches for a client that has gone away: nothing is said to
// it, and nothing to the log.
func TestClientGone(t *testing.T) {
	var log bytes.Buffer
	s := open(t, Options{Dir: builtEdition(t, editionA), Log: slog.New(slog.NewTextHandler(&log, nil))})
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, target := range []string{"/search?q=租房", "/api/v1/search?q=租房"} {
		w := httptest.NewRecorder()
		s.Handler().ServeHTTP(w, httptest.NewRequestWithContext(ctx, http.MethodGet, target, nil))
		if w.Body.Len() > 0 || log.Len() > 0 {
			t.Errorf("%s answers %d %s, log: %s", target, w.Code, w.Body, &log)
		}
	}
}

// TestFaults takes away, under the server's feet, what it answers from.
func TestFaults(t *testing.T) {
	var log bytes.Buffer
	dir := filepath.Join(t.TempDir(), "public")
	publishWithout(t, builtEdition(t, editionA), dir, "404.html", "")
	s := open(t, Options{Dir: dir, Log: slog.New(slog.NewTextHandler(&log, nil))})
	if err := os.Remove(filepath.Join(dir, "robots.txt")); err != nil {
		t.Fatal(err)
	}
	damage(t, filepath.Join(dir, publish.IndexPath, "texts.bin"), func(old string) string { return strings.Repeat(" ", len(old)) })
	for target, want := range map[string]int{
		"/robots.txt": http.StatusInternalServerError, "/search?q=租房": http.StatusInternalServerError,
		"/api/v1/search?q=租房": http.StatusInternalServerError, "/nothing": http.StatusNotFound, "/": http.StatusOK,
	} {
		w := get(s.Handler(), target)
		if w.Code != want || w.Header().Get("Release-Id") == "" {
			t.Errorf("%s answers %d, want %d", target, w.Code, want)
		}
	}
	if n := strings.Count(log.String(), "level=ERROR"); n != 3 {
		t.Errorf("%d errors in the log, want 3:\n%s", n, &log)
	}
}

// TestLimits sends what is too long, and what net/http would answer by itself.
func TestLimits(t *testing.T) {
	s := openGolden(t)
	ts := httptest.NewUnstartedServer(nil)
	ts.Config = s.HTTPServer(http.HandlerFunc(s.route))
	ts.Start()
	defer ts.Close()
	address := ts.Listener.Addr().String()
	long := func(n int) string { return strings.Repeat("x", n) }
	for name, c := range map[string]struct {
		method, target, header string
		status                 int
		mediaType              string
	}{
		"longest target":      {"GET", "/" + long(maxTarget-1), "", http.StatusNotFound, "text/html; charset=utf-8"},
		"target too long":     {"GET", "/" + long(maxTarget), "", http.StatusRequestURITooLong, "text/html; charset=utf-8"},
		"query too long":      {"GET", "/search?q=" + long(maxTarget), "", http.StatusRequestURITooLong, "text/html; charset=utf-8"},
		"API query too long":  {"GET", "/api/v1/search?q=" + long(maxTarget), "", http.StatusRequestURITooLong, "application/problem+json"},
		"OPTIONS of the host": {"OPTIONS", "*", "", http.StatusMethodNotAllowed, "text/html; charset=utf-8"},
		"unknown method":      {"BREW", "/api/v1/search", "", http.StatusMethodNotAllowed, "application/problem+json"},
	} {
		answer, _ := ask(t, address, c.method, c.target, c.header)
		if answer.StatusCode != c.status || answer.Header.Get("Content-Type") != c.mediaType {
			t.Errorf("%s: %s, %s", name, answer.Status, answer.Header.Get("Content-Type"))
		}
		if answer.Header.Get("Release-Id") == "" {
			t.Errorf("%s: no Release-Id", name)
		}
	}
	answer, _ := ask(t, address, "GET", "/", "X: "+long(2*maxHeader)+"\r\n")
	if answer.StatusCode != http.StatusRequestHeaderFieldsTooLarge {
		t.Errorf("a header too large is answered %s", answer.Status)
	}
	if c := ts.Config; c.ReadHeaderTimeout <= 0 || c.ReadTimeout <= 0 || c.WriteTimeout <= 0 || c.IdleTimeout <= 0 {
		t.Errorf("a client may hold a connection for ever: %+v", c)
	}
}

// TestConditional asks again with the validator of the first answer (RFC 9110,
// section 13).
func TestConditional(t *testing.T) {
	h := openGolden(t).Handler()
	first := get(h, "/policies/zufang/")
	etag := first.Header().Get("ETag")
	other := get(h, "/policies/anjia/").Header().Get("ETag")
	if etag == "" || etag == other {
		t.Fatalf("validators %q and %q", etag, other)
	}
	for given, want := range map[string]int{
		etag: http.StatusNotModified, other + ", " + etag: http.StatusNotModified, "*": http.StatusNotModified,
		"W/" + etag: http.StatusNotModified, other: http.StatusOK,
	} {
		r := httptest.NewRequest(http.MethodGet, "/policies/zufang/", nil)
		r.Header.Set("If-None-Match", given)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != want || w.Header().Get("Release-Id") == "" {
			t.Errorf("If-None-Match: %s answers %d, want %d", given, w.Code, want)
		}
		if want == http.StatusNotModified && w.Body.Len() > 0 {
			t.Errorf("If-None-Match: %s answers with a body", given)
		}
	}
}

// TestLogHoldsNoQueries asks in all ways and reads the log.
func TestLogHoldsNoQueries(t *testing.T) {
	var log bytes.Buffer
	s := open(t, Options{
		Dir: builtEdition(t, editionA),
		Log: slog.New(slog.NewJSONHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug})),
	})
	const secret = "q=geheim&p.degree=geheim&lang=geheim&city=geheim"
	paths := []string{
		"/", "/search", "/search/", "/en/search", "/api/v1/search", "/api/v1/nothing", "/policies/zufang", "/policies/lao-zufang",
		"/policies/shanchu/", "/nothing", "/livez", "/readyz",
	}
	for _, path := range paths {
		for _, query := range []string{secret, "q=geheim", "geheim=%zz"} {
			get(s.Handler(), path+"?"+query)
		}
	}
	lines := 0
	for line := range strings.Lines(log.String()) {
		lines++
		var told struct{ Path string }
		if err := json.Unmarshal([]byte(line), &told); err != nil || told.Path == "" {
			t.Errorf("the line names no path: %s", line)
		}
	}
	if lines != 3*len(paths) {
		t.Errorf("%d lines, want %d", lines, 3*len(paths))
	}
	if strings.Contains(log.String(), "geheim") {
		t.Errorf("the log tells what was searched for:\n%s", log.String())
	}
}
