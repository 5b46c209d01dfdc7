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
	ID        string        `yaml:"id" rule:"required" zh:"编号" en:"id: the last part of its address"`
	Type      string        `yaml:"type" rule:"required" zh:"类别" en:"kind of entry"`
	URL       string        `yaml:"url" rule:"required,url" zh:"本站网址" en:"address of its page"`
	Languages []string      `yaml:"languages" rule:"required,enum=zh-Hans|en" zh:"写有哪些语言" en:"the languages it is written in"`
	Linked    []content.Ref `yaml:"linked_from" ref:"any" zh:"哪些条目提到它" en:"the entries that refer to it"`
	BodyText  string        `yaml:"body_text" zh:"正文，不带格式" en:"its text, without format"`
}

// addedHome are what is said of a home besides its own fields.
type addedHome struct {
	Type      string      `yaml:"type" rule:"required" zh:"类别" en:"home"`
	URL       string      `yaml:"url" rule:"required,url" zh:"本站网址" en:"address on the page of its community"`
	Community content.Ref `yaml:"community" rule:"required" ref:"community" zh:"所在社区" en:"community"`
	City      string      `yaml:"city" rule:"required" vocab:"cities" zh:"城市" en:"city"`
}

// list is a file of all entries of a type.
type list struct {
	Schema  string `yaml:"$schema" rule:"required,url" zh:"本文件的 JSON Schema" en:"the JSON Schema of this file"`
	Type    string `yaml:"type" rule:"required" zh:"类别" en:"type of the entries"`
	Note    string `yaml:"license_note" rule:"required" zh:"说明" en:"what to know before using it"`
	Entries []any  `yaml:"entries" zh:"条目" en:"the entries"`
}

// note goes with every file of many.
const note = "Facts with their sources; the official text prevails. 以官方原文为准。"

// Files are data/FOLDER.json for every kind, data/homes.json, an index.json
// beside each page, and the JSON Schemas of all these under data/schema.
// languages is the order in which an entry's are named.
func (s Source) Files(languages []string) (files []File) {
	for _, kind := range content.Kinds {
		all := []any{}
		for _, e := range s.shown(kind.Name) {
			raw := json.RawMessage(encode(s.entry(e, languages)))
			all = append(all, raw)
			path := strings.TrimPrefix(kind.Path(e.Common().ID), "/") + "index.json"
			files = append(files, File{path, append(raw[:len(raw):len(raw)], '\n')})
		}
		files = append(files, s.whole(kind, all))
	}
	files = append(files, s.whole(homes, s.homes()))
	return append(files, s.schemas()...)
}

// homes are listed like the entries of a kind, though they belong to communities.
var homes = content.Kind{Name: "home", Folder: "homes"}

// whole is the file of all entries of a kind.
func (s Source) whole(kind content.Kind, entries []any) File {
	file := list{Schema: s.schemaURL(kind.Folder), Type: kind.Name, Note: note, Entries: entries}
	return File{"data/" + kind.Folder + ".json", append(encode(fields(reflect.ValueOf(file))), '\n')}
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
		Linked: s.Views[h.Lang].LinkedFrom(h.Ref()), BodyText: s.Views[h.Lang].BodyText(h),
	}
	for _, lang := range languages {
		if _, ok := s.Library.In(e, lang); ok {
			more.Languages = append(more.Languages, lang)
		}
	}
	return append(fields(reflect.ValueOf(more)), fields(reflect.ValueOf(e).Elem())...)
}

// homes are the unit types of all communities, each with its community.
func (s Source) homes() []any {
	all := []any{}
	for _, e := range s.shown("community") {
		c := e.(*content.Community)
		for _, h := range c.Homes {
			more := addedHome{Type: homes.Name, URL: s.BaseURL + s.Views[c.Lang].HomeURL(c, h), Community: c.Ref(), City: c.City}
			all = append(all, append(fields(reflect.ValueOf(more)), fields(reflect.ValueOf(h))...))
		}
	}
	return all
}
