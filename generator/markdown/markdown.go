package markdown

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"anju/generator/diag"
)

// maxFindings is how many findings one document yields. With more it is beyond
// help, and looking for what was meant costs more than it tells.
const maxFindings = 200

// Convert turns one document into HTML, headings, links and plain text. A
// document with errors still gives all that could be made of it, safely: what
// is wrong about a link loses its address, never its text. Only one that breaks
// a limit, or is not UTF-8, gives nothing.
func Convert(src Source, resolve Resolve) (Document, diag.List) {
	c := newConversion(src, resolve)
	root, ok := c.read()
	if !ok {
		return Document{}, c.found
	}
	return c.convert(root)
}

// conversion is the work on one document: passes over its syntax tree that
// check it, complete it for the renderer and gather what Document holds.
type conversion struct {
	place   *locator
	source  []byte
	lang    string
	resolve Resolve
	show    Show
	found   diag.List
	doc     Document
	ids     ids

	division *Division // nil: the text is one page

	hrefs     map[target][]byte  // resolved so far
	pictures  map[string]Picture // shown so far, by address
	linkBytes int                // of all destinations and titles
	hints     int                // searches for a similar anchor
}

func newConversion(src Source, resolve Resolve) *conversion {
	src.Text = bytes.ReplaceAll(src.Text, []byte("\r\n"), []byte("\n"))
	c := &conversion{
		place: newLocator(src), source: src.Text, lang: src.Lang, division: src.Division,
		resolve: resolve, show: src.Show, hrefs: map[target][]byte{}, pictures: map[string]Picture{}, ids: ids{},
	}
	for _, id := range src.Taken {
		c.ids[id] = 1
	}
	return c
}

func (c *conversion) convert(root ast.Node) (Document, diag.List) {
	c.links(root)
	c.rawHTML(root)
	c.alerts(root)
	c.tables(root)
	c.footnotes(root)
	c.strayEmphasis(root)
	c.slips(root)
	c.figures(root)
	if c.division != nil {
		c.checkParts(root)
	}
	c.found.Sort()
	if c.linkBytes > linked.most {
		c.found = nil
		c.exceeds([]excess{{linked, 0}})
		return Document{}, c.found
	}
	c.doc.Sections = sections(root, c.source)
	c.doc.HTML = c.render(root)
	if c.division != nil {
		c.divided(root)
	}
	return c.doc, c.found
}

// read parses the text and gives its headings their ids. It is false for a text
// of which nothing is made.
func (c *conversion) read() (root ast.Node, ok bool) {
	if !c.readable() {
		return nil, false
	}
	root, spent := parse(c.source)
	if c.exceeds(spent.over) || c.exceeds(tooMany(find[*ast.Heading](root))) {
		return nil, false
	}
	c.unused(spent.footnotes)
	joinLines(root, c.source)
	c.headings(root)
	return root, true
}

// readable checks what must hold before anything is parsed.
func (c *conversion) readable() bool {
	if len(c.source) > maxBytes {
		c.report(codeSize.At(c.place.at(0, 0)).Hinted(diag.Text{
			Zh: "把内容分成几篇，互相链接",
			En: "divide it into several documents that link to one another",
		}))
		return false
	}
	if at := invalidUTF8(c.source); at >= 0 {
		c.report(codeEncoding.At(c.place.at(at, 0)).Hinted(diag.Text{
			Zh: "用编辑器的“另存为”选 UTF-8 编码",
			En: "save the file as UTF-8",
		}))
		return false
	}
	return true
}

// invalidUTF8 returns where text stops being UTF-8, or -1.
func invalidUTF8(text []byte) int {
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRune(text[at:])
		if r == utf8.RuneError && size == 1 {
			return at
		}
		at += size
	}
	return -1
}

func (c *conversion) report(d diag.Diagnostic) {
	if !c.full() {
		c.found = append(c.found, d)
	}
}

func (c *conversion) full() bool { return len(c.found) >= maxFindings }

// exceeds reports the limits that were broken, if any.
func (c *conversion) exceeds(over []excess) bool {
	for _, o := range over {
		c.report(codeLimit.At(c.place.at(o.offset, 0), o.limit.what, o.limit.most).Hinted(o.limit.hint))
	}
	return len(over) > 0
}

// parse builds the syntax tree. Where it went over a limit, the tree is only
// the remainder of what the text meant.
func parse(source []byte) (ast.Node, *spending) {
	pc, spent := parser.NewContext(), &spending{used: map[*limit]int{}}
	pc.Set(spendingKey, spent)
	return grammar.Parse(text.NewReader(source), parser.WithContext(pc)), spent
}

func (c *conversion) render(root ast.Node) string {
	var out bytes.Buffer
	if err := printer.Render(&out, c.source, root); err != nil {
		// A bytes.Buffer never fails, and our renderers return no errors.
		panic(fmt.Sprintf("markdown: rendering to memory: %v", err))
	}
	return out.String()
}

// find returns all nodes of one type in the order of the text. Passes collect
// before they change the tree, since a walk loses its way in a changed one.
func find[T ast.Node](root ast.Node) []T {
	var found []T
	walk(root, func(n ast.Node) {
		if t, ok := n.(T); ok {
			found = append(found, t)
		}
	})
	return found
}

func walk(n ast.Node, visit func(ast.Node)) {
	visit(n)
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		walk(child, visit)
	}
}
