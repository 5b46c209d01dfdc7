package dev

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"anju/generator/build"
	"anju/generator/content"
	"anju/generator/diag"
)

// mostShown is how many findings stand in every page; all of them have a page of
// their own.
const mostShown = 20

// overlay is what a page says of the findings of the newest attempt. The zero
// Items and Failure mean that there is nothing to say.
type overlay struct {
	Lang    string
	Title   string // how many findings there are
	Failure string // what could not be read, or ""
	Items   []item // errors first
	More    int    // findings left out
	Stale   bool   // the page is older than the source
	Own     bool   // an error is about this very page
	All     string // address of the page of all findings
}

// item is a finding in words of one language.
type item struct {
	Error           bool
	Place, Spoken   string        // file:line:col; the same in words, or ""
	Excerpt         *diag.Excerpt // nil where there is no line to show
	Message, Remedy string
}

// Say picks the words of the page's language, for templates.
func (o overlay) Say(zh, en string) string { return say(o.Lang, zh, en) }

// Empty reports whether there is nothing to say.
func (o overlay) Empty() bool { return len(o.Items) == 0 && o.Failure == "" }

// overlay is what the page at an address says of s, with at most so many
// findings; 0 for all.
func (s *state) overlay(address string, most int) overlay {
	lang, rooted := tongue(address)
	o := overlay{Lang: lang, Stale: s.stale() && s.planned != nil, All: findingsPath}
	if lang == "en" {
		o.All = "/en" + findingsPath
	}
	if s.err != nil && !errors.Is(s.err, build.ErrFindings) {
		o.Failure, o.Own = s.err.Error(), true
	}
	list := slices.Clone(s.findings)
	list.Sort()
	own := func(d diag.Diagnostic) bool { return shownOn(d.File, rooted) }
	slices.SortStableFunc(list, func(a, b diag.Diagnostic) int {
		return cmp.Or(cmp.Compare(a.Severity, b.Severity), before(own(a), own(b)))
	})
	o.Title = title(lang, list, o.Failure)
	o.Own = o.Own || slices.ContainsFunc(list, func(d diag.Diagnostic) bool { return d.Severity == diag.Error && own(d) })
	if most > 0 && len(list) > most {
		o.More, list = len(list)-most, list[:most]
	}
	for _, d := range list {
		o.Items = append(o.Items, s.item(d, lang))
	}
	return o
}

// before sorts what is first.
func before(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// title says in a few words what is the matter.
func title(lang string, list diag.List, failure string) string {
	errs, warnings := list.Count()
	switch {
	case failure != "":
		return say(lang, "读不了网站的文件夹", "The folder of the site cannot be read")
	case errs > 0:
		return say(lang, fmt.Sprintf("有 %d 处错误", errs), plural(errs, "error"))
	}
	return say(lang, fmt.Sprintf("有 %d 条提醒", warnings), plural(warnings, "warning"))
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// shownOn reports whether what is wrong in a file is wrong on the page at an
// address: that of an entry on its own pages, and all else on every page.
func shownOn(file, rooted string) bool {
	home, ok := pageOf(file)
	return !ok || strings.HasPrefix(rooted, home)
}

// pageOf is the address in Chinese of the entry that a file belongs to.
func pageOf(file string) (string, bool) {
	parts := strings.Split(file, "/")
	if len(parts) < 3 || parts[0] != "content" {
		return "", false
	}
	i := slices.IndexFunc(content.Kinds, func(k content.Kind) bool { return k.Folder == parts[1] })
	if i < 0 {
		return "", false
	}
	id := parts[2]
	if len(parts) == 3 {
		id = strings.TrimSuffix(strings.TrimSuffix(id, path.Ext(id)), ".en")
	}
	return content.Kinds[i].Path(id), true
}

func (s *state) item(d diag.Diagnostic, lang string) item {
	it := item{
		Error: d.Severity == diag.Error, Place: d.Pos.String(),
		Message: d.Message.In(lang), Remedy: d.Hint.In(lang),
	}
	switch {
	case d.Line > 0 && d.Col > 0:
		it.Spoken = say(lang, fmt.Sprintf("第 %d 行第 %d 个字", d.Line, d.Col), fmt.Sprintf("line %d, character %d", d.Line, d.Col))
	case d.Line > 0:
		it.Spoken = say(lang, fmt.Sprintf("第 %d 行", d.Line), fmt.Sprintf("line %d", d.Line))
	}
	if e, ok := d.Excerpt(s.text(d.File)); ok {
		it.Excerpt = &e
	}
	return it
}

// text is a file of the source folder as it is now; nil where it cannot be read,
// for the finding stands without it.
func (s *state) text(file string) []byte {
	text, err := fs.ReadFile(s.source, file)
	if err != nil {
		return nil
	}
	return text
}
