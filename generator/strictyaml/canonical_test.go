package strictyaml

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

type dish struct {
	Title  string         `yaml:"title" rule:"required"`
	Note   string         `yaml:"note"`
	Origin *place         `yaml:"origin"`
	Parts  []part         `yaml:"parts"`
	Tags   []string       `yaml:"tags"`
	Extra  map[string]any `yaml:"x-*"`
}

type place struct {
	City string `yaml:"city"`
	Year int    `yaml:"year"`
}

type part struct {
	ID    string `yaml:"id" rule:"required"`
	Name  string `yaml:"name"`
	Place *place `yaml:"place"`
}

func TestCanonical(t *testing.T) {
	for _, test := range []struct{ name, src, want string }{
		{"in order already", "title: 豆腐\ntags: [a]\n", "title: 豆腐\ntags: [a]\n"},
		{"another order", "tags: [b, a]\nnote: '0512'\ntitle: 豆腐\n", "title: 豆腐\nnote: '0512'\ntags: [b, a]\n"},
		{
			"comments go with the field below them",
			"# top\n\n# of tags\n# two lines\ntags:\n  - a # behind\n# of title\ntitle: 豆腐\n# bottom\n",
			"# top\n\n# of title\ntitle: 豆腐\n# of tags\n# two lines\ntags:\n  - a # behind\n# bottom\n",
		},
		{"the line of the schema stays", "# yaml-language-server: $schema=x.json\ntags: [a]\ntitle: 豆腐\n", "# yaml-language-server: $schema=x.json\ntitle: 豆腐\ntags: [a]\n"},
		{"free fields are last", "x-b: {z: 1, a: 2}\ntitle: 豆腐\nx-a: 1\nnote: n\n", "title: 豆腐\nnote: n\nx-b: {z: 1, a: 2}\nx-a: 1\n"},
		{"groups within", "origin:\n  # when\n  year: 2020\n  city: 苏州\ntitle: 豆腐\n", "title: 豆腐\norigin:\n  city: 苏州\n  # when\n  year: 2020\n"},
		{
			"items of lists",
			"title: 豆腐\nparts:\n  # one\n  - name: 豆\n    # its id\n    id: bean\n  - place:\n      year: 1\n      city: 无锡\n    id: salt\n",
			"title: 豆腐\nparts:\n  # one\n  - # its id\n    id: bean\n    name: 豆\n  - id: salt\n    place:\n      city: 无锡\n      year: 1\n",
		},
		{"lists without a step in", "parts:\n- name: 豆\n  id: bean\ntitle: 豆腐\n", "title: 豆腐\nparts:\n- id: bean\n  name: 豆\n"},
		{"texts of several lines", "note: |\n  一\n\n  # no comment\ntitle: >-\n  豆\n  腐\n", "title: >-\n  豆\n  腐\nnote: |\n  一\n\n  # no comment\n"},
		{"a text in quotes over lines", "note: \"一\n\n  二\"\ntitle: 豆腐\n", "title: 豆腐\nnote: \"一\n\n  二\"\n"},
		{"windows", "note: n  \r\ntitle: 豆腐\r\n", "title: 豆腐\r\nnote: n\r\n"},
		{"windows, a text of several lines", "note: |\r\n  一\r\n  二\r\ntitle: 豆腐\r\n", "title: 豆腐\r\nnote: |\r\n  一\r\n  二\r\n"},
		{"both, after the first line", "note: n\ntitle: 豆腐\r\n", "title: 豆腐\nnote: n\n"},
		{"a byte order mark", "\ufeffnote: n\ntitle: 豆腐\n", "\ufefftitle: 豆腐\nnote: n\n"},
		{"no end of the last line", "note: n\ntitle: 豆腐", "title: 豆腐\nnote: n\n"},
		{"blanks that are meant", "note: |\n  一  \n  二\ntitle: 豆腐\n", "title: 豆腐\nnote: |\n  一  \n  二\n"},
		{"empty lines go with what is above", "note: n\n\ntitle: 豆腐\n", "title: 豆腐\nnote: n\n\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := Canonical([]byte(test.src), reflect.TypeFor[dish](), false)
			if err != nil || string(got) != test.want {
				t.Errorf("%v\n%s\nwant\n%s", err, got, test.want)
			}
			again, err := Canonical(got, reflect.TypeFor[dish](), false)
			if err != nil || string(again) != string(got) {
				t.Errorf("done once more: %v\n%s", err, again)
			}
		})
	}
}

