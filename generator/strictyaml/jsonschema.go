package strictyaml

import (
	"reflect"
	"strings"
)

// JSONSchema is a schema of JSON Schema 2020-12, with the keywords that Schema
// needs and those that the schema of a file is made of.
type JSONSchema struct {
	Dialect     string                 `json:"$schema,omitempty"`
	ID          string                 `json:"$id,omitempty"`
	Ref         string                 `json:"$ref,omitempty"`
	Title       string                 `json:"title,omitempty"`
	Description string                 `json:"description,omitempty"`
	Type        string                 `json:"type,omitempty"`
	Const       string                 `json:"const,omitempty"`
	Enum        []string               `json:"enum,omitempty"`
	Format      string                 `json:"format,omitempty"`
	Pattern     string                 `json:"pattern,omitempty"`
	MinLength   *int                   `json:"minLength,omitempty"` // in code points, as the rule len
	MaxLength   *int                   `json:"maxLength,omitempty"`
	Minimum     *float64               `json:"minimum,omitempty"`
	Maximum     *float64               `json:"maximum,omitempty"`
	Items       *JSONSchema            `json:"items,omitempty"`
	MinItems    int                    `json:"minItems,omitempty"`
	Contains    *JSONSchema            `json:"contains,omitempty"`
	Required    []string               `json:"required,omitempty"`
	Properties  map[string]*JSONSchema `json:"properties,omitempty"`
	Patterns    map[string]*JSONSchema `json:"patternProperties,omitempty"`
	Additional  *bool                  `json:"additionalProperties,omitempty"`
	AllOf       []*JSONSchema          `json:"allOf,omitempty"`
	OneOf       []*JSONSchema          `json:"oneOf,omitempty"`
	Not         *JSONSchema            `json:"not,omitempty"`
	If          *JSONSchema            `json:"if,omitempty"`
	Then        *JSONSchema            `json:"then,omitempty"`
	Else        *JSONSchema            `json:"else,omitempty"`
	Defs        map[string]*JSONSchema `json:"$defs,omitempty"`
}

// dialect is the version of JSON Schema that Schema writes.
const dialect = "https://json-schema.org/draft/2020-12/schema"

// Schema describes the JSON form of the given structs, their fields side by
// side in one object, by the tags that Decode reads: the Chinese description is
// the title, the English one the description. A field with the rule stated is
// there, or else the field unknown names it, never both. Words of vocabularies
// and references are held to their form. Free fields and those of translations
// are left out.
//
// Structs within are under $defs by the name of their type. Malformed tags
// panic, as do two types of one name.
func Schema(structs ...reflect.Type) *JSONSchema {
	root := (&schemer{}).root(structs)
	root.Dialect = dialect
	return root
}

// TextSchema describes in the same way what a translation states of such an
// object: the fields that have a tr tag, none of which need be there. Structs
// within are under $defs by the name of their type and "Text", so that it can
// be put into the schema of the object, its $defs beside those.
func TextSchema(structs ...reflect.Type) *JSONSchema {
	return (&schemer{translation: true}).root(structs)
}

// schemer collects the schemas of the structs on its way.
type schemer struct {
	translation bool
	file        bool // of YAML, not of an object of JSON
	types       map[string]reflect.Type
	defs        map[string]*JSONSchema
}

func (s *schemer) root(structs []reflect.Type) *JSONSchema {
	s.types, s.defs = map[string]reflect.Type{}, map[string]*JSONSchema{}
	all := &structure{}
	for _, t := range structs {
		all.add(t, nil)
	}
	root := s.object(all)
	root.Defs = s.defs
	return root
}

// leavesOut reports whether a field stands only in the other kind of object.
func (s *schemer) leavesOut(f *field) bool {
	if s.translation {
		return f.translate == original
	}
	return f.translate == translated
}

// object is the schema of a struct. It knows all its fields.
func (s *schemer) object(of *structure) *JSONSchema {
	out := &JSONSchema{Type: "object", Properties: map[string]*JSONSchema{}, Additional: new(bool)}
	var stated []string
	for i := range of.fields {
		f := &of.fields[i]
		if s.leavesOut(f) {
			continue
		}
		p := s.value(f.of, f)
		p.Title, p.Description = f.tag.Get("zh"), f.description()
		if f.required && !s.translation {
			out.Required = append(out.Required, f.name)
			if p.Type == "array" {
				p.MinItems = 1
			}
		}
		if f.stated && !s.translation {
			stated = append(stated, f.name)
		}
		out.Properties[f.name] = p
	}
	out.state(stated, s.file)
	if s.file {
		out.forFile(of)
	}
	return out
}

