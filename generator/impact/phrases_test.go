package impact

import (
	"fmt"
	"strings"
	"testing"

	"anju/generator/search"
)

func TestCompareHits(t *testing.T) {
	tests := []struct{ name, before, after, want string }{
		{"the same", "a b c", "a b c", ""},
		{"nothing before", "", "a b", "a 0→1, b 0→2"},
		{"nothing after", "a b", "", "a 1→0, b 2→0"},
		{"one falls, and those it passes stay", "a b c d", "b c d a", "a 1→4"},
		{"one rises", "a b c d", "d a b c", "d 4→1"},
		{"one enters above all", "a b c", "x a b c", "x 0→1"},
		{"one leaves", "a b c", "a c", "b 2→0"},
		{"neighbours change places", "a b", "b a", "a 1→2"},
		{"enters, leaves, moves", "a b c d", "x d a b", "x 0→1, d 4→2, c 3→0"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, m := range compareHits(hits(tt.before), hits(tt.after)) {
				got = append(got, fmt.Sprintf("%s %d→%d", m.ID, m.Old, m.New))
			}
			if strings.Join(got, ", ") != tt.want {
				t.Errorf("got %v, want %s", got, tt.want)
			}
		})
	}
}

func hits(ids string) (out []search.Hit) {
	for id := range strings.FieldsSeq(ids) {
		out = append(out, search.Hit{ID: id})
	}
	return out
}

// A home that moved with its community is the same hit.
func TestToday(t *testing.T) {
	r := Report{moved: map[string]string{"community:a": "community:b", "guide:x": "guide:y"}}
	var got []string
	for _, h := range r.today(hits("community:a home:a/one guide:x guide:z home:c/one gap:shili/rent")) {
		got = append(got, h.ID)
	}
	if want := "community:b home:b/one guide:y guide:z home:c/one gap:shili/rent"; strings.Join(got, " ") != want {
		t.Errorf("got %v, want %s", got, want)
	}
}
