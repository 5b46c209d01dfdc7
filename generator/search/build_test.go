package search

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"anju/generator/lexicon"
)

func TestBuildFiles(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "index")
	if err := Build(dir, "x", demo(t), lexicon.Lexicon{}); err != nil {
		t.Fatal(err)
	}
	var names []string
	err := filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error {
		name, _ := filepath.Rel(dir, path)
		names = append(names, filepath.ToSlash(name))
		return err
	})
	want := []string{".", "bleve", "bleve/index_meta.json", "bleve/store", "bleve/store/000000000002.zap",
		"bleve/store/root.bolt", "documents.json", "names.json", "texts.bin"}
	if err != nil || !slices.Equal(names, want) {
		t.Errorf("files %q, %v; want %q", names, err, want)
	}
}

func TestBuildRefuses(t *testing.T) {
	one := Document{ID: "a", Kind: "page", Text: zh("题", "文")}
	foreign := Document{ID: "b", Kind: "page", Text: map[string]Text{"en": {}}}
	for name, docs := range map[string][]Document{"two documents have the id": {one, one}, "no zh-Hans": {one, foreign}} {
		if err := Build(t.TempDir(), "x", docs, lexicon.Lexicon{}); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("error %v, want one about %s", err, name)
		}
	}
}

func TestIndexOfNothing(t *testing.T) {
	s := openFixture(t, nil)
	for _, text := range []string{"", "房", "租房"} {
		if r := ask(t, s, Query{Text: text}); r.Total != 0 || len(r.Hits) != 0 {
			t.Errorf("%q finds %d", text, r.Total)
		}
	}
}

func TestFingerprint(t *testing.T) {
	docs := demo(t)
	want := Fingerprint(docs, lexicon.Lexicon{})
	slices.Reverse(docs)
	if got := Fingerprint(docs, lexicon.Lexicon{}); got != want {
		t.Errorf("the order of the documents changes the fingerprint")
	}
	docs[0].TagWords = append(docs[0].TagWords, "新")
	if got := Fingerprint(docs, lexicon.Lexicon{}); got == want || len(got) != 64 {
		t.Errorf("fingerprint %q does not tell a change", got)
	}
}

func TestOpenRefuses(t *testing.T) {
	replace := func(file, from, to string) func(t *testing.T, dir string) {
		return func(t *testing.T, dir string) {
			path := filepath.Join(dir, file)
			b, err := os.ReadFile(path)
			if err != nil || !bytes.Contains(b, []byte(from)) {
				t.Fatalf("%s does not hold %q: %v", file, from, err)
			}
			if err := os.WriteFile(path, bytes.Replace(b, []byte(from), []byte(to), 1), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	tests := []struct {
		name, message string
		damage        func(t *testing.T, dir string)
	}{
		{"another mapping", "mapping 0", replace(catalogueFile, fmt.Sprintf(`"mapping":%d`, MappingVersion), `"mapping":0`)},
		{"another folding", "folding", replace(catalogueFile, `"folding":"`, `"folding":"x`)},
		{"no JSON", "damaged", replace(catalogueFile, `"`, "")},
		{"names no JSON", "damaged", replace(namesFile, `"`, "")},
		{"texts cut", "bytes long", replace(textsFile, "租房", "")},
		{"no bleve index", "opening the index", func(t *testing.T, dir string) {
			if err := os.RemoveAll(filepath.Join(dir, bleveFolder)); err != nil {
				t.Fatal(err)
			}
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := buildFixture(t, demo(t))
			tt.damage(t, dir)
			if _, err := Open(dir); err == nil || !strings.Contains(err.Error(), tt.message) {
				t.Errorf("error %v, want one about %q", err, tt.message)
			}
		})
	}
}

// TestOpenMixed puts a part of another index into the place of its own. The other
// one has as many documents, and its texts are as long.
func TestOpenMixed(t *testing.T) {
	docs := demo(t)
	docs[0].Text = zh("方东青年人才社区", "社区里有人才公寓和食堂。")
	segment := filepath.Join(bleveFolder, "store", "000000000002.zap")
	for _, part := range []string{catalogueFile, namesFile, textsFile, bleveFolder, segment} {
		t.Run(part, func(t *testing.T) {
			dir, other := buildFixture(t, demo(t)), buildFixture(t, docs)
			if err := os.RemoveAll(filepath.Join(dir, part)); err != nil {
				t.Fatal(err)
			}
			if err := os.Rename(filepath.Join(other, part), filepath.Join(dir, part)); err != nil {
				t.Fatal(err)
			}
			if _, err := Open(dir); !errors.Is(err, ErrMixed) {
				t.Errorf("error %v, want ErrMixed", err)
			}
		})
	}
}

func TestSearcherFingerprint(t *testing.T) {
	for name, docs := range map[string][]Document{"no documents": nil, "some": demo(t)} {
		if got := openFixture(t, docs).Fingerprint(); got != Fingerprint(docs, demoLexicon) {
			t.Errorf("%s: the fingerprint is %q", name, got)
		}
	}
}

// TestOpenChangesNoFile holds that an index stays what its digests say.
func TestOpenChangesNoFile(t *testing.T) {
	dir := buildFixture(t, demo(t))
	before := contents(t, dir)
	s, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	ask(t, s, Query{Text: "租房"})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if after := contents(t, dir); !maps.Equal(before, after) {
		t.Error("opening, searching and closing changed the files of the index")
	}
}

func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := make(map[string]string)
	err := fs.WalkDir(os.DirFS(dir), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(filepath.Join(dir, path))
		out[path] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestManySegments holds that documents keep their places when bleve merges
// batches and numbers documents as it likes.
func TestManySegments(t *testing.T) {
	s := openFixture(t, crowd(2*batchSize+10))
	for _, h := range ask(t, s, Query{Text: "租房补贴指南", PerPage: MaxPerPage}).Hits {
		if h.Title != "租房补贴指南" {
			t.Errorf("%s has the title %s", h.ID, h.Title)
		}
	}
}

func TestBleveVersion(t *testing.T) {
	mod, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	if want := "github.com/blevesearch/bleve/v2 " + bleveVersion; !bytes.Contains(mod, []byte(want)) {
		t.Errorf("go.mod does not hold %q", want)
	}
}
