package content

import (
	"reflect"

	"anju/generator/diag"
	"anju/generator/strictyaml"
)

// eachStruct visits every struct in v, with its path, depth first.
func eachStruct(v reflect.Value, path []any, visit func(v reflect.Value, path []any)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			eachStruct(v.Elem(), path, visit)
		}
	case reflect.Slice:
		for i := range v.Len() {
			eachStruct(v.Index(i), append(path[:len(path):len(path)], i), visit)
		}
	case reflect.Struct:
		visit(v, path)
		for i := range v.NumField() {
			f := v.Type().Field(i)
			name := f.Tag.Get("yaml")
			switch {
			case !f.IsExported() || name == "" || name == "-" || name == "x-*":
			case f.Anonymous:
				eachStruct(v.Field(i), path, visit)
			default:
				eachStruct(v.Field(i), append(path[:len(path):len(path)], name), visit)
			}
		}
	}
}

// datesAndNumbers checks every amount, range and figure in v, wherever it is.
func datesAndNumbers(v any, doc *strictyaml.Doc) (list diag.List) {
	eachStruct(reflect.ValueOf(v), nil, func(v reflect.Value, path []any) {
		at := doc.At(path...)
		switch x := v.Interface().(type) {
		case Money:
			if x.Amount == nil && x.Min == nil && x.Max == nil {
				list = append(list, codeMoney.At(at).Hinted(hintMoney))
			}
			list = append(list, ordered(x.Min, x.Max, at)...)
		case Range:
			list = append(list, ordered(x.Min, x.Max, at)...)
		case Figure:
			if x.Value == nil && x.Min == nil && x.Max == nil {
				list = append(list, codeFigure.At(at).Hinted(hintFigure))
			}
			list = append(list, ordered(x.Min, x.Max, at)...)
		}
	})
	return list
}

func ordered[N int64 | float64](low, high *N, at diag.Pos) diag.List {
	if low == nil || high == nil || *low <= *high {
		return nil
	}
	return diag.List{codeRange.At(at, *low, *high)}
}

// sourceNumbers checks that every source: N in v names one of n sources.
func sourceNumbers(v any, n int, doc *strictyaml.Doc) (list diag.List) {
	eachStruct(reflect.ValueOf(v), nil, func(v reflect.Value, path []any) {
		if f := v.FieldByName("Source"); f.IsValid() && f.Kind() == reflect.Int && int(f.Int()) > n {
			list = append(list, codeSourceNo.At(doc.At(append(path[:len(path):len(path)], "source")...), f.Int(), n))
		}
	})
	return list
}
