package site_test

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"anju/generator/build"
	"anju/generator/diag"
	"anju/themes"
)

var update = flag.Bool("update", false, "rewrite the want/ files of the golden sites")

// TestGolden builds each txtar's source files and compares the outputs that it
// names under want/. Of a page the main element is compared; want/paths lists
// every file of the release but the theme's, want/documents holds what the
// index is made of, want/lexicon the words that the search knows.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/golden/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no golden sites", err)
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			got := outputs(t, a)
			changed := false
			for i, f := range a.Files {
				path, ok := strings.CutPrefix(f.Name, "want/")
				if !ok {
					continue
				}
				want, have := string(f.Data), got(path)
				if want == have {
					continue
				}
				if *update {
					a.Files[i].Data, changed = []byte(have), true
					continue
				}
				t.Errorf("%s differs (see -update):\n--- want\n%s\n--- got\n%s", path, want, have)
			}
			if changed {
				if err := os.WriteFile(name, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// outputs builds the archive's source and returns what stands at a path.
func outputs(t *testing.T, a *txtar.Archive) func(path string) string {
	source := fstest.MapFS{}
	for _, f := range a.Files {
		if !strings.HasPrefix(f.Name, "want/") {
			source[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	theme, err := fs.Sub(themes.Default, "default")
	if err != nil {
		t.Fatal(err)
	}
	o := build.Options{Source: source, Theme: theme, Now: time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)}
	planned, list, err := build.Plan(o)
	var findings bytes.Buffer
	if err := (diag.Printer{Lang: "en"}).Text(&findings, list); err != nil {
		t.Fatal(err)
	}
	if err != nil {
		t.Fatalf("%v\n%s", err, findings.String())
	}
	var mu sync.Mutex
	written := map[string][]byte{}
	err = build.Write(context.Background(), o, planned, func(path string, data []byte) error {
		mu.Lock()
		defer mu.Unlock()
		written[path] = data
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return func(path string) string {
		switch path {
		case "paths":
			return paths(written)
		case "findings":
			return findings.String()
		case "documents":
			return indented(t, planned.Site.Documents())
		case "lexicon":
			return indented(t, planned.Site.Lexicon)
		}
		return mainElement(path, string(written[path]))
	}
}

func paths(written map[string][]byte) string {
	var list []string
	for path := range written {
		if !strings.HasPrefix(path, build.ThemeFolder) && !strings.HasPrefix(path, "assets/") {
			list = append(list, path)
		}
	}
	slices.Sort(list)
	return strings.Join(list, "\n") + "\n"
}

func indented(t *testing.T, v any) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(v); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// mainElement is the inside of <main> of a page, and any other file whole.
func mainElement(path, text string) string {
	if !strings.HasSuffix(path, ".html") {
		return text
	}
	_, rest, ok := strings.Cut(text, `<main id="main" tabindex="-1">`)
	main, _, end := strings.Cut(rest, "</main>")
	if !ok || !end {
		return text
	}
	return strings.TrimSpace(main) + "\n"
}
