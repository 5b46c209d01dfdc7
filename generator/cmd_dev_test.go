package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestDev works at a small site as an editor does: pages and search follow at
// once, what is broken is told and changes nothing, and nothing is published.
func TestDev(t *testing.T) {
	site := running(t, "dev", smallSite(t))
	has := func(path, want string) {
		t.Helper()
		if body, _, err := site.get(path); err != nil || !strings.Contains(body, want) {
			t.Errorf("%s has no %s: %v", path, want, err)
		}
	}
	has("/guides/ruzhu/", "先登记")
	var refused strings.Builder
	second := []string{"dev", "-C", site.source, "--addr", "127.0.0.1:0", "--lang", "zh-Hans"}
	if code := run(t.Context(), second, io.Discard, &refused); code != exitEnvironment || !strings.Contains(refused.String(), "已经有一个 dev 在运行："+site.url) {
		t.Errorf("a second dev on the folder ends with %d: %s", code, refused.String())
	}
	site.replace(t, "content/guides/ruzhu.md", "先登记", "先打电话")
	has("/guides/ruzhu/", "先打电话")
	has("/search?q=打电话", `href="/guides/ruzhu/"`)
	site.replace(t, "content/guides/ruzhu.md", "genre: how_to", "genre: howto")
	has("/guides/ruzhu/", "先打电话")
	site.errout.await(t, func(text string) (string, bool) {
		return "", strings.Contains(text, "content/guides/ruzhu.md:8:8: error: ") && strings.Contains(text, "Until that is mended")
	})
	site.replace(t, "content/guides/ruzhu.md", "genre: howto", "genre: how_to")
	site.replace(t, "content/guides/ruzhu.md", "先打电话", "先写信")
	has("/guides/ruzhu/", "先写信")
	if code := site.stop(); code != 0 {
		t.Errorf("dev ends with %d: %s", code, site.errout.text)
	}
	if _, err := os.Stat(filepath.Join(site.source, "public")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("there is a release: %v", err)
	}
}

// TestDevAddress: what is being written is for this machine, unless a flag says
// otherwise.
func TestDevAddress(t *testing.T) {
	for config, want := range map[string]string{
		"addr: 127.0.0.1:9000\n": "127.0.0.1:9000", "addr: :9000\n": "127.0.0.1:9000", "addr: 0.0.0.0:9000\n": "127.0.0.1:9000", "": "127.0.0.1:8080",
	} {
		source := t.TempDir()
		if err := os.WriteFile(filepath.Join(source, "config.yaml"), []byte("title: {zh: 甲}\n"+config), 0o644); err != nil {
			t.Fatal(err)
		}
		e := &env{flags: flags{Source: source}}
		if got := (devCmd{}).address(e); got != want {
			t.Errorf("%q makes dev listen on %s, want %s", config, got, want)
		}
		if got := (devCmd{Addr: "10.0.0.1:80"}).address(e); got != "10.0.0.1:80" {
			t.Errorf("--addr makes dev listen on %s", got)
		}
	}
}
