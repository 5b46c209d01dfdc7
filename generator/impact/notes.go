package impact

import (
	"io/fs"
	"path"
	"slices"
	"time"

	"anju/generator/content"
	"anju/generator/diag"
	"anju/generator/strictyaml"
	"anju/generator/validity"
)

var (
	codeNoNote = diag.New("impact/no-change-note", "这些改了，changes 里没有告诉读者：%s", "these changed, and changes does not tell readers: %s")
	hintNoNote = diag.Text{
		Zh: "在 changes 里加一条：- {date: %s, kind: major, note: 从多少改成了多少}；原来写错的，kind 写 correction",
		En: "add to changes: - {date: %s, kind: major, note: from what to what}; write kind: correction if it had been wrong",
	}
)

// unnoted warns of an entry whose money, dates or conditions changed without a
// new change note, at the first such field in the new version. What is
// withdrawn says why by itself.
func (e Entry) unnoted(is content.Entry, source fs.FS, now time.Time) diag.List {
	var grave []Field
	for _, f := range e.Fields {
		if f.Weight > Detail {
			grave = append(grave, f)
		}
	}
	if e.Noted || is.Common().Withdrawn != nil || len(grave) == 0 {
		return nil
	}
	var labels []diag.Text
	for _, f := range grave {
		if !slices.Contains(labels, f.Label) {
			labels = append(labels, f.Label)
		}
	}
	return diag.List{codeNoNote.Warn(grave[0].at(is.Common(), source), joined(labels)).Hinted(hintNoNote.With(both(validity.DateOf(now).String())))}
}

// at is the place of a field in the file of an entry.
func (f Field) at(h *content.Head, source fs.FS) diag.Pos {
	if f.path == nil {
		return diag.Pos{File: h.File, Line: f.line}
	}
	text, err := fs.ReadFile(source, h.File)
	if err != nil {
		return diag.Pos{File: h.File}
	}
	fields, line := text, 1
	if path.Ext(h.File) == ".md" {
		fields, line, _, _, _ = strictyaml.FrontMatter(text)
	}
	doc, _ := strictyaml.Parse(h.File, fields, line)
	for _, end := range []string{"amount", "max", "min"} { // of money, its number
		if number := append(f.path[:len(f.path):len(f.path)], end); doc.Has(number...) {
			return doc.At(number...)
		}
	}
	return doc.At(f.path...)
}
