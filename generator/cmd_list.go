package main

import (
	"errors"
	"fmt"
	"strings"

	"anju/generator/build"
	"anju/generator/check"
	"anju/generator/config"
	"anju/generator/hanzi"
)

type listCmd struct {
	What  string `arg:"" enum:"${lists}" help:"Which list: ${enum}."`
	Owner string `placeholder:"NAME" help:"Only what this office last reviewed (reviewed_by)."`
}

// Run prints a list of what waits for editors: a title after #, then an entry
// to a line, with tabs between what it says of it.
func (c listCmd) Run(e *env) error {
	if err := e.pinToEpoch(); err != nil {
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
		err = c.print(e, o, planned)
	}
	return errors.Join(err, done())
}

func (c listCmd) print(e *env, o build.Options, p *build.Planned) error {
	desk, err := e.desk(o, p)
	if err != nil {
		return err
	}
	fmt.Fprintln(e.out, "# "+desk.Title(c.What))
	for _, row := range desk.Rows(c.What) {
		if c.Owner != "" && row.Owner != c.Owner {
			continue
		}
		columns := row.Line
		if row.File != "" {
			columns = append(columns[:len(columns):len(columns)], desk.Reviewed(row), row.Changed)
		}
		fmt.Fprintln(e.out, strings.TrimRight(strings.Join(columns, "\t"), "\t"))
	}
	return nil
}

// desk is what lists are made from, with what git knows of the files. Where git
// cannot be asked, that is told, and the lists go without.
func (e *env) desk(o build.Options, p *build.Planned) (check.Desk, error) {
	v, ok := p.Site.Views[e.Lang]
	if !ok { // the site has no English
		v = p.Site.Views[config.Language]
	}
	past, err := check.ReadPast(e.ctx, e.Source, p.Library, hanzi.Compose)
	if what, _ := pastTrouble(err); what.En != "" {
		if !e.Quiet {
			fmt.Fprintln(e.errout, "anju: "+what.In(e.Lang))
		}
		err = nil
	}
	return check.Desk{Library: p.Library, Site: p.Site, View: v, Lang: e.Lang, Now: o.Now, Past: past}, err
}
