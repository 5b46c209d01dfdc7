package strictyaml

import (
	"strings"
	"testing"
)

// The end of a document may be far from what broke it.
func TestSyntaxErrorFarAbove(t *testing.T) {
	const few, many = 20, 2000 // the latter is more than the search parses
	tests := []struct {
		name, src string
		line      int
	}{
		{"in the first line", "title: \"甲\n", 1},
		{"within the search", "title: 甲\nsummary: \"乙\n" + strings.Repeat("level: x\n", few), 2},
		{"beyond it", "title: 甲\nsummary: \"乙\n" + strings.Repeat("level: x\n", many), 2},
		{"beyond it in the first line", "title: \"甲\n" + strings.Repeat("level: x\n", many), 1},
		{"behind many good lines", "title: 甲\n" + strings.Repeat("# x\n", many) + "summary: @\n", many + 2},
		{"behind a long list in brackets", "tags: [\n" + strings.Repeat("x,\n", 9) + "]\nsummary: @\n", 12},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, found := Parse("a.yaml", []byte(tt.src), 1)
			if len(found) != 1 || found[0].Line != tt.line || found[0].Code != "yaml/syntax" {
				t.Errorf("got %v, want a syntax error in line %d", found, tt.line)
			}
		})
	}
}
