package content

import (
	"reflect"
	"slices"

	"anju/generator/diag"
)

// misplaced tells an entry in the folder of another kind, in place of each
// field and of what it lacks: at least three fields are not of its own kind,
// and all of those are of the other.
func (l *loaded) misplaced() {
	const least = 3
	strange := 0
	for _, f := range l.diag {
		if f.Code == "yaml/unknown-field" {
			strange++
		}
	}
	if strange < least {
		return
	}
	own := fieldNames(l.entry)
	for _, k := range Kinds {
		foreign := slices.DeleteFunc(fieldNames(newEntry(k.Name)), func(name string) bool {
			return slices.Contains(own, name) || !l.doc.Has(name)
		})
		if len(foreign) != strange {
			continue
		}
		folder := Root + "/" + k.Folder + "/"
		l.diag = slices.DeleteFunc(l.diag, func(f diag.Diagnostic) bool {
			return f.Code == "yaml/unknown-field" || f.Code == "yaml/missing-field"
		})
		l.diag = append(l.diag, codeWrongKind.At(diag.Pos{File: l.path}, k.label(), listed(foreign)).
			Hinted(hintWrongKind.With(diag.Text{Zh: folder, En: folder})))
		l.broken = true
		return
	}
}

// fieldNames are the fields of e, as YAML calls them.
func fieldNames(e Entry) (names []string) {
	for _, f := range reflect.VisibleFields(reflect.TypeOf(e).Elem()) {
		if name := f.Tag.Get("yaml"); name != "" && name[0] != '-' && name[0] != ',' {
			names = append(names, name)
		}
	}
	return names
}
