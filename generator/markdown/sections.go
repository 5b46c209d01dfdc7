package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// sections divides the text at its headings. Blocks end with a line break,
// cells are parted by " | ", and a footnote follows the section that mentions
// it first, since a search hit should lead to where it matters.
func sections(root ast.Node, source []byte) []Section {
	s := &sectioner{text: plainText{source: source}, footnotes: map[int]ast.Node{}}
	for _, f := range find[*extast.Footnote](root) {
		s.footnotes[f.Index] = f
	}
	s.block(root)
	s.flush()
	return s.done
}

type sectioner struct {
	done      []Section
	current   Section
	text      plainText
	footnotes map[int]ast.Node
	inNote    bool
}

func (s *sectioner) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		s.heading(n)
	case *ast.Paragraph, *ast.TextBlock:
		s.text.inline(n)
		s.text.WriteByte('\n')
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		s.text.Write(n.Lines().Value(s.text.source))
	case *extast.TableHeader, *extast.TableRow:
		s.row(n)
	case *extast.FootnoteList, *ast.HTMLBlock:
		// Footnotes come with their mention; HTML is not shown.
	default:
		s.blocks(n)
	}
}

func (s *sectioner) blocks(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Type() == ast.TypeBlock {
			s.block(c)
		}
	}
}

func (s *sectioner) heading(h *ast.Heading) {
	if s.inNote {
		s.text.inline(h)
		s.text.WriteByte('\n')
		return
	}
	s.flush()
	s.current.ID = idOf(h)
	s.current.Title = inlineText(h, s.text.source)
	for _, link := range find[*extast.FootnoteLink](h) {
		if link.RefIndex == 0 {
			s.text.notes = append(s.text.notes, link.Index)
		}
	}
}

func (s *sectioner) row(n ast.Node) {
	var cells []string
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		cell := plainText{source: s.text.source}
		cell.inline(c)
		s.text.notes = append(s.text.notes, cell.notes...)
		if text := strings.TrimSpace(cell.String()); text != "" {
			cells = append(cells, text)
		}
	}
	s.text.WriteString(strings.Join(cells, " | ") + "\n")
}

// flush ends the current section and starts the next.
func (s *sectioner) flush() {
	s.inNote = true
	for i := 0; i < len(s.text.notes); i++ { // a note may mention another one
		if note, ok := s.footnotes[s.text.notes[i]]; ok {
			s.blocks(note)
		}
	}
	s.inNote = false
	s.current.Text = tidy(s.text.String())
	if s.current != (Section{}) {
		s.done = append(s.done, s.current)
	}
	s.current = Section{}
	s.text = plainText{source: s.text.source}
}

// tidy trims every line and drops empty ones.
func tidy(text string) string {
	var lines []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}
