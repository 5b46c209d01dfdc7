package dev

import (
	"cmp"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"anju/generator/build"
	"anju/generator/content"
	"anju/generator/diag"
	"anju/generator/validity"
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
	Unseen  string // why readers do not find the page, or ""
}

// item is a finding in words of one language.
type item struct {
	Error           bool
	Place, Spoken   string        // file:line:col; the same in words, or ""
	Excerpt         *diag.Excerpt // nil where there is no line to show
	Message, Remedy string
}

// Say picks the words of the overlay's language, for templates.
func (o overlay) Say(zh, en string) string { return say(o.Lang, zh, en) }

// Empty reports whether there is nothing to say.
func (o overlay) Empty() bool { return len(o.Items) == 0 && o.Failure == "" }

// overlay is what the page at an address says of s in a language, with at most
// so many findings; 0 for all.
func (s *state) overlay(lang, address string, most int) overlay {
	_, rooted := tongue(address)
	o := overlay{Lang: lang, Stale: s.stale() && s.planned != nil, All: findingsPath, Unseen: s.unseen(lang, rooted)}
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
	if e, ok := d.Excerpt(content.Excerpted(s.source, d.File)); ok {
		it.Excerpt = &e
	}
	return it
}

// unseen says why readers do not find the page at an address, which is that of a
// draft or of an entry to be published later; else it is "".
func (s *state) unseen(lang, rooted string) string {
	if s.planned == nil {
		return ""
	}
	for _, l := range s.planned.Library.Unpublished(validity.DateOf(s.now)) {
		switch home, ok := pageOf(l.File); {
		case !ok || !strings.HasPrefix(rooted, home):
		case l.Draft:
			return say(lang, "草稿：只有这里看得到，不会发布", "A draft: it is seen here only, and is not published")
		default:
			return say(lang, fmt.Sprintf("%s 才发布：现在只有这里看得到", l.From), fmt.Sprintf("To be published on %s: until then it is seen here only", l.From))
		}
	}
	return ""
}
