package strictyaml

import (
	"reflect"
	"testing"
)

func TestOverlay(t *testing.T) {
	base := func() entry {
		n := int64(9)
		return entry{
			Heading: Heading{Title: "标题", Summary: "摘要"}, Level: "national", Tags: []string{"住房"}, ID: "x",
			Money: &money{Max: &n, Text: "最高"},
			Homes: []home{{ID: "a", Name: "甲", Features: []string{"床", "桌"}}, {ID: "b", Name: "乙"}},
			Extra: map[string]any{"x-a": 1},
		}
	}
	tests := []struct {
		name        string
		translation entry
		want        func(*entry)
		mismatches  []Mismatch
	}{
		{"nothing", entry{}, func(*entry) {}, nil},
		{"text", entry{Heading: Heading{Title: "Title"}}, func(e *entry) { e.Title = "Title" }, nil},
		{"facts stay", entry{Level: "municipal", Tags: []string{"a", "b"}}, func(*entry) {}, nil},
		{"within a group", entry{Money: &money{Text: "up to"}}, func(e *entry) { e.Money.Text = "up to" }, nil},
		{"items by id", entry{Homes: []home{{ID: "b", Name: "Two"}}}, func(e *entry) { e.Homes[1].Name = "Two" }, nil},
		{"items by place", entry{Homes: []home{{}, {Name: "Two"}}}, func(e *entry) { e.Homes[1].Name = "Two" }, nil},
		{"an id that the base lacks", entry{Homes: []home{{ID: "b", Name: "Two"}, {ID: "c", Name: "Three"}}},
			func(e *entry) { e.Homes[1].Name = "Two" }, []Mismatch{{[]any{"homes", 1}, 0, 1}}},
		{"too few items", entry{Homes: []home{{Name: "One"}}}, func(*entry) {}, []Mismatch{{[]any{"homes"}, 2, 1}}},
		{"too many items", entry{Homes: []home{{Name: "1"}, {Name: "2"}, {Name: "3"}}}, func(*entry) {}, []Mismatch{{[]any{"homes"}, 2, 3}}},
		{"a list of texts", entry{Homes: []home{{ID: "a", Features: []string{"bed", "desk"}}}},
			func(e *entry) { e.Homes[0].Features = []string{"bed", "desk"} }, nil},
		{"a list of too few texts", entry{Homes: []home{{ID: "b"}, {ID: "a", Features: []string{"bed"}}}},
			func(*entry) {}, []Mismatch{{[]any{"homes", 1, "features"}, 2, 1}}},
		{"a group that the base lacks", entry{Homes: []home{{ID: "a", Rent: &money{Text: "none"}}}},
			func(*entry) {}, []Mismatch{{[]any{"homes", 0, "rent"}, 0, 1}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			in, want := base(), base()
			tt.want(&want)
			got, mismatches := Overlay(in, tt.translation)
			if !reflect.DeepEqual(got, want) {
				t.Errorf("got\n%+v, want\n%+v", got, want)
			}
			if !reflect.DeepEqual(mismatches, tt.mismatches) {
				t.Errorf("mismatches %+v, want %+v", mismatches, tt.mismatches)
			}
			if !reflect.DeepEqual(in, base()) {
				t.Errorf("the base became %+v", in)
			}
		})
	}
}

func TestOverlayOfPointersIsDeep(t *testing.T) {
	base := &entry{Tags: []string{"住房"}, Extra: map[string]any{"x-a": 1}, Money: &money{Text: "最高"}}
	out, _ := Overlay(base, &entry{Heading: Heading{Title: "Title"}})
	got := out.(*entry)
	got.Tags[0], got.Extra["x-a"], got.Money.Text = "", 2, ""
	if got.Title != "Title" || base.Title != "" {
		t.Errorf("titles %q and, of the base, %q", got.Title, base.Title)
	}
	if base.Tags[0] == "" || base.Extra["x-a"] != 1 || base.Money.Text == "" {
		t.Errorf("the base shares memory with the result: %+v", base)
	}
}
