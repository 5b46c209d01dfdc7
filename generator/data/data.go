package data

import (
	"encoding/json"
	"reflect"
	"strings"

	"anju/generator/content"
	"anju/generator/view"
)

// File is a file of the release and its bytes.
type File struct {
	Path string
	Data []byte
}

// Source is what the files are made from.
type Source struct {
	Library *content.Library
	Views   map[string]view.View // by language
	BaseURL string               // without a slash at the end
}

// added are what is said of an entry besides its own fields.
type added struct {
	ID        string        `yaml:"id"`
	Type      string        `yaml:"type"`
	URL       string        `yaml:"url"`
	Languages []string      `yaml:"languages"`
	Linked    []content.Ref `yaml:"linked_from"`
	BodyText  string        `yaml:"body_text"`
}

// note goes with every file of many.
const note = "Facts with their sources; the official text prevails. 以官方原文为准。"

// Files are data/FOLDER.json for every kind, data/homes.json, and an index.json
// beside each page. languages is the order in which an entry's are named.
func (s Source) Files(languages []string) (files []File) {
	for _, kind := range content.Kinds {
		all := []json.RawMessage{}
		for _, e := range s.shown(kind.Name) {
			raw := encode(s.entry(e, languages))
			all = append(all, raw)
			path := strings.TrimPrefix(kind.Path(e.Common().ID), "/") + "index.json"
			files = append(files, File{path, append(raw[:len(raw):len(raw)], '\n')})
		}
		files = append(files, whole(kind.Folder, kind.Name, all))
	}
	return append(files, whole("homes", "home", s.homes()))
}

// whole is the file of all entries of a type.
func whole(name, typ string, entries any) File {
	file := object{{"type", typ}, {"license_note", note}, {"entries", entries}}
	return File{"data/" + name + ".json", append(encode(file), '\n')}
}

// shown are the entries of a kind that were not withdrawn.
func (s Source) shown(kind string) (out []content.Entry) {
	for _, e := range s.Library.Entries {
		if h := e.Common(); h.Kind == kind && h.Withdrawn == nil {
			out = append(out, e)
		}
	}
	return out
}

func (s Source) url(h *content.Head) string { return s.BaseURL + s.Views[h.Lang].EntryURL(h) }

// entry is an entry with what is added to it, in a fixed order.
func (s Source) entry(e content.Entry, languages []string) object {
	h := e.Common()
	more := added{
		ID: h.ID, Type: h.Kind, URL: s.url(h),
		Linked: s.Library.LinkedFrom(h.Ref()), BodyText: s.Views[h.Lang].BodyText(h),
	}
	for _, lang := range languages {
		if _, ok := s.Library.In(e, lang); ok {
			more.Languages = append(more.Languages, lang)
		}
	}
	return append(fields(reflect.ValueOf(more)), fields(reflect.ValueOf(e).Elem())...)
}

// homes are the unit types of all communities, each with its community.
func (s Source) homes() []object {
	all := []object{}
	for _, e := range s.shown("community") {
		c := e.(*content.Community)
		for _, h := range c.Homes {
			home := object{{"type", "home"}, {"url", s.url(&c.Head) + "#home-" + h.ID}, {"community", c.Ref()}, {"city", c.City}}
			all = append(all, append(home, fields(reflect.ValueOf(h))...))
		}
	}
	return all
}
