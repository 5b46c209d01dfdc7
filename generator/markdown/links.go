package markdown

import (
	"bytes"
	"net/url"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"anju/generator/diag"
)

// links resolves every destination. A refused one becomes nil, which the
// renderer prints as the bare text.
func (c *conversion) links(root ast.Node) {
	for _, a := range find[*ast.AutoLink](root) {
		replaceAutoLink(a, c.source)
	}
	defined := definedTargets(root, c.source)
	walk(root, func(n ast.Node) {
		switch n := n.(type) {
		case *ast.Link:
			c.checkText(n)
			c.linkBytes += len(n.Title)
			at := targetOffset(n, n.Reference, defined)
			n.Destination = c.target(n.Destination, target{at, false})
		case *ast.Image:
			c.checkAlt(n)
			c.linkBytes += len(n.Title)
			at := targetOffset(n, n.Reference, defined)
			n.Destination = c.target(n.Destination, target{at, true})
			n.SetAttributeString(pictureAttribute, c.pictures[string(n.Destination)])
		}
	})
}

// replaceAutoLink makes <https://…> and bare addresses links like all others.
// Within another link they are text, since HTML knows no link in a link.
func replaceAutoLink(a *ast.AutoLink, source []byte) {
	label := ast.NewString(a.Label(source))
	label.SetRaw(true)
	parent := a.Parent()
	if inLink(a) {
		parent.ReplaceChild(parent, a, label)
		return
	}
	link := ast.NewLink()
	link.Destination = a.URL(source)
	if a.AutoLinkType == ast.AutoLinkEmail && !bytes.HasPrefix(link.Destination, []byte("mailto:")) {
		link.Destination = append([]byte("mailto:"), link.Destination...)
	}
	at := max(a.Pos(), 0)
	link.SetPos(at + max(bytes.Index(source[at:], a.Label(source)), 0))
	link.AppendChild(link, label)
	parent.ReplaceChild(parent, a, link)
}

func inLink(n ast.Node) bool {
	for p := n.Parent(); p != nil; p = p.Parent() {
		if p.Kind() == ast.KindLink {
			return true
		}
	}
	return false
}

// definedTargets maps the labels of link definitions to the offsets of their
// destinations. The first definition of a label counts (CommonMark 6.3).
func definedTargets(root ast.Node, source []byte) map[string]int {
	defined := map[string]int{}
	for _, d := range find[*ast.LinkReferenceDefinition](root) {
		label := util.ToLinkReference(d.Label)
		if _, known := defined[label]; known {
			continue
		}
		at := max(d.Pos(), 0)
		at += max(bytes.Index(source[at:], []byte("]:")), 0)
		defined[label] = at + max(bytes.Index(source[at:], d.Destination), 0)
	}
	return defined
}

func targetOffset(n ast.Node, ref *ast.ReferenceLink, defined map[string]int) int {
	if ref != nil {
		return defined[util.ToLinkReference(ref.Value)]
	}
	return n.Pos()
}

// target is a place in the text where a destination stands.
type target struct {
	offset int
	image  bool
}

// target turns a destination as written into the address to print, or nil.
// What many links share by reference is resolved, and told, once.
func (c *conversion) target(raw []byte, t target) []byte {
	if c.linkBytes += len(raw); c.linkBytes > linked.most {
		return nil
	}
	dest := address(raw)
	pos := c.place.at(t.offset, utf8.RuneCount(raw))
	c.doc.Links = append(c.doc.Links, Link{Dest: dest, Image: t.image, Pos: pos})
	if c.full() {
		return nil
	}
	href, known := c.hrefs[t]
	if !known {
		href = c.href(dest, t.image, pos)
		c.hrefs[t] = href
	}
	return href
}

// address is a destination with its escapes and entities resolved, and without
// the control characters that browsers drop when they read a scheme.
func address(raw []byte) string {
	raw = util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(raw)))
	return clean(string(raw))
}

func clean(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, s))
}

