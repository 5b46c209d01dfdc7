package view

import (
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"anju/generator/content"
	"anju/generator/diag"
	"anju/generator/markdown"
)

// bodies holds the converted text of each entry in each language it is written
// in, by language and rank: nil for what has no translation.
type bodies map[string][]*text

// text is a converted text with what it was made from: as long as that is the
// same, so is the conversion.
type text struct {
	original content.Entry // in Chinese
	local    content.Entry // in its own language
	leads    []lead        // what its links asked of other entries
	doc      markdown.Document
	list     diag.List
	links    []content.Ref // the entries that it leads to, published or not, each once, without its own
}

// written is a text in a language.
type written struct {
	lang string
	ref  content.Ref
}

// text is the text of h, converted, in the language in which h is written.
func (v View) text(h *content.Head) markdown.Document {
	rank, ok := v.lib.Rank(h.Ref())
	if texts := v.bodies[h.Lang]; ok && texts != nil && texts[rank] != nil {
		return texts[rank].doc
	}
	return markdown.Document{}
}

// Conversion stands for the conversion of the text of the entry of a rank into
// the view's language, nil where there is none: another one is not equal to it,
// even of the same text.
func (v View) Conversion(rank int) any { return v.bodies[v.Lang][rank] }

// BodyText is the text of h as plain lines, headings too.
func (v View) BodyText(h *content.Head) string {
	var parts []string
	for _, s := range v.text(h).Sections {
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
	resolve, show := resolver(h, v.reference), show(h)
	for _, l := range v.text(h).Links {
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
	text *text
}

func (c *conversion) run() {
	src := c.view.source(c.head)
	if g, ok := c.text.original.(*content.Guide); ok && g.Parts {
		src.Division = c.view.division(c.head)
	}
	c.text.doc, c.text.list = markdown.Convert(src, resolver(c.head, c.ask))
	own := c.head.Ref()
	for _, link := range c.text.doc.Links {
		if to, ok := entryIn(link.Dest); ok && to != own && !slices.Contains(c.text.links, to) {
			c.text.links = append(c.text.links, to)
		}
	}
}

// ask is where a link to another entry leads. It is noted in the text.
func (c *conversion) ask(ref content.Ref, fragment string) answer {
	a := c.view.reference(ref, fragment)
	c.text.leads = append(c.text.leads, lead{ref, fragment, a})
	return a
}

// source is a text as it goes into its conversion.
func (v View) source(h *content.Head) markdown.Source {
	return markdown.Source{
		File: h.Body.File, Line: h.Body.Line, Text: []byte(h.Body.Text), Lang: v.Lang, Show: show(h), Taken: v.taken(h),
	}
}

// convert turns every text into HTML and plain text, as far as it is not
// remembered. The findings come in the order of views and entries, whichever
// text is done first.
func (m *Memory) convert(views []View) (bodies, diag.List) {
	var list diag.List
	order := make([]*text, 0, len(m.order)+1)
	var work []*conversion
	out := bodies{}
	for _, v := range views {
		texts := make([]*text, len(v.lib.Entries))
		for rank, e := range v.lib.Entries {
			local, ok := v.lib.InAt(rank, v.Lang)
			if !ok {
				continue
			}
			t := m.text(v, rank, e, local)
			if t == nil {
				t = &text{original: e, local: local}
				work = append(work, &conversion{view: v, head: local.Common(), text: t})
			}
			texts[rank], order = t, append(order, t)
		}
		out[v.Lang] = texts
	}
	convertAll(work)
	for _, t := range order {
		list = append(list, t.list...)
	}
	if !slices.EqualFunc(m.order, order, sameLinks) {
		m.crossing = m.crossing.revised(m.order, order)
	}
	m.bodies, m.order = out, order
	return out, list
}

// sameLinks reports whether two texts, of the same entry or not, are linked alike.
func sameLinks(a, b *text) bool {
	return a == b || a.original.Common().Ref() == b.original.Common().Ref() && slices.Equal(a.links, b.links)
}

// convertAll does the work on several processors.
func convertAll(work []*conversion) {
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(work)) {
		wg.Go(func() {
			for i := next.Add(1) - 1; int(i) < len(work); i = next.Add(1) - 1 {
				work[i].run()
			}
		})
	}
	wg.Wait()
}
