package build

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/tools/txtar"

	"anju/generator/diag"
	"anju/generator/publish"
	"anju/themes"
)

// smallSite is the site of the command line's tests, in memory.
func smallSite(t *testing.T) fstest.MapFS {
	t.Helper()
	archive, err := txtar.ParseFile("../testdata/site.txtar")
	if err != nil {
		t.Fatal(err)
	}
	site := fstest.MapFS{}
	for _, f := range archive.Files {
		site[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return site
}

// edit replaces a text in a file of the site.
func edit(t *testing.T, site fstest.MapFS, file, old, with string) {
	t.Helper()
	text := string(site[file].Data)
	if !strings.Contains(text, old) {
		t.Fatalf("%s has no %q", file, old)
	}
	site[file] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(text, old, with))}
}

func testOptions(t *testing.T, source fs.FS) Options {
	t.Helper()
	theme, err := fs.Sub(themes.Default, "default")
	if err != nil {
		t.Fatal(err)
	}
	return Options{
		Source: source, Dir: filepath.Join(t.TempDir(), "public"), Theme: theme, Version: "test",
		Now: time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC),
	}
}

func mustRun(t *testing.T, o Options) publish.Manifest {
	t.Helper()
	m, list, err := Run(t.Context(), o)
	if err != nil {
		t.Fatalf("%v %v", err, list)
	}
	return m
}

// isLive demands that the release is live and whole.
func isLive(t *testing.T, o Options, want publish.Manifest) {
	t.Helper()
	if m, err := publish.Verify(o.Dir); err != nil || m.Digest != want.Digest {
		t.Errorf("release %s is live (%v), want %s as it was", m.Release, err, want.Release)
	}
}

func TestProgress(t *testing.T) {
	o := testOptions(t, smallSite(t))
	var mu sync.Mutex
	var began, ended []string
	done := map[int]bool{}
	total := 0
	o.Report = func(p Progress) {
		mu.Lock()
		defer mu.Unlock()
		switch {
		case p.Finished:
			ended = append(ended, p.Step)
			if p.Took < 0 {
				t.Errorf("%s took %v", p.Step, p.Took)
			}
		case p.Total > 0:
			done[p.Done], total = true, p.Total
		default:
			began = append(began, p.Step)
		}
	}
	mustRun(t, o)
	// Rendering and indexing go on at the same time, in either order.
	slices.Sort(began[2:4])
	slices.Sort(ended[2:4])
	if want := []string{"load", "plan", "index", "render", "publish"}; !slices.Equal(began, want) || !slices.Equal(ended, want) {
		t.Errorf("began %v, ended %v, want %v", began, ended, want)
	}
	if total == 0 || len(done) != total || !done[1] || !done[total] {
		t.Errorf("of %d pages, %v were told", total, slices.Sorted(maps.Keys(done)))
	}
}

// TestInterrupted ends a build at the beginning of each step, and as the first
// page is done.
func TestInterrupted(t *testing.T) {
	site := smallSite(t)
	o := testOptions(t, site)
	live := mustRun(t, o)
	edit(t, site, "content/guides/ruzhu.md", "先登记", "先打电话")
	for name, at := range map[string]func(Progress) bool{
		"load":       func(p Progress) bool { return p.Step == "load" },
		"plan":       func(p Progress) bool { return p.Step == "plan" },
		"index":      func(p Progress) bool { return p.Step == "index" },
		"first page": func(p Progress) bool { return p.Done == 1 },
	} {
		t.Run(name, func(t *testing.T) {
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			o := o
			o.Report = func(p Progress) {
				if at(p) {
					cancel()
				}
			}
			if _, list, err := Run(ctx, o); !errors.Is(err, context.Canceled) || list.HasErrors() {
				t.Errorf("an interrupted build gives %v %v", err, list)
			}
			isLive(t, o, live)
			left, err := filepath.Glob(filepath.Join(o.Dir, "..", ".anju", "public", "staging-*"))
			if err != nil || len(left) > 0 {
				t.Errorf("it left %v behind (%v)", left, err)
			}
		})
	}
	if m := mustRun(t, o); m.Release == live.Release {
		t.Error("the next build publishes nothing new")
	}
}

// TestIndexReused: the index is taken over when the documents are the same,
// though pages differ, and made anew when one of them or its bytes differ.
func TestIndexReused(t *testing.T) {
	site := smallSite(t)
	o := testOptions(t, site)
	first := mustRun(t, o)
	index := indexFile(t, o)

	edit(t, site, "config.yaml", "en: Editors", "en: The editors")
	second := mustRun(t, o)
	if second.Release == first.Release || second.Index != first.Index {
		t.Errorf("other pages, same documents: releases %s and %s, indexes %v and %v", first.Release, second.Release, first.Index, second.Index)
	}
	if !os.SameFile(index, indexFile(t, o)) {
		t.Error("the index was made anew from the same documents")
	}

	edit(t, site, "content/guides/ruzhu.md", "先登记", "先打电话")
	third := mustRun(t, o)
	if third.Index == second.Index || os.SameFile(index, indexFile(t, o)) {
		t.Error("the index was taken over from other documents")
	}

	index = indexFile(t, o)
	damage(t, filepath.Join(o.Dir, filepath.FromSlash(publish.IndexPath), "documents.json"))
	isLive(t, o, mustRun(t, o))
	if os.SameFile(index, indexFile(t, o)) {
		t.Error("a damaged index was taken over")
	}
}

