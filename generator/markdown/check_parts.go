package markdown

import (
	"slices"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"anju/generator/diag"
)

// What can be wrong with the division of a text.
var (
	codeFewParts = diag.New("markdown/few-parts",
		"分部分的正文至少要有两个二级标题，这里有 %d 个", "a text in parts needs two second-level headings or more, this one has %d")
	codeSamePart = diag.New("markdown/same-part",
		"两个部分都叫“%s”", "two parts are called %q")
	codePartAddress = diag.New("markdown/part-address",
		"部分的网址不能是“%s”", "a part cannot have the address %q")
	codeBeforeParts = diag.New("markdown/before-parts",
		"第一个二级标题之前有别的标题，它不属于任何部分", "this heading stands before the first part and belongs to none")
	codeEmptyPart = diag.New("markdown/empty-part",
		"部分“%s”没有内容", "the part %q is empty")
)

// minParts is from how many parts on a text is worth dividing.
const minParts = 2

// maxPartID bounds the id of a part in code points: file systems allow 255
// bytes, and a Han character takes three.
const maxPartID = 60

func (c *conversion) checkParts(root ast.Node) {
	stretches := divide(root)
	for _, h := range headingsIn(stretches[0].blocks) {
		c.report(codeBeforeParts.At(c.headingPos(h)).Hinted(diag.Text{
			Zh: "改成二级标题（两个井号），或者移到后面的部分里",
			En: "make it a second-level heading, or move it into a part"}))
	}
	if n := len(stretches) - 1; n < minParts {
		c.report(codeFewParts.At(c.place.at(0, 0), n).Hinted(diag.Text{
			Zh: "删掉 parts: true，或者把正文分成几个二级标题",
			En: "delete parts: true, or divide the text with second-level headings"}))
	}
	titles := map[string]bool{}
	for _, s := range stretches[1:] {
		title := inlineText(s.heading, c.source)
		if title != "" && titles[title] {
			c.report(codeSamePart.At(c.headingPos(s.heading), title).Hinted(diag.Text{
				Zh: "换一个标题，让读者分得清", En: "give it another title, so that readers can tell them apart"}))
		}
		titles[title] = true
		c.checkPart(s, title)
	}
}

func (c *conversion) checkPart(s stretch, title string) {
	if id := idOf(s.heading); slices.Contains(c.division.Reserved, id) || utf8.RuneCountInString(id) > maxPartID {
		c.report(codePartAddress.At(c.headingPos(s.heading), id).Hinted(diag.Text{
			Zh: "换一个标题，或者在标题后面写上网址用的编号：{#apply}",
			En: "choose another title, or add an id for the address behind it: {#apply}"}))
	}
	if !slices.ContainsFunc(s.blocks, hasContent) {
		c.report(codeEmptyPart.At(c.headingPos(s.heading), title).Hinted(diag.Text{
			Zh: "写上内容，或者删掉这个标题", En: "write it, or delete the heading"}))
	}
}

// hasContent reports whether a block is more than a heading or what is not shown.
func hasContent(n ast.Node) bool {
	switch n.(type) {
	case *ast.Heading, *ast.HTMLBlock, *ast.LinkReferenceDefinition:
		return false
	}
	return true
}

func (c *conversion) headingPos(h *ast.Heading) diag.Pos {
	return c.place.at(headingOffset(h, c.source), 0)
}
