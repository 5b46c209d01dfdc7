package strictyaml

import (
	"math"
	"reflect"
)

// FileSchema describes files that Decode fills a struct or a list from, for
// editors' programs: as Schema, but that a field that may be left out may be
// null, that text may look like a number or like true, for it is taken as it is
// written, and that free fields may stand there. Programs may ask for the
// patterns of values in a browser's dialect.
func FileSchema(t reflect.Type) *JSONSchema {
	s := &schemer{file: true, types: map[string]reflect.Type{}, defs: map[string]*JSONSchema{}}
	root := s.value(t, whole)
	if root.Ref != "" { // a struct
		root = s.defs[t.Name()]
		delete(s.defs, t.Name())
	}
	root.Dialect, root.Defs = dialect, s.defs
	return root
}

// forFile makes an object that of a file.
func (j *JSONSchema) forFile(of *structure) {
	for i := range of.fields {
		f := &of.fields[i]
		if p := j.Properties[f.name]; p != nil && !f.required {
			j.Properties[f.name] = orNull(p)
		}
	}
	if of.extra != nil {
		j.Patterns = map[string]*JSONSchema{"^" + of.prefix: {}}
	}
}

// orNull is a schema that null satisfies, too. What it is called goes with it.
func orNull(p *JSONSchema) *JSONSchema {
	out := &JSONSchema{Title: p.Title, Description: p.Description}
	p.Title, p.Description = "", ""
	if p.Type == "" && p.Ref == "" && p.OneOf == nil {
		return out // anything
	}
	choices := p.OneOf
	if choices == nil {
		choices = []*JSONSchema{p}
	}
	out.OneOf = append(choices, &JSONSchema{Type: "null"})
	return out
}

// asWritten is the schema of text as YAML may read it: 2018 is a number there,
// and the year of a date here.
func asWritten(p *JSONSchema, f *field) *JSONSchema {
	var others []*JSONSchema
	switch {
	case f.date && !f.day:
		others = []*JSONSchema{integers(4, 4)}
	case f.phone:
		others = []*JSONSchema{integers(3, 15)}
	case f.id:
		others = []*JSONSchema{integers(1, 15), {Type: "boolean"}}
	case f.isFree() && p.Pattern == "":
		others = looksLike(f.length)
	}
	if others == nil {
		return p
	}
	return &JSONSchema{OneOf: append([]*JSONSchema{p}, others...)}
}

// looksLike are the values other than text that are written with so many signs.
func looksLike(length *span) []*JSONSchema {
	if length == nil {
		return []*JSONSchema{{Type: "number"}, {Type: "boolean"}}
	}
	var out []*JSONSchema
	if length.min <= 15 {
		least, most := int(length.min), int(min(length.max, 15))
		out = append(out, integers(least, most))
		if most > 1 { // the sign takes a place
			below := integers(least-1, most-1)
			low, high := -*below.Maximum, -max(*below.Minimum, 1)
			below.Minimum, below.Maximum = &low, &high
			out = append(out, below)
		}
	}
	if length.min <= float64(len("0.5")) {
		out = append(out, &JSONSchema{Type: "number", Not: &JSONSchema{Type: "integer"}})
	}
	if length.min <= float64(len("true")) && length.max >= float64(len("false")) {
		out = append(out, &JSONSchema{Type: "boolean"})
	}
	return out
}

// integers are the numbers that are written with from least to most digits.
func integers(least, most int) *JSONSchema {
	low, high := 0.0, math.Pow10(most)-1
	if least > 1 {
		low = math.Pow10(least - 1)
	}
	return &JSONSchema{Type: "integer", Minimum: &low, Maximum: &high}
}
