package content

import (
	"cmp"
	"reflect"
	"strings"
	"time"
	"unicode"

	"anju/generator/diag"
	"anju/generator/hanzi"
	"anju/generator/strictyaml"
)

// formats are marks of Markdown that no plain text needs.
var formats = []string{"**", "](", "`"}

// checkFormats warns of Markdown in the texts of fields, which are shown as
// they are.
func checkFormats(v any, doc document) (list diag.List) {
	strictyaml.Walk(v, func(path []any, tag reflect.StructTag, text string) {
		for _, mark := range formats {
			if tag.Get("tr") == "y" && strings.Contains(text, mark) {
				list = append(list, codeFormat.Warn(doc.At(path...), mark).Hinted(hintFormat))
				return
			}
		}
	})
	return list
}

// checkFuture warns of days on which something is said to have happened (fields
// tagged when:"past", and figures of what exists), but that are later than now,
// or than the day from which the entry is published.
func checkFuture(e Entry, now time.Time, doc document) (list diag.List) {
	if from := e.Common().Published.First(); from.After(now) {
		now = from
	}
	if w := e.Common().Withdrawn; w != nil && w.On.First().After(now) {
		day := diag.Text{Zh: "撤下的日期", En: "the day of withdrawal"}
		list = append(list, codeFuture.At(doc.At("withdrawn", "on"), day, w.On).Hinted(hintWithdraw))
	}
	eachStruct(reflect.ValueOf(e), nil, func(v reflect.Value, path []any) {
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.Tag.Get("when") == "past" {
				list = append(list, notYet(v.Addr().Interface(), f.Tag.Get("yaml"), now, doc, path...)...)
			}
		}
		if f, ok := v.Interface().(Figure); ok && cmp.Or(f.StatedAs, "existing") == "existing" {
			list = append(list, notYet(&f, "as_of", now, doc, path...)...)
		}
	})
	return list
}

// notYet warns of a date in the field name of v, a pointer to a struct to which
// path leads, that is later than now.
func notYet(v any, name string, now time.Time, doc document, path ...any) diag.List {
	d := dateIn(v, name)
	if d.IsZero() || !d.First().After(now) {
		return nil
	}
	return diag.List{codeFuture.Warn(doc.At(append(path, name)...), label(v, name), d).Hinted(hintFuture)}
}

// isChinese reports whether most letters of text are Han.
func isChinese(text string) bool {
	han, letters := 0, 0
	for _, r := range text {
		switch {
		case hanzi.IsHan(r):
			han++
		case unicode.IsLetter(r):
			letters++
		}
	}
	return han > letters
}
