package main

import (
	"errors"
	"strings"
	"sync"

	"anju/generator/build"
	"anju/generator/check"
	"anju/generator/diag"
	"anju/generator/site"
	"anju/generator/view"
)

type checkCmd struct {
	Format string `enum:"text,json,github" default:"text" help:"How to print findings: text, json or github."`
}

// Run checks the source folder and writes nothing.
func (c checkCmd) Run(e *env) error {
	if err := e.pinToEpoch(); err != nil {
		return err
	}
	o, done, err := e.options()
	if err != nil {
		return err
	}
	list, err := checkAll(e, o)
	told := c.print(e, o, list)
	if errors.Is(err, build.ErrFindings) || err == nil && (list.HasErrors() || e.Strict && len(list) > 0) {
		err = findings(list)
	}
	return errors.Join(err, told, done())
}

// checkAll plans and renders the site in memory and follows its links.
func checkAll(e *env, o build.Options) (diag.List, error) {
	planned, list, err := build.Plan(o)
	if err != nil {
		return list, err
	}
	var mu sync.Mutex
	pages := check.Pages{}
	err = build.Write(e.ctx, o, planned, func(path string, data []byte) error {
		mu.Lock()
		defer mu.Unlock()
		pages[path] = data
		return nil
	})
	if err != nil {
		return list, err
	}
	return append(list, check.Links(pages, written(planned.Site), answered)...), nil
}

// written are the links of texts by the page that shows them.
func written(s *site.Site) map[string][]view.Link {
	links := map[string][]view.Link{}
	for _, p := range s.Pages {
		if p.Links != nil {
			links[p.Path] = p.Links()
		}
	}
	return links
}

// answered tells the addresses that only the endpoint has.
func answered(path string) bool {
	path = strings.TrimPrefix(path, "/en")
	return path == "/search" || strings.HasPrefix(path, "/api/")
}

func (c checkCmd) print(e *env, o build.Options, list diag.List) error {
	p := e.printer(o.Source)
	switch c.Format {
	case "json":
		return p.JSON(e.out, list)
	case "github":
		return p.GitHub(e.out, list)
	}
	return e.tell(o.Source, list)
}
