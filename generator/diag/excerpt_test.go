package diag

import (
	"strings"
	"testing"
)

func TestExcerpt(t *testing.T) {
	long := strings.Repeat("长", 200)
	tests := []struct {
		name, src string
		pos       Pos
		want      Excerpt
		none      bool
	}{
		{"in the middle", "甲\ntitel: 站\n", Pos{Line: 2, Col: 1, Len: 5}, Excerpt{"", "titel", ": 站"}, false},
		{"one character where no length is known", "标题: 站\n", Pos{Line: 1, Col: 3}, Excerpt{"标题", ":", " 站"}, false},
		{"no column", "标题: 站\n", Pos{Line: 1}, Excerpt{"", "", "标题: 站"}, false},
		{"behind the end", "标题:\n", Pos{Line: 1, Col: 9, Len: 2}, Excerpt{"标题:", "", ""}, false},
		{"a long line is cut on both sides", long + "错" + long, Pos{Line: 1, Col: 201, Len: 1}, Excerpt{"..." + strings.Repeat("长", 20), "错", strings.Repeat("长", 27) + "..."}, false},
		{"what turns the direction of writing is seen", "a\u202eb", Pos{Line: 1, Col: 2, Len: 1}, Excerpt{"a", "\ufffd", "b"}, false},
		{"no line", "标题\n", Pos{}, Excerpt{}, true},
		{"beyond the file", "标题\n", Pos{Line: 7, Col: 1}, Excerpt{}, true},
		{"no file", "", Pos{Line: 1, Col: 1}, Excerpt{}, true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, ok := Diagnostic{Pos: test.pos}.Excerpt([]byte(test.src))
			if got != test.want || ok == test.none {
				t.Errorf("got %q %v", got, ok)
			}
		})
	}
}
