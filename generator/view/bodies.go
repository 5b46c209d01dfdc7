package view

import (
	"runtime"
	"slices"
	"strings"
	"sync"

	"anju/generator/content"
	"anju/generator/diag"
	"anju/generator/markdown"
)

// bodies holds the converted text of each entry in each language it is written
// in. What has no translation is not there.
type bodies map[written]markdown.Document

type written struct {
	lang string
	ref  content.Ref
}

// of is the text of h in the language in which h is written.
func (b bodies) of(h *content.Head) markdown.Document { return b[written{h.Lang, h.Ref()}] }

// BodyText is the text of h as plain lines, headings too.
func (v View) BodyText(h *content.Head) string {
	var parts []string
	for _, s := range v.bodies.of(h).Sections {
		parts = append(parts, s.Title, s.Text)
	}
	return strings.Join(slices.DeleteFunc(parts, empty), "\n")
}

// Link is where a text leads, and where in its file that is written.
type Link struct {
	URL string
	Pos diag.Pos
}

// Links are the links and pictures of the text on e's page in the view's
// language, with the addresses that the page has.
func (v View) Links(e content.Entry) (links []Link) {
	local, _ := v.In(e)
	h := local.Common()
	v.Lang = h.Lang // a text that is not translated leads to pages in its own language
	resolve, show := v.resolver(h), show(h)
	for _, l := range v.bodies.of(h).Links {
		if l.Image {
			if p, _, ok := show(l.Dest); ok {
				links = append(links, Link{p.Src, l.Pos})
			}
		} else if url, _, ok := resolve(l.Dest); ok {
			links = append(links, Link{url, l.Pos})
		}
	}
	return links
}

func empty(s string) bool { return s == "" }

// conversion is the work on one text.
type conversion struct {
	view View
	head *content.Head
	doc  markdown.Document
	list diag.List
}

func (c *conversion) run() {
	src := c.view.source(c.head)
	if g, ok := c.view.lib.Get(c.head.Ref()).(*content.Guide); ok && g.Parts {
		src.Division = c.view.division(c.head)
	}
	c.doc, c.list = markdown.Convert(src, c.view.resolver(c.head))
}

// source is a text as it goes into its conversion.
func (v View) source(h *content.Head) markdown.Source {
	return markdown.Source{
		File: h.Body.File, Line: h.Body.Line, Text: []byte(h.Body.Text), Lang: v.Lang, Show: show(h), Taken: v.taken(h),
	}
}

// convert turns every text into HTML and plain text. The findings come in the
// order of views and entries, whichever text is done first.
func (b bodies) convert(views []View) (list diag.List) {
	var all []*conversion
	for _, v := range views {
		for _, e := range v.lib.Entries {
			if local, ok := v.lib.In(e, v.Lang); ok {
				all = append(all, &conversion{view: v, head: local.Common()})
			}
		}
	}
	work := make(chan *conversion)
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for c := range work {
				c.run()
			}
		})
	}
	for _, c := range all {
		work <- c
	}
	close(work)
	wg.Wait()
	for _, c := range all {
		b[written{c.view.Lang, c.head.Ref()}] = c.doc
		list = append(list, c.list...)
	}
	return list
}
