package content

import (
	"slices"

	"anju/generator/diag"
	"anju/generator/strictyaml"
)

// document is the text of a file with the places of its fields.
type document struct {
	doc    *strictyaml.Doc // nil where there is no file, or no YAML in it
	diag   diag.List       // what reading found
	broken bool            // could not be read whole: what it lacks means nothing
}

// parse reads text, whose first line is line line of file, as YAML.
func parse(file string, text []byte, line int) document {
	doc, list := strictyaml.Parse(file, text, line)
	return document{doc: doc, diag: list, broken: list.HasErrors()}
}

// unreadable is a file of which nothing can be said but why.
func unreadable(why diag.List) document { return document{diag: why, broken: true} }

// At is the place of the field that path leads to.
func (d document) At(path ...any) diag.Pos { return d.doc.At(path...) }

// told reports whether the field that path leads to was found wrong already,
// or may be the one whose name is misspelt: it must not be called missing too.
func (d document) told(path ...any) bool {
	at, there := d.doc.At(path...), d.doc.Has(path...)
	return slices.ContainsFunc(d.diag, func(f diag.Diagnostic) bool {
		return f.Code == "yaml/unknown-field" || f.Code == "yaml/fullwidth-colon" || there && f.Line == at.Line
	})
}
