package markdown

import (
	"bufio"
	"bytes"
	"html"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"anju/generator/hanzi"
)

// joinLines takes away the line breaks that would become a space between
// Chinese characters, in HTML and plain text alike. (goldmark's own option
// looks at neighbouring text only, not across the end of bold or of a link.)
func joinLines(root ast.Node, source []byte) {
	var open *ast.Text // ends with a line break, and nothing has followed yet
	var last rune
	walk(root, func(n ast.Node) {
		if n.Type() == ast.TypeBlock {
			open, last = nil, 0
		}
		t, ok := n.(*ast.Text)
		if !ok {
			return
		}
		if value := t.Value(source); len(value) > 0 {
			first, _ := utf8.DecodeRune(value)
			if open != nil && joins(last, first) {
				open.SetSoftLineBreak(false)
			}
			open = nil
			last, _ = utf8.DecodeLastRune(value)
		}
		if t.SoftLineBreak() {
			open = t
		}
	})
}

// joins tells whether a and b need no space between them: one is wide, and so
// is the other or it is one of the marks that Chinese shares with English.
func joins(a, b rune) bool {
	wide := func(r rune) bool { return hanzi.Width(r) == 2 }
	shared := func(r rune) bool { return strings.ContainsRune("“”‘’—…", r) }
	return wide(a) && (wide(b) || shared(b)) || wide(b) && shared(a)
}

// inlineText is the text of a node's inline children on one line.
func inlineText(n ast.Node, source []byte) string {
	p := plainText{source: source}
	p.inline(n)
	return strings.TrimSpace(p.String())
}

// plainText gathers what a reader sees.
type plainText struct {
	strings.Builder
	source []byte
	notes  []int // footnotes first mentioned here
}

func (p *plainText) inline(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			p.text(c)
		case *ast.String:
			p.Write(c.Value)
		case *extast.FootnoteLink:
			if c.RefIndex == 0 {
				p.notes = append(p.notes, c.Index)
			}
		case *ast.Image:
			p.inline(c)
			if attribute(c, figureAttribute) != "" && len(c.Title) > 0 {
				p.WriteString(" " + unescape(c.Title))
			}
		default:
			p.inline(c)
		}
	}
}

func (p *plainText) text(t *ast.Text) {
	value := t.Value(p.source)
	if t.IsRaw() {
		p.WriteString(strings.ReplaceAll(string(value), "\n", " "))
	} else {
		p.WriteString(unescape(value))
	}
	if t.SoftLineBreak() || t.HardLineBreak() {
		p.WriteByte(' ')
	}
}

// unescape resolves the escapes and entities of text exactly as the page
// shows them, by way of the writer that prints the page.
func unescape(value []byte) string {
	if !bytes.ContainsAny(value, "\\&\x00") {
		return string(value)
	}
	var out bytes.Buffer
	w := bufio.NewWriter(&out)
	textWriter.Write(w, value)
	_ = w.Flush() // into memory
	return html.UnescapeString(out.String())
}
