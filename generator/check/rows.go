package check

import (
	"strings"

	"anju/generator/content"
	"anju/generator/history"
	"anju/generator/validity"
)

// Row is a line of a list with what is known of the keeping of the entry that
// the line is about: who answers for it, and when it was last changed. A line
// about no entry (a gap, a cell of the coverage) has the Line alone.
type Row struct {
	Line Line

	File     string        // of the entry or translation; "" for a line about no entry
	Ref      content.Ref   // of the entry
	Owner    string        // the office that last reviewed it, or ""
	Reviewed validity.Date // when it did
	ReviewBy validity.Date // when it is to be reviewed next
	Changed  string        // its last change as git knows it, in words of the desk's language; "" where nobody asked git
}

// Past is what git knows of the files of the source folder. It is for editors
// only and never enters a release.
type Past struct {
	Changes     map[string]history.Change // by file
	Uncommitted map[string]bool           // files that git has otherwise, or not at all
}

// Rows is the list of that name, one of Lists, line by line as List gives it,
// with the keeping of each entry.
func (d Desk) Rows(name string) (rows []Row) {
	about := d.keeping()
	for _, line := range d.List(name) {
		row := about[line[0]]
		row.Line = line
		rows = append(rows, row)
	}
	return rows
}

// keeping is what is known of each entry, by its file, by the files of its
// translations, and by its reference: lists begin their lines with one of them.
func (d Desk) keeping() map[string]Row {
	out := map[string]Row{}
	for _, e := range d.Library.Entries {
		h := e.Common()
		row := Row{
			File: h.File, Ref: h.Ref(), Owner: h.ReviewedBy, Reviewed: h.ReviewedOn, ReviewBy: h.ReviewBy,
			Changed: d.changed(h.File),
		}
		out[h.File], out[string(h.Ref())] = row, row
		if t, ok := d.Library.In(e, "en"); ok {
			row.File, row.Changed = t.Common().File, d.changed(t.Common().File)
			out[row.File] = row
		}
	}
	for _, l := range d.Library.LeftOut {
		out[l.File] = Row{File: l.File, Ref: l.Ref, Changed: d.changed(l.File)}
	}
	return out
}

// changed tells the last change of a file. What git does not know is said to be
// unknown, never given a date.
func (d Desk) changed(file string) string {
	if d.Past == nil {
		return ""
	}
	c, known := d.Past.Changes[file]
	switch {
	case !known && d.Past.Uncommitted[file]:
		return d.say("还没有提交过", "never committed")
	case !known:
		return d.say("git 里没有它的记录", "git has no record of it")
	}
	text := d.say("%s 改：%s", "changed on %s: %s", validity.DateOf(c.Date), c.Subject)
	if c.Edge {
		text = d.say("%s 或更早改的，克隆不全，说不准", "changed on %s or before: the clone does not reach back further", validity.DateOf(c.Date))
	}
	if !c.Renamed.IsZero() {
		text += d.say("；%s 改过文件名", "; renamed on %s", validity.DateOf(c.Renamed))
	}
	if d.Past.Uncommitted[file] {
		text += d.say("；还有没提交的改动", "; with changes not committed")
	}
	return text
}

// Reviewed tells who last reviewed the entry of a row, when, and when that is to
// be done next; "" where nobody wrote any of it.
func (d Desk) Reviewed(r Row) string {
	var parts []string
	switch {
	case !r.Reviewed.IsZero() && r.Owner != "":
		parts = append(parts, d.say("%s %s 核对", "reviewed by %s on %s", r.Owner, r.Reviewed))
	case !r.Reviewed.IsZero():
		parts = append(parts, d.say("%s 核对", "reviewed on %s", r.Reviewed))
	}
	if !r.ReviewBy.IsZero() {
		parts = append(parts, d.say("%s 前再核对", "due by %s", r.ReviewBy))
	}
	return strings.Join(parts, d.say("，", ", "))
}
