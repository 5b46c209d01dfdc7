package markdown

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"anju/generator/diag"
)

// rawHTML warns of tags, which the renderer leaves out. Comments are silent:
// not to be shown is what they are for. An inline element is told once, where
// it opens.
func (c *conversion) rawHTML(root ast.Node) {
	walk(root, func(n ast.Node) {
		var tags []byte
		switch n := n.(type) {
		case *ast.HTMLBlock:
			tags = n.Lines().Value(c.source)
			if n.HasClosure() {
				tags = append(tags, n.ClosureLine.Value(c.source)...)
			}
		case *ast.RawHTML:
			tags = n.Segments.Value(c.source)
			if bytes.HasPrefix(tags, []byte("</")) {
				return
			}
		default:
			return
		}
		if !isComment(tags) {
			c.report(codeHTML.Warn(c.place.at(n.Pos(), 0)).Hinted(diag.Text{
				Zh: "改用 Markdown 写法；要显示尖括号本身，写成 `<…>`",
				En: "use Markdown; to show the angle brackets, write `<…>`"}))
		}
	})
}

// isComment tells whether tags are one comment and nothing else.
func isComment(tags []byte) bool {
	tags = bytes.TrimSpace(tags)
	return bytes.HasPrefix(tags, []byte("<!--")) && bytes.Index(tags, []byte("-->")) == len(tags)-len("-->")
}

var alertKinds = []string{"note", "tip", "warning"}

func (c *conversion) alerts(root ast.Node) {
	for _, quote := range find[*ast.Blockquote](root) {
		kind := attribute(quote, alertAttribute)
		if kind == "" || slices.Contains(alertKinds, kind) {
			continue
		}
		hint := diag.Text{
			Zh: "可以用 [!NOTE]、[!TIP] 或 [!WARNING]",
			En: "use [!NOTE], [!TIP] or [!WARNING]"}
		c.report(codeAlert.At(c.place.at(quote.Pos(), 0), strings.ToUpper(kind)).Hinted(hint))
	}
}

// labelAttribute carries the accessible name of a table or a backlink.
const labelAttribute = "aria-label"

// maxLabel bounds a label in code points; a heading may be any length, and
// stand above any number of tables.
const maxLabel = 60

// tables names each table after the heading it stands under.
func (c *conversion) tables(root ast.Node) {
	label := diag.Text{Zh: "表格", En: "Table"}.In(c.lang)
	walk(root, func(n ast.Node) {
		switch n := n.(type) {
		case *ast.Heading:
			if title := []rune(inlineText(n, c.source)); len(title) > 0 {
				label = string(title[:min(len(title), maxLabel)])
			}
		case *extast.Table:
			n.SetAttributeString(labelAttribute, label)
		}
	})
}

// footnotes says where the arrows behind footnotes lead.
func (c *conversion) footnotes(root ast.Node) {
	back := diag.Text{Zh: "返回正文中注 %d 处", En: "Back to note %d in the text"}.In(c.lang)
	again := diag.Text{Zh: "（第 %d 次提到）", En: " (mention %d)"}.In(c.lang)
	for _, link := range find[*extast.FootnoteBacklink](root) {
		label := fmt.Sprintf(back, link.Index)
		if link.RefIndex > 0 {
			label += fmt.Sprintf(again, link.RefIndex+1)
		}
		link.SetAttributeString(labelAttribute, label)
	}
}

// unused warns of footnotes that nothing mentions: they are not shown.
func (c *conversion) unused(footnotes []ast.Node) {
	for _, n := range footnotes {
		note := n.(*extast.Footnote)
		if note.Index > 0 {
			continue
		}
		c.report(codeUnusedNote.Warn(c.place.at(note.Pos(), 0), note.Ref).Hinted(diag.Text{
			Zh: "在正文里用 [^" + string(note.Ref) + "] 引用它，或者删掉",
			En: "mention it in the text as [^" + string(note.Ref) + "], or delete it"}))
	}
}

// strayEmphasis warns of ** that stayed text, as in **《办法》**规定: between a
// full-width mark and a character CommonMark ends no emphasis.
func (c *conversion) strayEmphasis(root ast.Node) {
	var told ast.Node // once for all marks of a paragraph
	for _, t := range find[*ast.Text](root) {
		at := bytes.Index(t.Value(c.source), []byte("**"))
		if at < 0 || t.IsRaw() || t.Parent() == told {
			continue
		}
		told = t.Parent()
		c.report(codeStray.Warn(c.place.at(t.Segment.Start+at, 2)).Hinted(diag.Text{
			Zh: `标点挨着 ** 时，在 ** 外侧加反斜杠和空格：**《办法》**\ 规定`,
			En: `next to punctuation, add a backslash and a space outside of **: **《办法》**\ 规定`}))
	}
}

func attribute(n ast.Node, name string) string {
	v, _ := n.AttributeString(name)
	s, _ := v.(string)
	return s
}
