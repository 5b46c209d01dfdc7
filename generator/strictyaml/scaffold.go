package strictyaml

import (
	"maps"
	"reflect"
	"slices"
	"strings"
)

// Scaffold says how a document begins that people fill in. Paths name fields
// from the document down, like sources.url; those of list items lead to the
// first item.
type Scaffold struct {
	Mark      string              // stands where a person has to fill in or to confirm
	Today     string              // the day that examples of dates give, as in YAML
	Values    map[string]string   // what is known, by path
	Guesses   map[string]string   // what is likely, by path: the mark stands with it
	Needed    []string            // paths of fields that are needed though their tags do not say so
	Overrides map[string][]string // lines that stand in place of the example of a field, by path

	// Words tells of a field that takes words of a vocabulary or references:
	// one of them, as in YAML, and in Chinese what it takes. An empty example
	// stands for a field that nothing can be written in yet.
	Words func(tag reflect.StructTag) (example, zh string)
}

// Write is the YAML of a struct of type t: first the fields that are needed or
// known, then all others in comments, each with its Chinese description, which
// says by itself that the field can be left out: Canonical may move it. A
// value that is not known is an example, and the mark stands beside it or in
// it. Lists and groups show one item, in which what can be left out is in
// comments once more. The document decodes without a finding, as does what is
// taken out of its comments.
//
// Malformed tags panic, and no struct may hold one of its own type.
func (s Scaffold) Write(t reflect.Type) string {
	of := describe(t)
	s = s.settled(of)
	var first, rest []string
	for i := range of.fields {
		f := &of.fields[i]
		switch lines := s.field(f, ""); {
		case f.translate == translated || f.name == "unknown" && !of.states():
		case s.isActive(f, ""):
			first = append(append(first, "# "+s.explain(f)), lines...)
		case f.stated:
			first = append(append(first, "# "+s.explain(f)), commented(lines)...)
		default:
			rest = append(append(rest, "# "+s.explained(f, "（选填）")), commented(lines)...)
		}
	}
	return strings.Join(append(append(first, ""), rest...), "\n") + "\n"
}

// settled is s with the fields named in unknown that a source need not state and
// that are not known yet.
func (s Scaffold) settled(of *structure) Scaffold {
	var open []string
	for i := range of.fields {
		if f := &of.fields[i]; f.stated && s.Values[f.name]+s.Guesses[f.name] == "" {
			open = append(open, f.name)
		}
	}
	guesses := map[string]string{}
	maps.Copy(guesses, s.Guesses)
	if len(open) > 0 {
		guesses["unknown"] = "[" + strings.Join(open, ", ") + "]"
	}
	s.Guesses = guesses
	return s
}

// states reports whether a field of s need not be there where unknown names it.
func (s *structure) states() bool {
	return slices.ContainsFunc(s.fields, func(f field) bool { return f.stated })
}

// isActive reports whether f, which stands in what path leads to, is needed or
// known. An item shows also what makes its example whole.
func (s Scaffold) isActive(f *field, path string) bool {
	name := path + f.name
	if f.required || slices.Contains(s.Needed, name) || path != "" && f.tag.Get("eg") != "" {
		return true
	}
	for _, paths := range []map[string]string{s.Values, s.Guesses} {
		for known := range paths {
			if known == name || strings.HasPrefix(known, name+".") {
				return true
			}
		}
	}
	return false
}

// field is f with its value, or with the example of one.
func (s Scaffold) field(f *field, path string) []string {
	if lines, ok := s.Overrides[path+f.name]; ok {
		return lines
	}
	if f.kind != reflect.Struct || isText(element(f.of)) {
		return []string{f.name + ": " + s.value(f, path)}
	}
	block := s.block(describe(element(f.of)), path+f.name+".")
	if f.list {
		block = itemised(block)
	}
	return append([]string{f.name + ":"}, indented(block)...)
}

// block is the fields of a struct below path: those that are needed, then the
// others in comments, each described at the end of its first line.
func (s Scaffold) block(of *structure, path string) []string {
	var first, rest []string
	for i := range of.fields {
		f := &of.fields[i]
		active := s.isActive(f, path) || i == 0 && !s.hasActive(of, path)
		lines := slices.Clone(s.field(f, path))
		lines[0] = s.described(lines[0], f)
		if active {
			first = append(first, lines...)
		} else {
			rest = append(rest, commented(lines)...)
		}
	}
	return append(first, rest...)
}

// hasActive reports whether a field of the struct below path is needed or known.
func (s Scaffold) hasActive(of *structure, path string) bool {
	return slices.ContainsFunc(of.fields, func(f field) bool { return s.isActive(&f, path) })
}

// described is a line of f with the description at its end. Text says itself
// what is to be written, and behind it a comment looks like a part of it.
func (s Scaffold) described(line string, f *field) string {
	if f.isWords() && f.tag.Get("eg") == "" {
		return line
	}
	if line, ok := strings.CutSuffix(line, s.beside()); ok {
		return line + s.beside() + " " + s.explain(f)
	}
	return line + "  # " + s.explain(f)
}

// beside is the mark beside a value.
func (s Scaffold) beside() string { return "  # " + s.Mark }

// element is the type of a value, or of each item of a list.
func element(t reflect.Type) reflect.Type {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	return t
}

func commented(lines []string) []string {
	return each(lines, func(int) string { return "# " })
}

func indented(lines []string) []string {
	return each(lines, func(int) string { return "  " })
}

// itemised makes an item of a list of lines.
func itemised(lines []string) []string {
	return each(lines, func(i int) string {
		if i == 0 {
			return "- "
		}
		return "  "
	})
}

// each puts something before each line.
func each(lines []string, before func(i int) string) []string {
	out := make([]string, len(lines))
	for i, line := range lines {
		out[i] = strings.TrimRight(before(i)+line, " ")
	}
	return out
}
