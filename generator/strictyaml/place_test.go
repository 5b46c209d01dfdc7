package strictyaml

import (
	"testing"

	"anju/generator/diag"
)

func TestAt(t *testing.T) {
	src := "\ufefftitle: 人才公寓\r\nsummary: \"甲 \\\" 乙\"\r\nempty:\r\nhomes:\r\n  - id: a\r\n    name: '甲''乙'\r\n  - &b\r\n    id: b\r\n" +
		"tags: [住房, 补贴]\r\nmoney: {max: 4500}\r\nagain: *b\r\nnote: |\r\n  甲\r\n"
	doc, found := Parse("a.md", []byte(src), 11)
	if len(found) > 0 {
		t.Fatal(found)
	}
	at := func(line, col, length int) diag.Pos {
		return diag.Pos{File: "a.md", Line: line, Col: col, Len: length}
	}
	tests := []struct {
		name string
		path []any
		want diag.Pos
		has  bool
	}{
		{"text", []any{"title"}, at(11, 8, 4), true},
		{"quoted text", []any{"summary"}, at(12, 10, 8), true},
		{"text in single quotes", []any{"homes", 0, "name"}, at(16, 11, 6), true},
		{"the key of a list", []any{"homes"}, at(14, 1, 5), true},
		{"an item that is a group", []any{"homes", 0}, at(15, 5, 0), true},
		{"an item that is text", []any{"tags", 1}, at(19, 12, 2), true},
		{"the key of a group", []any{"money"}, at(20, 1, 5), true},
		{"within a group", []any{"money", "max"}, at(20, 14, 4), true},
		{"through an alias", []any{"again", "id"}, at(18, 9, 1), true},
		{"a block scalar", []any{"note"}, at(22, 7, 1), true},
		{"missing in a list", []any{"homes", 5, "id"}, at(14, 0, 0), false},
		{"missing in an item", []any{"homes", 0, "rent"}, at(15, 0, 0), false},
		{"missing in text", []any{"title", "x"}, at(11, 0, 0), false},
		{"missing at all", []any{"city"}, at(11, 0, 0), false},
		{"the document", nil, at(11, 1, 0), true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := doc.At(tt.path...); got != tt.want {
				t.Errorf("At(%v) = %#v, want %#v", tt.path, got, tt.want)
			}
			if got := doc.Has(tt.path...); got != tt.has {
				t.Errorf("Has(%v) = %v", tt.path, got)
			}
		})
	}
}

func TestIsBlank(t *testing.T) {
	doc, _ := Parse("a.md", []byte("none:\ntilde: ~\nempty: ''\nblanks: \"　 \"\ntext: a\nlist: []\ngroup: {a: 1}\n"), 1)
	for key, want := range map[string]bool{
		"none": true, "tilde": true, "empty": true, "blanks": true, "missing": true, "text": false, "list": false, "group": false,
	} {
		if got := doc.IsBlank(key); got != want {
			t.Errorf("IsBlank(%s) = %v", key, got)
		}
	}
}

// TestBlankText: blanks in a field state nothing; in a map, whose keys are no
// fields, they may be meant.
func TestBlankText(t *testing.T) {
	doc, _ := Parse("a.yaml", []byte("space: ' '\n"), 1)
	texts := map[string]string{}
	if found := doc.Decode(&texts); len(found) > 0 || texts["space"] != " " {
		t.Errorf("a map holds %q, %v", texts, found)
	}
}

func TestFrontMatter(t *testing.T) {
	tests := []struct {
		name, src, front, body string
		bodyLine               int
		ok                     bool
	}{
		{"both", "---\na: 1\n---\nbody\n", "a: 1\n", "body\n", 4, true},
		{"Windows", "\ufeff---\r\na: 1\r\n---\r\nbody", "a: 1\r\n", "body", 4, true},
		{"no body", "---\na: 1\n---", "a: 1\n", "", 4, true},
		{"empty", "---\n---\n", "", "", 3, true},
		{"spaces behind the fence", "--- \na: 1\n---\t\n\nbody", "a: 1\n", "\nbody", 4, true},
		{"a rule in the body", "---\na: 1\n---\n\n---\n", "a: 1\n", "\n---\n", 4, true},
		{"none", "body\n---\n", "", "body\n---\n", 1, false},
		{"not closed", "---\na: 1\n", "", "---\na: 1\n", 1, false},
		{"four dashes", "----\na: 1\n----\n", "", "----\na: 1\n----\n", 1, false},
		{"nothing", "", "", "", 1, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			front, line, body, bodyLine, ok := FrontMatter([]byte(tt.src))
			if string(front) != tt.front || string(body) != tt.body || bodyLine != tt.bodyLine || ok != tt.ok {
				t.Errorf("got %q, %q in line %d, %v", front, body, bodyLine, ok)
			}
			if ok && line != 2 {
				t.Errorf("front matter in line %d", line)
			}
		})
	}
}
