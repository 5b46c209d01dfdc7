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

// TestReleaseFolderHidden asks for every file of the release by its own name.
func TestReleaseFolderHidden(t *testing.T) {
	s := openGolden(t)
	hiddenFiles := 0
	for name := range s.current.files {
		want := http.StatusOK
		if strings.HasPrefix(name, hidden) {
			want = http.StatusNotFound
			hiddenFiles++
		}
		if got := get(s.Handler(), "/"+name).Code; got != want {
			t.Errorf("/%s answers %d, want %d", name, got, want)
		}
	}
	if hiddenFiles == 0 {
		t.Error("the release hides nothing")
	}
}
