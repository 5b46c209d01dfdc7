package strictyaml

import (
	"reflect"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"anju/generator/diag"
)

// isFree reports whether the field holds text in the editor's own words.
func (f *field) isFree() bool {
	return f.kind == reflect.String && f.enum == nil && !f.url && !f.phone && !f.id &&
		f.tag.Get("vocab") == "" && f.tag.Get("ref") == ""
}

// sample is a line that states the field, its value made up.
func (f *field) sample() string {
	value := "…"
	switch {
	case f.date:
		value = "2026-01-31"
	case f.enum != nil:
		value = f.enum[0]
	case f.url:
		value = "https://…"
	case f.kind == reflect.Bool:
		value = "true"
	case f.bounds != nil:
		value = decimals(max(f.bounds.min, 1))
	}
	if f.list && f.kind != reflect.Struct {
		value = "[" + value + "]"
	}
	return f.name + ": " + value
}

// absent is the remedy for a field that is missing.
func (f *field) absent() diag.Text {
	hint := diag.Text{Zh: "加一行“" + f.sample() + "”", En: `add a line "` + f.sample() + `"`}
	if len(f.enum) > 1 {
		rest := f.choices()
		hint.Zh, hint.En = hint.Zh+"；可以写："+rest.Zh, hint.En+"; choose from "+rest.En
	}
	return hint
}

// choices lists what may be written, in Chinese with the names.
func (f *field) choices() diag.Text {
	named := slices.Clone(f.enum)
	for i, name := range f.enumZh {
		named[i] += "（" + name + "）"
	}
	return diag.Text{Zh: strings.Join(named, "、"), En: strings.Join(f.enum, ", ")}
}

// choice tells which choice was meant by text, its Chinese name or a part of
// it, or asks whether it misspells one.
func (f *field) choice(text string) diag.Text {
	is := func(name string) bool { return name == text }
	if !slices.ContainsFunc(f.enumZh, is) {
		is = func(name string) bool { return strings.Contains(name, text) || strings.Contains(text, name) }
	}
	var zh, en []string
	for i, name := range f.enumZh {
		if is(name) {
			zh, en = append(zh, f.enum[i]+"（"+name+"）"), append(en, f.enum[i]+" ("+name+")")
		}
	}
	if zh == nil {
		return diag.DidYouMean(text, f.enum)
	}
	return diag.Text{Zh: "这里写 " + strings.Join(zh, "或"), En: "write " + strings.Join(en, " or ")}
}

// example shows how the fields of s are written where n, a single value,
// stands as an item of a list or as all of the group.
func (s *structure) example(n *yaml.Node, item bool) diag.Text {
	if len(s.fields) == 0 || n.Kind != yaml.ScalarNode {
		return diag.Text{}
	}
	line := s.fields[0].name + ": …"
	for i := range s.fields {
		if f := &s.fields[i]; item && f.required && f.isFree() && !f.list {
			line = f.name + ": " + brief(n.Value)
			break
		}
	}
	if item {
		return diag.Text{Zh: "写成“- " + line + "”", En: `write "- ` + line + `"`}
	}
	return diag.Text{
		Zh: "换一行，缩进两格，写成“字段: 值”，如“" + line + "”",
		En: `start a new line, indent it by two and write "field: value", like "` + line + `"`,
	}
}

// separators part words in Chinese text, or in a list that lacks its brackets.
var separators = strings.NewReplacer("，", ", ", "、", ", ", "；", ", ", "【", "", "】", "", "［", "", "］", "", "[", "", "]", "")

// asList shows the single value n as the list that the field f wants.
func asList(n *yaml.Node, f *field, structs *structure) diag.Text {
	if n.Kind != yaml.ScalarNode {
		return diag.Text{Zh: "每一项前面加“- ”", En: `put "- " before every item`}
	}
	list := "[" + brief(n.Value) + "]"
	switch {
	case structs != nil:
		hint := structs.example(n, true)
		return diag.Text{Zh: "换一行，" + hint.Zh, En: hint.En + " in a new line"}
	case !f.isFree():
		list = "[" + separators.Replace(n.Value) + "]"
	case strings.ContainsAny(n.Value, "[]{},:#\"'"):
		return diag.Text{Zh: "换一行，写成“- 值”", En: `write "- value" in a new line`}
	}
	return diag.Text{Zh: "写成“" + f.name + ": " + list + "”", En: `write "` + f.name + ": " + list + `"`}
}
