package markdown

import (
	"fmt"
	"html"

	"github.com/yuin/goldmark/ast"

	"anju/generator/diag"
)

// Picture is a picture as a page shows it: its addresses, and the room that it
// takes before it has come.
type Picture struct {
	Src, Srcset   string
	Width, Height int // in pixels
}

// Show finds the picture of that name. A false ok makes it a finding with the
// remedy that Show gives.
type Show func(name string) (p Picture, remedy diag.Text, ok bool)

// Sizes is how wide pictures of a text are shown: as the column of the text,
// which has 40 characters of 18 px.
const Sizes = "(min-width: 50rem) 45rem, 92vw"

// pictureAttribute and figureAttribute carry what image prints: the Picture,
// and whether it stands for itself.
const (
	pictureAttribute = "picture"
	figureAttribute  = "figure"
)

// picture is the address of a picture, or nil.
func (c *conversion) picture(name string, pos diag.Pos) []byte {
	p, remedy, ok := c.show(name)
	if !ok {
		c.report(codePicture.At(pos, name).Hinted(remedy))
		return nil
	}
	c.pictures[p.Src] = p
	return []byte(p.Src)
}

// figures takes images that have a paragraph for themselves out of it, since a
// figure cannot stand in one.
func (c *conversion) figures(root ast.Node) {
	for _, p := range find[*ast.Paragraph](root) {
		images, alone := c.onlyImages(p)
		if !alone {
			continue
		}
		parent := p.Parent()
		for _, img := range images {
			img.SetAttributeString(figureAttribute, "y")
			block := ast.NewTextBlock()
			block.AppendChild(block, img)
			parent.InsertBefore(parent, p, block)
		}
		parent.RemoveChild(parent, p)
	}
}

// onlyImages are the images of a paragraph; alone tells that it has those, each
// with a picture, and nothing else.
func (c *conversion) onlyImages(p *ast.Paragraph) (images []*ast.Image, alone bool) {
	for n := p.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Image:
			if n.Destination == nil {
				return nil, false
			}
			images = append(images, n)
		case *ast.Text:
			if value := n.Value(c.source); len(clean(string(value))) > 0 {
				return nil, false
			}
		default:
			return nil, false
		}
	}
	return images, len(images) > 0
}

// image prints a picture in its line, or as a figure with its title below.
func image(source []byte, n ast.Node) string {
	img := n.(*ast.Image)
	alt := html.EscapeString(inlineText(img, source))
	if img.Destination == nil {
		return alt
	}
	v, _ := n.AttributeString(pictureAttribute)
	p := v.(Picture)
	// It loads late: what a reader may never scroll to costs nothing.
	tag := fmt.Sprintf(`<img src="%s" srcset="%s" sizes="%s" width="%d" height="%d" alt="%s" loading="lazy" decoding="async"`,
		escapeURL([]byte(p.Src)), html.EscapeString(p.Srcset), Sizes, p.Width, p.Height, alt)
	if attribute(n, figureAttribute) == "" {
		return tag + titleAttribute(img.Title) + ">"
	}
	if len(img.Title) > 0 {
		return "<figure>" + tag + "><figcaption>" + html.EscapeString(unescape(img.Title)) + "</figcaption></figure>"
	}
	return "<figure>" + tag + "></figure>"
}
