package markdown

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"anju/generator/diag"
	"anju/generator/hanzi"
)

// headings gives every heading its id and its place in the outline. An id that
// an editor chose goes before those made of titles.
func (c *conversion) headings(root ast.Node) {
	all := find[*ast.Heading](root)
	for _, h := range all {
		c.chosenID(h)
	}
	level := 1 // the title of the page
	for _, h := range all {
		title := inlineText(h, c.source)
		c.checkHeading(h, title, level)
		h.Level = max(h.Level, 2)
		level = h.Level
		if idOf(h) == "" {
			h.SetAttributeString("id", []byte(c.ids.unique(slug(title))))
		}
		c.doc.Headings = append(c.doc.Headings, Heading{Level: h.Level, ID: idOf(h), Text: title})
	}
}

// idOf is the id that headings has given, "" for none yet.
func idOf(h *ast.Heading) string {
	v, _ := h.AttributeString("id")
	id, _ := v.([]byte)
	return string(id)
}

var chosen = regexp.MustCompile(`(?:^|[^\\])\s*\{#([^{}]*)\}$`)

// chosenID takes the id of "## Conditions {#conditions}" off the text. It may be
// any that a title could have made: a heading that is renamed keeps its address.
func (c *conversion) chosenID(h *ast.Heading) {
	last, _ := h.LastChild().(*ast.Text)
	if last == nil {
		return
	}
	value := last.Value(c.source)
	m := chosen.FindSubmatchIndex(value)
	if m == nil {
		return
	}
	id, open := string(value[m[2]:m[3]]), m[2]-len("{#")
	pos := c.place.at(last.Segment.Start+m[2], utf8.RuneCountInString(id))
	kept := bytes.TrimRight(value[:open], " \t")
	last.Segment = last.Segment.WithStop(last.Segment.Start + len(kept))
	_, taken := c.ids[id]
	switch {
	case slug(id) != id:
		c.report(codeHeadingID.At(pos, id).Hinted(diag.Text{
			Zh: "只用汉字、小写字母、数字和连字符，例如 {#申请材料}", En: "use letters in lower case, digits and hyphens, like {#how-to-apply}"}))
	case taken:
		c.report(codeTakenID.At(pos, id).Hinted(diag.Text{
			Zh: "换一个编号，或者删掉", En: "choose another one, or delete it"}))
	default:
		c.ids[id] = 1
		h.SetAttributeString("id", []byte(id))
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
// stay, what stands between them becomes one hyphen. It is composed (NFC), for
// the id of a part names a folder.
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
	return hanzi.Compose(b.String())
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