func TestCanonicalLeaves(t *testing.T) {
	for src, want := range map[string]error{
		"tags: [a]\ntitle: [b]\n":           ErrBroken,
		"tags: [a]\ntitel: 豆腐\n":            ErrBroken,
		"tags: &a [x]\ntitle: 豆腐\n":         ErrAlias,
		"tags: [a]\n":                       ErrBroken,
		"tags：[a]\n":                        ErrBroken,
		"tags: [a]\ntitle: 豆腐\ntitle: 豆花\n": ErrBroken,
		"\xff": ErrBroken,
	} {
		got, err := Canonical([]byte(src), reflect.TypeFor[dish](), false)
		if !errors.Is(err, want) || string(got) != src {
			t.Errorf("%q becomes %q, %v; want %v", src, got, err, want)
		}
	}
}

// TestCanonicalKeeps shuffles documents with comments: none of their lines is
// lost or made up, the value stays, and once is enough.
func TestCanonicalKeeps(t *testing.T) {
	fields := map[string]string{
		"title": "title: 豆腐", "note": "note: |\n  一\n  二", "origin": "origin:\n  year: 2020 # about\n  city: 苏州",
		"parts": "parts:\n  - name: 豆\n    id: bean\n  # 二\n  - id: salt", "tags": "tags:\n  - a\n  - b", "x-one": "x-one: {a: [1]}", "x-two": "x-two:\n  z: 1\n  a: 2",
	}
	rapid.Check(t, func(t *rapid.T) {
		names := rapid.Permutation([]string{"title", "note", "origin", "parts", "tags", "x-one", "x-two"}).Draw(t, "order")
		var b strings.Builder
		for i, name := range names {
			if rapid.Bool().Draw(t, "comment") {
				b.WriteString("# " + string(rune('a'+i)) + "\n")
			}
			b.WriteString(fields[name] + "\n")
			if rapid.IntRange(0, 4).Draw(t, "gap") == 0 && name != "note" {
				b.WriteString("\n")
			}
		}
		got, err := Canonical([]byte(b.String()), reflect.TypeFor[dish](), false)
		if err != nil {
			t.Fatalf("%v\n%s", err, b.String())
		}
		if a, b := sortedLines(b.String()), sortedLines(string(got)); !slices.Equal(a, b) {
			t.Fatalf("lines were %q and are %q", a, b)
		}
		again, err := Canonical(got, reflect.TypeFor[dish](), false)
		if err != nil || string(again) != string(got) {
			t.Fatalf("once more: %v\n%s\nafter\n%s", err, again, got)
		}
	})
}

// sortedLines are the lines of a text without their dashes, which move from one
// field of an item to another.
func sortedLines(text string) []string {
	text = strings.ReplaceAll(text, "- ", "  ")
	return slices.Sorted(strings.SplitSeq(text, "\n"))
}

func FuzzCanonical(f *testing.F) {
	f.Add("tags: [a]\n# c\ntitle: 豆腐\nparts:\n  - name: 豆\n    id: bean\n")
	f.Add("? title\n: 豆腐\nnote: \"a\n  b\"")
	f.Add("note: n\ntitle: 豆腐\r\r\n# c\r")
	f.Fuzz(func(t *testing.T, src string) {
		before, _, ok := decoded([]byte(src), reflect.TypeFor[dish](), false)
		got, err := Canonical([]byte(src), reflect.TypeFor[dish](), false)
		if err != nil && string(got) != src {
			t.Fatalf("%q was left, and is %q", src, got)
		}
		if err != nil || !ok {
			return
		}
		after, _, ok := decoded(got, reflect.TypeFor[dish](), false)
		if !ok || !reflect.DeepEqual(before, after) || !utf8.Valid(got) {
			t.Fatalf("%q becomes %q, another value", src, got)
		}
		again, err := Canonical(got, reflect.TypeFor[dish](), false)
		if err != nil || string(again) != string(got) {
			t.Fatalf("%q becomes %q, then %q (%v)", src, got, again, err)
		}
	})
}
