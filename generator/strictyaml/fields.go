package strictyaml

import (
	"reflect"
	"regexp"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"anju/generator/diag"
)

// pair is a key with its value.
type pair struct{ key, value *yaml.Node }

// pairs lists what n holds. Keys that are no text are told and left out, and
// so is each but the first of those that are equal.
func (d *decoder) pairs(n *yaml.Node) []pair {
	out := make([]pair, 0, len(n.Content)/2)
	first := map[string]int{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		line, seen := first[key.Value]
		switch {
		case key.Kind != yaml.ScalarNode:
			d.report(wrongType.At(d.doc.pos(key), diag.Text{Zh: "字段名", En: "the name of a field"}, textShape, shapeOf(key)), diag.Text{})
		case seen:
			d.report(duplicateField.At(d.doc.pos(key), key.Value, line), hintDouble)
		default:
			first[key.Value] = d.doc.pos(key).Line
			out = append(out, pair{key, n.Content[i+1]})
		}
	}
	return out
}

func (d *decoder) structure(n *yaml.Node, v reflect.Value, c context) {
	s := describe(v.Type())
	if n.Kind != yaml.MappingNode {
		d.wrongShape(n, groupShape, s.example(n, c.item), c)
		return
	}
	c.item = false
	meant := map[string]bool{}
	for _, p := range d.pairs(n) {
		meant[d.member(p, s, v, c)] = true
	}
	for i := range s.fields {
		if f := &s.fields[i]; f.required && !meant[f.name] && !d.translation {
			d.report(missingField.At(lineOf(c.at), f.label()), f.absent())
		}
	}
}

// member decodes one field of a struct, and returns the name of the field that
// was meant, so that a mistyped one is not told as missing too.
func (d *decoder) member(p pair, s *structure, v reflect.Value, c context) string {
	c.at = d.doc.pos(p.key)
	f := s.field(p.key.Value)
	switch {
	case f == nil && s.extra != nil && strings.HasPrefix(p.key.Value, s.prefix):
		d.extra(p, v.FieldByIndex(s.extra.index), s.extra, c)
	case f == nil:
		return d.unknown(p, s)
	case !d.allows(f) && d.translation:
		d.report(notTranslatable.At(c.at, f.label()), hintOriginal)
	case !d.allows(f):
		d.report(notAllowed.At(c.at, f.label()), hintTranslation)
	default:
		c.field = f
		stated := d.value(p.value, v.FieldByIndex(f.index), c)
		if !stated && f.required && !d.translation {
			d.report(emptyField.At(c.at, f.label()), diag.Text{})
		}
	}
	return p.key.Value
}

// allows reports whether f may stand in this kind of document. In translations
// the id of an item tells which item it is.
func (d *decoder) allows(f *field) bool {
	if d.translation {
		return f.translate != original || f.name == "id"
	}
	return f.translate != translated
}

// extra adds a free field to those that v, a map, collects.
func (d *decoder) extra(p pair, v reflect.Value, f *field, c context) {
	if v.IsNil() {
		v.Set(reflect.MakeMap(v.Type()))
	}
	c.field = f
	value := reflect.New(v.Type().Elem()).Elem()
	d.value(p.value, value, c)
	v.SetMapIndex(reflect.ValueOf(p.key.Value), value)
}

var colonInKey = regexp.MustCompile(`^([a-z][a-z0-9_-]*)：`)

// unknown tells of a key that is no field, and returns the field that it may
// have meant.
func (d *decoder) unknown(p pair, s *structure) (meant string) {
	if m := colonInKey.FindStringSubmatch(p.key.Value); m != nil && isBare(p.key) {
		d.found = append(d.found, d.doc.fullwidthColon(p.key.Line, p.key.Column, m[1]))
		return m[1]
	}
	meant = d.nearest(p.key.Value, s)
	d.report(unknownField.At(d.doc.pos(p.key), p.key.Value), diag.DidYouMean(meant, []string{meant}))
	return meant
}

// nearest is the field that key may have meant, by its name or by its Chinese
// description; "" where none is near.
func (d *decoder) nearest(key string, s *structure) string {
	key = strings.Trim(key, " \u00a0\u3000“”‘’\"'")
	var names, titles []string
	for i := range s.fields {
		if f := &s.fields[i]; d.allows(f) {
			names, titles = append(names, f.name), append(titles, f.title())
		}
	}
	if near, ok := diag.Nearest(key, titles); ok {
		return names[slices.Index(titles, near)]
	}
	near, _ := diag.Nearest(key, names)
	return near
}
