package server

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"strconv"
	"strings"
	"testing"
)

// ask sends a request target as it stands, which clients would mend, with more
// lines of header, and reads the answer whole.
func ask(t testing.TB, address, method, target, header string) (*http.Response, string) {
	t.Helper()
	c, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if _, err := fmt.Fprintf(c, "%s %s HTTP/1.1\r\nHost: x\r\n%sConnection: close\r\n\r\n", method, target, header); err != nil {
		t.Fatal(err)
	}
	answer, err := http.ReadResponse(bufio.NewReader(c), &http.Request{Method: method})
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

// TestTraversal asks in every spelling for what is not served.
func TestTraversal(t *testing.T) {
	ts := httptest.NewServer(openGolden(t).Handler())
	defer ts.Close()
	targets := traversals(t)
	if len(targets) < 80 {
		t.Errorf("only %d spellings", len(targets))
	}
	for _, target := range targets {
		for _, method := range []string{http.MethodGet, http.MethodHead} {
			answer, body := ask(t, ts.Listener.Addr().String(), method, target, "")
			if answer.StatusCode != http.StatusBadRequest && answer.StatusCode != http.StatusNotFound {
				t.Errorf("%s %q answers %s", method, target, answer.Status)
			}
			for _, secret := range []string{"base_url", "sha256", "{{", "root:", editionA} {
				if strings.Contains(body, secret) {
					t.Errorf("%s %q tells %q", method, target, secret)
				}
			}
		}
	}
}

func traversals(t *testing.T) (targets []string) {
	text, err := os.ReadFile("testdata/traversal.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		target, err := strconv.Unquote(`"` + line + `"`)
		if err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		targets = append(targets, target)
	}
	return targets
}

// TestFingerprinted: what is kept for a year bears the digest of its content.
func TestFingerprinted(t *testing.T) {
	for name, want := range map[string]bool{
		"assets/style.0123456789.css": true, "communities/湖畔/南门-960.0123456789.jpg": true, "about/map-20.0123456789.png": true,
		"assets/style.css": false, "communities/hupan/gate-960.jpg": false, "communities/hupan/form.pdf": false,
		"guides/a/2026-960.012345678.png": false, "communities/hupan/gate.0123456789.jpg": false, "policies/index.html": false,
	} {
		if got := fingerprinted.MatchString(name); got != want {
			t.Errorf("%s is kept: %v, want %v", name, got, want)
		}
	}
}

// TestFiles asks for every file of the release by its own name: those in its
// own folder are not there, those at old addresses lead on, the others have a
// type and say how long they keep.
func TestFiles(t *testing.T) {
	s := openGolden(t)
	count := map[string]int{}
	for name := range s.current.Files.(releaseFiles).listed {
		kind, status, caching := "page", http.StatusOK, "no-cache"
		switch {
		case strings.HasPrefix(name, "_release/"):
			kind, status, caching = "hidden", http.StatusNotFound, "private, no-cache"
		case strings.HasPrefix(name, "assets/"):
			kind, caching = "asset", "public, max-age=31536000, immutable"
		case s.current.Frame.Redirects["/"+name] != "":
			kind, status, caching = "old", http.StatusMovedPermanently, ""
		}
		count[kind]++
		w := get(s.Handler(), "/"+name)
		if got := w.Header().Get("Cache-Control"); w.Code != status || got != caching {
			t.Errorf("/%s answers %d, %s, want %d, %s", name, w.Code, got, status, caching)
		}
		if got := w.Header().Get("Content-Type"); got == "" || got == "application/octet-stream" {
			t.Errorf("/%s is %q", name, got)
		}
	}
	if len(count) != 4 {
		t.Errorf("not every kind of file was asked for: %v", count)
	}
}
