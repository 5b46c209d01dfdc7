package main

import (
	"bytes"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"anju/generator/build"
	"anju/generator/diag"
	"anju/generator/publish"
	"anju/themes"
)

// sites are the two that come with the sources: what is published, and the
// demonstration that fills in every field.
var sites = []struct{ name, source string }{
	{"content", ".."},
	{"demo", "testdata/demo"},
}

// siteNow is the moment at which the tests build them.
var siteNow = time.Date(2026, 12, 1, 9, 0, 0, 0, time.UTC)

func siteOptions(t testing.TB, source, dir string) build.Options {
	t.Helper()
	o, err := options(os.DirFS(source), dir)
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func options(source fs.FS, dir string) (build.Options, error) {
	theme, err := fs.Sub(themes.Default, "default")
	return build.Options{
		Source: source, Dir: dir, Theme: theme, Now: siteNow, Version: "test",
		BaseURL: siteBase,
	}, err
}

// siteBase is the address of the sites that the tests build.
const siteBase = "https://anju.example.org"

// text is a list of findings as people read it.
func text(list diag.List) string {
	var b strings.Builder
	if err := (diag.Printer{Lang: "en"}).Text(&b, list); err != nil {
		return err.Error()
	}
	return b.String()
}

// shuffled lists the files of each folder in an order of its own every time.
type shuffled struct{ fs.FS }

func (s shuffled) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(s.FS, name)
	rand.Shuffle(len(entries), func(i, j int) { entries[i], entries[j] = entries[j], entries[i] })
	return entries, err
}

// TestSameBytes builds each site with its files in two orders, on one processor
// and on many: the release is the same, and so is every byte but those of the
// index and of the manifest, which lists the index's files.
func TestSameBytes(t *testing.T) {
	for _, site := range sites {
		t.Run(site.name, func(t *testing.T) {
			one := siteOptions(t, site.source, filepath.Join(t.TempDir(), "one"))
			many := siteOptions(t, site.source, filepath.Join(t.TempDir(), "many"))
			many.Source, many.Theme = shuffled{many.Source}, shuffled{many.Theme}
			was := runtime.GOMAXPROCS(1)
			defer runtime.GOMAXPROCS(was)
			first := publishSite(t, one)
			runtime.GOMAXPROCS(8)
			if second := publishSite(t, many); first.Release != second.Release {
				t.Errorf("the releases are %s and %s", first.Release, second.Release)
			}
			compareReleases(t, one.Dir, many.Dir)
		})
	}
}

func publishSite(t *testing.T, o build.Options) publish.Manifest {
	t.Helper()
	m, list, err := build.Run(t.Context(), o)
	if err != nil {
		t.Fatalf("%v: %s", err, text(list))
	}
	return m
}

// compareReleases compares all that must not depend on order or processors.
func compareReleases(t *testing.T, a, b string) {
	t.Helper()
	first, second := readRelease(t, a), readRelease(t, b)
	for _, name := range slices.Sorted(maps.Keys(first)) {
		if other, ok := second[name]; !ok {
			t.Errorf("%s has no %s", b, name)
		} else if !bytes.Equal(first[name], other) {
			t.Errorf("%s differs", name)
		}
		delete(second, name)
	}
	for name := range second {
		t.Errorf("%s has no %s", a, name)
	}
}

func readRelease(t *testing.T, dir string) rendered {
	t.Helper()
	out := rendered{}
	folder := os.DirFS(dir)
	err := fs.WalkDir(folder, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(name, publish.IndexPath+"/") || name == publish.ManifestPath {
			return err
		}
		out[name], err = fs.ReadFile(folder, name)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// address is the URL path under which a file of a release is served.
func address(file string) string {
	if path.Base(file) == "index.html" {
		return "/" + strings.TrimSuffix(file, "index.html")
	}
	return "/" + file
}
