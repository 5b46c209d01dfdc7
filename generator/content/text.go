package content

import (
	"cmp"
	"reflect"
	"slices"
	"strings"
	"time"
	"unicode"

	"anju/generator/diag"
	"anju/generator/hanzi"
)

// formats are marks of Markdown that no plain text needs.
var formats = []string{"**", "](", "`"}

// checkFormat warns of Markdown in text, that of a field, which is shown as it
// is. path leads to it.
func checkFormat(text string, doc document, path []any) diag.List {
	for _, mark := range formats {
		if strings.Contains(text, mark) {
			return diag.List{codeFormat.Warn(doc.At(path...), mark).Hinted(hintFormat)}
		}
	}
	return nil
}

// wordLists are the lists whose items are names and single words, not sentences.
var wordLists = []string{"issuer", "documents", "aliases", "features", "skills"}

// listMarks are those that part items in Chinese, and what parts them in a list.
var listMarks = strings.NewReplacer("，", ", ", "、", ", ")

// checkJoined warns of a list whose only item holds a comma of a Chinese
// keyboard: it was meant as several. path leads to the item.
func checkJoined(text string, doc document, path []any) diag.List {
	n := len(path)
	if n < 2 || path[n-1] != 0 || !strings.ContainsAny(text, "，、") || doc.doc.Has(step(path[:n-1], 1)...) {
		return nil
	}
	if name, ok := path[n-2].(string); !ok || !slices.Contains(wordLists, name) {
		return nil
	}
	items := listMarks.Replace(text)
	return diag.List{codeJoined.Warn(doc.At(path...)).Hinted(hintJoined.With(diag.Text{Zh: items, En: items}))}
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
		for _, name := range shapeOf(v.Type()).past {
			list = append(list, notYet(v.Addr().Interface(), name, now, doc, path...)...)
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
