package markdown

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"anju/generator/diag"
)

// The slips of people who write Chinese, in what the parser took for plain
// text.
var (
	// label, the brackets between label and address, address, last bracket
	linkLike = regexp.MustCompile(`[\[【]([^\[\]【】\\\n]+)([\]】][(（])` +
		`((?:[a-z]+[:：][a-z0-9/]|www\.|[#/])[^()（）\n]*|[\w./-]+\.[a-z]{2,4})([)）])`)
	headingLike = regexp.MustCompile(`^([#＃]{1,6})[ \x{3000}]?(\p{Han}[^#＃]*)$`)
	itemLike    = regexp.MustCompile(`^(-|[0-9]{1,2}[.)])(\p{Han}.*)$`)
	rowLike     = regexp.MustCompile(`^[|｜].*[|｜]$`)
)

// slips warns of what would be shown as it is written, and says how it is
// written so that it becomes what was meant.
func (c *conversion) slips(root ast.Node) {
	walk(root, func(n ast.Node) {
		switch n.Kind() {
		case ast.KindParagraph, ast.KindTextBlock:
			lines := n.Lines()
			for i := range lines.Len() {
				c.headingSlip(lines.At(i))
			}
			c.listSlip(lines, n.Parent().Kind() == ast.KindListItem)
			c.tableSlip(lines)
			c.linkSlips(n)
		case ast.KindHeading, extast.KindTableCell:
			c.linkSlips(n)
		}
	})
}

// lineText is a line without the spaces around it.
func (c *conversion) lineText(line text.Segment) string {
	return strings.TrimSpace(string(line.Value(c.source)))
}

func (c *conversion) headingSlip(line text.Segment) {
	m := headingLike.FindStringSubmatch(c.lineText(line))
	if m == nil {
		return
	}
	size := utf8.RuneCountInString(m[1])
	meant := strings.Repeat("#", max(size, 2)) + " " + brief(m[2])
	c.report(codeHeadingSpace.Warn(c.place.at(line.Start, size)).Hinted(diag.Text{
		Zh: "用英文 #，后面加一个空格：“" + meant + "”",
		En: "use plain hashes and a space: \"" + meant + "\""}))
}

// listSlip warns once of lines that look like items: of two that follow each
// other, or of one below the text of an item.
func (c *conversion) listSlip(lines *text.Segments, inItem bool) {
	item := func(i int) []string { return itemLike.FindStringSubmatch(c.lineText(lines.At(i))) }
	for i := range lines.Len() {
		m := item(i)
		if m == nil || !(inItem && i > 0) && (i+1 == lines.Len() || item(i+1) == nil) {
			continue
		}
		meant := m[1] + " " + brief(m[2])
		c.report(codeListSpace.Warn(c.place.at(lines.At(i).Start, len(m[1]))).Hinted(diag.Text{
			Zh: "加一个空格：“" + meant + "”", En: "add a space: \"" + meant + "\""}))
		return
	}
}

// tableSlip warns of rows without the line of dashes that makes them a table.
func (c *conversion) tableSlip(lines *text.Segments) {
	for i := range lines.Len() - 1 {
		first := c.lineText(lines.At(i))
		if !rowLike.MatchString(first) || !rowLike.MatchString(c.lineText(lines.At(i+1))) {
			continue
		}
		bars := strings.Count(first, "|") + strings.Count(first, "｜")
		dashes := "|" + strings.Repeat("---|", min(bars-1, maxColumns))
		c.report(codeTableLine.Warn(c.place.at(lines.At(i).Start, 0)).Hinted(diag.Text{
			Zh: "竖线用英文的 |，在第一行下面加一行：" + dashes,
			En: "use plain bars, and add below the first row: " + dashes}))
		return
	}
}

// maxColumns is the width of the widest table that a hint shows.
const maxColumns = 20

// linkSlips warns of links with Chinese brackets in the block n.
func (c *conversion) linkSlips(n ast.Node) {
	code := slices.DeleteFunc(find[*ast.Text](n), func(t *ast.Text) bool { return !t.IsRaw() })
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		value := line.Value(c.source)
		for _, m := range linkLike.FindAllSubmatchIndex(value, -1) {
			at := line.Start + m[0]
			for len(code) > 0 && code[0].Segment.Stop <= at {
				code = code[1:]
			}
			if len(code) == 0 || at < code[0].Segment.Start {
				c.linkSlip(value, at, m)
			}
		}
	}
}

// linkSlip warns of the match m of linkLike in line, which stands at offset at,
// unless all its brackets are plain.
func (c *conversion) linkSlip(line []byte, at int, m []int) {
	part := func(i int) string { return string(line[m[2*i]:m[2*i+1]]) }
	if line[m[0]] == '[' && part(2) == "](" && part(4) == ")" {
		return
	}
	meant := "[" + part(1) + "](" + strings.ReplaceAll(part(3), "：", ":") + ")"
	c.report(codeLinkMarks.Warn(c.place.at(at, utf8.RuneCountInString(part(0)))).Hinted(diag.Text{
		Zh: "链接的括号要用英文 [ ] 和 ( )：" + meant, En: "use plain brackets: " + meant}))
}

// brief is the start of text, for a hint.
func brief(text string) string {
	const limit = 20
	if runes := []rune(text); len(runes) > limit {
		return string(runes[:limit]) + "…"
	}
	return text
}
