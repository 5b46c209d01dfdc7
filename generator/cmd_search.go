package main

import (
	"errors"
	"fmt"
	"maps"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"anju/generator/publish"
	"anju/generator/search"
)

type searchCmd struct {
	Query   string `arg:"" help:"要找什么；有空格的用引号括起来" en:"What to look for."`
	Literal bool   `help:"照字面找，不从里面认出城市、学历等条件" en:"Look for all of it: read no filters out of it."`
	Explain bool   `help:"说明怎样理解、每条的得分怎样来的" en:"Tell how it was read and how each score came about."`
}

// errReplaced says that what is in the folder now is not the release whose
// manifest was read.
var errReplaced = errors.New("another release went live meanwhile")

// Run asks the index of the release.
func (c searchCmd) Run(e *env) error {
	now, err := e.clock()
	if err != nil {
		return err
	}
	release, err := publish.Open(e.Dir)
	if err != nil {
		return err
	}
	return errors.Join(c.ask(e, release, now()), release.Close())
}

// ask opens the index of the release, asks it and prints the answer.
func (c searchCmd) ask(e *env, release *publish.Release, now time.Time) error {
	s, err := search.Open(filepath.Join(e.Dir, filepath.FromSlash(publish.IndexPath)))
	if err != nil {
		return err
	}
	if s.Fingerprint() != release.Manifest.Index.Fingerprint {
		return errors.Join(errReplaced, s.Close())
	}
	q, bad := search.ParseParams(url.Values{"q": {c.Query}})
	for _, b := range bad {
		fmt.Fprintln(e.errout, e.say(b.Zh, b.En))
	}
	q.Literal, q.At, q.Lang = c.Literal, now, e.Lang
	return errors.Join(c.answer(e, s, q), s.Close())
}

// answer asks and prints.
func (c searchCmd) answer(e *env, s *search.Searcher, q search.Query) error {
	if c.Explain {
		x, err := s.Explain(e.ctx, q)
		if err == nil {
			e.tellExplanation(x)
		}
		return err
	}
	r, err := s.Search(e.ctx, q)
	if err == nil {
		e.tellResult(r)
	}
	return err
}

// tellResult prints what was found; in a quiet run the hits alone.
func (e *env) tellResult(r search.Result) {
	if !e.Quiet {
		e.tellReading(r)
	}
	rows := make([][]string, len(r.Hits))
	for i, h := range r.Hits {
		rows[i] = []string{e.score(h), h.ID, h.Title, h.URL}
	}
	table(e.out, "", rows)
}

// score is that of a hit, with a mark where it has only some of the words.
func (e *env) score(h search.Hit) string {
	mark := " "
	if h.Partial {
		mark = "~"
	}
	return fmt.Sprintf("%s%8.3f", mark, h.Score)
}

// tellReading prints how many hits there are and how the text was understood.
func (e *env) tellReading(r search.Result) {
	fmt.Fprintln(e.out, e.total(r))
	line := func(zh, en, what string) {
		if what != "" {
			fmt.Fprintf(e.out, "%s%s\n", e.say(zh+"：", en+": "), what)
		}
	}
	line("放宽了", "relaxed", e.relaxed(r.Relaxed))
	line("读成筛选条件", "read as filters", filters(r.Asked, r.Read))
	line("没有条目符合，没有用上", "named, but nothing fits", filters(r.Missed, nil))
	line("是不是要找", "did you mean", strings.Join(r.Suggestions, e.say("、", ", ")))
	if h := r.Numbered; h != nil {
		line("这个文号是", "the document with this number", h.ID+"  "+h.Title)
	}
	if h := r.Gap; h != nil {
		line("还没有找到的", "known to be missing", h.ID+"  "+h.Title)
	}
}

func (e *env) total(r search.Result) string {
	if r.Relaxed == "" && r.Full < r.Total {
		return fmt.Sprintf(e.say("%d 条，其中 %d 条含全部的词（其余标 ~）", "%d found, %d of them with all words (the others are marked ~)"), r.Total, r.Full)
	}
	return fmt.Sprintf(e.say("%d 条", "%d found"), r.Total)
}

func (e *env) relaxed(step string) string {
	switch step {
	case "":
		return ""
	case "most-words":
		return e.say("没有条目含全部的词，这些含大部分（most-words）", "nothing has all words, these have most (most-words)")
	case "any-word":
		return e.say("没有条目含大部分的词，这些含其中一些（any-word）", "nothing has most words, these have some (any-word)")
	case "pinyin":
		return e.say("没有条目含这些字，按读音和字形改了写法（pinyin）", "nothing has these characters; the spelling was changed by sound and shape (pinyin)")
	}
	return step
}

// noFilters are the parameters of a query that choose no documents.
var noFilters = []string{"q", "literal", "sort", "page", "per_page"}

// filters are the parameters of q as NAME=VALUE: those named, or where names is
// nil all that filter.
func filters(q search.Query, names []string) string {
	values := q.Values()
	if names == nil {
		names = slices.DeleteFunc(slices.Sorted(maps.Keys(values)), func(name string) bool { return slices.Contains(noFilters, name) })
	}
	var out []string
	for _, name := range names {
		for _, value := range values[name] {
			out = append(out, name+"="+value)
		}
	}
	return strings.Join(out, " ")
}
