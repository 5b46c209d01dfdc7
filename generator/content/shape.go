package content

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
)

// shape is what checks ask of a struct type again and again. The tags tell it.
type shape struct {
	byName map[string]reflect.StructField // by the names in YAML, embedded structs flattened
	nested []nested                       // fields that may hold structs
	past   []string                       // fields tagged when:"past"
	stated []reflect.StructField          // fields with the rule stated
}

// nested is a field that may hold structs.
type nested struct {
	index int
	name  string // in YAML; "" for an embedded struct
}

// shapes remembers the shape of each type: it depends on the type alone, and a
// site asks for a few types hundreds of thousands of times.
var shapes sync.Map // reflect.Type → *shape

func shapeOf(t reflect.Type) *shape {
	if known, ok := shapes.Load(t); ok {
		return known.(*shape)
	}
	s := &shape{byName: map[string]reflect.StructField{}}
	for i := range t.NumField() {
		s.add(t.Field(i), i)
	}
	for _, f := range reflect.VisibleFields(t) {
		if name := f.Tag.Get("yaml"); name != "" {
			s.byName[name] = f
		}
		if slices.Contains(strings.Split(f.Tag.Get("rule"), ","), "stated") {
			s.stated = append(s.stated, f)
		}
	}
	shapes.Store(t, s)
	return s
}

// add notes field i itself.
func (s *shape) add(f reflect.StructField, i int) {
	name := f.Tag.Get("yaml")
	if f.Tag.Get("when") == "past" {
		s.past = append(s.past, name)
	}
	switch {
	case !f.IsExported() || name == "" || name == "-" || name == "x-*" || !holdsStructs(f.Type):
	case f.Anonymous:
		s.nested = append(s.nested, nested{i, ""})
	default:
		s.nested = append(s.nested, nested{i, name})
	}
}

func holdsStructs(t reflect.Type) bool {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	return t.Kind() == reflect.Struct
}

// fieldOf is the field of v, a pointer to a struct, that YAML calls name.
// There is one: callers name fields of their own types.
func fieldOf(v any, name string) reflect.StructField {
	t := reflect.TypeOf(v).Elem()
	f, ok := shapeOf(t).byName[name]
	if !ok {
		panic(fmt.Sprintf("content: %s has no field %q", t, name))
	}
	return f
}

// eachStruct visits every struct in v, with its path, depth first.
func eachStruct(v reflect.Value, path []any, visit func(v reflect.Value, path []any)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			eachStruct(v.Elem(), path, visit)
		}
	case reflect.Slice:
		for i := range v.Len() {
			eachStruct(v.Index(i), step(path, i), visit)
		}
	case reflect.Struct:
		visit(v, path)
		for _, f := range shapeOf(v.Type()).nested {
			below := path
			if f.name != "" {
				below = step(path, f.name)
			}
			eachStruct(v.Field(f.index), below, visit)
		}
	}
}

// step is path with one more step, in memory of its own.
func step(path []any, next any) []any { return append(slices.Clip(path), next) }
