package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"anju/generator/build"
	"anju/generator/check"
	"anju/generator/config"
	"anju/generator/diag"
	"anju/generator/hanzi"
)

type listCmd struct {
	What  string `arg:"" optional:"" help:"哪份清单，英文名、中文名都行：" en:"Which list, by its name or its Chinese name:"`
	Owner string `placeholder:"NAME" help:"只列这个单位核对的（reviewed_by）" en:"Only what this office last reviewed (reviewed_by)."`
}

// listNames are the names of lists in Chinese.
var listNames = map[string]string{
	"drafts": "草稿", "future": "待发布", "expiring": "快到期", "expired": "过期", "stale": "陈旧", "orphans": "孤立",
	"unreviewed": "未核对", "incomplete": "不完整", "windows": "申报时间", "gaps": "没找到", "coverage": "覆盖", "stale-translations": "旧译文",
}

// manual is a row for each list: its names, and what it holds.
func (listCmd) manual(lang string) (rows [][]string) {
	for _, name := range check.Lists() {
		rows = append(rows, []string{name, listNames[name], check.Desk{Lang: lang}.Title(name)})
	}
	return rows
}

// named is the list that somebody calls by one of its names.
func (c listCmd) named(lang string) (string, error) {
	var names []string
	for _, name := range check.Lists() {
		if c.What == name || c.What == listNames[name] {
			return name, nil
		}
		names = append(names, name, listNames[name])
	}
	var all strings.Builder
	table(&all, "        ", c.manual(lang))
	lists := strings.TrimRight(all.String(), "\n")
	if c.What == "" {
		return "", mistake("list 后面要写哪份清单", "list lacks the name of a list", "例如 anju list 草稿；有这些：\n"+lists, "like anju list drafts; there are:\n"+lists)
	}
	hint := diag.DidYouMean(c.What, names)
	return "", mistake(asking("没有“"+c.What+"”这份清单", "，", hint.Zh), asking("there is no list \""+c.What+"\"", ", ", hint.En), "有这些：\n"+lists, "there are:\n"+lists)
}

// Run prints a list of what waits for editors: a title after #, then an entry
// to a line, with tabs between what it says of it.
func (c listCmd) Run(e *env) (err error) {
	if err := e.pinToEpoch(); err != nil {
		return err
	}
	if c.What, err = c.named(e.Lang); err != nil {
		return err
	}
	o, done, err := e.options()
	if err != nil {
		return err
	}
	o.Drafts = false // else nothing is left out that could be listed
	planned, list, err := build.Plan(o)
	if errors.Is(err, build.ErrFindings) {
		return errors.Join(findings(list), e.told(o, list), done())
	}
	if err == nil {
		c.print(e, o, planned)
	}
	return errors.Join(err, done())
}

func (c listCmd) print(e *env, o build.Options, p *build.Planned) {
	desk := e.desk(o, p)
	fmt.Fprintln(e.out, "# "+desk.Title(c.What))
	rows := desk.Rows(c.What)
	if c.Owner != "" {
		rows = slices.DeleteFunc(rows, func(row check.Row) bool { return row.Owner != c.Owner })
	}
	if len(rows) == 0 {
		fmt.Fprintln(e.out, e.say("没有。", "None."))
	}
	for _, row := range rows {
		columns := row.Line
		if row.File != "" {
			columns = append(columns[:len(columns):len(columns)], desk.Reviewed(row), row.Changed)
		}
		fmt.Fprintln(e.out, strings.TrimRight(strings.Join(columns, "\t"), "\t"))
	}
}

// desk is what lists are made from, with what git knows of the files. Where git
// cannot be asked, that is told, and the lists go without.
func (e *env) desk(o build.Options, p *build.Planned) check.Desk {
	v, ok := p.Site.Views[e.Lang]
	if !ok { // the site has no English
		v = p.Site.Views[config.Language]
	}
	past, err := check.ReadPast(e.ctx, e.Source, p.Library, hanzi.Compose)
	if err != nil && !e.Quiet {
		e.complain(check.PastTrouble(err))
	}
	return check.Desk{Library: p.Library, Site: p.Site, View: v, Lang: e.Lang, Now: o.Now, Past: past}
}
