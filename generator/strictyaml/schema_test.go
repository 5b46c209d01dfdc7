package strictyaml

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

func TestSchema(t *testing.T) {
	s := describe(reflect.TypeFor[entry]())
	var names []string
	for _, f := range s.fields {
		names = append(names, f.name)
	}
	got := strings.Join(names, " ")
	want := "title summary issued published translated level official_url phone slug tags open count area money homes levels people sections"
	if got != want {
		t.Errorf("fields\n%s, want\n%s", got, want)
	}
	if s.prefix != "x-" || s.extra == nil {
		t.Errorf("free fields start with %q", s.prefix)
	}
	title := s.field("title")
	if !title.required || title.translate != both || *title.length != (span{2, 12}) {
		t.Errorf("title is described as %+v", title)
	}
	if got := s.field("area").label().Zh; got != "“面积”（area）" {
		t.Errorf("label %s", got)
	}
}

// A malformed tag is a mistake of whoever wrote the type, and is told with the
// type and the field.
func TestMalformedTagsPanic(t *testing.T) {
	tests := []struct {
		name string
		into any
		why  string
	}{
		{"no name", &struct{ Title string }{}, "gives no name"},
		{"unknown rule", &struct {
			Title string `yaml:"title" rule:"require"`
		}{}, `no rule "require"`},
		{"no range", &struct {
			Title string `yaml:"title" rule:"len=60"`
		}{}, `"60" is no range`},
		{"range backwards", &struct {
			Title int `yaml:"title" rule:"range=9..1"`
		}{}, `"9..1" is no range`},
		{"translation", &struct {
			Title string `yaml:"title" tr:"yes"`
		}{}, `tr:"yes"`},
		{"choices", &struct {
			Title string `yaml:"title" rule:"enum=a|b" enumzh:"甲"`
		}{}, "every choice"},
		{"name twice", &struct {
			Title string `yaml:"title"`
			Other string `yaml:"title"`
		}{}, "another field"},
		{"option", &struct {
			Title string `yaml:"title,omitempty"`
		}{}, "gives no name"},
		{"type", &struct {
			Title chan int `yaml:"title"`
		}{}, "cannot be decoded"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			defer func() {
				got := fmt.Sprint(recover())
				if !strings.Contains(got, "Title") && !strings.Contains(got, "Other") || !strings.Contains(got, tt.why) {
					t.Errorf("panic %q, want the field and %q", got, tt.why)
				}
			}()
			doc, _ := Parse("a.yaml", []byte("title: x\n"), 1)
			doc.Decode(tt.into)
			t.Error("no panic")
		})
	}
}

func TestDecodeNeedsAPointer(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	doc, _ := Parse("a.yaml", nil, 1)
	doc.Decode(entry{})
}
