package view

import (
	"fmt"
	stdpath "path"
	"strings"

	"anju/generator/content"
	"anju/generator/diag"
	"anju/generator/markdown"
	"anju/generator/theme"
)

var (
	codeUnused = diag.New("content/asset-unused", "这个文件没有用上", "nothing uses this file")
	hintUnused = diag.Text{
		Zh: "正文里写 ![图上是什么](%[1]s)，或者设置里写 picture；不用就删掉",
		En: "show it in the text as ![what it shows](%[1]s), or name it as picture, or delete it",
	}
	hintLinked = diag.Text{Zh: "正文里写 [名称](%[1]s)；不用就删掉", En: "link to it in the text as [its title](%[1]s), or delete it"}

	noPhoto = diag.Text{Zh: "这个文件不是图片；要让人下载，写 [名称](%[1]s)，不要感叹号", En: "this file is no picture: to offer it, write [its title](%[1]s) without the exclamation mark"}
)

// AssetPath is where a file beside an entry that is no picture stands in a
// release. Every language refers to the one copy under the Chinese page.
func AssetPath(h *content.Head, a content.Asset) string { return beside(h, a.Name()) }

// PicturePath is where the copy of a picture beside an entry, as wide as said,
// stands in a release.
func PicturePath(h *content.Head, a content.Asset, width int) string {
	stem := strings.TrimSuffix(a.Name(), stdpath.Ext(a.Name()))
	return beside(h, a.Picture.Name(stem, width))
}

func beside(h *content.Head, name string) string {
	return strings.TrimPrefix(content.KindOf(h.Kind).Path(h.ID), "/") + name
}

// assetURL is the address of a file beside an entry; of a picture, that of its
// best copy.
func assetURL(h *content.Head, a content.Asset) string {
	if a.IsPicture() {
		return picture(h, a).Src
	}
	return escape("/" + AssetPath(h, a))
}

// picture is a picture beside an entry as pages show it.
func picture(h *content.Head, a content.Asset) markdown.Picture {
	widths := a.Picture.Widths()
	best := widths[len(widths)-1]
	p := markdown.Picture{Src: escape("/" + PicturePath(h, a, best)), Width: best, Height: a.Picture.HeightAt(best)}
	var copies []string
	for _, w := range widths {
		copies = append(copies, fmt.Sprintf("%s %dw", escape("/"+PicturePath(h, a, w)), w))
	}
	p.Srcset = strings.Join(copies, ", ")
	return p
}

// show finds the pictures that a text shows: those beside its entry.
func show(h *content.Head) markdown.Show {
	return func(name string) (markdown.Picture, diag.Text, bool) {
		a, ok := h.Asset(name)
		switch {
		case !ok:
			return markdown.Picture{}, noPicture(h, name), false
		case !a.IsPicture():
			return markdown.Picture{}, named(noPhoto, name), false
		}
		return picture(h, a), diag.Text{}, true
	}
}

// noPicture says which picture was perhaps meant, or where a picture belongs.
func noPicture(h *content.Head, name string) diag.Text {
	var names []string
	for _, a := range h.Assets {
		names = append(names, a.Name())
	}
	if hint := diag.DidYouMean(name, names); hint != (diag.Text{}) {
		return hint
	}
	if stdpath.Base(h.File) == "index.md" || stdpath.Base(h.File) == "index."+h.Lang+".md" {
		return diag.Text{
			Zh: "把图片放在条目的文件夹里，和 index.md 一起，这里写它的文件名",
			En: "put the picture into the entry's folder, beside index.md, and write its file name here",
		}
	}
	return diag.Text{
		Zh: fmt.Sprintf("先把 %[1]s.md 改成 %[1]s/index.md，再把图片和它放在一起，这里写图片的文件名", h.ID),
		En: fmt.Sprintf("first make %[1]s.md into %[1]s/index.md, then put the picture beside it and write its file name here", h.ID),
	}
}

func named(text diag.Text, name string) diag.Text {
	return diag.Text{Zh: fmt.Sprintf(text.Zh, name), En: fmt.Sprintf(text.En, name)}
}

// Shared is the picture that leads an entry, for those who share its page: its
// address on this site, its text and its size. None is empty.
func (v View) Shared(h *content.Head) theme.Picture {
	lead := v.leading(h)
	if lead == nil {
		return theme.Picture{}
	}
	return lead.Picture
}

// leading is the picture at the top of an entry's page, or nil.
func (v View) leading(h *content.Head) *theme.LeadPicture {
	if h.Picture == nil {
		return nil
	}
	a, ok := h.Asset(h.Picture.File)
	if !ok {
		return nil
	}
	p := picture(h, a)
	return &theme.LeadPicture{
		Picture: theme.Picture{URL: p.Src, Alt: h.Picture.Alt, Width: p.Width, Height: p.Height},
		Srcset:  p.Srcset, Sizes: markdown.Sizes, Credit: h.Picture.Credit,
	}
}

// PictureURL is the address of the picture that leads an entry, or "".
func (v View) PictureURL(h *content.Head) string { return v.Shared(h).URL }

// unused tells the files beside entries that no text of theirs uses.
func unused(views []View) (list diag.List) {
	for _, e := range views[0].lib.Entries {
		h := e.Common()
		if len(h.Assets) == 0 {
			continue
		}
		used := map[string]bool{}
		if h.Picture != nil {
			used[h.Picture.File] = true
		}
		for _, v := range views {
			if local, ok := v.lib.In(e, v.Lang); ok {
				for _, l := range v.text(local.Common()).Links {
					name, _, _ := strings.Cut(l.Dest, "#") // a page of a form
					used[name] = true
				}
			}
		}
		for _, a := range h.Assets {
			if used[a.Name()] {
				continue
			}
			hint := hintUnused
			if !a.IsPicture() {
				hint = hintLinked
			}
			list = append(list, codeUnused.Warn(diag.Pos{File: a.File}).Hinted(named(hint, a.Name())))
		}
	}
	return list
}
