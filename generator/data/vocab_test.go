package data

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// TestIndex: the index names every file of many with a schema that is there,
// and what was withdrawn, of which no file holds anything else.
func TestIndex(t *testing.T) {
	files := site(t, sources["demo"])
	doc := decoded(t, files["data/index.json"]).(map[string]any)
	listed := []string{"data/index.json"}
	for _, l := range doc["files"].([]any) {
		l := l.(map[string]any)
		listed = append(listed, inSite(l["url"]))
		if files[inSite(l["schema"])] == nil {
			t.Errorf("it lists %v", l)
		}
	}
	slices.Sort(listed)
	var want []string
	for _, path := range slices.Sorted(maps.Keys(files)) {
		if strings.HasPrefix(path, "data/") && !strings.HasPrefix(path, "data/schema/") {
			want = append(want, path)
		}
	}
	if !slices.Equal(listed, want) {
		t.Errorf("it lists %q, want %q", listed, want)
	}
	withdrawn := doc["withdrawn"].([]any)
	for _, w := range withdrawn {
		w := w.(map[string]any)
		if w["on"] == nil || w["reason"] == nil {
			t.Errorf("of one that was withdrawn it says %v", w)
		}
		for path, data := range files {
			if path != "data/index.json" && strings.Contains(string(data), `"ref":"`+w["ref"].(string)+`"`) {
				t.Errorf("%s holds %v", path, w["ref"])
			}
		}
	}
	if len(withdrawn) == 0 {
		t.Error("nothing was withdrawn")
	}
}

// inSite is an address as the path of a file.
func inSite(url any) string { return strings.TrimPrefix(url.(string), "https://anju.example/") }

// TestLabels: every value of an enumerated field in the data has a name in both
// languages.
func TestLabels(t *testing.T) {
	files := site(t, sources["demo"])
	names := map[string]map[string]string{} // value → English, by field
	for _, l := range decoded(t, files["data/vocab.json"]).(map[string]any)["labels"].([]any) {
		l := l.(map[string]any)
		values := map[string]string{}
		for _, v := range l["values"].([]any) {
			v := v.(map[string]any)
			en := v["en"].(string)
			values[v["value"].(string)] = en
			if strings.HasSuffix(en, "."+v["value"].(string)) {
				t.Errorf("%v: the theme has no string %s", l["fields"], en)
			}
		}
		for _, f := range l["fields"].([]any) {
			names[f.(string)] = values
		}
	}
	for field, want := range map[string]string{
		"home.unit_type/studio": "Studio", "community.homes.unit_type/studio": "Studio", "community.kind/street": "Street",
		"event.kind/job_fair": "Job fair", "policy.benefits.money.period/month": "a month", "job.sources.kind/print": "in print", "home.sources.kind/print": "in print",
		"vocab.brands.kind/developer": "developer", "hit.status/open": "en open status",
	} {
		path, value, _ := strings.Cut(field, "/")
		if got := names[path][value]; got != want {
			t.Errorf("%s is called %q, want %q", field, got, want)
		}
	}
	seen := 0
	for path, data := range files {
		doc := decoded(t, data).(map[string]any)
		for _, e := range append([]any{doc}, asList(doc["entries"])...) {
			e := e.(map[string]any)
			if typ, ok := e["type"].(string); ok && e["ref"] != nil {
				seen += unnamed(t, path, names, typ, e)
			}
		}
	}
	if seen < 500 {
		t.Errorf("only %d values were looked at", seen)
	}
}

func asList(v any) []any { list, _ := v.([]any); return list }

// unnamed tells of values under a path that have no name, and returns how many
// it looked at.
func unnamed(t *testing.T, file string, names map[string]map[string]string, path string, v any) (seen int) {
	t.Helper()
	switch v := v.(type) {
	case map[string]any:
		for name, of := range v {
			seen += unnamed(t, file, names, path+"."+name, of)
		}
	case []any:
		for _, of := range v {
			seen += unnamed(t, file, names, path, of)
		}
	case string:
		if values, ok := names[path]; ok {
			seen++
			if values[v] == "" {
				t.Errorf("%s: %s has no name for %s", path, file, v)
			}
		}
	}
	return seen
}
