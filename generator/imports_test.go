package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// rooms is the table of ARCHITECTURE.md: which rooms each room may import.
// "*" stands for every room above it in the table.
var rooms = []struct {
	name string
	may  []string
}{
	{"diag", nil},
	{"hanzi", nil},
	{"validity", nil},
	{"feed", nil},
	{"picture", nil},
	{"schemaorg", nil},
	{"strictyaml", []string{"diag"}},
	{"markdown", []string{"diag", "hanzi"}},
	{"config", []string{"diag", "strictyaml"}},
	{"history", nil},
	{"lock", []string{"diag"}},
	{"content", []string{"diag", "strictyaml", "hanzi", "validity", "picture", "config", "lock"}},
	{"complete", []string{"diag", "strictyaml", "validity", "content"}},
	{"author", []string{"diag", "strictyaml", "hanzi", "validity", "config", "content"}},
	{"theme", []string{"diag", "strictyaml"}},
	{"lexicon", []string{"hanzi"}},
	{"suggest", []string{"hanzi"}},
	{"search", []string{"hanzi", "validity", "lexicon", "suggest"}},
	{"results", []string{"search", "theme", "validity"}},
	{"publish", nil},
	{"view", []string{"diag", "validity", "markdown", "config", "content", "schemaorg", "theme"}},
	{"data", []string{"strictyaml", "validity", "content", "view"}},
	{"site", []string{"data", "diag", "hanzi", "validity", "feed", "config", "content", "schemaorg", "theme", "lexicon", "picture", "search", "view"}},
	{"build", []string{"*"}},
	{"check", []string{"*"}},
	{"impact", []string{"*"}},
	{"server", []string{"search", "theme", "results", "publish", "validity"}},
	{"dev", []string{"*"}},
}

// doors are the only rooms that may import a dependency; a room's name, or
// "main" for the hall.
var doors = map[string][]string{
	"gopkg.in/yaml.v3":               {"strictyaml"},
	"github.com/yuin/goldmark":       {"markdown"},
	"github.com/blevesearch":         {"search"},
	"golang.org/x/text":              {"hanzi"},
	"golang.org/x/sys":               {"publish"},
	"golang.org/x/net":               {"check", "author"},
	"golang.org/x/image":             {"picture"},
	"golang.org/x/sync":              {"build"},
	"github.com/bep/imagemeta":       {"picture"},
	"github.com/alecthomas/kong":     {"main"},
	"anju/themes":                    {"main"},
	"github.com/fsnotify/fsnotify":   {"dev"},
	"github.com/mozillazg/go-pinyin": {"hanzi"},
	"github.com/arran4/golang-ical":  {"feed"},
	"rsc.io/qr":                      {"site"},
}

func TestImports(t *testing.T) {
	for room, paths := range imports(t) {
		for _, path := range paths {
			if problem := judge(room, path); problem != "" {
				t.Errorf("%s imports %s: %s", room, path, problem)
			}
		}
	}
}

func judge(room, path string) string {
	if inner, ours := strings.CutPrefix(path, "anju/generator/"); ours {
		if room == "main" || slices.Contains(allowed(room), strings.Split(inner, "/")[0]) {
			return ""
		}
		return "the table of rooms does not allow it"
	}
	if !strings.Contains(strings.Split(path, "/")[0], ".") && !strings.HasPrefix(path, "anju/") {
		return "" // standard library
	}
	for prefix, rooms := range doors {
		if path == prefix || strings.HasPrefix(path, prefix+"/") {
			if slices.Contains(rooms, room) {
				return ""
			}
			return "its door is elsewhere"
		}
	}
	return "this dependency has no door"
}

func allowed(room string) (out []string) {
	for _, r := range rooms {
		if r.name != room {
			out = append(out, r.name)
			continue
		}
		if slices.Equal(r.may, []string{"*"}) {
			return out
		}
		return r.may
	}
	return nil
}

// imports maps each room to what its files import. Tests, generators run by
// hand and generator/bench are exempt.
func imports(t *testing.T) map[string][]string {
	out := map[string][]string{}
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "testdata" || d.Name() == "bench") {
			return fs.SkipDir
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly|parser.ParseComments)
		if err != nil {
			return err
		}
		if file.Comments != nil && strings.HasPrefix(file.Comments[0].Text(), "go:build ignore") || file.Name.Name == "main" && filepath.Dir(path) != "." {
			return nil
		}
		room := filepath.ToSlash(filepath.Dir(path))
		if room == "." {
			room = "main"
		}
		for _, i := range file.Imports {
			name, err := strconv.Unquote(i.Path.Value)
			if err != nil {
				return err
			}
			out[room] = append(out[room], name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestRooms holds the table against the folders.
func TestRooms(t *testing.T) {
	found := imports(t)
	delete(found, "main")
	for _, r := range rooms {
		if _, ok := found[r.name]; !ok {
			t.Errorf("the room %s of the table is empty", r.name)
		}
		delete(found, r.name)
	}
	for room := range found {
		t.Errorf("the room %s is not in the table", room)
	}
}
