package main

import (
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// answers are what a server must say of old addresses and of what is gone:
// status, and where it leads.
var answers = map[string]string{
	"/guides/shenqing/":             "301 /guides/ruzhu/",
	"/guides/shenqing":              "301 /guides/ruzhu/",
	"/guides/shenqing/?from=wechat": "301 /guides/ruzhu/?from=wechat",
	"/en/guides/shenqing/":          "301 /en/guides/ruzhu/",
	"/old/%E5%85%AC%E5%AF%93.html":  "301 /guides/ruzhu/",
	"/old/rent":                     "301 /guides/ruzhu/",
	"/old/rent/":                    "301 /guides/ruzhu/",
	"/en/old/rent":                  "301 /en/guides/ruzhu/",
	"/policies/zufang/":             "410 ",
	"/policies/zufang":              "410 ",
	"/policies/zufang/index.json":   "410 ",
	"/en/policies/zufang/":          "410 ",
	"/guides/ruzhu/":                "200 ",
	"/guides/nowhere/":              "404 ",
}

// TestRedirects asks our own endpoint, and nginx with the exported file where
// there is one, for old addresses: both give the same answers.
func TestRedirects(t *testing.T) {
	dir := t.TempDir()
	if err := writeSmallSite(dir); err != nil {
		t.Fatal(err)
	}
	edit := func(name, old, text string) {
		t.Helper()
		name = filepath.Join(dir, name)
		before, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(strings.Replace(string(before), old, text, 1)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	edit("content/guides/ruzhu.md", "published: 2026-03-02\n", "published: 2026-03-02\nmoved_from: [shenqing, /old/公寓.html, /old/rent]\n")
	edit("content/policies/zufang.md", "published: 2026-03-01\n", "published: 2026-03-01\ngone: true\n")
	edit("content/policies/anjia.md", "related: [policy:zufang]\n", "")
	edit("content/guides/ruzhu.md", "另见[租房补贴](policy:zufang)。", "")
	if code := run(t.Context(), []string{"build", "-q", "-C", dir, "--now", "2026-06-01"}, os.Stdout, os.Stderr); code != 0 {
		t.Fatalf("build exits with %d", code)
	}
	release := filepath.Join(dir, "public")
	own := httptest.NewServer(openRelease(t, release).Handler())
	t.Cleanup(own.Close)
	t.Run("endpoint", func(t *testing.T) { askAll(t, own.URL) })
	t.Run("nginx", func(t *testing.T) { askAll(t, nginx(t, release)) })
}

func askAll(t *testing.T, base string) {
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	for path, want := range answers {
		r, err := client.Get(base + path)
		if err != nil {
			t.Fatal(err)
		}
		r.Body.Close()
		if got := fmt.Sprint(r.StatusCode, " ", strings.TrimPrefix(r.Header.Get("Location"), base)); got != want {
			t.Errorf("%s answers %q, want %q", path, got, want)
		}
	}
}

// nginx serves a release as a folder of files, with the exported redirects. It
// is one process, which reads what the test reads, whoever runs it.
func nginx(t *testing.T, release string) (base string) {
	t.Helper()
	program, err := exec.LookPath("nginx")
	if err != nil {
		t.Skip("no nginx on this machine")
	}
	l, err := net.Listen("tcp", "127.0.0.1:0") // a port that is free
	if err != nil {
		t.Fatal(err)
	}
	addr := l.Addr().String()
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	conf := filepath.Join(dir, "nginx.conf")
	text := fmt.Sprintf("daemon on; master_process off; pid %[1]s/pid; error_log %[1]s/error; events {}\nhttp { access_log off; server { listen %[2]s; root %[3]s;\n"+
		"include %[3]s/_release/redirects/nginx.conf; location ^~ /_release/ { return 404; } } }\n", dir, addr, release)
	if err := os.WriteFile(conf, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(program, "-c", conf).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	t.Cleanup(func() {
		if out, err := exec.Command(program, "-c", conf, "-s", "stop").CombinedOutput(); err != nil {
			t.Errorf("%v\n%s", err, out)
		}
	})
	return "http://" + addr
}
