package data

import (
	"bytes"
	"errors"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"anju/generator/config"
	"anju/generator/content"
	"anju/generator/theme"
	"anju/generator/view"
	"anju/themes"
)

// sources are the folders of the real site and of the demonstration.
var sources = map[string]string{"content": "../..", "demo": "../testdata/demo"}

// hitLabels stand for those that the frame of a site has.
func hitLabels(lang, field string) map[string]string {
	return map[string]string{"open": lang + " open " + field, "closed": lang + " closed " + field}
}

// site makes the data files of a source folder, by path.
func site(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	source := load(t, dir)
	for _, f := range source.Files() {
		files[f.Path] = f.Data(source)
	}
	return files
}

// load reads a source folder.
func load(t *testing.T, dir string) *Source {
	t.Helper()
	source := os.DirFS(dir)
	text, err := fs.ReadFile(source, config.File)
	if err != nil {
		t.Fatal(err)
	}
	cfg, list := config.Load(text)
	now := time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)
	lib, found := content.Load(source, cfg, content.Options{Now: now})
	list = append(list, found...)
	layouts, err := fs.Sub(themes.Default, "default")
	if err != nil {
		t.Fatal(err)
	}
	th, found := theme.Load(nil, layouts, cfg.Languages)
	list = append(list, found...)
	views, found := view.New(lib, th, now, cfg.Languages)
	if list = append(list, found...); list.HasErrors() {
		t.Fatalf("%+v", list)
	}
	return &Source{Library: lib, Views: views, Languages: cfg.Languages, BaseURL: "https://anju.example", Labels: hitLabels}
}

// noNetwork is for schemas that are not among the files.
type noNetwork struct{}

func (noNetwork) Load(string) (any, error) { return nil, errors.New("not among the files") }

// schemas compiles every schema of the files, by its name.
func schemas(t *testing.T, files map[string][]byte) map[string]*jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.UseLoader(noNetwork{})
	c.AssertFormat()
	urls := map[string]string{}
	for name, data := range files {
		base, isSchema := strings.CutPrefix(name, "data/schema/")
		if !isSchema {
			continue
		}
		doc := decoded(t, data)
		urls[strings.TrimSuffix(base, ".json")] = "https://anju.example/" + name
		if id := doc.(map[string]any)["$id"]; id != "https://anju.example/"+name {
			t.Errorf("%s has the $id %v", name, id)
		}
		if err := c.AddResource("https://anju.example/"+name, doc); err != nil {
			t.Fatal(err)
		}
	}
	out := map[string]*jsonschema.Schema{}
	for name, url := range urls {
		var err error
		if out[name], err = c.Compile(url); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

func decoded(t *testing.T, data []byte) any {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// TestValid holds every data file of both sites against the schema that it
// names, and every index.json against that of its type.
func TestValid(t *testing.T) {
	for name, dir := range sources {
		t.Run(name, func(t *testing.T) {
			files := site(t, dir)
			schemas := schemas(t, files)
			checked := map[string]int{}
			for _, path := range slices.Sorted(maps.Keys(files)) {
				if strings.HasPrefix(path, "data/schema/") {
					continue
				}
				doc := decoded(t, files[path]).(map[string]any)
				by := doc["type"].(string)
				if url, isList := doc["$schema"].(string); isList {
					by = strings.TrimSuffix(strings.TrimPrefix(url, "https://anju.example/data/schema/"), ".json")
				}
				if schemas[by] == nil {
					t.Fatalf("%s: there is no schema %q", path, by)
				}
				if err := schemas[by].Validate(doc); err != nil {
					t.Errorf("%s: %v", path, err)
				}
				checked[by]++
			}
			for by := range schemas {
				if checked[by] == 0 && by != "home" && name == "demo" {
					t.Errorf("nothing was held against %s", by)
				}
			}
		})
	}
}

// TestListRefuses: a list knows its fields, and what it lists.
func TestListRefuses(t *testing.T) {
	files := site(t, sources["demo"])
	schema := schemas(t, files)["homes"]
	homes := func() map[string]any { return decoded(t, files["data/homes.json"]).(map[string]any) }
	tests := map[string]func(list map[string]any){
		"of another type": func(list map[string]any) { list["type"] = "policy" },
		"unknown member":  func(list map[string]any) { list["count"] = 1 },
		"no note":         func(list map[string]any) { delete(list, "license_note") },
		"no entries":      func(list map[string]any) { delete(list, "entries") },
		"no schema":       func(list map[string]any) { delete(list, "$schema") },
		"wrong entry":     func(list map[string]any) { list["entries"].([]any)[0].(map[string]any)["type"] = "policy" },
		"no community":    func(list map[string]any) { delete(list["entries"].([]any)[0].(map[string]any), "community") },
	}
	for name, spoil := range tests {
		list := homes()
		if spoil(list); schema.Validate(list) == nil {
			t.Errorf("%s: the schema takes it", name)
		}
	}
	empty := homes()
	empty["entries"] = []any{}
	if err := schema.Validate(empty); err != nil {
		t.Errorf("a list of nothing is refused: %v", err)
	}
}
