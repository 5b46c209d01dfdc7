package strictyaml

import (
	"reflect"
	"slices"
)

// Choices is what an enumerated field may hold.
type Choices struct {
	Path   []string     // of names, from the struct that was asked for
	In     reflect.Type // the struct that has the field
	Values []string
	Zh     []string // their Chinese names, one each
}

// ChoicesIn lists the fields of t, a struct, and of the structs within it,
// whose values are enumerated and named, in the order of the source. No struct
// may hold one of its own type.
func ChoicesIn(t reflect.Type) (all []Choices) {
	s := describe(t)
	for i := range s.fields {
		f := &s.fields[i]
		of := f.of
		for of.Kind() == reflect.Pointer || of.Kind() == reflect.Slice {
			of = of.Elem()
		}
		switch {
		case f.enumZh != nil:
			all = append(all, Choices{[]string{f.name}, t, f.enum, f.enumZh})
		case of.Kind() == reflect.Struct && !isText(of):
			for _, c := range ChoicesIn(of) {
				c.Path = slices.Concat([]string{f.name}, c.Path)
				all = append(all, c)
			}
		}
	}
	return all
}
