package strictyaml

import (
	"slices"

	"gopkg.in/yaml.v3"

	"anju/generator/diag"
)

// At is the place of the value that path leads to, keys as strings and indexes
// (from 0) as ints: that of a scalar itself, of the key of a list or a group of
// fields. Where there is no such value, it is the line of what comes nearest
// on the way, at last the first one of the document.
func (d *Doc) At(path ...any) diag.Pos {
	key, value, found := d.find(path)
	switch {
	case value == nil || value == d.root:
		return where(d.start(), found)
	case found && value.Kind == yaml.ScalarNode, key == nil:
		return where(d.pos(value), found)
	}
	return where(d.pos(key), found)
}

// where is p, or only its line for what is not there: a marker would stand
// under a word that is not to blame.
func where(p diag.Pos, found bool) diag.Pos {
	if found {
		return p
	}
	return lineOf(p)
}

func lineOf(p diag.Pos) diag.Pos { return diag.Pos{File: p.File, Line: p.Line} }

// Has reports whether there is a value at path, be it null or empty.
func (d *Doc) Has(path ...any) bool {
	_, value, found := d.find(path)
	return found && value != nil
}

// IsBlank reports whether nothing is written at path: no such key, null, or no
// text but blanks. A list or a group is something, be it empty.
func (d *Doc) IsBlank(path ...any) bool {
	_, value, found := d.find(path)
	return !found || value == nil || value.Kind == yaml.ScalarNode && (value.Tag == "!!null" || isBlank(value.Value))
}

// find follows path as far as it leads. The key is that of the value, nil for
// an item of a list.
func (d *Doc) find(path []any) (key, value *yaml.Node, found bool) {
	value = d.root
	for _, step := range path {
		k, v := child(value, step)
		if v == nil {
			return key, value, false
		}
		key, value = k, v
	}
	return key, value, true
}

// child is one step of a path: what n, or what n is an alias of, holds there.
func child(n *yaml.Node, step any) (key, value *yaml.Node) {
	if n != nil && n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	if n == nil {
		return nil, nil
	}
	switch step := step.(type) {
	case int:
		if n.Kind == yaml.SequenceNode && step >= 0 && step < len(n.Content) {
			return nil, n.Content[step]
		}
	case string:
		for i := 0; n.Kind == yaml.MappingNode && i+1 < len(n.Content); i += 2 {
			if n.Content[i].Value == step {
				return n.Content[i], n.Content[i+1]
			}
		}
	}
	return nil, nil
}

// start is the place of the document as a whole.
func (d *Doc) start() diag.Pos { return d.place(1, 1, 0) }

// line is line n (from 1) of the document as a whole.
func (d *Doc) line(n int) diag.Pos { return diag.Pos{File: d.file, Line: d.firstLine + n - 1} }

// place is a place in line n (from 1) of the document.
func (d *Doc) place(n, col, length int) diag.Pos {
	return diag.Pos{File: d.file, Line: d.firstLine + n - 1, Col: col, Len: length}
}

// pos is the place of n; that of a list or a group is its first sign. The
// parser puts some empty nodes, and some with anchors, outside of their line.
func (d *Doc) pos(n *yaml.Node) diag.Pos {
	line := min(n.Line, len(d.lines))
	return d.place(line, min(n.Column, len(d.lines[line-1])+1), d.extent(n))
}

// extent is the length of n in its first line, in code points. It looks at no
// more than n, for a line may hold many.
func (d *Doc) extent(n *yaml.Node) int {
	line := d.lines[min(n.Line, len(d.lines))-1]
	if n.Kind != yaml.ScalarNode || n.Column > len(line) {
		return 0
	}
	rest := line[n.Column-1:]
	value := []rune(n.Value)
	switch {
	case rest[0] == '"' || rest[0] == '\'':
		return quoted(rest)
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		return 1
	case len(rest) >= len(value) && slices.Equal(rest[:len(value)], value):
		return len(value)
	}
	end := len(rest) // of text in several lines, or behind an anchor
	for end > 0 && (rest[end-1] == ' ' || rest[end-1] == '\t') {
		end--
	}
	return end
}

// quoted is the length of the quoted scalar at the start of text, its quotes
// included, as far as it stands in this line.
func quoted(text []rune) int {
	quote := text[0]
	for i := 1; i < len(text); i++ {
		switch {
		case quote == '"' && text[i] == '\\':
			i++
		case text[i] != quote:
		case quote == '\'' && i+1 < len(text) && text[i+1] == quote:
			i++
		default:
			return i + 1
		}
	}
	return len(text)
}
