package main

import (
	"bytes"
	"fmt"
	"os"
	"strings"

	"github.com/alecthomas/kong"

	"anju/generator/config"
	"anju/generator/diag"
)

// langOf is the language of what is said before the flags are understood: of
// help, and of mistakes in the call. Chinese, unless --lang or ANJU_LANG says en.
func langOf(args []string) string {
	said := []string{os.Getenv("ANJU_LANG")}
	for i, arg := range args {
		if arg == "--" {
			break
		}
		if value, ok := strings.CutPrefix(arg, "--lang="); ok {
			said = append(said, value)
		} else if arg == "--lang" && i+1 < len(args) {
			said = append(said, args[i+1])
		}
	}
	lang := config.Language
	for _, s := range said { // what is no language is a mistake to be told in the one before it
		if s == config.Language || s == "en" {
			lang = s
		}
	}
	return lang
}

// askedForHelp makes flags of the word help: help is --help, and help check is
// check --help.
func askedForHelp(args []string) []string {
	if len(args) > 0 && args[0] == "help" {
		return append(args[1:len(args):len(args)], "--help")
	}
	return args
}

// manual is a command with more to explain than its flags: rows of a table.
type manual interface{ manual(lang string) [][]string }

// helper prints what commands and flags do. In their tags, help is Chinese, en is
// English, eg an example, and a placeholder a word of placeholders.
type helper struct {
	lang string
	out  bytes.Buffer
}

// print is a kong.HelpPrinter.
func (h *helper) print(_ kong.HelpOptions, ctx *kong.Context) error {
	if command := ctx.Selected(); command != nil {
		h.command(command)
	} else {
		h.heading("用法：anju 命令 [选项]", "Usage: anju COMMAND [FLAGS]")
		fmt.Fprintf(&h.out, "\n%s\n", ctx.Model.Help)
		h.commands(ctx.Model.Children)
	}
	h.heading("\n所有命令都有的选项", "\nFlags of all commands")
	h.flags(ctx.Model.Flags)
	h.heading("\n“anju 命令 --help”说明一条命令，例如 anju new --help。选项也可以写成环境变量，例如 ANJU_LANG=en。",
		"\nanju COMMAND --help explains a command, like anju new --help. Flags can also stand in the environment: ANJU_LANG=en.")
	_, err := ctx.Stdout.Write(h.out.Bytes())
	return err
}

func (h *helper) commands(nodes []*kong.Node) {
	h.heading("\n命令", "\nCommands")
	var rows [][]string
	for _, n := range nodes {
		row := []string{n.Name, h.say(strings.Join(n.Aliases, "、"), ""), h.text(n.Tag)}
		if h.lang != config.Language {
			row = []string{row[0], row[2]}
		}
		rows = append(rows, row)
	}
	table(&h.out, "  ", rows)
}

func (h *helper) command(n *kong.Node) {
	usage := "anju " + n.Name
	var rows [][]string
	for _, arg := range n.Positional {
		name := h.placeholder(strings.ToUpper(arg.Name))
		rows = append(rows, []string{name, h.text(arg.Tag)})
		if !arg.Required {
			name = "[" + name + "]"
		}
		usage += " " + name
	}
	h.heading("用法："+usage+" [选项]", "Usage: "+usage+" [FLAGS]")
	if example := n.Tag.Get("eg"); example != "" {
		h.heading("例如："+example, "Example: "+example)
	}
	fmt.Fprintf(&h.out, "\n%s\n", h.text(n.Tag))
	if len(rows) > 0 {
		fmt.Fprintln(&h.out)
	}
	table(&h.out, "  ", rows)
	if m, ok := n.Target.Interface().(manual); ok {
		table(&h.out, "    ", m.manual(h.lang))
	}
	if len(n.Flags) > 0 {
		h.heading("\n选项", "\nFlags")
		h.flags(n.Flags)
	}
}

func (h *helper) flags(flags []*kong.Flag) {
	var rows [][]string
	for _, f := range flags {
		short, name := "   ", "--"+f.Name
		if f.Short != 0 {
			short = fmt.Sprintf("-%c,", f.Short)
		}
		switch {
		case f.Enum != "":
			name += "=" + strings.ReplaceAll(f.Enum, ",", "|")
		case !f.IsBool():
			name += "=" + h.placeholder(f.PlaceHolder)
		}
		text := h.text(f.Tag)
		if f.Name == "help" { // kong's own flag, without tags of ours
			text = h.say("显示这些说明", "Show this help.")
		}
		rows = append(rows, []string{short + " " + name, text})
	}
	table(&h.out, "  ", rows)
}

func (h *helper) heading(zh, en string) { fmt.Fprintln(&h.out, h.say(zh, en)) }

func (h *helper) say(zh, en string) string { return diag.Text{Zh: zh, En: en}.In(h.lang) }

func (h *helper) text(tag *kong.Tag) string { return h.say(tag.Help, tag.Get("en")) }

// placeholders are what stands for a value in help.
var placeholders = map[string]string{
	"ADDR": "地址", "DIR": "文件夹", "FILE": "文件", "FILES": "文件…", "ID": "编号", "KIND": "类别", "N": "个数", "NAME": "名称",
	"QUERY": "要找的话", "REV": "版本", "TEXT": "文字", "TIME": "时间", "URL": "网址", "WHAT": "清单",
}

func (h *helper) placeholder(name string) string { return h.say(placeholders[name], name) }
