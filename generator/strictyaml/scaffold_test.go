package strictyaml_test

import (
	"reflect"
	"strings"
	"testing"

	"anju/generator/strictyaml"
	"anju/generator/validity"
)

type begun struct {
	Title   string        `yaml:"title" rule:"required,len=1..20" zh:"标题" en:"title"`
	Kind    string        `yaml:"kind" rule:"enum=a|b" enumzh:"甲|乙" zh:"类别" en:"kind"`
	Day     validity.Date `yaml:"day" rule:"stated,day" zh:"日期" en:"day"`
	Unknown []string      `yaml:"unknown" zh:"来源未载明的字段" en:"not stated"`
	Tags    []string      `yaml:"tags" vocab:"tags" zh:"标签" en:"tags"`
	Items   []begunItem   `yaml:"items" zh:"条目" en:"items"`
	Only    string        `yaml:"translated" tr:"only" zh:"翻译日期" en:"day of translation"`
}

type begunItem struct {
	Name  string      `yaml:"name" rule:"required,len=2..20" zh:"名称（简写）" en:"name"`
	Count *int        `yaml:"count" rule:"range=2..9" eg:"3" zh:"几个" en:"how many"`
	Place *begunPlace `yaml:"place" zh:"地点" en:"place"`
}

type begunPlace struct {
	Phone string `yaml:"phone" rule:"phone" zh:"电话" en:"telephone"`
	URL   string `yaml:"url" rule:"url" zh:"网址" en:"address"`
}

func TestScaffold(t *testing.T) {
	got := strictyaml.Scaffold{
		Mark: "TODO", Today: "2026-11-23", Values: map[string]string{"items.name": "“甲”: 一"},
		Guesses: map[string]string{"kind": "b"},
		Words:   func(reflect.StructTag) (string, string) { return "rent", "rent（租房）" },
	}.Write(reflect.TypeFor[begun]())
	const want = `# 标题（必填）：1 到 20 个字
title: TODO标题
# 类别：a（甲）、b（乙）
kind: b  # TODO
# 日期（必填；来源没有写的，名字留在 unknown 里）：写到日，如 2026-11-23
# day: 2026-11-23  # TODO
# 来源未载明的字段
unknown: [day]  # TODO来源写了的，从这里删去它的名字，再填下面那个字段
# 条目
items:
  - name: "“甲”: 一"
    count: 3  # TODO 几个：2 到 9
    # place:  # 地点
    #   phone: "12345"  # TODO 电话：如 "12345" 或 "0519-12345678"
    #   # url: https://www.example.org/  # TODO 网址：以 https:// 开头

# 标签（选填）：rent（租房）；可以写几个，用英文逗号隔开
# tags: [rent]  # TODO
`
	if got != want {
		t.Errorf("got\n%s", got)
	}
	doc, list := strictyaml.Parse("a.yaml", []byte(got), 1)
	var v begun
	if list = append(list, doc.Decode(&v)...); len(list) > 0 {
		t.Errorf("findings: %+v", list)
	}
	var lines []int
	for _, at := range doc.Marks("TODO") {
		lines = append(lines, at.Line)
	}
	if !reflect.DeepEqual(lines, []int{2, 4, 8, 12}) {
		t.Errorf("marks are in the lines %v of\n%s", lines, got)
	}
}

// TestScaffoldQuotes: text that YAML would take for something else is quoted.
func TestScaffoldQuotes(t *testing.T) {
	for _, title := range []string{"true", "12345", "a: b", "a #b", "“甲”", "- a", "@a", `a"b\`, "[a]", "a, b", " a  b\n", "|", "2026-01-01", "😀 𠮷野", "a\x01b"} {
		text := strictyaml.Scaffold{Mark: "TODO", Values: map[string]string{"title": title}, Words: func(reflect.StructTag) (string, string) { return "a", "" }}.
			Write(reflect.TypeFor[begun]())
		doc, list := strictyaml.Parse("a.yaml", []byte(text), 1)
		var v begun
		list = append(list, doc.Decode(&v)...)
		if strings.Contains(text, `\U`) {
			t.Errorf("%q is written as numbers:\n%s", title, text)
		}
		if want := strings.Join(strings.Fields(title), " "); len(list) > 0 || v.Title != want {
			t.Errorf("%q became %q: %+v\n%s", want, v.Title, list, text)
		}
	}
}
