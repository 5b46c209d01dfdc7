package dev

import (
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"anju/generator/validity"
)

func TestHosts(t *testing.T) {
	loopback := &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 8080}
	for _, c := range []struct {
		listening net.Addr
		name      string
		host      string
		want      bool
	}{
		{loopback, "", "127.0.0.1:8080", true},
		{loopback, "", "localhost:8080", true},
		{loopback, "", "LOCALHOST", true},
		{loopback, "", "localhost.:8080", true},
		{loopback, "", "[::1]:8080", true},
		{loopback, "", "[::ffff:127.0.0.1]:8080", true},
		{loopback, "", "127.9.9.9", true},
		{loopback, "bangong", "bangong:8080", true},
		{loopback, "bangong", "localhost:8080", true},
		{loopback, "", "evil.example:8080", false},
		{loopback, "", "127.0.0.1.evil.example", false},
		{loopback, "", "localhost.evil.example", false},
		{loopback, "", "192.168.1.2:8080", false},
		{loopback, "", "", false},
		{loopback, "bangong", "bangong.example", false},
		{&net.TCPAddr{IP: net.IPv6loopback}, "", "evil.example", false},
		{&net.TCPAddr{IP: net.IPv4zero}, "", "yuanqu.example", true},
		{&net.TCPAddr{IP: net.IPv4(192, 168, 1, 2)}, "", "yuanqu.example", true},
	} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.Host = c.host
		if got := hostsOf(c.listening, c.name).allow(r); got != c.want {
			t.Errorf("listening on %v as %q, %q is allowed: %v, want %v", c.listening, c.name, c.host, got, c.want)
		}
	}
}

// TestAddresses asks for one of everything.
func TestAddresses(t *testing.T) {
	s := serve(t, demoCopy(t), ignore)
	for path, want := range map[string]struct {
		status    int
		mediaType string
		injected  bool
	}{
		"/":                              {http.StatusOK, "text/html; charset=utf-8", true},
		"/policies":                      {http.StatusMovedPermanently, "", false},
		"/policies/shili-yishanchu/":     {http.StatusGone, "text/html; charset=utf-8", true},
		"/nothing/":                      {http.StatusNotFound, "text/html; charset=utf-8", true},
		"/en/nothing/":                   {http.StatusNotFound, "text/html; charset=utf-8", true},
		"/search?q=%E7%A7%9F":            {http.StatusOK, "text/html; charset=utf-8", true},
		"/search?fragment=results&q=x":   {http.StatusOK, "text/html; charset=utf-8", false},
		"/api/v1/search?q=%E7%A7%9F":     {http.StatusOK, "application/json", false},
		"/api/v1/suggest?q=%E7%A7%9F":    {http.StatusOK, "application/json", false},
		"/api/v1/nothing":                {http.StatusNotFound, "application/problem+json", false},
		"/feed.atom":                     {http.StatusOK, "application/atom+xml; charset=utf-8", false},
		"/_release/site.json":            {http.StatusNotFound, "text/html; charset=utf-8", true},
		"/style/":                        {http.StatusOK, "text/html; charset=utf-8", true},
		"/editors/":                      {http.StatusOK, "text/html; charset=utf-8", true},
		"/editors":                       {http.StatusMovedPermanently, "", false},
		"/en/style":                      {http.StatusMovedPermanently, "", false},
		"/content/policies/../../a.yaml": {http.StatusNotFound, "text/html; charset=utf-8", true},
	} {
		answer, body := s.get(t, path)
		mediaType := answer.Header.Get("Content-Type")
		if answer.StatusCode != want.status || want.mediaType != "" && mediaType != want.mediaType {
			t.Errorf("%s answers %d %s, want %d %s", path, answer.StatusCode, mediaType, want.status, want.mediaType)
		}
		if got := strings.Contains(body, "/_dev/dev.js"); got != want.injected {
			t.Errorf("%s bears the script: %v, want %v", path, got, want.injected)
		}
		if caching := answer.Header.Get("Cache-Control"); answer.StatusCode != http.StatusMovedPermanently && caching != "no-store" && !strings.HasPrefix(path, "/style") && !strings.HasPrefix(path, "/editors") {
			t.Errorf("%s may be kept: %q", path, caching)
		}
	}
}

