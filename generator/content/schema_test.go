package content

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"

	"anju/generator/config"
	"anju/generator/diag"
	"anju/generator/strictyaml"
)

// compiled are the schemas of files, compiled.
func compiled(t *testing.T) map[string]*jsonschema.Schema {
	t.Helper()
	out := map[string]*jsonschema.Schema{}
	for name, schema := range FileSchemas() {
		text, err := json.Marshal(schema)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := jsonschema.UnmarshalJSON(strings.NewReader(string(text)))
		if err != nil {
			t.Fatal(err)
		}
		c := jsonschema.NewCompiler()
		if err := c.AddResource("https://anju.example/"+name, doc); err != nil {
			t.Fatal(err)
		}
		if out[name], err = c.Compile("https://anju.example/" + name); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// fields are those of a file as a program that knows YAML reads them.
type fields struct {
	name   string // of the schema
	path   string
	values any
}

// allFields are the fields of all originals and vocabularies of a source, and
// the files of the latter.
func allFields(t *testing.T, dir string) (all []fields, vocab fstest.MapFS) {
	t.Helper()
	source := os.DirFS(dir)
	vocab = fstest.MapFS{}
	err := fs.WalkDir(source, Root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		_, translation, ok := TypeAt(name)
		if !ok || translation {
			return nil
		}
		text, err := fs.ReadFile(source, name)
		if err != nil {
			return err
		}
		if path.Base(path.Dir(name)) == vocabFolder {
			vocab[name] = &fstest.MapFile{Data: text}
		}
		f := fields{path: name, name: strings.TrimSuffix(path.Base(name), ".yaml")}
		if file, isEntry := identify(name); isEntry {
			f.name = file.kind.Name
		}
		if path.Ext(name) == ".md" {
			text, _, _, _, _ = strictyaml.FrontMatter(text)
		}
		f.values = asRead(t, text)
		all = append(all, f)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all, vocab
}

// asRead is YAML as programs for editors read it: by the core schema of YAML
// 1.2, where a date is text.
func asRead(t *testing.T, text []byte) any {
	t.Helper()
	var root yaml.Node
	if err := yaml.Unmarshal(text, &root); err != nil {
		t.Fatal(err)
	}
	undate(&root)
	var v any
	if err := root.Decode(&v); err != nil {
		t.Fatal(err)
	}
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	out, err := jsonschema.UnmarshalJSON(strings.NewReader(string(b)))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func undate(n *yaml.Node) {
	if n.Tag == "!!timestamp" {
		n.Tag, n.Style = "!!str", yaml.DoubleQuotedStyle
	}
	for _, c := range n.Content {
		undate(c)
	}
}

// TestSchemaOfContent: what stands in the content of both sites satisfies its
// schema.
func TestSchemaOfContent(t *testing.T) {
	schemas := compiled(t)
	for _, dir := range []string{"../..", "../testdata/demo"} {
		all, _ := allFields(t, dir)
		for _, f := range all {
			if err := schemas[f.name].Validate(f.values); err != nil {
				t.Errorf("%s: %v", f.path, err)
			}
		}
	}
}

// TestSchemaAgrees spoils, or does not spoil, 10,000 documents at random places,
// a third of them twice: the schema refuses those in whose structure the
// validator finds an error, and no others.
func TestSchemaAgrees(t *testing.T) {
	n := 2_000
	if os.Getenv("ANJU_FULL") == "1" {
		n = 10_000
	}
	schemas := compiled(t)
	originals, vocab := allFields(t, "../testdata/demo")
	b := &bench{source: vocab}
	random := rand.New(rand.NewPCG(6, 11))
	refused := 0
	for range n {
		f := originals[random.IntN(len(originals))]
		values := deepCopy(t, f.values)
		var done []string
		for range 1 + random.IntN(3)/2 {
			done = append(done, change(values, random))
		}
		want := b.structural(t, f, values)
		got := schemas[f.name].Validate(values)
		if want.HasErrors() != (got != nil) {
			t.Errorf("%s: %s\nthe validator finds %v\nthe schema says %v", f.path, strings.Join(done, ", "), want, got)
		}
		if got != nil {
			refused++
		}
	}
	t.Logf("of %d documents %d are refused by both, %d taken by both", n, refused, n-refused)
	if refused < n/4 || refused > n*3/4 {
		t.Errorf("of %d documents %d are refused: too few or too many", n, refused)
	}
}

func deepCopy(t *testing.T, v any) any {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	out, err := jsonschema.UnmarshalJSON(strings.NewReader(string(b)))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// structure are the findings that a schema can have, too: what fields there
// must and may be, and the form of their values.
var structure = []string{
	"content/missing-field", "content/unknown-but-stated", "content/not-a-required-field", "content/needs-city", "content/city-above",
	"content/no-source", "content/event-start", "content/unknown-term",
	"content/reference-form", "content/reference-kind",
}

// bench is where documents are tried one by one, beside the vocabularies.
type bench struct {
	source fstest.MapFS
	memory Memory
}

// structural are the errors in the structure of the one document.
func (b *bench) structural(t *testing.T, f fields, values any) (list diag.List) {
	t.Helper()
	text, err := yaml.Marshal(undecoded(values))
	if err != nil {
		t.Fatal(err)
	}
	if path.Ext(f.path) == ".md" {
		text = slices.Concat([]byte("---\n"), text, []byte("---\n正文。\n"))
	}
	before := b.source[f.path]
	b.source[f.path] = &fstest.MapFile{Data: text}
	b.memory.Changed(f.path)
	_, all := Load(b.source, config.Config{Languages: []string{"zh-Hans"}}, Options{Now: now, Drafts: true, Memory: &b.memory})
	if delete(b.source, f.path); before != nil {
		b.source[f.path] = before
	}
	b.memory.Changed(f.path)
	for _, d := range all {
		if d.Severity == diag.Error && d.File == f.path && (strings.HasPrefix(d.Code, "yaml/") || slices.Contains(structure, d.Code)) {
			list = append(list, d)
		}
	}
	return list
}

// undecoded makes numbers of those that a decoder of JSON keeps as text.
func undecoded(v any) any {
	switch v := v.(type) {
	case json.Number:
		if i, err := v.Int64(); err == nil {
			return i
		}
		x, _ := v.Float64()
		return x
	case map[string]any:
		out := map[string]any{}
		for k, e := range v {
			out[k] = undecoded(e)
		}
		return out
	case []any:
		out := make([]any, len(v))
		for i := range v {
			out[i] = undecoded(v[i])
		}
		return out
	}
	return v
}

// change changes one place of a document, and says what it did.
func change(doc any, random *rand.Rand) string {
	objects := slices.DeleteFunc(objectsIn(doc), func(o map[string]any) bool { return len(o) == 0 })
	if len(objects) == 0 {
		return "nothing"
	}
	o := objects[random.IntN(len(objects))]
	name := oneOf(random, slices.Sorted(maps.Keys(o)))
	switch random.IntN(7) {
	case 0:
		delete(o, name)
		return "without " + name
	case 1:
		o["zzz"] = "zzz"
		return "a field beside " + name
	case 2:
		o["x-own"] = map[string]any{"a": "b"}
		return "a free field beside " + name
	case 3:
		o[name] = oneOf(random, []any{"某个 词", json.Number("7"), json.Number("7.5"), true, []any{"某个 词"}, map[string]any{"zzz": "z"}, nil})
	case 4, 5:
		o[name] = otherValue(o[name], random)
	case 6:
		if rest, ok := o["unknown"].([]any); ok {
			o["unknown"] = append(rest, oneOf(random, []any{"issuer", "issued", "venue", "title"}))
			name = "unknown"
		}
	}
	return fmt.Sprintf("%v for %s", o[name], name)
}

// objectsIn are all objects in a value, itself included, but not those in free
// fields.
func objectsIn(v any) (out []map[string]any) {
	switch v := v.(type) {
	case map[string]any:
		out = append(out, v)
		for _, name := range slices.Sorted(maps.Keys(v)) {
			if !strings.HasPrefix(name, "x-") {
				out = append(out, objectsIn(v[name])...)
			}
		}
	case []any:
		for _, item := range v {
			out = append(out, objectsIn(item)...)
		}
	}
	return out
}

func oneOf[T any](random *rand.Rand, from []T) T { return from[random.IntN(len(from))] }

// otherValue is a value like old that its rules may forbid.
func otherValue(old any, random *rand.Rand) any {
	switch old := old.(type) {
	case json.Number:
		return oneOf(random, []json.Number{"-1", "999999999999", "0.25", "12"})
	case []any:
		if len(old) == 0 {
			return old
		}
		return oneOf(random, []any{[]any{}, append(slices.Clone(old), otherValue(old[0], random))})
	case string:
		switch {
		case len(old) >= 4 && strings.Trim(old, "0123456789-") == "":
			return oneOf(random, []any{"2023", json.Number("2023"), "2023-06", "2023-06-31", "2023-13", "2024-02-29", "2023-6-1", "2023年"})
		case strings.HasPrefix(old, "http"):
			return oneOf(random, []any{"https://example.org/x", "nowhere", "ftp://example.org/", "https:/example.org"})
		}
		return oneOf(random, []any{"某个 词", json.Number("12"), strings.Repeat("长", 500)})
	}
	return old // an object, true or null
}
