package markdown

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// grammar is what editors may write: CommonMark, the tables, task lists and
// strikethrough of GFM, bare web addresses, footnotes, and alerts. It keeps
// nothing between parses.
var grammar = parser.NewParser(
	parser.WithBlockParsers(blockParsers()...),
	parser.WithInlineParsers(inlineParsers()...),
	parser.WithParagraphTransformers(
		util.Prioritized(alertTransformer{}, 50),
		util.Prioritized(limitedParagraph{parser.LinkReferenceParagraphTransformer, definitions, definitionLines}, 100),
		util.Prioritized(limitedParagraph{extension.NewTableParagraphTransformer(), cells, tableCells}, 200),
	),
	parser.WithASTTransformers(
		util.Prioritized(extension.NewTableASTTransformer(), 0),
		util.Prioritized(extension.NewFootnoteASTTransformer(), 999),
	),
	// "**《办法》**\ 规定": the only way in CommonMark to end bold between
	// a full-width mark and a character.
	parser.WithEscapedSpace(),
)

func blockParsers() []util.PrioritizedValue {
	return []util.PrioritizedValue{
		util.Prioritized(parser.NewSetextHeadingParser(), 100),
		util.Prioritized(parser.NewThematicBreakParser(), 200),
		util.Prioritized(limitedBlock{parser.NewListParser()}, 300),
		util.Prioritized(parser.NewListItemParser(), 400),
		util.Prioritized(parser.NewCodeBlockParser(), 500),
		util.Prioritized(parser.NewATXHeadingParser(), 600),
		util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
		util.Prioritized(limitedBlock{parser.NewBlockquoteParser()}, 800),
		util.Prioritized(parser.NewHTMLBlockParser(), 900),
		util.Prioritized(limitedFootnotes{limitedBlock{extension.NewFootnoteBlockParser()}}, 999),
		util.Prioritized(parser.NewParagraphParser(), 1000),
	}
}

func inlineParsers() []util.PrioritizedValue {
	return []util.PrioritizedValue{
		util.Prioritized(extension.NewTaskCheckBoxParser(), 0),
		util.Prioritized(parser.NewCodeSpanParser(), 100),
		util.Prioritized(extension.NewFootnoteParser(), 101),
		util.Prioritized(linkParser{parser.NewLinkParser()}, 200),
		util.Prioritized(parser.NewAutoLinkParser(), 300),
		util.Prioritized(parser.NewRawHTMLParser(), 400),
		util.Prioritized(limitedInline{parser.NewEmphasisParser(), delimiters}, 500),
		util.Prioritized(doubleTilde{limitedInline{extension.NewStrikethroughParser(), delimiters}}, 500),
		util.Prioritized(webAddresses(), 999),
	}
}

// webAddresses links bare http and https addresses, and nothing else: not
// "www.", and not e-mail addresses.
func webAddresses() parser.InlineParser {
	never := regexp.MustCompile(`^[^\s\S]`) // without the ^ it would search whole lines
	return extension.NewLinkifyParser(
		extension.WithLinkifyAllowedProtocols([]string{"http:", "https:"}),
		extension.WithLinkifyWWWRegexp(never),
		extension.WithLinkifyEmailRegexp(never),
	)
}

// doubleTilde keeps single tildes as they are: GFM would strike out what
// stands between the two of "3~5 年，1000~2000 元".
type doubleTilde struct{ parser.InlineParser }

func (p doubleTilde) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	if line, _ := block.PeekLine(); !bytes.HasPrefix(line, []byte("~~")) {
		return nil
	}
	return p.InlineParser.Parse(parent, block, pc)
}

// linkParser parses links within the limit and sets the position of each one
// to that of its destination, which goldmark does not tell. It counts per
// block, for it is told where a block ends.
type linkParser struct{ parser.InlineParser }

func (p linkParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, at := block.PeekLine()
	opens := line[0] == '[' || bytes.HasPrefix(line, []byte("!["))
	if opens && !spendingOf(pc).take(brackets, 1, at.Start) {
		return nil
	}
	n := p.InlineParser.Parse(parent, block, pc)
	if dest, ok := destination(n); ok && line[0] == ']' {
		rest := block.Source()[at.Start:]
		n.SetPos(at.Start + max(bytes.Index(rest, dest), 0))
	}
	return n
}

// CloseBlock implements parser.CloseBlocker.
func (p linkParser) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	used := spendingOf(pc).used
	used[delimiters], used[brackets] = 0, 0
	if inner, ok := p.InlineParser.(parser.CloseBlocker); ok {
		inner.CloseBlock(parent, block, pc)
	}
}

// destination is the destination of an inline link or image, as written.
// Those by reference have theirs elsewhere.
func destination(n ast.Node) ([]byte, bool) {
	switch n := n.(type) {
	case *ast.Link:
		return n.Destination, n.Reference == nil
	case *ast.Image:
		return n.Destination, n.Reference == nil
	}
	return nil, false
}

// alertTransformer makes a quote that starts with a line [!NOTE] an alert: it
// takes the line away and puts the kind on the quote as an attribute.
type alertTransformer struct{}

const alertAttribute = "alert"

var alertLine = regexp.MustCompile(`^\[!([A-Za-z]{1,20})\]\s*$`)

// Transform implements parser.ParagraphTransformer.
func (alertTransformer) Transform(node *ast.Paragraph, reader text.Reader, _ parser.Context) {
	quote, ok := node.Parent().(*ast.Blockquote)
	if !ok || quote.FirstChild() != ast.Node(node) {
		return
	}
	lines := node.Lines()
	first := lines.At(0)
	m := alertLine.FindSubmatch(first.Value(reader.Source()))
	if m == nil {
		return
	}
	quote.SetAttributeString(alertAttribute, strings.ToLower(string(m[1])))
	if lines.Len() == 1 {
		quote.RemoveChild(quote, node)
		return
	}
	lines.SetSliced(1, lines.Len())
}
