package strictyaml

import (
	"strings"
	"testing"
)

// TestSingleLines: what one line tells by itself is said of that line, with
// comment lines around it as without.
func TestSingleLines(t *testing.T) {
	const (
		comments = "# yaml-language-server: $schema=x\n# 说明\n\n# 标题\n"
		open     = "引号没有配对：这一行里开了头，没有结束"
		missing  = "这个列表上面少了一行“字段名:”"
		space    = "“title:”后面少一个空格"
		rest     = "# 摘要\nsummary: 乙\nphone: \"12345\"\n"
		item     = "# 待遇\n  - id: a\n    amount: 5\nphone: \"12345\"\n"
	)
	for _, tt := range []struct {
		name, src string
		line      int    // in src; 0 for no finding
		want      string // the message
		hint      string // a part of the remedy
	}{
		{"no space", "title:无锡的\n" + rest, 1, space, "加一个空格"},
		{"no space in the second field", "draft: true\ntitle:无锡的\n" + rest, 2, space, "加一个空格"},
		{"no name", "无锡的\n# 摘要\nsummary: 乙\n", 3, "这一行上面的字不是“字段: 值”的样子", "字段名后面"},
		{"an open quote", "title: \"无锡的\n" + rest, 1, open, "补上同样的引号"},
		{"an open single quote", "title: '无锡''的\nphone: '12345'\n", 1, open, "补上同样的引号"},
		{"an escaped one", "title: \"无锡\\\"\n" + rest, 1, open, "补上同样的引号"},
		{"in an item", "list:\n  - title: \"无锡\n    phone: \"12345\"\n", 2, open, "补上同样的引号"},
		{"closed in Chinese", "title: \"无锡的”\n" + rest, 1, open, "值末尾的中文引号"},
		{"an open quote that another one closes", "title: \"无锡的\nsummary: \"\n", 1, open, "补上同样的引号"},
		{"a quote over two lines", "title: \"无锡的\n  title: 新政\"\nsummary: 乙\n", 0, "", ""},
		{"quotes in text", "title: |\n  a: \"无锡\n  b: 乙\n", 0, "", ""},
		{"no name of a list", "title: 甲\n" + item, 3, missing, "benefits:"},
		{"no name of a list, after a comment", "title: 甲  # 标题\n" + item, 3, missing, "benefits:"},
		{"no name of a list, after a quote", "title: \"甲\"\n- id: a\n", 2, missing, "benefits:"},
		{"no name of a list, after brackets", "title: [甲]\n  - id: a\n", 2, missing, "benefits:"},
		{"a list", "title:\n" + item, 0, "", ""},
	} {
		for _, before := range []string{"", comments} {
			t.Run(tt.name, func(t *testing.T) {
				_, found := Parse("a.yaml", []byte(before+tt.src), 1)
				if tt.line == 0 && len(found) == 0 {
					return
				}
				if len(found) != 1 || found[0].Line != tt.line+strings.Count(before, "\n") || found[0].Message.Zh != tt.want || !strings.Contains(found[0].Hint.Zh, tt.hint) {
					t.Errorf("of %q it tells %+v", before+tt.src, found)
				}
			})
		}
	}
}
