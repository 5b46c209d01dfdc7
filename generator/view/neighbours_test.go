package view

import (
	"slices"
	"testing"

	"anju/generator/content"
)

// Links of fields and of texts, in any language, show on both their ends: each
// neighbour once, in the order of the entries.
func TestNeighbours(t *testing.T) {
	const related = "---\n" + head + "related: [page:b]\n---\n"
	byLang, _, list := views(t, map[string]string{
		"pages/a.md": related + "见[丙](page:c#x)、[乙](page:b)、[自己](page:a)、[网](https://example.org/)。",
		"pages/b.md": page("没有链接"),
		"pages/c.md": page("## 一 {#x}\n\n`[不是链接](page:b)`"),
		"pages/c.en.md": "---\ntitle: A page to try\nsummary: A page to try text and links.\ntranslated: 2026-01-02\n---\n" +
			"See [b](page:b), [b again](page:b) and [a][r].\n\n[r]: page:a\n",
	})
	if list.HasErrors() {
		t.Fatal(list)
	}
	for _, test := range []struct {
		ref        content.Ref
		both, from []content.Ref
	}{
		{"page:a", []content.Ref{"page:b", "page:c"}, []content.Ref{"page:c"}},
		{"page:b", []content.Ref{"page:a", "page:c"}, []content.Ref{"page:a", "page:c"}},
		{"page:c", []content.Ref{"page:a", "page:b"}, []content.Ref{"page:a"}},
		{"page:none", nil, nil},
	} {
		for lang, v := range byLang {
			if got := v.Neighbours(test.ref); !slices.Equal(got, test.both) {
				t.Errorf("%s: neighbours of %s are %v, want %v", lang, test.ref, got, test.both)
			}
			if got := v.LinkedFrom(test.ref); !slices.Equal(got, test.from) {
				t.Errorf("%s: linked to %s are %v, want %v", lang, test.ref, got, test.from)
			}
		}
	}
}