// href resolves one address. It is nil where something is wrong with it.
func (c *conversion) href(dest string, image bool, pos diag.Pos) []byte {
	if dest == "" || dest == "#" {
		c.report(codeNoTarget.At(pos))
		return nil
	}
	if fragment, ok := strings.CutPrefix(dest, "#"); ok && !image {
		return c.anchor(fragment, pos)
	}
	if s := scheme(dest); active[s] {
		return c.badScheme(s, pos)
	}
	if image {
		return c.picture(dest, pos)
	}
	href, remedy, ok := c.resolve(dest)
	if !ok {
		c.report(codeLink.At(pos, dest).Hinted(remedy))
		return nil
	}
	href = clean(href)
	if s := scheme(href); s != "" && !printable[s] {
		return c.badScheme(s, pos)
	}
	return []byte(href)
}

var (
	// active schemes carry a program or a page of their own; not even
	// Resolve gets to see them.
	active = map[string]bool{"javascript": true, "vbscript": true, "data": true}
	// printable schemes are all that a page may hold.
	printable = map[string]bool{"http": true, "https": true, "mailto": true, "tel": true}
)

// scheme is the lower-case scheme of an address (RFC 3986, 3.1), or "".
func scheme(address string) string {
	s, _, ok := strings.Cut(address, ":")
	if !ok {
		return ""
	}
	s = strings.ToLower(s)
	for i, r := range s {
		letter := r >= 'a' && r <= 'z'
		if !letter && (i == 0 || !strings.ContainsRune("0123456789+-.", r)) {
			return ""
		}
	}
	return s
}

func (c *conversion) badScheme(s string, pos diag.Pos) []byte {
	c.report(codeScheme.At(pos, s).Hinted(diag.Text{
		Zh: "网页用 https:，邮箱用 mailto:，电话用 tel:",
		En: "use https:, mailto: or tel:",
	}))
	return nil
}

// maxHints bounds the searches for a similar heading: each one looks at all.
const maxHints = 20

// anchor checks a link within the document.
func (c *conversion) anchor(fragment string, pos diag.Pos) []byte {
	id, err := url.PathUnescape(fragment)
	if err != nil {
		id = fragment
	}
	if _, ok := c.ids[id]; ok {
		return []byte("#" + id)
	}
	d := codeAnchor.At(pos, id)
	if c.hints++; c.hints <= maxHints {
		d = d.Hinted(diag.DidYouMean(id, c.anchors()))
	}
	c.report(d)
	return nil
}

func (c *conversion) anchors() []string {
	anchors := make([]string, len(c.doc.Headings))
	for i, h := range c.doc.Headings {
		anchors[i] = h.ID
	}
	return anchors
}

func (c *conversion) checkText(n *ast.Link) {
	if len(find[*ast.Image](n)) == 0 && inlineText(n, c.source) == "" {
		c.report(codeNoText.At(c.place.at(n.Pos(), 0)).Hinted(diag.Text{
			Zh: "在方括号里写上链接文字", En: "write its text between the brackets"}))
	}
}

// checkAlt demands words for a picture that say more than the name of its file.
func (c *conversion) checkAlt(n *ast.Image) {
	words, name := inlineText(n, c.source), path.Base(string(n.Destination))
	stem := strings.TrimSuffix(name, path.Ext(name))
	isName := strings.EqualFold(words, name) || strings.EqualFold(words, stem)
	if words != "" && !isName {
		return
	}
	at := max(bytes.LastIndex(c.source[:n.Pos()], []byte("![")), 0)
	if n.Reference != nil {
		at = n.Pos()
	}
	f := codeAlt.At(c.place.at(at, 2))
	if isName && words != "" {
		f = codeAltName.Warn(c.place.at(at, 2), words)
	}
	c.report(f.Hinted(diag.Text{
		Zh: "在方括号里写上图片内容，例如 ![社区南门](…)，看不见图片的人要靠它",
		En: "say what the image shows, as in ![the south gate](…), for those who cannot see it"}))
}