// TestRequests asks in other ways than browsers do.
func TestRequests(t *testing.T) {
	s := serve(t, demoCopy(t), ignore)
	ask := func(method, path string, header http.Header, host string) *http.Response {
		r, err := http.NewRequest(method, s.url+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Header, r.Host = header, host
		answer, err := http.DefaultTransport.RoundTrip(r)
		if err != nil {
			t.Fatal(err)
		}
		answer.Body.Close()
		return answer
	}
	for name, c := range map[string]struct {
		method, path string
		header       http.Header
		host         string
		want         int
	}{
		"a head":           {http.MethodHead, "/", http.Header{}, "", http.StatusOK},
		"a part of a page": {http.MethodGet, "/", http.Header{"Range": {"bytes=0-9"}}, "", http.StatusOK},
		"a kept page":      {http.MethodGet, "/", http.Header{"If-None-Match": {"*"}}, "", http.StatusOK},
		"a form":           {http.MethodPost, "/", http.Header{}, "", http.StatusMethodNotAllowed},
		"another host":     {http.MethodGet, "/editors/", http.Header{}, "evil.example", http.StatusMisdirectedRequest},
	} {
		if answer := ask(c.method, c.path, c.header, c.host); answer.StatusCode != c.want {
			t.Errorf("%s: %s, want %d", name, answer.Status, c.want)
		}
	}
}

// TestNothingYet serves a source that has never been without errors, until it is.
func TestNothingYet(t *testing.T) {
	dir := demoCopy(t)
	name := "content/policies/shili-jiuye-2019.md"
	text, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	write(t, dir, name, "title")
	var last Attempt
	s := serve(t, dir, func(a Attempt) { last = a })
	for _, path := range []string{"/", "/search?q=x", "/api/v1/search?q=x"} {
		if answer, body := s.get(t, path); answer.StatusCode != http.StatusServiceUnavailable || !strings.Contains(body, name) {
			t.Errorf("%s answers %s", path, answer.Status)
		}
	}
	if last.Shown {
		t.Error("pages are said to be shown, of which there are none")
	}
	write(t, dir, name, string(text))
	if answer, _ := s.get(t, "/policies/shili-jiuye-2019/"); answer.StatusCode != http.StatusOK || !last.Shown {
		t.Errorf("mended, it answers %s; shown: %v", answer.Status, last.Shown)
	}
}

// TestConfigurationGone takes config.yaml away and puts it back: what changed in
// between is not lost.
func TestConfigurationGone(t *testing.T) {
	dir := demoCopy(t)
	var attempts []Attempt
	s := serve(t, dir, func(a Attempt) { attempts = append(attempts, a) })
	s.get(t, "/")
	h := hand{t, dir}
	h.move("config.yaml", "config.old")
	write(t, dir, "content/policies/shili-jiuye-2019.md", "---\ntitle: 白鹭\n---\n")
	for range 3 { // asking alone is no reason to try again
		if answer, _ := s.get(t, "/"); answer.StatusCode != http.StatusOK {
			t.Errorf("without a configuration the last good page answers %s", answer.Status)
		}
	}
	h.move("config.old", "config.yaml")
	if _, body := s.get(t, "/_dev/findings/"); !strings.Contains(body, "shili-jiuye-2019.md") {
		t.Error("what is wrong in the text is not told")
	}
	st, err := s.source.current(t.Context())
	if err != nil || st.version > 8 {
		t.Errorf("version %d after five changes, %v", st.version, err)
	}
}

// TestClock: pages that stay as they were keep their moment, and the next attempt
// states that of the one before it until a day has passed.
func TestClock(t *testing.T) {
	dir := demoCopy(t)
	w, _ := watched(t)
	at := noon
	s := newSource(buildOptions(t, dir), func() time.Time { return at }, w, func(*state, Attempt) {})
	s.refresh(t.Context(), noon, []string{"."})
	const name = "content/policies/shili-jiuye-2019.md"
	text := (&editor{T: t, dir: dir}).read(name)
	write(t, dir, name, "title")
	at = noon.AddDate(0, 0, 1)
	s.refresh(t.Context(), at, []string{name})
	if !s.state.stale() || !s.state.now.Equal(noon) || !s.at.Equal(at) {
		t.Errorf("stale %v, pages of %v, attempt at %v", s.state.stale(), s.state.now, s.at)
	}
	write(t, dir, name, text)
	s.refresh(t.Context(), s.at, []string{name})
	if s.state.stale() || !s.state.now.Equal(at) {
		t.Errorf("mended: stale %v, pages of %v, want %v", s.state.stale(), s.state.now, at)
	}
}

// TestMidnight lets the clock go on: pages state the new day without any change
// of a file.
func TestMidnight(t *testing.T) {
	dir := demoCopy(t)
	w, _ := watched(t)
	at := noon
	s := newSource(buildOptions(t, dir), func() time.Time { return at }, w, func(*state, Attempt) {})
	s.refresh(t.Context(), noon, []string{"."})
	for _, c := range []struct {
		at   time.Time
		want int
	}{
		{noon.Add(time.Minute), 1},
		{time.Date(2026, 12, 2, 0, 0, 0, 0, validity.Zone), 2},
		{time.Date(2026, 12, 2, 0, 1, 0, 0, validity.Zone), 2},
	} {
		at = c.at
		s.keepUp(t.Context())
		if s.state.version != c.want {
			t.Errorf("at %v the version is %d, want %d", at, s.state.version, c.want)
		}
	}
}
