package view

import (
	"html/template"
	"net/url"
	"strings"
	"unicode"

	"anju/generator/config"
	"anju/generator/content"
	"anju/generator/diag"
	"anju/generator/markdown"
	"anju/generator/theme"
)

// A guide in parts has a page for each part beside its own: /guides/ID/PART/.
// PART is the id of the part's heading in the Chinese text, in every language,
// like the id of the guide itself. /guides/ID/print/ shows the whole text.

// WholePath is the name of the page with the whole text, below that of its guide.
const WholePath = "print/"

// reservedParts are the names below a guide's page that stand for other things.
var reservedParts = []string{"print", "index", "feed"}

// outlines are the parts of the texts of guides in parts.
type outlines map[written]*outline

// outline are the parts of a text, with what they were found in.
type outline struct {
	original, local content.Entry
	parts           []markdown.Part
}

// of are the parts of the text of an entry in a language; none of what is not in
// parts, or not written in it.
func (o outlines) of(lang string, h *content.Head) []markdown.Part {
	if h.Kind != "guide" {
		return nil
	}
	if found := o[written{lang, h.Ref()}]; found != nil {
		return found.parts
	}
	return nil
}

var (
	codePartCount = diag.New("content/translation-shape", "原文有 %d 个部分，译文有 %d 个", "%d parts in the original, %d in the translation")
	hintPartCount = diag.Text{
		Zh: "译文的二级标题和原文一个对一个，不多也不少", En: "give the translation one second-level heading for each of the original",
	}
)

// outline outlines every guide in parts, as far as it is not remembered, and
// compares translations with the original, which the first view shows.
func (m *Memory) outline(views []View) (outlines, diag.List) {
	var list diag.List
	out := outlines{}
	for _, v := range views {
		for _, g := range v.lib.Guides {
			if !g.Parts {
				continue
			}
			local, ok := v.lib.In(g, v.Lang)
			if !ok {
				continue
			}
			h := local.Common()
			at := written{v.Lang, h.Ref()}
			if out[at] = m.outlines[at]; out[at] == nil || out[at].original != g || out[at].local != local {
				out[at] = &outline{g, local, markdown.Outline(v.source(h))}
			}
			if want, got := len(out.of(config.Language, h)), len(out.of(v.Lang, h)); want != got {
				list = append(list, codePartCount.At(diag.Pos{File: h.Body.File, Line: h.Body.Line}, want, got).Hinted(hintPartCount))
			}
		}
	}
	m.moved = m.movedTo(views[0].lib, out)
	return out, list
}

// division says how the text of a guide in parts is divided.
func (v View) division(h *content.Head) *markdown.Division {
	d := &markdown.Division{Address: func(n int) string { return v.URL(v.partPath(h, n)) }}
	if h.Lang == config.Language { // other languages take over its addresses
		d.Reserved = reservedParts
	}
	return d
}

// partPath is where part n of a guide stands, without its language.
func (v View) partPath(h *content.Head, n int) string {
	path := content.KindOf(h.Kind).Path(h.ID)
	if parts := v.outlines.of(config.Language, h); n < len(parts) {
		path += parts[n].Heading.ID + "/"
	}
	return path
}

// PartPaths are where the parts of a guide stand, without their language; none
// for what is not in parts.
func (v View) PartPaths(h *content.Head) (paths []string) {
	for n := range v.outlines.of(config.Language, h) {
		paths = append(paths, v.partPath(h, n))
	}
	return paths
}

// PartOf is the place below the page of an entry of the page that shows the
// heading with an id: "conditions/", escaped. It is "" where that is the page of
// the entry itself. e is in the language of its text.
func (v View) PartOf(h *content.Head, id string) string {
	n, ok := v.partWith(h, id)
	if !ok {
		return ""
	}
	return strings.TrimPrefix(v.URL(v.partPath(h, n)), v.EntryURL(h))
}

// partWith is the number of the part in which a heading stands.
func (v View) partWith(h *content.Head, id string) (n int, ok bool) {
	for n, part := range v.outlines.of(h.Lang, h) {
		if part.Heading.ID == id {
			return n, true
		}
		for _, below := range part.Below {
			if below.ID == id {
				return n, true
			}
		}
	}
	return 0, false
}

