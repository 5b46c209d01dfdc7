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
	"anju/generator/impact"
	"anju/generator/search"
	"anju/generator/site"
	"anju/generator/view"
)

type checkCmd struct {
	Format  string  `enum:"text,json,github" default:"text" help:"结果的写法：text 给人看，json 给程序，github 给流水线" en:"How to print findings: text, json or github."`
	Against *string `placeholder:"REV" help:"和 git 里的这个版本比，读者会看到什么变化，如 main、HEAD~1" en:"Tell what readers will see otherwise than at this git revision, like main or HEAD~1."`
	Report  string  `placeholder:"FILE" help:"把 --against 说的变化写到这个文件；写 - 就显示出来" en:"Write what --against tells to this file, as Markdown; - for the standard output."`

	External bool `help:"也去看指向别的网站的链接还在不在；结果记在 .anju/links.json，不影响通过" en:"Ask other sites whether links to them work (kept in .anju/links.json); never fails."`
}

// Run checks the source folder. It writes a temporary index, the file of
// --report and, with --external, .anju/links.json; and no release.
func (c checkCmd) Run(e *env) error {
	if err := errors.Join(c.misused(e.Source), e.pinToEpoch()); err != nil {
		return err
	}
	o, done, err := e.options()
	if err != nil {
		return err
	}
	found, err := checkAll(e, o)
	forbidden := errors.Is(err, build.ErrFindings)
	if forbidden { // all the same, what else was asked for is told
		err = nil
	}
	if err == nil && c.Against != nil {
		err = c.compare(e, o, &found)
	}
	if err == nil && c.External {
		found.outside, err = askOutside(e, o)
	}
	told := errors.Join(c.print(e, o, found), c.tellImpact(e, found.impact))
	list := found.list
	if err == nil && (forbidden || list.HasErrors() || e.Strict && len(list) > 0) {
		err = findings(list)
	}
	return errors.Join(err, told, done())
}

// misused is the error of flags that cannot stand together, or as they are.
func (c checkCmd) misused(source string) error {
	switch {
	case c.Against != nil && *c.Against == "": // a variable that is not set would pass for a comparison
		return mistake("--against 后面是空的：没有说和哪个版本比", "--against is empty: it names no version",
			"写上版本，例如 --against main；流水线里用变量的，看看变量有没有值；不想比较，就不写 --against",
			"name one, like --against main; where a variable stands for it, see whether it is set; leave --against out to compare nothing")
	case c.Report != "" && c.Against == nil:
		return usage("--report 要和 --against 一起用：加上要比较的版本，例如 --against main",
			"--report tells what --against finds: add the version to compare with, like --against main")
	case c.Report == "-" && c.Format == "json":
		return usage("--format json 已经占了标准输出：--report 后面写一个文件名，例如 review.md",
			"--format json takes the standard output: give --report the name of a file, like review.md")
	case c.Report != "" && c.Report != "-":
		return reportable(source, c.Report)
	}
	return nil
}

// checked is what a check has found.
type checked struct {
	list    diag.List
	recall  diag.Text      // what the search finds of it; empty where it was not asked
	planned *build.Planned // nil where the findings forbid it
	impact  *impact.Report // nil where it was not asked for
	outside outside
}

// checkAll plans and renders the site in memory, follows its links, and asks
// its index for all that it holds.
func checkAll(e *env, o build.Options) (found checked, err error) {
	planned, list, err := build.Plan(o)
	found.list, found.planned = list, planned
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
	if len(missed) == 0 && !e.Verbose { // that all is found is no news
		found.recall = diag.Text{}
	}
	found.list = slices.Concat(list, check.Links(pages, written(planned.Site), answered), missed)
	return found, err
}

// proveRecall asks the index of a planned site for all that it holds.
func (c *checked) proveRecall(ctx context.Context, o build.Options, p *build.Planned) (list diag.List, err error) {
	s, done, err := indexOf(p)
	if err != nil {
		return nil, err
	}
	report, list, err := check.Recall{
		Documents: p.Site.Documents(), Asker: s, At: o.Now, Seed: recallSeed, Place: placeOf(p.Library),
	}.Prove(ctx)
	c.recall = report.Text()
	return list, errors.Join(err, done())
}

// indexOf builds the index of a planned site into a folder of its own and opens
// it. The second value closes and removes it.
func indexOf(p *build.Planned) (*search.Searcher, func() error, error) {
	dir, err := os.MkdirTemp("", "anju-check-")
	if err != nil {
		return nil, nil, err
	}
	remove := func() error { return os.RemoveAll(dir) }
	docs, lex := p.Site.Documents(), p.Site.Lexicon
	if err := search.Build(dir, search.Fingerprint(docs, lex), docs, lex); err != nil {
		return nil, nil, errors.Join(err, remove())
	}
	s, err := search.Open(dir)
	if err != nil {
		return nil, nil, errors.Join(err, remove())
	}
	return s, func() error { return errors.Join(s.Close(), remove()) }, nil
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
		if of := s.Links(p); of != nil {
			links[p.Path] = of
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
	p, list := e.printer(o.Source), slices.Concat(found.list, found.outside.list)
	switch c.Format {
	case "json":
		return p.JSON(e.out, list)
	case "github":
		return p.GitHub(e.out, list)
	}
	err := e.tell(o.Source, list)
	if e.Quiet {
		return err
	}
	for _, line := range []diag.Text{found.recall, found.outside.done} {
		if text := line.In(e.Lang); text != "" {
			fmt.Fprintln(e.out, text)
		}
	}
	if found.planned != nil {
		e.leftOut(found.planned.Library.LeftOut)
	}
	return err
}
