package site

import (
	"encoding/json"
	"reflect"
	"strings"

	"anju/generator/content"
)

// dataFields are what site adds to an entry's own fields. Dates only, never a
// status: that depends on the moment of asking.
type dataFields struct {
	ID        string        `yaml:"id"`
	Type      string        `yaml:"type"`
	URL       string        `yaml:"url"`
	Languages []string      `yaml:"languages"`
	Linked    []content.Ref `yaml:"linked_from"`
	BodyText  string        `yaml:"body_text"`
}

// data are the entries as JSON for other programs: one file a kind, and one
// beside each page. What was withdrawn is in neither.
func (p *planner) data() (files []File) {
	for _, kind := range content.Kinds {
		all := []json.RawMessage{}
		for _, e := range p.lib.Entries {
			h := e.Common()
			if h.Kind != kind.Name || h.Withdrawn != nil {
				continue
			}
			raw := encode(p.dataOf(e))
			all = append(all, raw)
			files = append(files, File{Path: file(kind.Path(h.ID) + "index.json"), Data: append(raw[:len(raw):len(raw)], '\n')})
		}
		whole := object{{"type", kind.Name}, {"license_note", dataNote}, {"entries", all}}
		files = append(files, File{Path: "data/" + kind.Folder + ".json", Data: append(encode(whole), '\n')})
	}
	return append(files, p.homesData())
}

// homesData are the unit types of all communities, each with its community.
func (p *planner) homesData() File {
	all := []object{}
	for _, e := range p.shown["community"] {
		c := e.(*content.Community)
		for _, h := range c.Homes {
			url := p.absolute(p.in(c.Lang).EntryURL(&c.Head)) + "#home-" + h.ID
			home := object{{"type", "home"}, {"url", url}, {"community", c.Ref()}, {"city", c.City}}
			all = append(all, append(home, fields(reflect.ValueOf(h))...))
		}
	}
	whole := object{{"type", "home"}, {"license_note", dataNote}, {"entries", all}}
	return File{Path: "data/homes.json", Data: append(encode(whole), '\n')}
}

// dataNote goes with every data file.
const dataNote = "Facts with their sources; the official text prevails. 以官方原文为准。"

// dataOf is an entry with the fields that site adds, in a fixed order.
func (p *planner) dataOf(e content.Entry) object {
	h := e.Common()
	ed := p.in(h.Lang)
	added := dataFields{
		ID: h.ID, Type: h.Kind, URL: p.absolute(ed.EntryURL(h)),
		Linked: p.lib.Neighbours(h.Ref()), BodyText: ed.BodyText(h),
	}
	for _, lang := range p.cfg.Languages {
		if _, ok := p.lib.In(e, lang); ok {
			added.Languages = append(added.Languages, lang)
		}
	}
	return append(fields(reflect.ValueOf(added)), fields(reflect.ValueOf(e).Elem())...)
}

// object is a JSON object that keeps the order of its fields.
type object []member

type member struct {
	name  string
	value any
}

// MarshalJSON writes the members in their order.
func (o object) MarshalJSON() ([]byte, error) {
	var b strings.Builder
	b.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		b.Write(encode(m.name))
		b.WriteByte(':')
		b.Write(encode(m.value))
	}
	b.WriteByte('}')
	return []byte(b.String()), nil
}

// fields are the fields of a struct under their names in YAML, without those
// that are not set. What an editor keeps under x- is left out.
func fields(v reflect.Value) (out object) {
	for i := range v.NumField() {
		f := v.Type().Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		switch {
		case f.Anonymous:
			out = append(out, fields(v.Field(i))...)
		case !f.IsExported() || name == "" || name == "-" || name == "x-*" || v.Field(i).IsZero():
		default:
			out = append(out, member{name, value(v.Field(i))})
		}
	}
	return out
}

// value turns a field into what encoding/json writes in order.
func value(v reflect.Value) any {
	if m, ok := v.Interface().(json.Marshaler); ok {
		return m
	}
	switch v.Kind() {
	case reflect.Pointer:
		return value(v.Elem())
	case reflect.Struct:
		return fields(v)
	case reflect.Slice:
		list := make([]any, v.Len())
		for i := range list {
			list[i] = value(v.Index(i))
		}
		return list
	}
	return v.Interface()
}

// encode writes JSON that people can read: Han text and & as they are.
func encode(v any) []byte {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic(err) // only values of this file come here, and they all can be written
	}
	return []byte(strings.TrimSuffix(b.String(), "\n"))
}
