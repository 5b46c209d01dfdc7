package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// papers are pages of the demonstration that are read on paper: with tables, in
// English, with pictures and a list with facets.
var papers = []struct {
	path string
	most int // sheets
}{
	{"/policies/shili-zufang-2026/", 7},
	{"/en/policies/shili-zufang-2026/", 7},
	{"/communities/hupan-qingnian/", 13},
	{"/policies/", 6},
}

// TestPaper prints pages: the paper says where the page stands, of when it is
// and who publishes it, has nothing that only a screen needs, and takes as many
// sheets from a narrow window as from a wide one.
func TestPaper(t *testing.T) {
	site := served(t, "testdata/demo")
	b := openTab(t, site)
	for _, page := range papers {
		b.window(1280)
		text, sheets := b.paper(page.path)
		canonical := ask[string](b, `document.querySelector("link[rel=canonical]").href`)
		built := ask[string](b, `document.querySelector(".keeping time").textContent`)
		publisher := ask[string](b, `document.querySelector(".keeping dd").firstChild.textContent.trim()`)
		for _, want := range []string{canonical, built, publisher} {
			if !strings.Contains(unbroken(text), unbroken(want)) {
				t.Errorf("%s: the paper does not say %q", page.path, want)
			}
		}
		for _, not := range []string{"缩小范围", "跳到正文", "当前位置", "翻页"} {
			if strings.Contains(text, not) {
				t.Errorf("%s: the paper says %q", page.path, not)
			}
		}
		if b.count(".sources a[href^=http]") > 0 {
			first := ask[string](b, `document.querySelector(".sources a[href^=http]").getAttribute("href")`)
			if !strings.Contains(unbroken(text), unbroken(first)) {
				t.Errorf("%s: the paper hides the address %s", page.path, first)
			}
		}
		b.window(390)
		if _, narrow := b.paper(page.path); narrow != sheets || sheets > page.most {
			t.Errorf("%s: %d sheets from a wide window, %d from a narrow one, want at most %d", page.path, sheets, narrow, page.most)
		}
		b.quiet()
	}
}

// unbroken is a text without the spaces that lines are broken with.
func unbroken(s string) string { return strings.Join(strings.Fields(s), "") }

// paper prints a page and returns what the sheets say and how many they are.
func (b *tab) paper(path string) (text string, sheets int) {
	b.t.Helper()
	tool, err := exec.LookPath("pdftotext")
	if err != nil {
		if os.Getenv("ANJU_REQUIRE_BROWSER") == "1" {
			b.t.Fatal("no pdftotext")
		}
		b.t.Skip("skipped: no pdftotext")
	}
	file := filepath.Join(b.t.TempDir(), "page.pdf")
	b.print(path, file)
	out, err := exec.Command(tool, "-enc", "UTF-8", file, "-").Output()
	b.check("read "+path, err)
	return string(out), bytes.Count(out, []byte("\f")) // each sheet ends in one
}
