package main

import (
	"errors"
	"fmt"
	"strings"

	"anju/generator/build"
	"anju/generator/check"
	"anju/generator/config"
)

type listCmd struct {
	What string `arg:"" enum:"${lists}" help:"Which list: ${enum}."`
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
		c.print(e, o, planned)
	}
	return errors.Join(err, done())
}

func (c listCmd) print(e *env, o build.Options, p *build.Planned) {
	v, ok := p.Site.Views[e.Lang]
	if !ok { // the site has no English
		v = p.Site.Views[config.Language]
	}
	desk := check.Desk{Library: p.Library, Site: p.Site, View: v, Lang: e.Lang, Now: o.Now}
	fmt.Fprintln(e.out, "# "+desk.Title(c.What))
	for _, line := range desk.List(c.What) {
		fmt.Fprintln(e.out, strings.TrimRight(strings.Join(line, "\t"), "\t"))
	}
}
