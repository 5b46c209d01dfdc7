package site

import (
	"strconv"
	"strings"
	"testing"

	"anju/generator/content"
)

// TestMixed takes the entries of the front door from lists in which each letter
// is an entry of a kind.
func TestMixed(t *testing.T) {
	for _, test := range []struct{ name, of, want string }{
		{"nothing", "", ""},
		{"fewer than six of one kind", "ppp", "p0 p1 p2"},
		{"many of one kind", "pppppppp", "p0 p1 p2 p3 p4 p5"},
		{"two of each while there are others", "pppppcccgg", "p0 p1 c5 c6 g8 g9"},
		{"more where the others do not suffice", "ppppppcg", "p0 p1 p2 p3 c6 g7"},
		{"the newest first", "cpcpcpcpgg", "c0 p1 c2 p3 g8 g9"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var all []content.Entry
			for i, kind := range test.of {
				all = append(all, &content.Page{Head: content.Head{Kind: string(kind), ID: strconv.Itoa(i)}})
			}
			var got []string
			for _, e := range mixed(all) {
				got = append(got, e.Common().Kind+e.Common().ID)
			}
			if text := strings.Join(got, " "); text != test.want {
				t.Errorf("got %s, want %s", text, test.want)
			}
		})
	}
}
