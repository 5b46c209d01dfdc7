package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"anju/generator/diag"
)

const maxBytes = 1 << 20

// limit bounds something whose cost for the parser grows faster than its
// number (github.com/yuin/goldmark/issues/555 and the like). Each one is far
// above what people write and low enough that a megabyte of it takes less than
// a second.
type limit struct {
	most int
	what diag.Text
	hint diag.Text
}

var (
	split = diag.Text{Zh: "用空行分成几段", En: "divide it with blank lines"}
	parts = diag.Text{Zh: "把内容分成几篇", En: "divide the document into several"}

	// In one paragraph, heading or cell.
	delimiters = &limit{500, diag.Text{Zh: "一段里的强调符号（* _ ~~）", En: "marks of emphasis in one paragraph"}, split}
	brackets   = &limit{200, diag.Text{Zh: "一段里的方括号", En: "brackets in one paragraph"}, split}

	// In one document.
	nesting = &limit{20, diag.Text{Zh: "引用和列表的嵌套层数", En: "levels of quotes and lists"},
		diag.Text{Zh: "减少嵌套", En: "nest less deeply"}}
	definitions = &limit{500, diag.Text{Zh: "脚注和链接定义", En: "footnotes and link definitions"}, parts}
	cells       = &limit{10_000, diag.Text{Zh: "表格单元格", En: "table cells"}, parts}
	headings    = &limit{1000, diag.Text{Zh: "标题", En: "headings"}, parts}
	linked      = &limit{maxBytes, diag.Text{Zh: "所有链接地址的总长度", En: "bytes of link addresses"}, parts}
)

// excess is the first place where a limit was broken.
type excess struct {
	limit  *limit
	offset int
}

// spending is what one parse has used of each limit.
type spending struct {
	used map[*limit]int
	over []excess // one of each limit

	footnotes []ast.Node // all that were defined
}

var spendingKey = parser.NewContextKey()

func spendingOf(pc parser.Context) *spending { return pc.Get(spendingKey).(*spending) }

// take uses n of l, and tells whether the limit still holds.
func (s *spending) take(l *limit, n, offset int) bool {
	s.used[l] += n
	return s.holds(l, s.used[l], offset)
}

func (s *spending) holds(l *limit, used, offset int) bool {
	if used <= l.most {
		return true
	}
	for _, o := range s.over {
		if o.limit == l {
			return false
		}
	}
	s.over = append(s.over, excess{l, offset})
	return false
}

// limitedInline asks its parser only while the limit holds; after that the
// marks are plain text.
type limitedInline struct {
	parser.InlineParser
	limit *limit
}

func (p limitedInline) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	_, at := block.PeekLine()
	if !spendingOf(pc).take(p.limit, 1, at.Start) {
		return nil
	}
	return p.InlineParser.Parse(parent, block, pc)
}

// limitedBlock opens quotes, lists and footnotes only so deep.
type limitedBlock struct{ parser.BlockParser }

func (p limitedBlock) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	_, at := reader.PeekLine()
	if !spendingOf(pc).holds(nesting, depth(parent), at.Start) {
		return nil, parser.NoChildren
	}
	return p.BlockParser.Open(parent, reader, pc)
}

func depth(n ast.Node) int {
	d := 0
	for ; n != nil; n = n.Parent() {
		switch n.Kind() {
		case ast.KindBlockquote, ast.KindList, extast.KindFootnote:
			d++
		}
	}
	return d
}

// limitedFootnotes opens only so many footnotes, since each mention looks
// through all of them, and so does sorting; and it remembers them, since the
// unused ones vanish.
type limitedFootnotes struct{ parser.BlockParser }

func (p limitedFootnotes) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, at := reader.PeekLine()
	if bytes.HasPrefix(line[max(pc.BlockOffset(), 0):], []byte("[^")) &&
		!spendingOf(pc).take(definitions, 1, at.Start) {
		return nil, parser.NoChildren
	}
	n, state := p.BlockParser.Open(parent, reader, pc)
	if n != nil {
		spent := spendingOf(pc)
		spent.footnotes = append(spent.footnotes, n)
	}
	return n, state
}

// limitedParagraph lets its transformer see a paragraph only while the limit
// holds. Cost estimates from above what the transformer would make of it.
type limitedParagraph struct {
	parser.ParagraphTransformer
	limit *limit
	cost  func(lines *text.Segments, source []byte) int
}

func (t limitedParagraph) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	cost := t.cost(node.Lines(), reader.Source())
	if cost > 0 && !spendingOf(pc).take(t.limit, cost, node.Pos()) {
		return
	}
	t.ParagraphTransformer.Transform(node, reader, pc)
}

// tooMany tells where the headings outgrow their limit: a wrong anchor is
// compared with them all.
func tooMany(all []*ast.Heading) []excess {
	if len(all) <= headings.most {
		return nil
	}
	return []excess{{headings, all[headings.most].Pos()}}
}

// definitionLines counts the lines of a paragraph that could define a link.
func definitionLines(lines *text.Segments, source []byte) int {
	first := lines.At(0)
	if !bytes.HasPrefix(bytes.TrimLeft(first.Value(source), " "), []byte("[")) {
		return 0
	}
	n := 0
	for i := range lines.Len() {
		line := lines.At(i)
		if bytes.Contains(line.Value(source), []byte("]:")) {
			n++
		}
	}
	return n
}

// tableCells estimates the cells of a table: short rows are filled up to the
// width of its line of dashes, so a few bytes can ask for thousands.
func tableCells(lines *text.Segments, source []byte) int {
	columns := 0
	for i := range lines.Len() {
		line := lines.At(i)
		value := bytes.Trim(line.Value(source), " \t\r\n|")
		if i > 0 && len(bytes.Trim(value, " \t|:-")) == 0 {
			columns = max(columns, bytes.Count(value, []byte("|"))+1)
		}
	}
	return columns * lines.Len()
}
