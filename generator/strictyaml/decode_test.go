package strictyaml

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"anju/generator/diag"
	"anju/generator/validity"
)

// decode fills a T from src, which must be without a finding.
func decode[T any](t *testing.T, src string) T {
	t.Helper()
	var v T
	doc, found := Parse("a.yaml", []byte(src), 1)
	if found = append(found, doc.Decode(&v)...); len(found) > 0 {
		t.Fatalf("findings: %+v", found)
	}
	return v
}

func TestDecode(t *testing.T) {
	got := decode[entry](t, `
title: 人才公寓
issued: 2023-06
tags: [住房, 0512, 20-06, no]
open: true
count: 4
area: 45.5
money: {max: 4500, text: ~}
homes:
  - {id: a, name: "甲: 乙"}
x-note: {a: [1, true, b]}
`)
	four, max := 4, int64(4500)
	want := entry{
		Heading: Heading{Title: "人才公寓", Issued: validity.Date{Year: 2023, Month: 6}},
		Tags:    []string{"住房", "0512", "20-06", "no"},
		Open:    true, Count: &four, Area: 45.5, Money: &money{Max: &max},
		Homes: []home{{ID: "a", Name: "甲: 乙"}},
		Extra: map[string]any{"x-note": map[string]any{"a": []any{1.0, true, "b"}}},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got\n%+v, want\n%+v", got, want)
	}
}

func TestDecodeSliceAndMap(t *testing.T) {
	homes := decode[[]home](t, "- {id: a, name: 甲}\n- {id: b, name: 乙}\n")
	if len(homes) != 2 || homes[1].Name != "乙" {
		t.Errorf("got %+v", homes)
	}
	if homes := decode[[]home](t, ""); len(homes) > 0 {
		t.Errorf("empty document: got %+v", homes)
	}
	texts := decode[map[string]string](t, "home: 首页\nyes: 是\n")
	if want := map[string]string{"home": "首页", "yes": "是"}; !reflect.DeepEqual(texts, want) {
		t.Errorf("got %v, want %v", texts, want)
	}
}

func TestDecodeTranslation(t *testing.T) {
	doc, found := Parse("a.en.yaml", []byte("homes:\n  - {id: a, name: One}\ntranslated: 2024-05-01\n"), 1)
	var got entry
	if found = append(found, doc.DecodeTranslation(&got)...); len(found) > 0 {
		t.Fatalf("findings: %+v", found)
	}
	if got.Homes[0].ID != "a" || got.Translated.Year != 2024 {
		t.Errorf("got %+v", got)
	}
}

// A billion texts out of nine lines: expansion must stop, and say so once.
func TestAliasBomb(t *testing.T) {
	bomb := "title: 人才公寓\nsections:\n  - &a0 {}\n"
	for i := 1; i <= 9; i++ {
		bomb += fmt.Sprintf("  - &a%d {sub: [%s]}\n", i, strings.Repeat(fmt.Sprintf("*a%d,", i-1), 10))
	}
	for name, src := range map[string]string{"typed": bomb, "free": strings.Replace(bomb, "sections", "x-bomb", 1)} {
		doc, found := Parse("a.yaml", []byte(src), 1)
		found = append(found, doc.Decode(new(entry))...)
		if len(found) != 1 || found[0].Code != "yaml/aliases" {
			t.Errorf("%s: got %+v, want one finding about aliases", name, found)
		}
	}
}

func TestTextThatIsNotRead(t *testing.T) {
	tests := []struct {
		name, src string
		want      diag.Pos
		code      string
	}{
		{"too large", strings.Repeat("# x\n", maxSize/4+1), diag.Pos{File: "a.md", Line: 5, Col: 1}, "yaml/too-large"},
		{"GB 18030", "title: x\nsummary: \xb0\xb2\xbe\xd3\n", diag.Pos{File: "a.md", Line: 6}, "yaml/not-utf8"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc, found := Parse("a.md", []byte(tt.src), 5)
			if len(found) != 1 || found[0].Pos != tt.want || found[0].Code != tt.code {
				t.Errorf("got %+v, want %s at %v", found, tt.code, tt.want)
			}
			if more := doc.Decode(new(entry)); more != nil {
				t.Errorf("decoding it told %+v", more)
			}
			if at := doc.At("title"); at.Line != 5 || doc.Has("title") {
				t.Errorf("title stands at %v", at)
			}
		})
	}
}
