package theme

import (
	"bytes"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"anju/themes"
)

var pagesDir = flag.String("pages", "", "write the sample pages to this folder, to be looked at")

var languages = []string{"zh-Hans", "en"}

func defaultFiles(t *testing.T) fs.FS {
	t.Helper()
	base, err := fs.Sub(themes.Default, "default")
	if err != nil {
		t.Fatal(err)
	}
	return base
}

func load(t *testing.T) *Theme {
	t.Helper()
	th, findings := Load(nil, defaultFiles(t), languages)
	for _, f := range findings {
		t.Errorf("%s:%d:%d: %s", f.File, f.Line, f.Col, f.Message.En)
	}
	if t.Failed() {
		t.FailNow()
	}
	return th
}

func render(t *testing.T, th *Theme, p Payload) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := th.Execute(&b, p); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestMenu leads to the kinds that have entries, and to the cities.
func TestMenu(t *testing.T) {
	frame := *sampleFrame
	frame.Sections = []string{"policies", "events"}
	page := samplePage("page", "en", "About")
	page.Frame = &frame
	d := parsePage(t, render(t, load(t), &PlainPage{Entry: Entry{Page: page}}))
	var got []string
	for a := range d.all("header")[0].Descendants() {
		if href, _ := attr(a, "href"); strings.HasPrefix(href, "/en/") && strings.HasSuffix(href, "s/") {
			got = append(got, href+" "+content(a))
		}
	}
	want := []string{"/en/policies/ Policies", "/en/events/ Events", "/en/cities/ Cities"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestWritePages is for eyes: go test ./generator/theme -run WritePages -pages DIR
func TestWritePages(t *testing.T) {
	if *pagesDir == "" {
		t.Skip("no -pages")
	}
	th := load(t)
	for _, a := range th.Assets() {
		write(t, a.Path, a.Data)
	}
	for _, lang := range languages {
		for name, p := range samplePages(lang) {
			write(t, lang+"-"+name+".html", render(t, th, p))
		}
	}
}

func write(t *testing.T, name string, data []byte) {
	t.Helper()
	path := filepath.Join(*pagesDir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
}
