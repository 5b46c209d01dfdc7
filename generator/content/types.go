package content

import (
	"path"
	"reflect"
	"strings"
)

// TypeAt is the type that the fields of a file fill, by the file's place in the
// source folder: an entry's, or a list of words for a vocabulary. A translation
// fills it in part. It is not ok for a file of any other place.
func TypeAt(name string) (t reflect.Type, translation, ok bool) {
	if f, ok := identify(name); ok {
		return reflect.TypeOf(f.kind.New()).Elem(), f.lang != "", true
	}
	stem, isYAML := strings.CutSuffix(path.Base(name), ".yaml")
	if !isYAML || path.Dir(name) != path.Join(Root, vocabFolder) {
		return nil, false, false
	}
	field, ok := reflect.TypeFor[Vocab]().FieldByNameFunc(func(n string) bool { return strings.ToLower(n) == stem })
	return field.Type, false, ok
}