// state demands each of the fields, or that the field unknown names it. Where
// they are nullable, one that is null is not there.
func (j *JSONSchema) state(fields []string, nullable bool) {
	unknown, ok := j.Properties["unknown"]
	if !ok || len(fields) == 0 {
		return
	}
	unknown.Items.Enum = fields
	for _, name := range fields {
		there := &JSONSchema{Required: []string{name}}
		named := &JSONSchema{Contains: &JSONSchema{Const: name}}
		if nullable {
			there.Properties = map[string]*JSONSchema{name: {Not: &JSONSchema{Type: "null"}}}
			named.Type = "array"
		}
		j.AllOf = append(j.AllOf, &JSONSchema{OneOf: []*JSONSchema{
			there,
			{Required: []string{"unknown"}, Properties: map[string]*JSONSchema{"unknown": named}},
		}})
	}
}

// value is the schema of a value of type t in the field f.
func (s *schemer) value(t reflect.Type, f *field) *JSONSchema {
	switch {
	case t.Kind() == reflect.Pointer:
		return s.value(t.Elem(), f)
	case isText(t) || t.Kind() == reflect.String:
		if s.file {
			return asWritten(text(t, f), f)
		}
		return text(t, f)
	case t.Kind() == reflect.Slice:
		return &JSONSchema{Type: "array", Items: s.value(t.Elem(), f)}
	case t.Kind() == reflect.Struct:
		return &JSONSchema{Ref: "#/$defs/" + s.define(t)}
	case t.Kind() == reflect.Map:
		return &JSONSchema{Type: "object"}
	case t.Kind() == reflect.Bool:
		return &JSONSchema{Type: "boolean"}
	case isScalar(t.Kind()):
		return number(t, f)
	}
	return &JSONSchema{} // anything
}

// define puts the schema of a struct under $defs, once, and returns its name.
func (s *schemer) define(t reflect.Type) string {
	name := t.Name()
	if s.translation {
		name += "Text"
	}
	switch known, ok := s.types[name]; {
	case !ok:
		s.types[name] = t // before its fields, which may be of its own type
		s.defs[name] = s.object(describe(t))
	case known != t:
		panic("strictyaml: two types are called " + name)
	}
	return name
}

// number is the schema of a number within its range.
func number(t reflect.Type, f *field) *JSONSchema {
	out := &JSONSchema{Type: "number"}
	if t.Kind() != reflect.Float64 {
		out.Type = "integer"
	}
	if f.bounds != nil {
		out.Minimum, out.Maximum = &f.bounds.min, &f.bounds.max
	}
	return out
}

// text is the schema of a string, or of a value that reads itself from one.
func text(t reflect.Type, f *field) *JSONSchema {
	out := &JSONSchema{Type: "string", Enum: f.enum}
	if f.length != nil {
		least, most := int(f.length.min), int(f.length.max)
		out.MinLength, out.MaxLength = &least, &most
	}
	form, formed := reflect.New(t).Interface().(interface{ Pattern() string })
	switch ref := f.tag.Get("ref"); {
	case formed:
		out.Pattern = form.Pattern()
	case f.date && f.day:
		out.Format, out.Pattern = "date", "^"+dayForm+"$"
	case f.date:
		out.Pattern = "^[0-9]{4}(-(0[1-9]|1[0-2]))?$|^" + dayForm + "$"
	case f.url:
		out.Format, out.Pattern = "uri", "^[Hh][Tt][Tt][Pp][Ss]?://[^/?# \t\n\u3000][^ \t\n\u3000]*$"
	case f.phone:
		out.Pattern = phonePattern.String()
	case f.id, f.tag.Get("vocab") != "":
		out.Pattern = idPattern.String()
	case ref == "any":
		out.Pattern = "^[a-z]+:[^:]+$"
	case ref != "":
		out.Pattern = "^" + ref + ":[^:]+$"
	}
	return out
}

// dayForm matches the days of a calendar in which every year is a leap year.
const dayForm = "[0-9]{4}-(" +
	"(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|" +
	"(0[469]|11)-(0[1-9]|[12][0-9]|30)|" +
	"02-(0[1-9]|[12][0-9]))"

// description is the English description of the field, with the Chinese names
// of what may be chosen.
func (f *field) description() string {
	en := f.tag.Get("en")
	if f.enumZh == nil {
		return en
	}
	named := make([]string, len(f.enum))
	for i, name := range f.enum {
		named[i] = name + " " + f.enumZh[i]
	}
	return en + " (" + strings.Join(named, ", ") + ")"
}
