package data

import (
	"encoding/json"
	"reflect"
	"strings"
)

// sides are structs whose fields stand side by side in one object.
type sides []any

// fields are the fields of all structs, one struct after the other.
func (s sides) fields() (out object) {
	for _, side := range s {
		out = append(out, fields(reflect.Indirect(reflect.ValueOf(side)))...)
	}
	return out
}

// object is a JSON object that keeps the order of its fields.
type object []member

type member struct {
	name  string
	value any
}

// MarshalJSON writes the members in their order.
func (o object) MarshalJSON() ([]byte, error) {
	var b strings.Builder
	b.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		b.Write(encode(m.name))
		b.WriteByte(':')
		b.Write(encode(m.value))
	}
	b.WriteByte('}')
	return []byte(b.String()), nil
}

// fields are the fields of a struct under their names in YAML, without those
// that are not set or hold nothing. What an editor keeps under x- is left out.
func fields(v reflect.Value) (out object) {
	for i := range v.NumField() {
		f := v.Type().Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		switch {
		case f.Anonymous:
			out = append(out, fields(v.Field(i))...)
		case !f.IsExported() || name == "" || name == "-" || name == "x-*" || isEmpty(v.Field(i)):
		default:
			out = append(out, member{name, value(v.Field(i))})
		}
	}
	return out
}

// isEmpty reports whether a field says nothing. An empty list that was made says
// that there is none.
func isEmpty(v reflect.Value) bool { return v.IsZero() || v.Kind() == reflect.Map && v.Len() == 0 }

// value turns a field into what encoding/json writes in order.
func value(v reflect.Value) any {
	if m, ok := v.Interface().(json.Marshaler); ok {
		return m
	}
	switch v.Kind() {
	case reflect.Pointer:
		return value(v.Elem())
	case reflect.Struct:
		return fields(v)
	case reflect.Slice:
		list := make([]any, v.Len())
		for i := range list {
			list[i] = value(v.Index(i))
		}
		return list
	}
	return v.Interface()
}

// encode writes JSON that people can read: Han text and & as they are.
func encode(v any) []byte {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic(err) // only values of this file come here, and they all can be written
	}
	return []byte(strings.TrimSuffix(b.String(), "\n"))
}
