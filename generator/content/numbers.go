package content

import (
	"reflect"
	"slices"
	"strconv"

	"anju/generator/diag"
)

// values checks every amount, range, figure and source in v, wherever it is.
func values(v any, doc document) (list diag.List) {
	eachStruct(reflect.ValueOf(v), nil, func(v reflect.Value, path []any) {
		switch x := v.Interface().(type) {
		case Money:
			if x.Amount == nil && x.Min == nil && x.Max == nil && !doc.toldAny(path, "amount", "min", "max") {
				list = append(list, codeMoney.At(doc.At(path...)).Hinted(hintMoney))
			}
			wrong := append(either("amount", x.Amount, x.Min, x.Max, doc, path), ordered(x.Min, x.Max, doc, path)...)
			if list = append(list, wrong...); wrong == nil {
				list = append(list, checkMoney(x, doc, path)...)
			}
		case Range:
			list = append(list, either("value", x.Value, x.Min, x.Max, doc, path)...)
			list = append(list, ordered(x.Min, x.Max, doc, path)...)
		case Figure:
			if x.Value == nil && x.Min == nil && x.Max == nil && !doc.toldAny(path, "value", "min", "max") {
				list = append(list, codeFigure.At(doc.At(step(path, "label")...)).Hinted(hintFigure))
			}
			list = append(list, either("value", x.Value, x.Min, x.Max, doc, path)...)
			list = append(list, ordered(x.Min, x.Max, doc, path)...)
		case Source:
			if x.URL == "" && x.Kind != "print" && !doc.toldAny(path, "url", "kind") {
				list = append(list, codeSourceURL.At(doc.At(step(path, "title")...)).Hinted(hintSourceURL))
			}
		}
	})
	return list
}

// toldAny is told for any of the fields names under path.
func (d document) toldAny(path []any, names ...string) bool {
	return slices.ContainsFunc(names, func(name string) bool { return d.told(step(path, name)...) })
}

// either demands that single, the field name, does not stand beside a range.
func either[N int64 | float64](name string, single, low, high *N, doc document, path []any) diag.List {
	if single == nil || low == nil && high == nil {
		return nil
	}
	hint := hintEither.With(diag.Text{Zh: name, En: name})
	return diag.List{codeEither.At(doc.At(step(path, name)...), name).Hinted(hint)}
}

func ordered[N int64 | float64](low, high *N, doc document, path []any) diag.List {
	if low == nil || high == nil || *low <= *high {
		return nil
	}
	at := doc.At(step(path, "min")...)
	return diag.List{codeRange.At(at, plain(*low), plain(*high)).Hinted(hintRange)}
}

// plain is a number as editors write it, never 1e+06.
func plain[N int64 | float64](n N) string { return strconv.FormatFloat(float64(n), 'f', -1, 64) }
