package impact

import (
	"maps"
	"slices"
	"time"

	"anju/generator/content"
	"anju/generator/diag"
)

// Report is what a change does to readers.
type Report struct {
	Rev     string   // what the new version is compared with
	Empty   bool     // there was nothing yet
	Broken  bool     // the old version had errors, or the new one has: only entries are compared
	LeftOut []string // the files with errors in one of them, which are not compared, sorted
	Added   []Page
	Moved   []Page // the old address leads on
	Gone    []Page // removed, and said to be
	Lost    []Page // removed without a word
	Entries []Entry
	Phrases []Phrase
	Asked   int // how many phrases were asked

	moved map[string]string // the ids of entries that have moved, by their old ones
}

// Page is a page by its address in the language of the site.
type Page struct {
	Path  string // /policies/x/, with Han characters as they are
	Title string // of the entry; "" for what is no entry's page
	To    string // where the old address of a moved page leads
}

// Entry is an entry that both versions have and that says something else now.
type Entry struct {
	Ref    content.Ref
	Title  string
	File   string
	Fields []Field
	Text   Sentences
	Behind bool // its translation has become older than it
	Noted  bool // a new change note tells readers
}

// Weight is what a field decides for a reader.
type Weight uint8

// Fields in the order in which they matter to findings.
const (
	Detail     Weight = iota // worth knowing
	Conditions               // who may
	Dates                    // until when
	Money                    // how much
)

// Field is a field that readers rely on, with what it said and says. A side is
// empty where it says nothing.
type Field struct {
	Label    diag.Text
	Old, New diag.Text
	Weight   Weight
	Item     bool // it is a whole item of a list, which one side lacks

	path []any // as strictyaml.Doc.At takes it; none for the text
	line int   // of a change in the text; 0 for a field
}

// Compare tells what becomes of old when new is published at the moment now.
// rev is how people name the old version. An entry whose file has errors in one
// of them is left out, and every entry where config.yaml or a vocabulary has.
func Compare(rev string, old, new Version, now time.Time) (Report, diag.List) {
	r := Report{Rev: rev, Empty: old.Empty, Broken: old.Broken || new.Broken, moved: map[string]string{}}
	for _, v := range []Version{old, new} {
		r.LeftOut = append(r.LeftOut, slices.Collect(maps.Keys(v.wrong))...)
	}
	slices.Sort(r.LeftOut)
	r.LeftOut = slices.Compact(r.LeftOut)
	if old.baseless() || new.baseless() {
		return r, nil
	}
	r.comparePages(old, new)
	var list diag.List
	for _, e := range new.Library.Entries {
		was := predecessor(old, e)
		if was == nil || r.leftOut(was) || r.leftOut(e) {
			continue
		}
		r.moved[string(was.Common().Ref())] = string(e.Common().Ref())
		if entry, changed := compareEntry(old, new, was, e, now); changed {
			r.Entries = append(r.Entries, entry)
			list = append(list, entry.unnoted(e, new.source, now)...)
		}
	}
	return r, append(list, r.vanished(old)...)
}

// leftOut reports whether e is not compared.
func (r *Report) leftOut(e content.Entry) bool {
	_, is := slices.BinarySearch(r.LeftOut, e.Common().File)
	return is
}
