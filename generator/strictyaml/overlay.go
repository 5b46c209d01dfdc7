package strictyaml

import (
	"reflect"
)

// Mismatch tells that a translation does not fit its original. Path leads into
// the translation. It is a list of Got items where the original has Want; or
// an item, or a group of fields, that the original does not have at all (Want
// 0, Got 1).
type Mismatch struct {
	Path      []any
	Want, Got int
}

// Overlay is base with all that translation states, of fields with a tr tag,
// laid over it. Both are values, or pointers, of one type; the result is a deep
// copy of base, which stays as it is (values behind interfaces are shared).
// Items of a list of structs with an ID are matched by it where the
// translation gives it, all others by their place, for which the lists must be
// equally long. What does not fit stays as in base, and is told.
func Overlay(base, translation any) (any, []Mismatch) {
	out := reflect.New(reflect.TypeOf(base)).Elem()
	out.Set(clone(reflect.ValueOf(base)))
	o := overlay{}
	o.lay(out, reflect.ValueOf(translation), nil)
	return out.Interface(), o.mismatches
}

type overlay struct {
	mismatches []Mismatch
}

// lay puts what t states over b, which can be set.
func (o *overlay) lay(b, t reflect.Value, path []any) {
	switch {
	case t.IsZero():
	case isText(t.Type()), isScalar(t.Kind()):
		b.Set(t)
	case t.Kind() == reflect.Pointer && b.IsNil():
		o.mismatch(path, 0, 1)
	case t.Kind() == reflect.Pointer:
		o.lay(b.Elem(), t.Elem(), path)
	case t.Kind() == reflect.Struct:
		o.fields(b, t, path)
	case t.Kind() == reflect.Slice:
		o.list(b, t, path)
	}
}

func (o *overlay) mismatch(path []any, want, got int) {
	o.mismatches = append(o.mismatches, Mismatch{path, want, got})
}

func (o *overlay) fields(b, t reflect.Value, path []any) {
	for _, f := range describe(t.Type()).fields {
		if f.translate != original {
			o.lay(b.FieldByIndex(f.index), t.FieldByIndex(f.index), extend(path, f.name))
		}
	}
}

func (o *overlay) list(b, t reflect.Value, path []any) {
	sameLength := b.Len() == t.Len()
	told := false
	for i := range t.Len() {
		at := i
		if id := idOf(t.Index(i)); id != "" {
			if at = indexOf(b, id); at < 0 {
				o.mismatch(extend(path, i), 0, 1)
				continue
			}
		} else if !sameLength {
			if !told {
				o.mismatch(path, b.Len(), t.Len())
			}
			told = true
			continue
		}
		o.lay(b.Index(at), t.Index(i), extend(path, i))
	}
}

// idOf is the ID of an item, "" where its type has none.
func idOf(item reflect.Value) string {
	if item.Kind() != reflect.Struct {
		return ""
	}
	if id := item.FieldByName("ID"); id.IsValid() && id.Kind() == reflect.String {
		return id.String()
	}
	return ""
}

func indexOf(list reflect.Value, id string) int {
	for i := range list.Len() {
		if idOf(list.Index(i)) == id {
			return i
		}
	}
	return -1
}

// clone is a deep copy of v. Fields that are not exported, and values behind
// interfaces, are copied as they are.
func clone(v reflect.Value) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	out.Set(v)
	switch {
	case v.Kind() == reflect.Pointer && !v.IsNil():
		out.Set(reflect.New(v.Type().Elem()))
		out.Elem().Set(clone(v.Elem()))
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				out.Field(i).Set(clone(v.Field(i)))
			}
		}
	case v.Kind() == reflect.Slice && !v.IsNil():
		out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
		for i := range v.Len() {
			out.Index(i).Set(clone(v.Index(i)))
		}
	case v.Kind() == reflect.Map && !v.IsNil():
		out.Set(reflect.MakeMapWithSize(v.Type(), v.Len()))
		for key, value := range v.Seq2() {
			out.SetMapIndex(key, clone(value))
		}
	}
	return out
}
