package strictyaml

import "reflect"

// Walk visits every text in v that is not empty, be it a string, a value of a
// type made of strings, or one of a list of them: its path, as Doc.At takes
// it, the tag of its field, and the text. v is what Decode filled, or a pointer
// to it. Fields that are not decoded, and free ones, are left out.
func Walk(v any, visit func(path []any, tag reflect.StructTag, value string)) {
	w := walker{visit: visit}
	w.value(reflect.ValueOf(v), nil, "")
}

type walker struct {
	visit func(path []any, tag reflect.StructTag, value string)
}

func (w *walker) value(v reflect.Value, path []any, tag reflect.StructTag) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			w.value(v.Elem(), path, tag)
		}
	case reflect.Slice:
		for i := range v.Len() {
			w.value(v.Index(i), extend(path, i), tag)
		}
	case reflect.Struct:
		if isText(v.Type()) {
			return
		}
		for _, f := range describe(v.Type()).fields {
			w.value(v.FieldByIndex(f.index), extend(path, f.name), f.tag)
		}
	case reflect.String:
		if v.Len() > 0 {
			w.visit(path, tag, v.String())
		}
	}
}

// extend is path with one more step, in memory of its own.
func extend(path []any, step any) []any {
	return append(path[:len(path):len(path)], step)
}
