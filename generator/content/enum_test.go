package content

import (
	"os"
	"reflect"
	"strings"
	"testing"
)

// The Chinese names of choices in messages are those that pages show.
func TestChoicesAreNamedAsOnPages(t *testing.T) {
	theme, err := os.ReadFile("../../themes/default/strings/zh-Hans.yaml")
	if err != nil {
		t.Fatal(err)
	}
	named := 0
	for _, k := range Kinds {
		eachField(reflect.TypeOf(newEntry(k.Name)).Elem(), func(f reflect.StructField) {
			_, choices, _ := strings.Cut(f.Tag.Get("rule"), "enum=")
			values := strings.Split(choices, "|")
			for i, name := range strings.FieldsFunc(f.Tag.Get("enumzh"), func(r rune) bool { return r == '|' }) {
				named++
				if line := "." + values[i] + ": \"" + name + "\"\n"; !strings.Contains(string(theme), line) {
					t.Errorf("%s of %s: the theme has no %q", f.Name, k.Name, line)
				}
			}
		})
	}
	if named < 50 {
		t.Errorf("only %d names of choices", named)
	}
}

// eachField visits the fields of t and of the structs of this room in it.
func eachField(t reflect.Type, visit func(reflect.StructField)) {
	for i := range t.NumField() {
		f := t.Field(i)
		visit(f)
		if e := element(f.Type); e.Kind() == reflect.Struct && e.PkgPath() == t.PkgPath() {
			eachField(e, visit)
		}
	}
}