// placeURL is the address of a place on an entry's pages; fragment is "" or
// begins with "#".
func (v View) placeURL(e content.Entry, fragment string) string {
	local, _ := v.In(e)
	h := local.Common()
	id, err := url.PathUnescape(strings.TrimPrefix(fragment, "#"))
	if err != nil {
		return v.EntryURL(h) + fragment
	}
	return v.EntryURL(h) + v.PartOf(h, id) + fragment
}

// overview makes of the page of a guide in parts one that leads to them.
func (v View) overview(page *theme.GuidePage, g *content.Guide) {
	doc := v.text(&g.Head)
	if len(doc.Parts) == 0 {
		return
	}
	page.Body, page.Contents = template.HTML(doc.Intro), nil
	page.Parts, page.Whole = v.partLinks(g, doc), theme.Link{Text: v.T("parts.whole_text"), URL: v.EntryURL(&g.Head) + WholePath}
}

// partLinks are the parts of a guide, to choose from.
func (v View) partLinks(g *content.Guide, doc markdown.Document) (out []theme.PartLink) {
	for n, part := range doc.Parts {
		link := theme.PartLink{
			Number: n + 1, ID: part.Heading.ID, Title: part.Heading.Text, URL: v.URL(v.partPath(&g.Head, n)), Lead: v.lead(g, n),
		}
		for _, below := range part.Below {
			link.Below = append(link.Below, theme.Heading(below))
		}
		out = append(out, link)
	}
	return out
}

// lead is the first sentence of part n, "" where it has no text.
func (v View) lead(g *content.Guide, n int) string {
	for _, s := range v.text(&g.Head).Sections {
		if at, ok := v.partWith(&g.Head, s.ID); ok && at == n && s.Text != "" {
			line, _, _ := strings.Cut(s.Text, "\n")
			return firstSentence(line)
		}
	}
	return ""
}

// firstSentence is a line up to its first stop: a Chinese one, or a Latin one
// before a space.
func firstSentence(line string) string {
	runes := []rune(line)
	for i, r := range runes {
		latin := strings.ContainsRune(".?!", r) && i+1 < len(runes) && unicode.IsSpace(runes[i+1])
		if latin || strings.ContainsRune("。！？", r) {
			return string(runes[:i+1])
		}
	}
	return line
}

// PartPage is the page of part n of a guide, counted from 0: framed by page,
// with the notices, the sources and the dates of the guide's own page.
func (v View) PartPage(e content.Entry, n int, page theme.Page) *theme.PartPage {
	local, lang := v.In(e)
	g := local.(*content.Guide)
	doc := v.text(&g.Head)
	guide := v.guide(g, v.entry(g, lang))
	v.overview(guide, g)
	part := doc.Parts[n]
	out := &theme.PartPage{
		Entry: guide.Entry, Guide: v.EntryLink(g), Whole: guide.Whole,
		ID: part.Heading.ID, Name: template.HTML(part.Title), Parts: guide.Parts, Number: n + 1,
	}
	out.Page, out.Body = page, template.HTML(part.HTML)
	out.Figures, out.Changes, out.Facts, out.Tags = nil, nil, nil, nil // of the guide, and on its page
	if n > 0 {
		out.Prev = theme.Link{Text: out.Parts[n-1].Title, URL: out.Parts[n-1].URL}
	}
	if n+1 < len(out.Parts) {
		out.Next = theme.Link{Text: out.Parts[n+1].Title, URL: out.Parts[n+1].URL}
	}
	return out
}

// PartName is what part n of a guide is called, and its first sentence.
func (v View) PartName(e content.Entry, n int) (name, lead string) {
	local, _ := v.In(e)
	g := local.(*content.Guide)
	return v.text(&g.Head).Parts[n].Heading.Text, v.lead(g, n)
}

// WholePage is the page with the whole text of a guide in parts.
func (v View) WholePage(e content.Entry, page theme.Page) *theme.GuidePage {
	local, lang := v.In(e)
	g := local.(*content.Guide)
	out := v.guide(g, v.entry(g, lang))
	out.Page, out.Related = page, v.related(local, nil)
	out.Overview = theme.Link{Text: v.T("parts.back"), URL: v.EntryURL(&g.Head)}
	return out
}