func indexFile(t *testing.T, o Options) fs.FileInfo {
	t.Helper()
	info, err := os.Stat(filepath.Join(o.Dir, filepath.FromSlash(publish.IndexPath), "documents.json"))
	if err != nil {
		t.Fatal(err)
	}
	return info
}

func damage(t *testing.T, name string) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	data[len(data)/2] ^= 1
	if err := os.WriteFile(name, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestFindings: an error anywhere forbids publishing, a warning only where it
// is asked to.
func TestFindings(t *testing.T) {
	const guide = "content/guides/ruzhu.md"
	tests := map[string]struct {
		file, old, with string
		strict          bool
		code            string
		err             error
	}{
		"clean":               {guide, "先登记", "登记", true, "", nil},
		"configuration":       {"config.yaml", "region:", "regoin:", false, "yaml/unknown-field", ErrFindings},
		"theme":               {"config.yaml", "languages:", "theme: none\nlanguages:", false, "config/theme", ErrFindings},
		"content":             {guide, "city: shili", "city: shilli", false, "content/unknown-term", ErrFindings},
		"text":                {guide, "policy:zufang", "policy:zufan", false, "markdown/link", ErrFindings},
		"warning":             {"config.yaml", "base_url: https://small.example.org\n", "", false, "site/base-url", nil},
		"warning when strict": {"config.yaml", "base_url: https://small.example.org\n", "", true, "site/base-url", ErrFindings},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			site := smallSite(t)
			o := testOptions(t, site)
			live := mustRun(t, o)
			edit(t, site, tt.file, tt.old, tt.with)
			o.Strict = tt.strict
			_, list, err := Run(t.Context(), o)
			if !errors.Is(err, tt.err) || (tt.err == nil) != (err == nil) {
				t.Errorf("the error is %v, want %v", err, tt.err)
			}
			if tt.code == "" && len(list) > 0 || tt.code != "" && (len(list) == 0 || list[0].Code != tt.code) {
				t.Errorf("the findings are %v, want %q first", list, tt.code)
			}
			if err != nil {
				isLive(t, o, live)
			}
		})
	}
}

// TestOfficialAddress: the address of an official site may be given by the
// option alone, and has to be given.
func TestOfficialAddress(t *testing.T) {
	site := smallSite(t)
	edit(t, site, "config.yaml", "base_url: https://small.example.org\n", "")
	edit(t, site, "config.yaml", "kind: unofficial", "kind: official\n  site_id: \"3200000001\"\n  icp: 苏ICP备12345678号\n  host: 示例市人民政府")
	o := testOptions(t, site)
	for address, want := range map[string]bool{"": false, "https://www.example.gov.cn": true} {
		o.BaseURL = address
		_, list, err := Plan(o)
		told := slices.ContainsFunc(list, func(d diag.Diagnostic) bool { return d.Code == "config/official" })
		if told == want || (err == nil) != want {
			t.Errorf("with the address %q: %v %v", address, err, list)
		}
	}
}

// TestBaseURL: the option beats the configuration.
func TestBaseURL(t *testing.T) {
	o := testOptions(t, smallSite(t))
	o.BaseURL = "https://other.example.org"
	mustRun(t, o)
	sitemap, err := os.ReadFile(filepath.Join(o.Dir, "sitemap.xml"))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(sitemap), "https://other.example.org/") || strings.Contains(string(sitemap), "small.example.org") {
		t.Errorf("the sitemap has other addresses:\n%s", sitemap)
	}
}

// TestWriteFails: a write that fails ends the build with its error.
func TestWriteFails(t *testing.T) {
	o := testOptions(t, smallSite(t))
	planned, _, err := Plan(o)
	if err != nil {
		t.Fatal(err)
	}
	full := errors.New("no room")
	for _, file := range []string{"index.html", "sitemap.xml", FramePath, ThemeFolder + "/layouts/base.html"} {
		err := Write(t.Context(), o, planned, func(path string, _ []byte) error {
			if path == file {
				return full
			}
			return nil
		})
		if !errors.Is(err, full) {
			t.Errorf("when %s cannot be written, the error is %v", file, err)
		}
	}
}

// TestSourceFS: nothing outside the source folder can be read through it.
func TestSourceFS(t *testing.T) {
	outer := t.TempDir()
	source := filepath.Join(outer, "source")
	err := errors.Join(os.Mkdir(source, 0o755), os.WriteFile(filepath.Join(outer, "secret"), []byte("s"), 0o600),
		os.Symlink("../secret", filepath.Join(source, "link")))
	if err != nil {
		t.Fatal(err)
	}
	fsys, done, err := SourceFS(source)
	if err != nil {
		t.Fatal(err)
	}
	defer done()
	if text, err := fs.ReadFile(fsys, "link"); err == nil {
		t.Errorf("a link led to %q", text)
	}
	if _, _, err := SourceFS(filepath.Join(outer, "none")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a folder that is not there gives %v", err)
	}
}
