package data

import (
	"cmp"
	"maps"
	"reflect"
	"slices"
	"strings"

	"anju/generator/content"
	"anju/generator/strictyaml"
)

// Labels are what the values of fields are called.
type Labels struct {
	Fields []string `yaml:"fields" rule:"required" zh:"哪些字段，写作 类别.字段.字段" en:"where the values stand: TYPE.FIELD.FIELD as in the data, hit.FIELD in answers of the search"`
	Values []Label  `yaml:"values" rule:"required" zh:"取值" en:"the values"`
}

// Label is a value and what it is called.
type Label struct {
	Value string `yaml:"value" rule:"required" zh:"值" en:"value"`
	Zh    string `yaml:"zh" rule:"required" zh:"中文名" en:"Chinese name"`
	En    string `yaml:"en" zh:"英文名" en:"English name, where the site has English"`
}

// english is the language that labels have besides Chinese, and translations.
const english = "en"

// keys are the theme's strings that name the values of a field, by type and
// field, where they do not bear the name of the field.
var keys = map[string]string{
	"Community.kind": "community", "Community.funding_model": "funding", "Partner.role": "partner", "Commute.mode": "commute",
	"Facility.status": "facility_status", "Home.unknown": "field", "Policy.delivery_mode": "delivery", "Guide.channels": "channel",
	"Guide.phases": "phase", "Document.form": "document", "Measure.stated_as": "stated", "Figure.stated_as": "stated",
	"Event.kind": "event", "Repeat.every": "repeat", "Source.kind": "source", "Change.kind": "change",
	"VocabOrganisation.kind": "organisation", "Topic.kind": "kind",
}

// labels are those of every enumerated field, each type of struct once with all
// the places where it stands, and those of search hits.
func (s *Source) labels() []Labels {
	all := labelled{at: map[string]int{}}
	for _, kind := range append(slices.Clone(content.Kinds), homes) {
		for _, form := range forms[kind.Name] {
			all.add(s, kind.Name, form)
		}
	}
	all.add(s, vocabName, reflect.TypeFor[vocabulary]())
	for _, field := range []string{"type", "status", "window"} {
		all.list = append(all.list, s.hitLabels(field))
	}
	return all.list
}

// labelled are the labels so far, and which of them are those of a field of a
// struct.
type labelled struct {
	list []Labels
	at   map[string]int
}

// add notes the enumerated fields in a struct that stands under a name.
func (l *labelled) add(s *Source, name string, form reflect.Type) {
	for _, c := range strictyaml.ChoicesIn(form) {
		field := c.Path[len(c.Path)-1]
		id := c.In.Name() + "." + field
		at, known := l.at[id]
		if !known {
			at = len(l.list)
			l.at[id] = at
			l.list = append(l.list, Labels{Values: s.named(c, cmp.Or(keys[id], field))})
		}
		l.list[at].Fields = append(l.list[at].Fields, name+"."+strings.Join(c.Path, "."))
	}
}

// named are the values that a field may hold, in the words of its tags and of
// the theme's strings under a key.
func (s *Source) named(c strictyaml.Choices, key string) (out []Label) {
	for i, value := range c.Values {
		label := Label{Value: value, Zh: c.Zh[i]}
		if slices.Contains(s.Languages, english) {
			label.En = s.Views[english].T(key + "." + value)
		}
		out = append(out, label)
	}
	return out
}

// hitLabels are those of a field that search hits have and the data has not, by
// the order of the values.
func (s *Source) hitLabels(field string) Labels {
	out := Labels{Fields: []string{"hit." + field}}
	zh, en := s.Labels(s.Languages[0], field), map[string]string{}
	if slices.Contains(s.Languages, english) {
		en = s.Labels(english, field)
	}
	for _, value := range slices.Sorted(maps.Keys(zh)) {
		out.Values = append(out.Values, Label{value, zh[value], en[value]})
	}
	return out
}
