package data

import (
	"encoding/json"
	"reflect"
	"strings"
	"sync"

	"anju/generator/content"
	"anju/generator/view"
)

// File is a file of the release. Data makes its bytes from a Source that has the
// same entries.
type File struct {
	Path string
	Data func(*Source) []byte
}

// Source is what the files are made from.
type Source struct {
	Library   *content.Library
	Views     map[string]view.View // by language
	Languages []string             // in the order in which an entry's are named
	BaseURL   string               // without a slash at the end

	// Labels are what values of a field of search hits are called.
	Labels func(lang, field string) map[string]string

	said sync.Map // content.Entry → func() []byte: each is said once, for both its files
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

func (s *Source) about(name, typ string) about {
	return about{Schema: s.schemaURL(name), Type: typ, Note: note}
}

// Files are data/FOLDER.json for every kind, data/homes.json, an index.json
// beside each page, data/vocab.json, data/index.json which lists what stands in
// data, and the JSON Schemas of all these under data/schema.
func (s *Source) Files() (files []File) {
	for _, kind := range content.Kinds {
		for _, e := range s.shown(kind.Name) {
			ref := e.Common().Ref()
			path := strings.TrimPrefix(kind.Path(e.Common().ID), "/") + "index.json"
			files = append(files, File{path, func(s *Source) []byte { return s.bytes(s.Library.Get(ref)) }})
		}
		files = append(files, listFile(kind, func(s *Source) []any { return s.all(kind.Name) }))
	}
	files = append(files, listFile(homes, (*Source).homes),
		dataFile(vocabName, func(s *Source) any { return s.vocabulary() }), dataFile(indexName, func(s *Source) any { return s.index() }))
	return append(files, schemaFiles()...)
}

// homes are listed like the entries of a kind, though they belong to communities.
var homes = content.Kind{Name: "home", Folder: "homes"}

// listFile is the file of all entries of a kind.
func listFile(kind content.Kind, entries func(*Source) []any) File {
	return dataFile(kind.Folder, func(s *Source) any { return list{s.about(kind.Folder, kind.Name), entries(s)} })
}

// bytes are what is said of an entry, which are shared.
func (s *Source) bytes(e content.Entry) []byte {
	said, _ := s.said.LoadOrStore(e, sync.OnceValue(func() []byte { return append(encode(s.entry(e)), '\n') }))
	return said.(func() []byte)()
}

// all are the entries of a kind, as they are said.
func (s *Source) all(kind string) []any {
	all := []any{}
	for _, e := range s.shown(kind) {
		all = append(all, json.RawMessage(s.bytes(e)))
	}
	return all
}

// dataFile is data/NAME.json.
func dataFile(name string, of func(*Source) any) File {
	return File{"data/" + name + ".json", func(s *Source) []byte { return append(encode(fields(reflect.ValueOf(of(s)))), '\n') }}
}

// shown are the entries of a kind that were not withdrawn.
func (s *Source) shown(kind string) (out []content.Entry) {
	for _, e := range s.Library.Entries {
		if h := e.Common(); h.Kind == kind && h.Withdrawn == nil {
			out = append(out, e)
		}
	}
	return out
}
