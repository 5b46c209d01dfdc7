package content

import (
	"maps"
	"reflect"
	"slices"
	"strings"

	"anju/generator/strictyaml"
)

// FileSchemas are the schemas of all files of content, by the name of a kind or
// of a vocabulary, for editors' programs.
func FileSchemas() map[string]*strictyaml.JSONSchema {
	out := map[string]*strictyaml.JSONSchema{}
	for _, k := range Kinds {
		schema := strictyaml.FileSchema(reflect.TypeOf(k.New()).Elem())
		schema.AllOf = append(schema.AllOf, Demands(k.Name, written)...)
		out[k.Name] = schema
	}
	vocab := reflect.TypeFor[Vocab]()
	for i := range vocab.NumField() {
		f := vocab.Field(i)
		out[strings.ToLower(f.Name)] = strictyaml.FileSchema(f.Type)
	}
	return out
}

// SchemaNames are the names of FileSchemas: kinds in their order, then the
// vocabularies.
func SchemaNames() (names []string) {
	for _, k := range Kinds {
		names = append(names, k.Name)
	}
	for _, name := range slices.Sorted(maps.Keys(FileSchemas())) {
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// written demands a field that is not null.
func written(field string) *strictyaml.JSONSchema {
	stated := &strictyaml.JSONSchema{Not: &strictyaml.JSONSchema{Type: "null"}}
	return &strictyaml.JSONSchema{Required: []string{field}, Properties: map[string]*strictyaml.JSONSchema{field: stated}}
}

// Demands are what is held of the entries of a kind and no tag tells; has makes
// the demand that a field is there.
func Demands(kind string, has func(field string) *strictyaml.JSONSchema) []*strictyaml.JSONSchema {
	sources := has("sources")
	sources.Properties = map[string]*strictyaml.JSONSchema{"sources": {Type: "array", MinItems: 1}}
	switch kind {
	case "community":
		return []*strictyaml.JSONSchema{sources, has("city")}
	case "policy":
		above := &strictyaml.JSONSchema{Properties: map[string]*strictyaml.JSONSchema{"level": {Enum: []string{"national", "provincial"}}}}
		return []*strictyaml.JSONSchema{sources, {If: above, Then: &strictyaml.JSONSchema{Not: has("city")}, Else: has("city")}}
	case "guide", "job":
		return []*strictyaml.JSONSchema{sources}
	case "event":
		return []*strictyaml.JSONSchema{sources, {OneOf: []*strictyaml.JSONSchema{has("starts_on"), has("starts_at")}}}
	}
	return nil
}
