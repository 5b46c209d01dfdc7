package complete

import (
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"anju/generator/config"
	"anju/generator/content"
	"anju/generator/diag"
	"anju/generator/validity"
)

var (
	now   = time.Date(2026, 11, 22, 8, 0, 0, 0, validity.Zone)
	today = validity.DateOf(now)
)

// TestCurrent: the standard is right, and has rules for every kind it may.
func TestCurrent(t *testing.T) {
	s, list := parse(current)
	for _, d := range list {
		t.Errorf("%s: %s", d.Pos, d.Message.En)
	}
	for kind := range forms {
		if !slices.ContainsFunc(s.Rules, func(r Rule) bool { return r.Kind == kind }) {
			t.Errorf("%s has no rule", kind)
		}
	}
	if got := Current(); got.Version != s.Version || got.Version == "" {
		t.Errorf("the current version is %q", got.Version)
	}
}

func TestWrongStandards(t *testing.T) {
	const rest = "zh: 没有写这一项, en: it is missing}"
	tests := []struct{ name, rules, code string }{
		{"no such field", "- {id: a, kind: job, weight: 1, field: colour, " + rest, "complete/field"},
		{"no such field below", "- {id: a, kind: community, weight: 1, field: homes.colour, " + rest, "complete/field"},
		{"below a text", "- {id: a, kind: community, weight: 1, field: address.street, " + rest, "complete/field"},
		{"not of an operator", "- {id: a, kind: operator, weight: 1, field: in_english, " + rest, "complete/field"},
		{"min of a text", "- {id: a, kind: job, weight: 1, field: place, min: 2, " + rest, "complete/bound"},
		{"days of a text", "- {id: a, kind: job, weight: 1, field: place, within_days: 2, " + rest, "complete/bound"},
		{"days without what to say of old dates", "- {id: a, kind: job, weight: 1, field: closes_on, within_days: 2, " + rest, "complete/bound"},
		{"twice", "- {id: a, kind: job, weight: 1, field: place, " + rest + "\n- {id: a, kind: job, weight: 1, field: salary, " + rest, "complete/same-rule"},
		{"no weight", "- {id: a, kind: job, field: place, " + rest, "yaml/missing-field"},
		{"unknown key", "- {id: a, kind: job, weight: 1, points: 2, field: place, " + rest, "yaml/unknown-field"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, list := parse([]byte("standard: test-1\nrules:\n" + test.rules + "\n"))
			if !slices.ContainsFunc(list, func(d diag.Diagnostic) bool { return d.Code == test.code }) {
				t.Errorf("findings %+v, want %s", list, test.code)
			}
		})
	}
}

func TestMet(t *testing.T) {
	day := func(y, m, d int) validity.Date { return validity.Date{Year: y, Month: m, Day: d} }
	free := func(d validity.Date) *content.Availability { return &content.Availability{AsOf: d} }
	rent := &content.Money{}
	homes := func(list ...content.Home) content.Entry { return &content.Community{Homes: list} }
	facilities := &content.Community{Facilities: []content.Facility{{Kind: "gym"}, {Kind: "pitch-hall"}}}
	tests := []struct {
		name  string
		rule  Rule
		entry content.Entry
		want  bool
	}{
		{"filled in", Rule{Field: "address"}, &content.Community{Address: "某路"}, true},
		{"empty", Rule{Field: "address"}, &content.Community{}, false},
		{"of the head", Rule{Field: "city"}, &content.Community{Head: content.Head{City: "shili"}}, true},
		{"list", Rule{Field: "operators"}, &content.Community{Operators: []string{"a"}}, true},
		{"list of nothing", Rule{Field: "operators"}, &content.Community{Operators: []string{}}, false},
		{"long enough", Rule{Field: "operators", Min: 2}, &content.Community{Operators: []string{"a", "b"}}, true},
		{"too short", Rule{Field: "operators", Min: 2}, &content.Community{Operators: []string{"a"}}, false},
		{"every item", Rule{Field: "homes.rent"}, homes(content.Home{Rent: rent}, content.Home{Rent: rent}), true},
		{"an item lacks it", Rule{Field: "homes.rent"}, homes(content.Home{Rent: rent}, content.Home{}), false},
		{"no item", Rule{Field: "homes.rent"}, homes(), false},
		{"said to be unknown", Rule{Field: "homes.rent"}, homes(content.Home{Rent: rent}, content.Home{Unknown: []string{"rent"}}), true},
		{"another is unknown", Rule{Field: "homes.rent"}, homes(content.Home{Unknown: []string{"area"}}), false},
		{"unknown on the way", Rule{Field: "homes.availability.as_of", Within: 30}, homes(content.Home{Unknown: []string{"availability"}}), true},
		{"unknown of the entry", Rule{Field: "employer"}, &content.Job{Head: content.Head{Unknown: []string{"employer"}}}, true},
		{"fresh", Rule{Field: "homes.availability.as_of", Within: 30}, homes(content.Home{Availability: free(day(2026, 10, 23))}), true},
		{"a day too old", Rule{Field: "homes.availability.as_of", Within: 30}, homes(content.Home{Availability: free(day(2026, 10, 22))}), false},
		{"one of two too old", Rule{Field: "homes.availability.as_of", Within: 30}, homes(content.Home{Availability: free(today)}, content.Home{Availability: free(day(2025, 1, 1))}), false},
		{"the value", Rule{Field: "facilities.kind", Value: "pitch-hall"}, facilities, true},
		{"another value", Rule{Field: "facilities.kind", Value: "cafe"}, facilities, false},
		{"no translation", Rule{Field: "in_english"}, facilities, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := test.rule.met(subject{value: reflect.ValueOf(test.entry).Elem()}, now); got != test.want {
				t.Errorf("met %v, want %v", got, test.want)
			}
		})
	}
	if !(Rule{Field: "in_english"}).met(subject{translated: true}, now) {
		t.Error("a translation is not seen")
	}
}

