package markdown

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// Division is how a text is shown on several pages: one for what stands before
// its first heading of level 2, and one for each part, from such a heading to
// the next.
type Division struct {
	Address  func(part int) string // of the page of a part, counted from 0
	Reserved []string              // ids that no part may have
}

// Part is a part of a divided text.
type Part struct {
	Heading Heading
	Below   []Heading // the headings inside, as in the whole text
	Title   string    // Heading as HTML
	HTML    string    // what stands below Heading, its headings one level up, with the footnotes that the part mentions
}

// Outline returns the parts of a text without their HTML, and without looking
// at links: their addresses may depend on the outlines of other texts. It is
// nil for a text of which Convert gives nothing.
func Outline(src Source) (parts []Part) {
	c := newConversion(src, nil)
	root, ok := c.read()
	if !ok {
		return nil
	}
	for _, s := range divide(root)[1:] {
		parts = append(parts, c.outline(s))
	}
	return parts
}

// stretch is what one page of a divided text shows. The first one of a text,
// the introduction, has no heading.
type stretch struct {
	heading *ast.Heading
	blocks  []ast.Node
	notes   []*extast.Footnote // mentioned here, in the order of their numbers
}

// all are the blocks of a stretch, its heading and its footnotes.
func (s stretch) all() (nodes []ast.Node) {
	if s.heading != nil {
		nodes = append(nodes, s.heading)
	}
	nodes = append(nodes, s.blocks...)
	for _, note := range s.notes {
		nodes = append(nodes, note)
	}
	return nodes
}

// divide parts the blocks of a text. Headings inside quotes and lists begin no
// part.
func divide(root ast.Node) []stretch {
	out := []stretch{{}}
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		last := &out[len(out)-1]
		switch h, ok := n.(*ast.Heading); {
		case ok && h.Level == 2:
			out = append(out, stretch{heading: h})
		case n.Kind() != extast.KindFootnoteList:
			last.blocks = append(last.blocks, n)
		}
	}
	notes := map[int]*extast.Footnote{}
	for _, note := range find[*extast.Footnote](root) {
		notes[note.Index] = note
	}
	for i := range out {
		out[i].notes = mentioned(out[i].all(), notes)
	}
	return out
}

// mentioned are the footnotes that blocks mention, and those that these mention.
func mentioned(blocks []ast.Node, notes map[int]*extast.Footnote) (out []*extast.Footnote) {
	found := map[int]bool{}
	for len(blocks) > 0 {
		for _, link := range find[*extast.FootnoteLink](blocks[0]) {
			if note := notes[link.Index]; note != nil && !found[link.Index] {
				found[link.Index] = true
				blocks = append(blocks, note)
			}
		}
		blocks = blocks[1:]
	}
	for _, index := range slices.Sorted(maps.Keys(found)) {
		out = append(out, notes[index])
	}
	return out
}

func (c *conversion) outline(s stretch) Part {
	part := Part{Heading: c.headingOf(s.heading)}
	for _, h := range headingsIn(s.all()[1:]) {
		part.Below = append(part.Below, c.headingOf(h))
	}
	return part
}

func (c *conversion) headingOf(h *ast.Heading) Heading {
	return Heading{Level: h.Level, ID: idOf(h), Text: inlineText(h, c.source)}
}

func headingsIn(nodes []ast.Node) (out []*ast.Heading) {
	for _, n := range nodes {
		out = append(out, find[*ast.Heading](n)...)
	}
	return out
}

// divided fills Intro and Parts. It takes the tree apart, so it comes last.
func (c *conversion) divided(root ast.Node) {
	stretches := divide(root)
	page := map[string]int{} // heading id → the first stretch with it
	for i, s := range stretches {
		for _, h := range headingsIn(s.all()) {
			if _, known := page[idOf(h)]; !known {
				page[idOf(h)] = i
			}
		}
	}
	for i, s := range stretches {
		var part Part
		if i > 0 {
			part = c.outline(s)
		}
		c.doc.Parts = append(c.doc.Parts, part)
	}
	for _, h := range find[*ast.Heading](root) {
		h.Level = max(h.Level-1, 2) // below the heading of its page
	}
	for i, s := range stretches {
		restore := c.relink(s, page)
		if part := &c.doc.Parts[i]; s.heading != nil {
			part.Title = c.renderEach(s.heading.FirstChild())
		}
		c.doc.Parts[i].HTML = c.render(s.document())
		restore()
	}
	c.doc.Intro, c.doc.Parts = c.doc.Parts[0].HTML, c.doc.Parts[1:]
}

// relink lets the links of a stretch to headings of others lead to their pages,
// and leaves of the arrows behind its footnotes those that lead to a mention on
// its own page. The links of footnotes, which other stretches may share, are
// put back by restore.
func (c *conversion) relink(s stretch, page map[string]int) (restore func()) {
	type mention struct{ index, ref int }
	here, own, were := map[mention]bool{}, map[string]bool{}, map[*ast.Link][]byte{}
	for _, h := range headingsIn(s.all()) {
		own[idOf(h)] = true
	}
	for _, n := range s.all() {
		for _, link := range find[*extast.FootnoteLink](n) {
			here[mention{link.Index, link.RefIndex}] = true
		}
		for _, link := range find[*ast.Link](n) {
			id, within := strings.CutPrefix(string(link.Destination), "#")
			if to := page[id]; within && to > 0 && !own[id] {
				were[link] = link.Destination
				link.Destination = []byte(c.division.Address(to-1) + "#" + id)
			}
		}
	}
	for _, note := range s.notes {
		for _, back := range find[*extast.FootnoteBacklink](note) {
			elsewhere := ""
			if !here[mention{back.Index, back.RefIndex}] {
				elsewhere = "yes"
			}
			back.SetAttributeString(elsewhereAttribute, elsewhere)
		}
	}
	return func() {
		for link, dest := range were {
			link.Destination = dest
		}
	}
}

// document is a stretch as a text of its own. Footnotes keep their numbers.
func (s stretch) document() ast.Node {
	doc := ast.NewDocument()
	for _, n := range s.blocks {
		doc.AppendChild(doc, n)
	}
	if len(s.notes) == 0 {
		return doc
	}
	list := extast.NewFootnoteList()
	for _, note := range s.notes {
		note.SetAttributeString("value", []byte(strconv.Itoa(note.Index)))
		list.AppendChild(list, note)
	}
	doc.AppendChild(doc, list)
	return doc
}

// renderEach renders a node and those beside it.
func (c *conversion) renderEach(n ast.Node) string {
	var b strings.Builder
	for ; n != nil; n = n.NextSibling() {
		b.WriteString(c.render(n))
	}
	return b.String()
}
