package content

import (
	"reflect"

	"anju/generator/diag"
)

// Where an entry has several sources, a number says which one it is from.
var (
	codeNoSource = diag.New("content/no-source", "没有写来源", "there is no source")
	codeSourceNo = diag.New("content/source-number", "没有第 %d 个来源，这里一共 %d 个", "there is no source %d; there are %d")
	codeWhichOne = diag.New("content/source-of-number", "%s没有写出自第几个来源", "%s does not say which source it is from")
	hintSource   = diag.Text{Zh: "加上 sources:，每条写 title、publisher、url", En: "add sources:, each with title, publisher and url"}
	hintSourceNo = diag.Text{Zh: "从 1 数起，写 sources 里的第几条；少了来源就补上", En: "count from 1 in sources, or add the source"}
	hintWhichOne = diag.Text{Zh: "在这一项里加一行“source: N”，N 是 sources 里的第几条，从 1 数起", En: `add a line "source: N" to this item; count N from 1 in sources`}
)

func checkSources(h *Head, doc document) diag.List {
	if len(h.Sources) > 0 || h.Kind == "page" || doc.told("sources") {
		return nil
	}
	return diag.List{codeNoSource.At(doc.At("sources")).Hinted(hintSource)}
}

// onlySource lets every item of e that names no source mean the only one that
// there is.
func onlySource(e Entry) {
	if len(e.Common().Sources) != 1 {
		return
	}
	eachStruct(reflect.ValueOf(e), nil, func(v reflect.Value, _ []any) {
		if f := sourceOf(v); f.IsValid() && f.IsZero() {
			f.SetInt(1)
		}
	})
}

// sourceOf is the number of the source that the struct v has, an invalid Value
// for what has none.
func sourceOf(v reflect.Value) reflect.Value {
	if f := v.FieldByName("Source"); f.IsValid() && f.Kind() == reflect.Int {
		return f
	}
	return reflect.Value{}
}

// sourceNumbers checks that every source: N in e names one of its sources, and
// that each number has one.
func sourceNumbers(e Entry, doc document) (list diag.List) {
	n := len(e.Common().Sources)
	if n == 0 && doc.told("sources") {
		return nil
	}
	eachStruct(reflect.ValueOf(e), nil, func(v reflect.Value, path []any) {
		f := sourceOf(v)
		if !f.IsValid() {
			return
		}
		at := step(path, "source")
		name := numbered(v)
		switch {
		case int(f.Int()) > n:
			list = append(list, codeSourceNo.At(doc.At(at...), f.Int(), n).Hinted(hintSourceNo))
		case f.IsZero() && n > 1 && name != "" && !doc.told(at...):
			what := label(v.Addr().Interface(), name)
			list = append(list, codeWhichOne.At(doc.At(step(path, name)...), what).Hinted(hintWhichOne))
		}
	})
	return list
}

// numbered is the first field of v that states a number which readers may rely
// on, "" for none. What else must have a source says so in its tags.
func numbered(v reflect.Value) string {
	names := map[reflect.Type][]string{
		reflect.TypeFor[Home]():     {"rent", "area", "availability", "deposit"},
		reflect.TypeFor[Amenity]():  {"walk_min", "distance_m"},
		reflect.TypeFor[Facility](): {"count"},
		reflect.TypeFor[Commute]():  {"minutes"},
	}
	for _, name := range names[v.Type()] {
		if !v.FieldByIndex(fieldOf(v.Addr().Interface(), name).Index).IsZero() {
			return name
		}
	}
	return ""
}
