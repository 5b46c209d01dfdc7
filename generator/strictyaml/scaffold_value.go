package strictyaml

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// value is the value of f as YAML: what is known, or else what is likely or an
// example, with the mark.
func (s Scaffold) value(f *field, path string) string {
	known, isKnown := s.Values[path+f.name]
	likely, isLikely := s.Guesses[path+f.name]
	switch eg := f.tag.Get("eg"); {
	case isKnown:
		return listed(f, scalar(f, known))
	case isLikely && path+f.name == "unknown":
		return likely + s.beside() + "来源写了的，从这里删去它的名字，再填下面那个字段"
	case isLikely && f.isWords():
		return listed(f, scalar(f, fit(f, s.Mark+likely)))
	case isLikely:
		return listed(f, scalar(f, likely)) + s.beside()
	case eg != "" && f.isWords() && !f.list:
		return fit(f, s.Mark+eg)
	case eg != "":
		return eg + s.beside()
	case f.kind == reflect.Bool:
		return "true"
	case f.isWords():
		return listed(f, s.blank(f))
	}
	return listed(f, s.instance(f)) + s.beside()
}

// isWords reports whether f takes text in which a mark can stand.
func (f *field) isWords() bool { return f.isFree() && !isText(element(f.of)) }

// instance is an example of what f takes, without the brackets of a list.
func (s Scaffold) instance(f *field) string {
	switch {
	case f.tag.Get("vocab") != "" || f.tag.Get("ref") != "":
		example, _ := s.Words(f.tag)
		return example
	case f.date:
		return s.Today
	case f.enum != nil:
		return f.enum[0]
	case f.url:
		return "https://www.example.org/"
	case f.phone:
		return `"12345"`
	case f.id:
		return "item-1"
	case f.bounds != nil:
		return decimals(max(f.bounds.min, 1))
	case isScalar(f.kind):
		return "1"
	}
	return s.blank(f)
}

// blank is the mark with what is to be written there.
func (s Scaffold) blank(f *field) string {
	zh, _, _ := strings.Cut(f.tag.Get("zh"), "（")
	return fit(f, s.Mark+zh)
}

// fit makes text as long as f demands, and no longer than it allows.
func fit(f *field, text string) string {
	if f.length == nil {
		return text
	}
	for utf8.RuneCountInString(text) < int(f.length.min) {
		text += "…"
	}
	if runes := []rune(text); len(runes) > int(f.length.max) {
		text = string(runes[:int(f.length.max)-1]) + "…"
	}
	return text
}

func listed(f *field, value string) string {
	if f.list {
		return "[" + value + "]"
	}
	return value
}

// scalar is text as YAML: what could be taken for something else is quoted, and
// where commas part the items of a list, commas too.
func scalar(f *field, text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if f.kind != reflect.String || isText(element(f.of)) || !f.isFree() && !f.url && !f.phone && !f.id {
		return text
	}
	quoted, err := yaml.Marshal(text)
	out := strings.TrimSuffix(string(quoted), "\n")
	if err != nil || f.list && strings.ContainsAny(out, ",[]{}") && out[0] != '"' && out[0] != '\'' ||
		out[0] == '"' && strings.IndexFunc(text, unprintable) < 0 || // the encoder writes emoji and rare characters as numbers
		strings.ContainsAny(out[:1], "|>") || strings.HasPrefix(text, "“") || strings.HasPrefix(text, "‘") {
		return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
	}
	return out
}

// explain is what f is, whether it is needed, and what it takes, in Chinese.
func (s Scaffold) explain(f *field) string {
	switch {
	case f.required || slices.Contains(s.Needed, f.name):
		return s.explained(f, "（必填）")
	case f.stated:
		return s.explained(f, "（必填；来源没有写的，名字留在 unknown 里）")
	}
	return s.explained(f, "")
}

// explained is what f is, with a note behind its name, and what it takes.
func (s Scaffold) explained(f *field, note string) string {
	zh := f.tag.Get("zh") + note
	takes := s.takes(f)
	switch {
	case takes == "":
		return zh
	case f.list && f.kind != reflect.Struct:
		takes += "；可以写几个，用英文逗号隔开"
	}
	return zh + "：" + takes
}

// takes is what may be written in f, "" where its name says all.
func (s Scaffold) takes(f *field) string {
	switch {
	case f.tag.Get("vocab") != "" || f.tag.Get("ref") != "":
		_, zh := s.Words(f.tag)
		return zh
	case f.enum != nil:
		return f.choices().Zh
	case f.date && f.day:
		return "写到日，如 " + s.Today
	case f.date:
		return "如 " + s.Today + "；来源只写到年或月的，写 2020 或 2020-06"
	case f.url:
		return "以 https:// 开头"
	case f.phone:
		return `如 "12345" 或 "0519-12345678"`
	case f.id:
		return "小写字母、数字和连字符"
	case f.bounds != nil:
		return decimals(f.bounds.min) + " 到 " + decimals(f.bounds.max)
	case f.length != nil:
		return fmt.Sprintf("%.0f 到 %.0f 个字", f.length.min, f.length.max)
	}
	return ""
}
