package data

import (
	"encoding/json"
	"reflect"
	"strings"
)

// texts are the fields that a translation may state, with what s, which is
// translated, says otherwise than own: laid over own they give s.
func (s sides) texts(own sides) (out object) {
	for i, side := range s {
		out = append(out, texts(reflect.Indirect(reflect.ValueOf(side)), reflect.Indirect(reflect.ValueOf(own[i])))...)
	}
	return out
}

// texts are those of a struct, under their names in YAML.
func texts(of, own reflect.Value) (out object) {
	for i := range of.NumField() {
		f := of.Type().Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		switch {
		case f.Anonymous:
			out = append(out, texts(of.Field(i), own.Field(i))...)
		case f.Tag.Get("tr") == "" || reflect.DeepEqual(of.Field(i).Interface(), own.Field(i).Interface()):
		default:
			out = append(out, member{name, otherwise(of.Field(i), own.Field(i))})
		}
	}
	return out
}

// otherwise is what a field says otherwise than own does. A list of structs has
// an object for each, though it may hold nothing; any other list is whole.
func otherwise(of, own reflect.Value) any {
	if _, ok := of.Interface().(json.Marshaler); ok {
		return value(of)
	}
	switch of.Kind() {
	case reflect.Pointer:
		return otherwise(of.Elem(), own.Elem())
	case reflect.Struct:
		return texts(of, own)
	case reflect.Slice:
		if of.Type().Elem().Kind() == reflect.Struct {
			list := make([]object, of.Len())
			for i := range list {
				list[i] = texts(of.Index(i), own.Index(i))
			}
			return list
		}
	}
	return value(of)
}
