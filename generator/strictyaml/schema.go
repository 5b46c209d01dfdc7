package strictyaml

import (
	"encoding"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"

	"anju/generator/diag"
)

// structure describes a struct type as its tags tell it, inlined structs
// flattened. It is the schema, told once: whatever else speaks of the fields
// takes them from here.
type structure struct {
	fields []field // in the order of the source
	extra  *field  // takes the keys that begin with prefix; may be nil
	prefix string
}

// field describes a field of a struct.
type field struct {
	name      string // in YAML
	index     []int  // for reflect.Value.FieldByIndex
	tag       reflect.StructTag
	translate translation
	of        reflect.Type
	kind      reflect.Kind // of the value, or of each item of a list
	list      bool
	date      bool
	rules
}

// translation tells whether a field may stand in a translation.
type translation uint8

const (
	original   translation = iota // in the original only
	both                          // is translated, or holds what is
	translated                    // in translations only
)

// rules bound the value of a field.
type rules struct {
	required bool
	stated   bool // required unless the source does not state it, which Decode does not know
	day      bool // a date must name a day
	url      bool
	phone    bool
	id       bool
	length   *span // in code points
	bounds   *span // of a number
	enum     []string
	enumZh   []string // their Chinese names, if they need any
}

// span is a range, both ends included.
type span struct{ min, max float64 }

// described remembers the description of each struct type: it depends on the
// type alone, and a site has tens of thousands of documents of a few types.
var described sync.Map // reflect.Type → *structure

// describe describes t. A type that breaks the grammar of the tags is a
// programmer's error, and panics.
func describe(t reflect.Type) *structure {
	if known, ok := described.Load(t); ok {
		return known.(*structure)
	}
	out := &structure{}
	out.add(t, nil)
	known, _ := described.LoadOrStore(t, out)
	return known.(*structure)
}

func (s *structure) add(t reflect.Type, index []int) {
	for i := range t.NumField() {
		f := t.Field(i)
		at := append(slices.Clone(index), i)
		name, option, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		switch {
		case name == "-":
		case option == "inline" && f.Type.Kind() == reflect.Struct:
			s.add(f.Type, at)
		case name == "" || option != "":
			misuse(t, f, "its yaml tag gives no name")
		case !supported(f.Type):
			misuse(t, f, "its type cannot be decoded")
		case strings.HasSuffix(name, "*"):
			s.prefix, s.extra = strings.TrimSuffix(name, "*"), &field{name: name, index: at, tag: f.Tag}
		case s.field(name) != nil:
			misuse(t, f, "another field has its name")
		default:
			s.fields = append(s.fields, newField(t, f, name, at))
		}
	}
}

func (s *structure) field(name string) *field {
	for i := range s.fields {
		if s.fields[i].name == name {
			return &s.fields[i]
		}
	}
	return nil
}

func newField(t reflect.Type, f reflect.StructField, name string, index []int) field {
	out := field{name: name, index: index, tag: f.Tag, of: f.Type}
	out.describe(f.Type)
	switch tr := f.Tag.Get("tr"); tr {
	case "":
	case "y":
		out.translate = both
	case "only":
		out.translate = translated
	default:
		misuse(t, f, fmt.Sprintf("tr:%q is neither y nor only", tr))
	}
	if tag := f.Tag.Get("rule"); tag != "" {
		for rule := range strings.SplitSeq(tag, ",") {
			if err := out.add(rule); err != nil {
				misuse(t, f, err.Error())
			}
		}
	}
	if names := f.Tag.Get("enumzh"); names != "" {
		out.enumZh = strings.Split(names, "|")
		if len(out.enumZh) != len(out.enum) {
			misuse(t, f, "its enumzh tag does not name every choice")
		}
	}
	return out
}

// describe notes what a value of type t is, for examples.
func (f *field) describe(t reflect.Type) {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		f.list = f.list || t.Kind() == reflect.Slice
		t = t.Elem()
	}
	f.kind, f.date = t.Kind(), reflect.PointerTo(t).Implements(reflect.TypeFor[aDate]())
}

// add reads one rule of a tag.
func (r *rules) add(rule string) (err error) {
	name, arg, _ := strings.Cut(rule, "=")
	switch name {
	case "required":
		r.required = true
	case "stated":
		r.stated = true
	case "day":
		r.day = true
	case "url":
		r.url = true
	case "phone":
		r.phone = true
	case "id":
		r.id = true
	case "enum":
		r.enum = strings.Split(arg, "|")
	case "len":
		r.length, err = parseSpan(arg)
	case "range":
		r.bounds, err = parseSpan(arg)
	default:
		err = fmt.Errorf("there is no rule %q", rule)
	}
	return err
}

func parseSpan(s string) (*span, error) {
	from, to, _ := strings.Cut(s, "..")
	lo, errLo := strconv.ParseFloat(from, 64)
	hi, errHi := strconv.ParseFloat(to, 64)
	if errLo != nil || errHi != nil || lo > hi {
		return nil, fmt.Errorf("%q is no range like 1..60", s)
	}
	return &span{lo, hi}, nil
}

func misuse(t reflect.Type, f reflect.StructField, why string) {
	panic(fmt.Sprintf("strictyaml: %s.%s: %s", t, f.Name, why))
}

var textUnmarshaler = reflect.TypeFor[encoding.TextUnmarshaler]()

// isText reports whether values of type t read themselves from text.
func isText(t reflect.Type) bool { return reflect.PointerTo(t).Implements(textUnmarshaler) }

// supported reports whether a value of type t can be decoded.
func supported(t reflect.Type) bool {
	if isText(t) {
		return true
	}
	switch t.Kind() {
	case reflect.String, reflect.Bool, reflect.Int, reflect.Int64, reflect.Float64, reflect.Struct:
		return true
	case reflect.Interface:
		return t.NumMethod() == 0
	case reflect.Pointer, reflect.Slice:
		return supported(t.Elem())
	case reflect.Map:
		return t.Key().Kind() == reflect.String && supported(t.Elem())
	}
	return false
}

// label names the field to an editor: “标题”（title）, or "title".
func (f *field) label() diag.Text {
	en := strconv.Quote(f.name)
	if zh := f.title(); zh != "" {
		return diag.Text{Zh: "“" + zh + "”（" + f.name + "）", En: en}
	}
	return diag.Text{Zh: "“" + f.name + "”", En: en}
}

// title is the Chinese description of the field up to its first explanation.
func (f *field) title() string {
	zh := f.tag.Get("zh")
	if i := strings.IndexAny(zh, "（，："); i >= 0 {
		zh = zh[:i]
	}
	return zh
}
