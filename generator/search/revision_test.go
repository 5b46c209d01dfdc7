package search

import (
	"fmt"
	"reflect"
	"testing"
)

// TestExpandOfRevision looks a character up that begins more bigrams than stand
// in for it, some of which only documents hold that are gone.
func TestExpandOfRevision(t *testing.T) {
	page := func(i int) Document {
		return Document{ID: fmt.Sprintf("page:%03d", i), Kind: "page", Text: zh(fmt.Sprint("第", i), fmt.Sprintf("爩%c。龘%c", 0x4E00+i, 0x4E00+i))}
	}
	var base, changed, final []Document
	var gone []string
	for i := range 200 {
		d := page(i)
		switch i % 4 {
		case 0:
			base = append(base, d)
			gone = append(gone, d.ID)
		case 1:
			changed, final = append(changed, d), append(final, d)
		case 2:
			base, final = append(base, d), append(final, d)
		case 3:
			base, d.Text = append(base, d), page(i+1).Text
			changed, final = append(changed, d), append(final, d)
		}
	}
	r, err := NewReviser(openFixture(t, base), base)
	if err != nil {
		t.Fatal(err)
	}
	revised, err := r.Revise(changed, gone, demoLexicon)
	if err != nil {
		t.Fatal(err)
	}
	built := openFixture(t, final)
	for _, text := range []string{"爩", "龘", "第", "爩一", "爩 龘"} {
		q := Query{Text: text, PerPage: MaxPerPage, Page: 2}
		if got, want := ask(t, revised, q), ask(t, built, q); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: revised\n%+v\nbuilt\n%+v", text, got, want)
		}
	}
	if n := ask(t, built, Query{Text: "爩"}).Total; n < maxExpansions {
		t.Errorf("only %d documents: not all %d bigrams are used", n, maxExpansions)
	}
}

// TestNamesOfRevision reads a text that names a document without filters, as long
// as the document is called so.
func TestNamesOfRevision(t *testing.T) {
	docs := demo(t)
	named := docs[0]
	named.Text = zh("苏州租房补贴", "社区里有人才公寓。")
	tests := []struct {
		name          string
		base, changed Document
		read          int // how many filters
	}{
		{"called so now", docs[0], named, 0},
		{"not any more", named, docs[0], 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			docs[0] = tt.base
			r, err := NewReviser(openFixture(t, docs), docs)
			if err != nil {
				t.Fatal(err)
			}
			revised, err := r.Revise([]Document{tt.changed}, nil, demoLexicon)
			if err != nil {
				t.Fatal(err)
			}
			if got := ask(t, revised, Query{Text: "苏州租房补贴"}).Read; len(got) != tt.read {
				t.Errorf("read %q, want %d filters", got, tt.read)
			}
		})
	}
}
