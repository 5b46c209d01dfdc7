package data

import (
	"maps"
	"reflect"
	"slices"

	"anju/generator/content"
	"anju/generator/strictyaml"
)

// forms are what an object of each type is made of, besides its translations.
var forms = map[string][]reflect.Type{
	"community": {reflect.TypeFor[added](), reflect.TypeFor[content.Community]()},
	"policy":    {reflect.TypeFor[added](), reflect.TypeFor[content.Policy]()},
	"guide":     {reflect.TypeFor[added](), reflect.TypeFor[content.Guide]()},
	"job":       {reflect.TypeFor[added](), reflect.TypeFor[content.Job]()},
	"event":     {reflect.TypeFor[added](), reflect.TypeFor[held](), reflect.TypeFor[content.Event]()},
	"page":      {reflect.TypeFor[added](), reflect.TypeFor[content.Page]()},
	homes.Name:  {reflect.TypeFor[addedHome](), reflect.TypeFor[content.Home]()},
}

type props = map[string]*strictyaml.JSONSchema

func has(field string) *strictyaml.JSONSchema {
	return &strictyaml.JSONSchema{Required: []string{field}}
}

// schemaFiles describe every data file: an object of each type, and their lists.
func schemaFiles() (files []File) {
	for _, kind := range append(slices.Clone(content.Kinds), homes) {
		files = append(files,
			schemaFile(kind.Name, func(s *Source) *strictyaml.JSONSchema { return s.object(kind.Name) }),
			schemaFile(kind.Folder, func(s *Source) *strictyaml.JSONSchema { return s.listOf(kind) }))
	}
	return append(files,
		schemaFile(vocabName, func(*Source) *strictyaml.JSONSchema { return typed(vocabName, reflect.TypeFor[vocabulary]()) }),
		schemaFile(indexName, func(*Source) *strictyaml.JSONSchema { return typed(indexName, reflect.TypeFor[index]()) }))
}

// object is the schema of an object of the type.
func (s *Source) object(typ string) *strictyaml.JSONSchema {
	schema := typed(typ, append(slices.Clone(forms[typ]), reflect.TypeFor[translations]())...)
	schema.Properties["ref"].Pattern = "^" + typ + ":[^:]+$"
	schema.AllOf = append(schema.AllOf, content.Demands(typ, has)...)
	texts := strictyaml.TextSchema(forms[typ]...)
	maps.Copy(schema.Defs, texts.Defs)
	texts.Defs = nil
	in := schema.Properties["translations"]
	in.Properties, in.Additional = props{english: texts}, new(bool)
	return schema
}

// typed is the schema of structs side by side whose type is typ.
func typed(typ string, structs ...reflect.Type) *strictyaml.JSONSchema {
	schema := strictyaml.Schema(structs...)
	schema.Properties["type"].Const = typ
	return schema
}

// listOf is the schema of the file of all entries of a kind.
func (s *Source) listOf(kind content.Kind) *strictyaml.JSONSchema {
	schema := typed(kind.Name, reflect.TypeFor[list]())
	schema.Properties["entries"].Items = &strictyaml.JSONSchema{Ref: s.schemaURL(kind.Name)}
	schema.Required = append(schema.Required, "entries") // though there may be none
	return schema
}

func schemaFile(name string, schema func(*Source) *strictyaml.JSONSchema) File {
	return File{"data/schema/" + name + ".json", func(s *Source) []byte {
		schema := schema(s)
		schema.ID = s.schemaURL(name)
		return append(encode(schema), '\n')
	}}
}

// schemaURL is the address of a schema, which is its $id too.
func (s *Source) schemaURL(name string) string { return s.BaseURL + "/data/schema/" + name + ".json" }
