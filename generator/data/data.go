package data

import (
	"encoding/json"
	"reflect"
	"strings"
	"sync"

	"anju/generator/content"
	"anju/generator/view"
)

// File is a file of the release. Data makes its bytes.
type File struct {
	Path string
	Data func() []byte
}

// Source is what the files are made from.
type Source struct {
	Library   *content.Library
	Views     map[string]view.View // by language
	Languages []string             // in the order in which an entry's are named
	BaseURL   string               // without a slash at the end

	// Labels are what values of a field of search hits are called.
	Labels func(lang, field string) map[string]string
}

// about begins every file of many.
type about struct {
	Schema string `yaml:"$schema" rule:"required,url" zh:"本文件的 JSON Schema" en:"the JSON Schema of this file"`
	Type   string `yaml:"type" rule:"required" zh:"类别" en:"type of what is in it"`
	Note   string `yaml:"license_note" rule:"required" zh:"说明" en:"what to know before using it"`
}

// list is a file of all entries of a type.
type list struct {
	about   `yaml:",inline"`
	Entries []any `yaml:"entries" zh:"条目" en:"the entries"`
}

// note goes with every file of many.
const note = "Facts with their sources; the official text prevails. 以官方原文为准。"

func (s Source) about(name, typ string) about {
	return about{Schema: s.schemaURL(name), Type: typ, Note: note}
}

// Files are data/FOLDER.json for every kind, data/homes.json, an index.json
// beside each page, data/vocab.json, data/index.json which lists what stands in
// data, and the JSON Schemas of all these under data/schema.
func (s Source) Files() (files []File) {
	for _, kind := range content.Kinds {
		var all []func() []byte // each entry is said once for both its files
		for _, e := range s.shown(kind.Name) {
			said := sync.OnceValue(func() []byte { return append(encode(s.entry(e)), '\n') })
			all = append(all, said)
			path := strings.TrimPrefix(kind.Path(e.Common().ID), "/") + "index.json"
			files = append(files, File{path, said})
		}
		files = append(files, s.list(kind, func() []any { return raw(all) }))
	}
	files = append(files, s.list(homes, s.homes),
		dataFile(vocabName, func() any { return s.vocabulary() }), dataFile(indexName, func() any { return s.index() }))
	return append(files, s.schemas()...)
}

// homes are listed like the entries of a kind, though they belong to communities.
var homes = content.Kind{Name: "home", Folder: "homes"}

// list is the file of all entries of a kind.
func (s Source) list(kind content.Kind, entries func() []any) File {
	return dataFile(kind.Folder, func() any { return list{s.about(kind.Folder, kind.Name), entries()} })
}

// raw are entries as they are said already.
func raw(said []func() []byte) []any {
	all := []any{}
	for _, entry := range said {
		all = append(all, json.RawMessage(entry()))
	}
	return all
}

// dataFile is data/NAME.json.
func dataFile(name string, of func() any) File {
	return File{"data/" + name + ".json", func() []byte { return append(encode(fields(reflect.ValueOf(of()))), '\n') }}
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
