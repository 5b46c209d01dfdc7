package data

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"anju/generator/content"
	"anju/generator/diag"
	"anju/generator/strictyaml"
)

// mutant is a valid object that was changed in one place.
type mutant struct {
	what string // was done, and where
	doc  map[string]any
	bad  bool // whatever strictyaml says of it: content or JSON refuses it
}

// needed are the fields that content demands of entries that have them, though
// no tag does.
var needed = map[string][]string{
	"community": {"sources", "city"},
	"policy":    {"sources", "issuer", "issued", "unknown", "city"},
	"guide":     {"sources"},
	"job":       {"sources", "employer", "place", "posted_on", "unknown"},
	"event":     {"sources", "venue", "organiser", "starts_on", "starts_at", "unknown"},
}

// TestSharp changes entries of every kind, and homes, in one place at a time. The schema
// refuses what strictyaml refuses, and takes what it takes.
func TestSharp(t *testing.T) {
	files := site(t, sources["demo"])
	schemas := schemas(t, files)
	for _, kind := range append(slices.Clone(content.Kinds), homes) {
		t.Run(kind.Name, func(t *testing.T) {
			random := rand.New(rand.NewPCG(1, 2))
			refused := 0
			for range 200 {
				m := mutate(t, files["data/"+kind.Folder+".json"], kind.Name, random)
				want := m.bad || refuses(t, kind.Name, m.doc)
				err := schemas[kind.Name].Validate(m.doc)
				if (err != nil) != want {
					t.Errorf("%s: it ought to be refused: %v, and the schema says %v", m.what, want, err)
				}
				if want {
					refused++
				}
			}
			if refused < 100 || refused == 200 {
				t.Errorf("of 200 changes %d spoil the entry: too few or too many", refused)
			}
		})
	}
}

// refuses reports whether the fields of an entry, as JSON is YAML, or those of
// its translations have errors.
func refuses(t *testing.T, kind string, doc map[string]any) bool {
	t.Helper()
	rest := maps.Clone(doc)
	in, told := rest["translations"]
	delete(rest, "translations")
	if told {
		texts, ok := in.(map[string]any)
		for lang, text := range texts {
			fields, isObject := text.(map[string]any)
			ok = ok && lang == english && isObject && !misfits(t, kind, maps.Clone(fields), (*strictyaml.Doc).DecodeTranslation)
		}
		if !ok {
			return true
		}
	}
	return misfits(t, kind, rest, (*strictyaml.Doc).Decode)
}

// misfits reports whether fields are not those of the structs that an object of
// the kind is made of.
func misfits(t *testing.T, kind string, fields map[string]any, decode func(*strictyaml.Doc, any) diag.List) bool {
	t.Helper()
	bad := false
	for _, form := range forms[kind] {
		own := map[string]any{}
		for _, f := range reflect.VisibleFields(form) {
			name := f.Tag.Get("yaml")
			if v, ok := fields[name]; ok {
				own[name] = v
				delete(fields, name)
			}
		}
		text, err := json.Marshal(own)
		if err != nil {
			t.Fatal(err)
		}
		parsed, list := strictyaml.Parse("entry.yaml", text, 1)
		bad = bad || append(list, decode(parsed, reflect.New(form).Interface())...).HasErrors()
	}
	return bad || len(fields) > 0
}

// mutate changes one place of one of the entries in a list.
func mutate(t *testing.T, list []byte, kind string, random *rand.Rand) mutant {
	t.Helper()
	entries := decoded(t, list).(map[string]any)["entries"].([]any)
	doc := entries[random.IntN(len(entries))].(map[string]any)
	objects := slices.DeleteFunc(within(doc), func(o map[string]any) bool { return len(o) == 0 })
	o := objects[random.IntN(len(objects))]
	name := pick(random, slices.Sorted(maps.Keys(o)))
	top := reflect.ValueOf(o).Pointer() == reflect.ValueOf(doc).Pointer()
	m := mutant{what: fmt.Sprintf("%v of %v", name, doc["id"]), doc: doc}
	switch random.IntN(4) {
	case 0:
		m.what, m.bad = "without "+m.what, top && required(kind, name)
		delete(o, name)
	case 1:
		m.what, m.bad = "field beside "+m.what, true
		o["zzz"] = "zzz"
	case 2:
		m.what, m.bad = "other type for "+m.what, true
		o[name] = otherType(o[name], random)
	case 3:
		o[name] = otherValue(o[name], random)
		m.what = fmt.Sprintf("%v for %s", o[name], m.what)
		m.bad = top && (name == "type" || name == "languages" || name == "unknown" || name == "url" && o[name] != goodURL)
		if told, ok := o[name].(string); ok && o["starts"] != nil { // of a session
			m.bad = !moment.MatchString(told)
		}
	}
	return m
}

// required tells whether a field must stay, beyond what strictyaml demands.
func required(kind, name string) bool {
	ok := false
	for _, f := range reflect.VisibleFields(forms[kind][0]) {
		ok = ok || f.Tag.Get("yaml") == name && strings.Contains(f.Tag.Get("rule"), "required")
	}
	return ok || slices.Contains(needed[kind], name)
}

// within are all objects in a value, itself included.
func within(v any) (out []map[string]any) {
	switch v := v.(type) {
	case map[string]any:
		out = append(out, v)
		for _, name := range slices.Sorted(maps.Keys(v)) {
			out = append(out, within(v[name])...)
		}
	case []any:
		for _, item := range v {
			out = append(out, within(item)...)
		}
	}
	return out
}

func pick[T any](random *rand.Rand, from []T) T { return from[random.IntN(len(from))] }

// otherType is a value of a type that old is not of.
func otherType(old any, random *rand.Rand) any {
	for {
		v := pick(random, []any{"zzz", 7.5, true, []any{}, []any{"zzz"}, map[string]any{}, nil})
		if kindOf(v) != kindOf(old) {
			return v
		}
	}
}

func kindOf(v any) reflect.Kind {
	if _, ok := v.(json.Number); ok {
		return reflect.Float64
	}
	return reflect.ValueOf(v).Kind()
}

var (
	dated = regexp.MustCompile(`^\d{4}(-\d\d)*$`)
	slug  = regexp.MustCompile(`^[a-z0-9-]+$`)

	moment = regexp.MustCompile(when("").Pattern())
)

const goodURL = "https://example.org/x"

// otherValue is a value of the type of old that its rules may forbid.
func otherValue(old any, random *rand.Rand) any {
	switch old := old.(type) {
	case json.Number:
		return pick(random, []json.Number{"-1", "999999999999", "0.25"})
	case []any:
		return append(old, otherValue(old[0], random))
	case string:
		switch {
		case dated.MatchString(old):
			return pick(random, []string{"2023", "2023-06", "2023-06-31", "2023-13", "2024-02-29", "2023-6-1", "2023年"})
		case strings.HasPrefix(old, "http"):
			return pick(random, []string{goodURL, "nowhere", "ftp://example.org/", "https:/example.org", "https://example.org/a b"})
		case strings.Contains(old, ":"): // a reference, which strictyaml does not read
			return old
		}
		if slug.MatchString(old) { // perhaps of a vocabulary, which strictyaml does not know
			return "zzz-1"
		}
		return pick(random, []string{"zzz-1", strings.Repeat("长", 500)})
	}
	return old // an object, or true
}
