package content

import (
	"flag"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite golden files and the tables of doc/format.md")

const formatFile = "../doc/format.md"

// TestFormat keeps the tables of doc/format.md equal to the struct tags, which
// tell the schema once.
func TestFormat(t *testing.T) {
	text, err := os.ReadFile(formatFile)
	if err != nil {
		t.Fatal(err)
	}
	const mark = "<!-- the tables below are written by go test ./generator/content -run Format -update -->\n"
	head, tables, ok := strings.Cut(string(text), mark)
	if !ok {
		t.Fatalf("%s has no line %q", formatFile, mark)
	}
	want := formatTables()
	if *update {
		if err := os.WriteFile(formatFile, []byte(head+mark+want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if tables != want {
		t.Errorf("%s is behind the struct tags; run go test ./generator/content -run Format -update", formatFile)
	}
}

func formatTables() string {
	w := &formatWriter{seen: map[reflect.Type]bool{}}
	w.table("Every entry", reflect.TypeFor[Head]())
	for _, k := range Kinds {
		w.table("Kind "+k.Name, reflect.TypeOf(newEntry(k.Name)).Elem())
	}
	for _, v := range []struct {
		name string
		of   reflect.Type
	}{
		{"Vocabularies benefits, degrees, industries, tags", reflect.TypeFor[Term]()},
		{"Vocabularies amenities, facilities", reflect.TypeFor[Provision]()},
		{"Vocabulary topics", reflect.TypeFor[Topic]()},
		{"Vocabulary audiences", reflect.TypeFor[Audience]()},
		{"Vocabulary cities", reflect.TypeFor[City]()},
		{"Vocabularies operators, brands", reflect.TypeFor[Organisation]()},
		{"Vocabulary synonyms", reflect.TypeFor[Synonym]()},
		{"Vocabulary gaps", reflect.TypeFor[Gap]()},
	} {
		w.table(v.name, v.of)
	}
	return w.String()
}

// formatWriter writes a table for a struct and, after it, for each struct that
// its fields hold and that has no table yet.
type formatWriter struct {
	strings.Builder
	seen map[reflect.Type]bool
}

func (w *formatWriter) table(title string, t reflect.Type) {
	if w.seen[t] {
		return
	}
	w.seen[t] = true
	var inner []reflect.Type
	fmt.Fprintf(w, "\n## %s\n\n| field | type | rules | translated | meaning |\n|---|---|---|---|---|\n", title)
	rows := 0
	for i := range t.NumField() {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		if f.Anonymous && f.Type != reflect.TypeFor[Head]() {
			w.embedded(f.Type)
		}
		if f.Anonymous || name == "-" || name == "x-*" {
			continue
		}
		rows++
		w.row(name, f)
		if e := element(f.Type); e.Kind() == reflect.Struct && e.PkgPath() == t.PkgPath() && e.NumField() > 1 {
			inner = append(inner, e)
		}
	}
	if rows == 0 {
		w.WriteString("| (none besides those of every entry) | | | | |\n")
	}
	for _, e := range inner {
		w.table(e.Name(), e)
	}
}

func (w *formatWriter) embedded(t reflect.Type) {
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("yaml"), ",")
		w.row(name, t.Field(i))
	}
}

func (w *formatWriter) row(name string, f reflect.StructField) {
	rules := strings.Split(f.Tag.Get("rule"), ",")
	if f.Tag.Get("rule") == "" {
		rules = nil
	}
	for i, r := range rules {
		if r == "stated" {
			r = "required, or named in `unknown`"
		}
		rules[i] = strings.ReplaceAll(r, "|", " \\| ")
	}
	if v := f.Tag.Get("vocab"); v != "" {
		rules = append(rules, "a slug of "+v)
	}
	if r := f.Tag.Get("ref"); r != "" {
		rules = append(rules, "refers to: "+r)
	}
	translated := map[string]string{"y": "yes", "only": "only there"}[f.Tag.Get("tr")]
	fmt.Fprintf(w, "| `%s` | %s | %s | %s | %s · %s |\n", name, typeName(f.Type), strings.Join(rules, "; "), translated, f.Tag.Get("zh"), f.Tag.Get("en"))
}

func element(t reflect.Type) reflect.Type {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	return t
}

func typeName(t reflect.Type) string {
	e := element(t)
	name := map[reflect.Kind]string{reflect.Int: "number", reflect.Int64: "number", reflect.Float64: "number", reflect.Bool: "true or false", reflect.String: "text"}[e.Kind()]
	if name == "" {
		name = e.Name()
	}
	if t.Kind() == reflect.Slice {
		return "list of " + name
	}
	return name
}
