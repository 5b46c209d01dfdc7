package main

import (
	"errors"
	"regexp"
	"strings"

	"github.com/alecthomas/kong"

	"anju/generator/diag"
)

// call is a command line that kong could not read.
type call struct {
	app     *kong.Node
	command *kong.Node // nil where it had not come to one
}

// misuses are the mistakes that kong tells, by its words, with how they are told
// here. said are the groups of the pattern.
var misuses = []struct {
	pattern *regexp.Regexp
	tell    func(c call, said []string) error
}{
	{regexp.MustCompile(`^unexpected argument (.*?)(?:, did you mean .*)?$`), call.unexpected},
	{regexp.MustCompile(`^unknown flag -*(.*?)(?:, did you mean .*)?$`), call.unknownFlag},
	{regexp.MustCompile(`^expected (?:one of )?".*$`), call.incomplete},
	{regexp.MustCompile(`^(--[a-z-]+): expected .* value but got `), call.noValue},
	{regexp.MustCompile(`^(--[a-z-]+) must be one of (.+) but got "(.*)"$`), call.notAmong},
	{regexp.MustCompile(`^(--[a-z-]+): expected a valid .* int but got "(.*?)"`), call.notNumber},
	{regexp.MustCompile(`^(--[a-z-]+): bool value must be `), call.noSwitch},
}

// misuse tells what is wrong with a call, and shows a right one. What is not
// known here is told in the words of kong.
func misuse(app *kong.Node, err error) error {
	c := call{app: app}
	var failed *kong.ParseError
	if errors.As(err, &failed) && failed.Context != nil {
		c.command = failed.Context.Selected()
	}
	for _, m := range misuses {
		if said := m.pattern.FindStringSubmatch(err.Error()); said != nil {
			return m.tell(c, said[1:])
		}
	}
	return mistake("这样写看不懂："+err.Error(), err.Error(), "运行 anju --help 看怎样写", "anju --help tells how to write it")
}

// unexpected is a word where none can stand: what was to be a command, or one
// word too many behind it.
func (c call) unexpected(said []string) error {
	word := said[0]
	if c.command == nil {
		var names []string
		for _, n := range c.app.Children {
			names = append(append(names, n.Name), n.Aliases...)
		}
		hint := diag.DidYouMean(word, names)
		return mistake(asking("没有 "+word+" 这个命令", "，", hint.Zh), asking("there is no command "+word, ", ", hint.En),
			"anju --help 列出所有命令", "anju --help lists all commands")
	}
	name := c.command.Name
	zh, en := name+" 后面多了“"+word+"”", "unexpected \""+word+"\" behind "+name
	if len(c.command.Positional) == 0 {
		return mistake(zh, en, name+" 总是对整个网站运行，后面不写文件名，例如 anju "+name,
			name+" always takes the whole site and no file, like anju "+name)
	}
	return mistake(zh, en, "中间有空格的，用引号括起来，例如 "+c.example(), "put what has spaces into quotes, like "+c.example())
}

// unknownFlag looks for the flag that was meant first among those that can stand
// there, then among those of other commands.
func (c call) unknownFlag(said []string) error {
	name := strings.TrimSuffix(said[0], ":")
	dashed := "--" + name
	if len(name) == 1 {
		dashed = "-" + name
	}
	zh, en := "没有 "+dashed+" 这个选项", "unknown flag "+dashed
	help := "anju --help"
	near := c.nearFlag(c.command, name)
	if c.command != nil {
		help = "anju " + c.command.Name + " --help"
	}
	for _, n := range c.app.Children {
		if near == "" {
			near = c.nearFlag(n, name)
		}
	}
	if near != "" {
		hint := diag.Text{Zh: "是不是想写“" + near + "”？", En: "did you mean \"" + near + "\"?"}
		zh, en = asking(zh, "，", hint.Zh), asking(en, ", ", hint.En)
	}
	return mistake(zh, en, help+" 列出可以写的选项", help+" lists the flags")
}

// nearFlag is the flag of a command or of all that a name most likely misspells,
// with the command before it where it is not that of the call; or "".
func (c call) nearFlag(command *kong.Node, name string) string {
	flags := c.app.Flags
	prefix := "--"
	if command != nil {
		flags = append(flags[:len(flags):len(flags)], command.Flags...)
	}
	var names []string
	for _, f := range flags {
		names = append(names, f.Name)
	}
	if command != c.command {
		prefix = "anju " + command.Name + " --"
	}
	if near, ok := diag.Nearest(name, names); ok {
		return prefix + near
	}
	return ""
}

// incomplete is a call that ends too early.
func (c call) incomplete([]string) error {
	if c.command == nil {
		return mistake("没有写命令", "there is no command", "例如 anju dev；anju --help 列出所有命令", "like anju dev; anju --help lists all commands")
	}
	h := helper{lang: "zh-Hans"}
	arg := c.command.Positional[0]
	what := strings.ToUpper(arg.Name)
	return mistake(c.command.Name+" 后面要写"+h.placeholder(what), c.command.Name+" lacks its "+what,
		"例如 "+c.example()+"\n        "+arg.Tag.Help, "like "+c.example()+"\n        "+arg.Tag.Get("en"))
}

func (c call) noValue(said []string) error {
	flag := said[0]
	return mistake(flag+" 后面缺了内容", flag+" lacks its value", c.withValue(flag, "zh-Hans"), c.withValue(flag, "en"))
}

// withValue shows a flag with what stands for its value, and what it is for.
func (c call) withValue(name, lang string) string {
	h := helper{lang: lang}
	for _, n := range append([]*kong.Node{c.app}, c.app.Children...) {
		for _, f := range n.Flags {
			if "--"+f.Name == name && (n == c.app || n == c.command) {
				return h.say("写成 ", "write ") + name + " " + h.placeholder(f.PlaceHolder) + h.say("：", ": ") + h.text(f.Tag)
			}
		}
	}
	return ""
}

func (c call) notAmong(said []string) error {
	flag, choices, got := said[0], said[1], said[2]
	plain := strings.ReplaceAll(choices, `"`, "")
	hint := diag.DidYouMean(got, strings.Split(plain, ","))
	return mistake(asking(flag+" 不能写“"+got+"”", "，", hint.Zh), flag+" must be one of "+choices+" but got \""+got+"\"",
		"可以写 "+strings.ReplaceAll(plain, ",", "、"), hint.En)
}

func (c call) notNumber(said []string) error {
	flag, got := said[0], said[1]
	return mistake(flag+" 要写整数，不能写“"+got+"”", flag+" takes a whole number, not \""+got+"\"",
		"例如 "+flag+" 2", "like "+flag+" 2")
}

func (c call) noSwitch(said []string) error {
	flag := said[0]
	return mistake(flag+" 后面不写别的内容", flag+" takes no value", "写 "+flag+" 就是打开，不写就是不用", "write "+flag+" alone, or leave it out")
}

// example is a right call of the command.
func (c call) example() string {
	if eg := c.command.Tag.Get("eg"); eg != "" {
		return eg
	}
	return "anju " + c.command.Name + " --help"
}

// asking is a statement with a question behind it, if there is one.
func asking(statement, comma, question string) string {
	if question == "" {
		return statement
	}
	return statement + comma + question
}
