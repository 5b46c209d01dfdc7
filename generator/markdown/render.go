package markdown

import (
	"html"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	gmhtml "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"
)

// textWriter escapes text for HTML; "\ " is nothing.
var textWriter = gmhtml.NewWriter(gmhtml.WithEscapedSpace())

// printer renders the tree once the passes of Convert have been over it. Our
// nodeRenderer comes first and replaces what goldmark would print otherwise.
var printer = renderer.NewRenderer(renderer.WithNodeRenderers(
	util.Prioritized(nodeRenderer{}, 100),
	util.Prioritized(extension.NewTableHTMLRenderer(
		// The security policy of the pages forbids style attributes, and HTML
		// the attribute align: openTable sets classes.
		extension.WithTableCellAlignMethod(extension.TableCellAlignNone)), 500),
	util.Prioritized(extension.NewStrikethroughHTMLRenderer(), 500),
	util.Prioritized(extension.NewFootnoteHTMLRenderer(), 500),
	util.Prioritized(gmhtml.NewRenderer(gmhtml.WithWriter(textWriter)), 1000),
))

type nodeRenderer struct{}

// RegisterFuncs implements renderer.NodeRenderer.
func (nodeRenderer) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	reg.Register(ast.KindLink, around(openLink, closeLink))
	reg.Register(ast.KindImage, instead(image))
	reg.Register(ast.KindBlockquote, around(openQuote, closeQuote))
	reg.Register(extast.KindTaskCheckBox, instead(checkBox))
	reg.Register(extast.KindTable, around(openTable, closeTable))
	reg.Register(extast.KindFootnoteBacklink, instead(backlink))
	reg.Register(ast.KindHTMLBlock, instead(nothing))
	reg.Register(ast.KindRawHTML, instead(nothing))
}

type tag func(source []byte, n ast.Node) string

// around prints tags before and after the children of a node.
func around(before, after tag) renderer.NodeRendererFunc {
	return func(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		edge := after
		if entering {
			edge = before
		}
		_, err := w.WriteString(edge(source, n))
		return ast.WalkContinue, err
	}
}

// instead prints something in place of a node and its children.
func instead(whole tag) renderer.NodeRendererFunc {
	return func(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkSkipChildren, nil
		}
		_, err := w.WriteString(whole(source, n))
		return ast.WalkSkipChildren, err
	}
}

func nothing([]byte, ast.Node) string { return "" }

func openLink(_ []byte, n ast.Node) string {
	link := n.(*ast.Link)
	if link.Destination == nil {
		return ""
	}
	s := `<a href="` + escapeURL(link.Destination) + `"` + titleAttribute(link.Title)
	if external(string(link.Destination)) {
		s += ` rel="noopener noreferrer"`
	}
	return s + ">"
}

func closeLink(_ []byte, n ast.Node) string {
	if n.(*ast.Link).Destination == nil {
		return ""
	}
	return "</a>"
}

func openQuote(_ []byte, n ast.Node) string {
	if kind := attribute(n, alertAttribute); kind != "" {
		return `<div class="alert alert-` + kind + "\" role=\"note\">\n"
	}
	return "<blockquote>\n"
}

func closeQuote(_ []byte, n ast.Node) string {
	if attribute(n, alertAttribute) != "" {
		return "</div>\n"
	}
	return "</blockquote>\n"
}

// checkBox is a character: a box of a form that nobody can tick would have to
// be named, and be passed on the way by keyboard.
func checkBox(_ []byte, n ast.Node) string {
	if n.(*extast.TaskCheckBox).IsChecked {
		return "☑ "
	}
	return "☐ "
}

// openTable wraps the table so that it scrolls by itself on a narrow screen;
// what scrolls must be reachable by keyboard, and what is reachable named.
func openTable(_ []byte, n ast.Node) string {
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			if align := cell.(*extast.TableCell).Alignment; align != extast.AlignNone {
				cell.SetAttributeString("class", []byte("align-"+align.String()))
			}
		}
	}
	return `<div class="table" role="region" tabindex="0" aria-label="` +
		html.EscapeString(attribute(n, labelAttribute)) + "\">\n<table>\n"
}

func closeTable([]byte, ast.Node) string { return "</table>\n</div>\n" }

// elsewhereAttribute marks the way back to a mention that another page shows.
const elsewhereAttribute = "elsewhere"

// backlink leads from a footnote to where it is mentioned, by the ids that
// goldmark gives the mentions: fnref:1, fnref1:1, fnref2:1 …
func backlink(_ []byte, n ast.Node) string {
	link := n.(*extast.FootnoteBacklink)
	if attribute(n, elsewhereAttribute) != "" {
		return ""
	}
	mention := ""
	if link.RefIndex > 0 {
		mention = strconv.Itoa(link.RefIndex)
	}
	return ` <a href="#fnref` + mention + ":" + strconv.Itoa(link.Index) +
		`" class="footnote-backref" role="doc-backlink" aria-label="` +
		html.EscapeString(attribute(n, labelAttribute)) + `">↩</a>`
}

func escapeURL(dest []byte) string {
	return html.EscapeString(string(util.URLEscape(dest, false)))
}

func titleAttribute(raw []byte) string {
	if len(raw) == 0 {
		return ""
	}
	return ` title="` + html.EscapeString(unescape(raw)) + `"`
}

func external(href string) bool {
	s := scheme(href)
	return s == "http" || s == "https" || strings.HasPrefix(href, "//")
}
