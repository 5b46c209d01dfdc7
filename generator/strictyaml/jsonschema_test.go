package strictyaml

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"anju/generator/validity"
)

// extract is a struct with what the tags can tell, for the text of a schema.
type extract struct {
	Heading `yaml:",inline"`

	Level   string         `yaml:"level" rule:"enum=a|b" enumzh:"甲|乙" zh:"级别" en:"level"`
	URL     string         `yaml:"url" rule:"url"`
	Phone   string         `yaml:"phone" rule:"phone"`
	City    string         `yaml:"city" vocab:"cities"`
	Guide   string         `yaml:"guide" ref:"guide"`
	Related []string       `yaml:"related" rule:"required" ref:"any"`
	Count   *int           `yaml:"count" rule:"range=1..9"`
	Area    float64        `yaml:"area"`
	Open    bool           `yaml:"open"`
	At      hour           `yaml:"at"`
	Parts   []section      `yaml:"parts" zh:"小节"`
	Unknown []string       `yaml:"unknown"`
	Any     any            `yaml:"any"`
	Extra   map[string]any `yaml:"x-*"`
}

// hour reads itself from text and tells its form.
type hour struct{}

func (*hour) UnmarshalText([]byte) error { return nil }
func (hour) Pattern() string             { return "^[0-9]{2}$" }

// TestJSONSchema compares the schema of each field as text.
func TestJSONSchema(t *testing.T) {
	s := Schema(reflect.TypeFor[extract]())
	want := map[string]string{
		"title":     `{"title":"标题","description":"title","type":"string","minLength":2,"maxLength":12}`,
		"summary":   `{"title":"摘要，一段话","type":"string"}`,
		"published": `{"title":"刊登日期","type":"string","format":"date","pattern":"^` + dayForm + `$"}`,
		"issued":    `{"title":"发布日期","type":"string","pattern":"^[0-9]{4}(-(0[1-9]|1[0-2]))?$|^` + dayForm + `$"}`,
		"level":     `{"title":"级别","description":"level (a 甲, b 乙)","type":"string","enum":["a","b"]}`,
		"url":       `{"type":"string","format":"uri","pattern":"^[Hh][Tt][Tt][Pp][Ss]?://[^/?# \t\n　][^ \t\n　]*$"}`,
		"phone":     `{"type":"string","pattern":"^[+(]?[0-9][0-9 ()-]{1,24}[0-9](转[0-9]{1,6})?$"}`,
		"city":      `{"type":"string","pattern":"^[a-z0-9]+(-[a-z0-9]+)*$"}`,
		"guide":     `{"type":"string","pattern":"^guide:[^:]+$"}`,
		"related":   `{"type":"array","items":{"type":"string","pattern":"^[a-z]+:[^:]+$"},"minItems":1}`,
		"count":     `{"type":"integer","minimum":1,"maximum":9}`,
		"area":      `{"type":"number"}`,
		"open":      `{"type":"boolean"}`,
		"at":        `{"type":"string","pattern":"^[0-9]{2}$"}`,
		"parts":     `{"title":"小节","type":"array","items":{"$ref":"#/$defs/section"}}`,
		"unknown":   `{"type":"array","items":{"type":"string","enum":["issued"]}}`,
		"any":       `{}`,
	}
	for name, got := range s.Properties {
		if line(t, got) != want[name] {
			t.Errorf("%s\n%s, want\n%s", name, line(t, got), want[name])
		}
		delete(want, name)
	}
	for name := range want {
		t.Errorf("there is no %s", name)
	}
	s.Properties = nil
	whole := `{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"object","required":["title","related"],"additionalProperties":false,` +
		`"allOf":[{"oneOf":[{"required":["issued"]},{"required":["unknown"],"properties":{"unknown":{"contains":{"const":"issued"}}}}]}],` +
		`"$defs":{"section":{"type":"object","properties":{"sub":{"title":"小节","type":"array","items":{"$ref":"#/$defs/section"}}},"additionalProperties":false}}}`
	if got := line(t, s); got != whole {
		t.Errorf("the rest is\n%s, want\n%s", got, whole)
	}
}

func TestTextSchema(t *testing.T) {
	type money struct {
		Amount int    `yaml:"amount" rule:"required"`
		Text   string `yaml:"text" rule:"required,len=1..9" tr:"y"`
	}
	type home struct {
		Name string        `yaml:"name" rule:"required" tr:"y" zh:"名称"`
		For  []string      `yaml:"for" rule:"required,stated" tr:"y"`
		Rent *money        `yaml:"rent" tr:"y"`
		City string        `yaml:"city"`
		Made validity.Date `yaml:"made" rule:"day" tr:"only"`
	}
	want := `{"type":"object","properties":{"for":{"type":"array","items":{"type":"string"}},` +
		`"made":{"type":"string","format":"date","pattern":"^` + dayForm + `$"},"name":{"title":"名称","type":"string"},` +
		`"rent":{"$ref":"#/$defs/moneyText"}},"additionalProperties":false,"$defs":{"moneyText":{"type":"object",` +
		`"properties":{"text":{"type":"string","minLength":1,"maxLength":9}},"additionalProperties":false}}}`
	if got := line(t, TextSchema(reflect.TypeFor[home]())); got != want {
		t.Errorf("%s, want\n%s", got, want)
	}
}

// line is a schema in one line.
func line(t *testing.T, s *JSONSchema) string {
	t.Helper()
	b, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestJSONSchemaSideBySide(t *testing.T) {
	type first struct {
		ID string `yaml:"id" rule:"required,id"`
	}
	type second struct {
		On validity.Date `yaml:"on" rule:"required,day"`
	}
	s := Schema(reflect.TypeFor[first](), reflect.TypeFor[second]())
	if got := strings.Join(s.Required, " "); got != "id on" || len(s.Properties) != 2 {
		t.Errorf("%d fields, and required are %q", len(s.Properties), got)
	}
}

func TestJSONSchemaOfTwoTypesOfOneName(t *testing.T) {
	type section struct {
		Title string `yaml:"title"`
	}
	type both struct {
		Here  section `yaml:"here"`
		Parts []outer `yaml:"parts"`
	}
	defer func() {
		if told := recover(); told != "strictyaml: two types are called section" {
			t.Errorf("it says %v", told)
		}
	}()
	Schema(reflect.TypeFor[both]())
}

// outer holds the section of this package.
type outer struct {
	Parts section `yaml:"parts"`
}