// demo is the Library of the demonstration site.
func demo(t *testing.T) *content.Library {
	t.Helper()
	source := os.DirFS("../testdata/demo")
	cfg, list := config.Load([]byte("title: {zh: 站}\nlanguages: [zh-Hans, en]\nregion: {zh: 省}\npublisher: {name: {zh: 人}, kind: unofficial, correction: mailto:a@example.org}\n"))
	lib, found := content.Load(source, cfg, content.Options{Now: now})
	if list = append(list, found...); list.HasErrors() {
		t.Fatalf("%+v", list)
	}
	return lib
}

// TestScores: the order is fixed, points and reasons add up, and a second look
// gives the same.
func TestScores(t *testing.T) {
	lib := demo(t)
	scores := Current().Scores(lib, now)
	if len(scores) < 20 {
		t.Fatalf("%d scores", len(scores))
	}
	if again := Current().Scores(lib, now); !reflect.DeepEqual(scores, again) {
		t.Error("the same entries have other scores")
	}
	for i, s := range scores {
		lost := 0
		for _, r := range s.Missing {
			lost += r.Lost
		}
		if s.Points+lost != s.Of || s.Of == 0 {
			t.Errorf("%s has %d of %d points and lost %d", s.ID, s.Points, s.Of, lost)
		}
		if i > 0 && scores[i-1].Points*s.Of > s.Points*scores[i-1].Of {
			t.Errorf("%s stands before %s, which is less complete", scores[i-1].ID, s.ID)
		}
		if strings.HasPrefix(s.ID, "page:") {
			t.Errorf("%s is scored", s.ID)
		}
	}
	withdrawn := slices.ContainsFunc(lib.Entries, func(e content.Entry) bool { return e.Common().Withdrawn != nil })
	if has := slices.ContainsFunc(scores, func(s Score) bool { return s.ID == "policy:shili-cuowu-2024" }); has || !withdrawn {
		t.Error("what is withdrawn is scored")
	}
}

// TestGenre: a rule for one genre does not concern the others.
func TestGenre(t *testing.T) {
	s := Standard{Rules: []Rule{{ID: "steps", Kind: "guide", Genre: "how_to", Weight: 3, Field: "steps"}}}
	for genre, want := range map[string]int{"how_to": 3, "explainer": 0} {
		g := &content.Guide{Genre: genre}
		if got := s.score(subject{kind: "guide", value: reflect.ValueOf(g).Elem()}, now); got.Of != want {
			t.Errorf("%s: %d points, want %d", genre, got.Of, want)
		}
	}
}

// TestFillingNeverLowers: whatever an editor adds to an entry where there was
// nothing, its score is no lower.
func TestFillingNeverLowers(t *testing.T) {
	standard := Current()
	rapid.Check(t, func(t *rapid.T) {
		kind := rapid.SampledFrom([]string{"community", "policy", "guide", "job", "event", "operator"}).Draw(t, "kind")
		entry := reflect.New(forms[kind]).Elem()
		sub := subject{kind: kind, value: entry}
		before := standard.score(sub, now)
		for i := range rapid.IntRange(1, 40).Draw(t, "fields") {
			if !fill(entry, rapid.IntRange(0, 1000).Draw(t, fmt.Sprint("field ", i))) {
				return
			}
			after := standard.score(sub, now)
			if after.Points < before.Points && after.Of == before.Of {
				t.Fatalf("from %d to %d of %d points", before.Points, after.Points, after.Of)
			}
			before = after
		}
	})
}

// fill puts something into the nth field of v, counted around, that is empty.
// A list gets one item, which may be filled later. It reports whether there was
// one.
func fill(v reflect.Value, n int) bool {
	empty := unset(v)
	if len(empty) == 0 {
		return false
	}
	f := empty[n%len(empty)]
	switch f.Kind() {
	case reflect.Slice:
		f.Set(reflect.MakeSlice(f.Type(), 1, 1))
	case reflect.Pointer:
		f.Set(reflect.New(f.Type().Elem()))
	case reflect.Struct:
		f.Set(reflect.ValueOf(today))
	case reflect.String:
		f.SetString("how_to")
	case reflect.Bool:
		f.SetBool(true)
	case reflect.Int:
		f.SetInt(1)
	case reflect.Float64:
		f.SetFloat(1)
	case reflect.Map:
		f.Set(reflect.MakeMap(f.Type()))
	}
	return true
}

// unset are the fields within v that hold nothing.
func unset(v reflect.Value) (out []reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		return unset(v.Elem())
	case reflect.Slice:
		for i := range v.Len() {
			out = append(out, unset(v.Index(i))...)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			f, tag := v.Field(i), v.Type().Field(i).Tag.Get("yaml")
			switch {
			case tag == "-" || !f.CanSet():
			case tag == ",inline":
				out = append(out, unset(f)...)
			case f.IsZero() && settable(f.Type()):
				out = append(out, f)
			default:
				out = append(out, unset(f)...)
			}
		}
	}
	return out
}

// settable leaves out the structs that fill has no value for.
func settable(t reflect.Type) bool {
	return t.Kind() != reflect.Struct || t == reflect.TypeFor[validity.Date]()
}
