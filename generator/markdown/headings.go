package markdown

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"

	"anju/generator/diag"
)

// headings gives every heading its id and its place in the outline.
func (c *conversion) headings(root ast.Node) {
	level := 1 // the title of the page
	for _, h := range find[*ast.Heading](root) {
		title := inlineText(h, c.source)
		c.checkHeading(h, title, level)
		h.Level = max(h.Level, 2)
		level = h.Level
		id := c.ids.unique(slug(title))
		h.SetAttributeString("id", []byte(id))
		c.doc.Headings = append(c.doc.Headings, Heading{Level: h.Level, ID: id, Text: title})
	}
}

func (c *conversion) checkHeading(h *ast.Heading, title string, above int) {
	pos := c.place.at(headingOffset(h, c.source), 0)
	if title == "" {
		c.report(codeEmptyHeading.At(pos).Hinted(diag.Text{
			Zh: "写上标题，或者删掉这一行", En: "write a title or delete the line"}))
	}
	switch {
	case h.Level == 1:
		c.report(codeTopHeading.At(pos).Hinted(diag.Text{
			Zh: "用两个井号：“## 标题”", En: "use two hashes: \"## Title\""}))
	case h.Level > above+1:
		hashes := strings.Repeat("#", above+1)
		c.report(codeSkippedLevel.Warn(pos, above, h.Level).Hinted(diag.Text{
			Zh: "改用“" + hashes + "”", En: "use " + hashes}))
	}
}

// headingOffset is where a heading starts. The parser gives an underlined one
// the place of its underline.
func headingOffset(h *ast.Heading, source []byte) int {
	at := h.Pos()
	if at >= 0 && at < len(source) && source[at] == '#' || h.Lines().Len() == 0 {
		return at
	}
	return h.Lines().At(0).Start
}

// slug makes an id of a heading's own text: letters and digits of any script
// stay, what stands between them becomes one hyphen.
func slug(title string) string {
	var b strings.Builder
	gap := false
	for _, r := range title {
		if !unicode.In(r, unicode.Letter, unicode.Mark, unicode.Number) {
			gap = true
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte('-')
		}
		gap = false
		b.WriteRune(unicode.ToLower(r))
	}
	if b.Len() == 0 {
		return "section"
	}
	return b.String()
}

// ids holds the ids given so far, each with the last number that made another
// one of it unique.
type ids map[string]int

func (s ids) unique(id string) string {
	last, taken := s[id]
	if !taken {
		s[id] = 1
		return id
	}
	for n := last + 1; ; n++ {
		candidate := id + "-" + strconv.Itoa(n)
		if _, taken := s[candidate]; !taken {
			s[id], s[candidate] = n, 1
			return candidate
		}
	}
}
