package impact_test

import (
	"bytes"
	"flag"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/tools/txtar"

	"anju/generator/build"
	"anju/generator/diag"
	"anju/generator/impact"
	"anju/generator/search"
	"anju/generator/validity"
	"anju/themes"
)

var update = flag.Bool("update", false, "rewrite the golden files")

var now = time.Date(2026, 6, 1, 12, 0, 0, 0, validity.Zone)

// change are the two versions of testdata/change.txtar.
func change(t *testing.T) (before, after fstest.MapFS) {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/change.txtar")
	if err != nil {
		t.Fatal(err)
	}
	before, after = fstest.MapFS{}, fstest.MapFS{}
	for _, f := range archive.Files {
		if name, ok := strings.CutPrefix(f.Name, "before/"); ok {
			before[name], after[name] = &fstest.MapFile{Data: f.Data}, &fstest.MapFile{Data: f.Data}
		}
		if name, ok := strings.CutPrefix(f.Name, "after/"); ok {
			after[name] = &fstest.MapFile{Data: f.Data}
		}
	}
	for _, f := range archive.Files {
		if f.Name != "removed" {
			continue
		}
		for name := range strings.FieldsSeq(string(f.Data)) {
			delete(after, name)
		}
	}
	return before, after
}

func read(t *testing.T, source fs.FS) impact.Version {
	t.Helper()
	theme, err := fs.Sub(themes.Default, "default")
	if err != nil {
		t.Fatal(err)
	}
	v, err := impact.Read(build.Options{Source: source, Theme: theme, Now: now, Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func index(t *testing.T, v impact.Version) *search.Searcher {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "index")
	docs, lex := v.Site.Documents(), v.Site.Lexicon
	if err := search.Build(dir, search.Fingerprint(docs, lex), docs, lex); err != nil {
		t.Fatal(err)
	}
	s, err := search.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// report compares two sources and asks both for the phrases of the first.
func report(t *testing.T, before, after fstest.MapFS) (impact.Report, diag.List) {
	t.Helper()
	old, is := read(t, before), read(t, after)
	r, list := impact.Compare("main", old, is, now)
	if !r.Broken && !r.Empty {
		phrases := impact.Phrases(before[impact.PhraseFile].Data)
		if err := r.Ask(t.Context(), phrases, index(t, old), index(t, is), now); err != nil {
			t.Fatal(err)
		}
	}
	return r, list
}

func compare(t *testing.T, name string, got []byte) {
	t.Helper()
	name = filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(name, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs (run with -update and read the difference):\n%s", name, got)
	}
}

func TestReport(t *testing.T) {
	before, after := change(t)
	r, list := report(t, before, after)
	for _, lang := range []string{"zh-Hans", "en"} {
		var text, markdown, found bytes.Buffer
		if err := r.Text(&text, lang); err != nil {
			t.Fatal(err)
		}
		if err := r.Markdown(&markdown, lang); err != nil {
			t.Fatal(err)
		}
		printer := diag.Printer{Lang: lang, Source: func(file string) []byte {
			text, _ := fs.ReadFile(after, file) // a file that is gone has no excerpt
			return text
		}}
		if err := printer.Text(&found, list); err != nil {
			t.Fatal(err)
		}
		compare(t, "report."+lang+".txt", text.Bytes())
		compare(t, "report."+lang+".md", markdown.Bytes())
		compare(t, "findings."+lang+".txt", found.Bytes())
	}
}

func text(t *testing.T, r impact.Report) string {
	t.Helper()
	var b strings.Builder
	if err := r.Text(&b, "zh-Hans"); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestNothingChanged(t *testing.T) {
	before, _ := change(t)
	r, list := report(t, before, before)
	if got, want := text(t, r), "读者会看到的变化（和 main 相比）\n没有读者看得到的变化。\n"; got != want || len(list) > 0 {
		t.Errorf("got %q, %v", got, list)
	}
}

func TestFirstVersion(t *testing.T) {
	before, _ := change(t)
	r, list := report(t, fstest.MapFS{}, before)
	got := text(t, r)
	if !r.Empty || len(list) > 0 || !strings.Contains(got, "那一版还没有网站") || !strings.Contains(got, "/policies/zufang/ 《示例市租房补贴办法》") {
		t.Errorf("%v\n%s", list, got)
	}
}

// Of a version with errors, what could be read is compared.
func TestBrokenVersion(t *testing.T) {
	before, after := change(t)
	before["content/guides/bad.md"] = &fstest.MapFile{Data: []byte("---\ncolour: red\n---\n")}
	r, _ := report(t, before, after)
	got := text(t, r)
	for _, want := range []string{"有一版的内容有错误", "金额：每人每月800元 → 每人每月900元", "/guides/diule/"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	if strings.Contains(got, "/page/") || strings.Contains(got, "常搜的词") {
		t.Errorf("more is compared than is known:\n%s", got)
	}
}

// What a slip hides from the reader of a file is not called removed.
func TestSlip(t *testing.T) {
	const policy = "content/policies/zufang.md"
	tests := []struct {
		name, file, old, new string
		compared             bool // the other entries are
	}{
		{"in an entry", policy, "published:", "title: [\npublished:", true},
		{"in its front matter", policy, "---\ntitle", "--\ntitle", true},
		{"in a vocabulary", "content/vocab/cities.yaml", "- {slug", "- {slug: [", false},
		{"in the configuration", "config.yaml", "title: {", "titel: [", false},
	}
	for _, tt := range tests {
		for _, side := range []string{"old", "new"} {
			t.Run(tt.name+", "+side, func(t *testing.T) {
				before, _ := change(t)
				slip, other := maps.Clone(before), maps.Clone(before)
				slip[tt.file] = &fstest.MapFile{Data: bytes.Replace(before[tt.file].Data, []byte(tt.old), []byte(tt.new), 1)}
				const guide = "content/guides/diule.md"
				other[guide] = &fstest.MapFile{Data: append(bytes.Clone(before[guide].Data), "再加一句。\n"...)}
				old, is := slip, other
				if side == "new" {
					old, is = other, slip
				}
				r, list := report(t, old, is)
				got := text(t, r)
				if len(list) > 0 || len(r.Added)+len(r.Lost)+len(r.Gone)+len(r.Moved) > 0 || !slices.Equal(r.LeftOut, []string{tt.file}) {
					t.Errorf("%v\n%s", list, got)
				}
				if len(r.Entries) > 1 || (len(r.Entries) == 1) != tt.compared {
					t.Errorf("entries compared: %v\n%s", r.Entries, got)
				}
				if !strings.Contains(got, "没有比较的文件（1）：里面有错误\n  "+tt.file+"\n") {
					t.Errorf("what was left out is not told:\n%s", got)
				}
			})
		}
	}
}

func TestPhrases(t *testing.T) {
	got := impact.Phrases([]byte("\ufeff# 说明\r\n 租房补贴 \r\n\r\n人才公寓\n租房补贴"))
	if strings.Join(got, "|") != "租房补贴|人才公寓" {
		t.Errorf("%q", got)
	}
}
