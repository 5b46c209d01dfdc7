package theme

import (
	"io"
	"maps"
	"reflect"
	"slices"

	"anju/generator/diag"
)

// probe executes every layout and every fragment with payloads whose fields are all
// filled, all empty, and lists of empty things, so that each branch is taken and
// a field that does not exist is found before the first page is made. It also
// makes html/template finish its escaping, after which layouts are safe to
// share.
func (t *Theme) probe() diag.List {
	var findings diag.List
	try := func(blank func() Payload, layout string, execute func(Payload) error) {
		for _, how := range []sample{{full: true, lists: true}, {lists: true}, {}} {
			err := execute(how.payload(blank(), layout, t.languages[0]))
			if err == nil {
				continue
			}
			if found := t.failed(err, layout); !slices.Contains(findings, found) { // partials are shared
				findings = append(findings, found)
			}
			return
		}
	}
	for _, name := range slices.Sorted(maps.Keys(payloads)) {
		try(payloads[name], name, func(p Payload) error { return t.Execute(io.Discard, p) })
	}
	for _, name := range slices.Sorted(maps.Keys(fragmentPayloads)) {
		try(fragmentPayloads[name], fragmentLayout, func(p Payload) error { return t.ExecuteFragment(io.Discard, name, p) })
	}
	if err := t.Execute(io.Discard, NewStylePage(new(Frame))); err != nil && findings == nil { // its data name symbols, as those of real pages do
		findings = append(findings, t.failed(err, "style"))
	}
	return findings
}

// knownIcon is a symbol that every theme has.
const knownIcon = "info"

// sample says what a made-up payload holds.
type sample struct {
	full  bool // scalars are not zero, pointers are set
	lists bool // lists have one element
}

// payload fills a blank one.
func (s sample) payload(payload Payload, layout, lang string) Payload {
	s.fill(reflect.ValueOf(payload).Elem())
	p := payload.page()
	p.Layout, p.Lang = layout, lang
	if p.Frame == nil {
		p.Frame = new(Frame)
	}
	return payload
}

func (s sample) fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				s.fill(v.Field(i))
			}
		}
	case reflect.Slice:
		if s.lists {
			v.Set(reflect.MakeSlice(v.Type(), 1, 1))
			s.fill(v.Index(0))
		}
	case reflect.Pointer:
		if s.full {
			v.Set(reflect.New(v.Type().Elem()))
			s.fill(v.Elem())
		}
	case reflect.String:
		if v.Type() == reflect.TypeFor[Icon]() {
			v.SetString(knownIcon)
		} else if s.full {
			v.SetString("1") // safe as text, address, HTML and script
		}
	case reflect.Int:
		if s.full {
			v.SetInt(1)
		}
	case reflect.Float64:
		if s.full {
			v.SetFloat(1)
		}
	case reflect.Bool:
		v.SetBool(s.full)
	}
}
