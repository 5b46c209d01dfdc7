package diag

import (
	"strings"
	"testing"
)

func TestFrame(t *testing.T) {
	tests := []struct {
		name, line      string
		col, length     int
		excerpt, marker string
	}{
		{"latin", "titel: x", 1, 5, "titel: x", "^^^^^"},
		{"Han takes two cells", "标题：安居", 3, 1, "标题：安居", "    ^^"},
		{"a tab takes four", "\tid: x", 2, 2, "    id: x", "    ^^"},
		{"the tab itself", "a\tb", 2, 1, "a    b", " ^^^^"},
		{"combining marks take none", "e\u0301x", 3, 1, "e\u0301x", " ^"},
		{"one mark for a place without length", "abc", 2, 0, "abc", " ^"},
		{"behind the end", "abc", 9, 4, "abc", "   ^"},
		{"longer than the line", "abc", 2, 40, "abc", " ^^"},
		{"no column", "abc", 0, 0, "abc", ""},
		{"control characters", "a\x1b[31mb", 7, 1, "a�[31mb", "      ^"},
		{"turned writing", "a\u202eb", 3, 1, "a�b", "  ^"},
		{"empty line", "", 1, 1, "", "^"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			excerpt, marker := frame(tt.line, tt.col, tt.length)
			if excerpt != tt.excerpt || marker != tt.marker {
				t.Errorf("got\n%q\n%q\nwant\n%q\n%q", excerpt, marker, tt.excerpt, tt.marker)
			}
		})
	}
}

func TestFrameCutsLongLines(t *testing.T) {
	line := strings.Repeat("安居", 100) + "错" + strings.Repeat("乐业", 100)
	excerpt, marker := frame(line, 201, 1)
	want := elision + strings.Repeat("安居", 10) + "错"
	if !strings.HasPrefix(excerpt, want) || !strings.HasSuffix(excerpt, elision) {
		t.Errorf("excerpt %q does not start with %q and end with %q", excerpt, want, elision)
	}
	if want := strings.Repeat(" ", leadCells+len(elision)) + "^^"; marker != want {
		t.Errorf("marker %q, want %q", marker, want)
	}
	if n := width([]rune(excerpt)); n > excerptCells+2*len(elision) {
		t.Errorf("excerpt takes %d cells", n)
	}
}

func TestCells(t *testing.T) {
	tests := []struct {
		text string
		want int
	}{
		{"a", 1}, {"é", 1}, {"—", 1}, {"“", 1}, {"安", 2}, {"。", 2}, {"：", 2},
		{"カ", 2}, {"ｶ", 1}, {"한", 2}, {"ー", 2}, {"\u0301", 0}, {"\u200b", 0}, {"🏠", 2},
	}
	for _, tt := range tests {
		if got := span([]rune(tt.text)); got != tt.want {
			t.Errorf("%q takes %d cells, want %d", tt.text, got, tt.want)
		}
	}
}
