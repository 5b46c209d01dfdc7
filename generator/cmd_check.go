package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"

	"anju/generator/build"
	"anju/generator/check"
	"anju/generator/content"
	"anju/generator/diag"
	"anju/generator/search"
	"anju/generator/site"
	"anju/generator/view"
)

type checkCmd struct {
	Format string `enum:"text,json,github" default:"text" help:"How to print findings: text, json or github."`
}

// Run checks the source folder and writes nothing but a temporary index.
func (c checkCmd) Run(e *env) error {
	if err := e.pinToEpoch(); err != nil {
		return err
	}
	o, done, err := e.options()
	if err != nil {
		return err
	}
	found, err := checkAll(e, o)
	told := c.print(e, o, found)
	list := found.list
	if errors.Is(err, build.ErrFindings) || err == nil && (list.HasErrors() || e.Strict && len(list) > 0) {
		err = findings(list)
	}
	return errors.Join(err, told, done())
}

// checked is what a check has found.
type checked struct {
	list   diag.List
	recall diag.Text // what the search finds of it; empty where it was not asked
}

// checkAll plans and renders the site in memory, follows its links, and asks
// its index for all that it holds.
func checkAll(e *env, o build.Options) (found checked, err error) {
	planned, list, err := build.Plan(o)
	found.list = list
	if err != nil {
		return found, err
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
		found.list = append(found.list, build.Findings(err)...)
		return found, err
	}
	missed, err := found.proveRecall(e.ctx, o, planned)
	found.list = slices.Concat(list, check.Links(pages, written(planned.Site), answered), missed)
	return found, err
}

// proveRecall builds the index into a folder of its own, and removes it.
func (c *checked) proveRecall(ctx context.Context, o build.Options, p *build.Planned) (list diag.List, err error) {
	dir, err := os.MkdirTemp("", "anju-check-")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	docs, lex := p.Site.Documents, p.Site.Lexicon
	if err := search.Build(dir, search.Fingerprint(docs, lex), docs, lex); err != nil {
		return nil, err
	}
	s, err := search.Open(dir)
	if err != nil {
		return nil, err
	}
	report, list, err := check.Recall{
		Documents: docs, Asker: s, At: o.Now, Seed: recallSeed, Place: placeOf(p.Library),
	}.Prove(ctx)
	c.recall = report.Text()
	return list, errors.Join(err, s.Close())
}

// recallSeed draws the sample of recall: always the same, so that a finding
// stays until it is mended.
const recallSeed = 1

// placeOf tells in which file a document stands: an entry in its own, a home in
// that of its community, all others in the vocabulary of their kind.
func placeOf(lib *content.Library) func(id string) diag.Pos {
	vocabularies := map[string]string{"city": "cities", "brand": "brands", "operator": "operators", "gap": "gaps"}
	return func(id string) diag.Pos {
		kind, rest, _ := strings.Cut(id, ":")
		if kind == "home" {
			community, _, _ := strings.Cut(rest, "/")
			id = "community:" + community
		}
		if e := lib.Get(content.Ref(id)); e != nil {
			return diag.Pos{File: e.Common().File}
		}
		return diag.Pos{File: content.Root + "/vocab/" + vocabularies[kind] + ".yaml"}
	}
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

func (c checkCmd) print(e *env, o build.Options, found checked) error {
	p := e.printer(o.Source)
	switch c.Format {
	case "json":
		return p.JSON(e.out, found.list)
	case "github":
		return p.GitHub(e.out, found.list)
	}
	err := e.tell(o.Source, found.list)
	if line := found.recall.In(e.Lang); line != "" && !e.Quiet {
		fmt.Fprintln(e.out, line)
	}
	return err
}
