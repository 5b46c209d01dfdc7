package content

import (
	"reflect"
	"slices"
	"time"

	"anju/generator/diag"
	"anju/generator/validity"
)

// check finds what is wrong in one entry by itself.
func (t terms) check(l loaded, now time.Time) diag.List {
	h := l.entry.Common()
	list := t.checkAny(l.entry, l.document)
	list = append(list, checkUnknown(l.entry, h.Unknown, l.document)...)
	list = append(list, checkSources(h, l.document)...)
	list = append(list, checkPicture(h, l.document)...)
	list = append(list, checkPlaceholders(h, l.document)...)
	list = append(list, sourceNumbers(l.entry, l.document)...)
	list = append(list, checkQuotes(h, l.document)...)
	list = append(list, checkTexts(l.entry, l.document)...)
	list = append(list, checkHead(h, l.document)...)
	list = append(list, checkProse(h, l.document)...)
	list = append(list, checkFuture(l.entry, now, l.document)...)
	list = append(list, span(l.entry, "reviewed_on", "review_by", l.document)...)
	return append(list, checkKind(l.entry, now, l.document)...)
}

// checkAny finds what can be wrong in an entry and in a vocabulary alike.
func (t terms) checkAny(v any, doc document) diag.List {
	return append(t.checkTerms(v, doc), values(v, doc)...)
}

func checkKind(e Entry, now time.Time, doc document) diag.List {
	switch e := e.(type) {
	case *Community:
		return checkCommunity(e, doc)
	case *Policy:
		return checkPolicy(e, doc)
	case *Guide:
		return checkGuide(e, now, doc)
	case *Job:
		return span(e, "posted_on", "closes_on", doc)
	case *Event:
		return checkEvent(e, doc)
	}
	return nil
}

// checkUnknown holds the contract of unknown: a field that sources must state
// is either filled in or named there, never both and never neither.
func checkUnknown(e Entry, unknown []string, doc document) (list diag.List) {
	value := reflect.ValueOf(e).Elem()
	filled := map[string]bool{} // field that must be stated → is filled in
	for _, f := range shapeOf(value.Type()).stated {
		filled[f.Tag.Get("yaml")] = !value.FieldByIndex(f.Index).IsZero()
	}
	named := meantOf(unknown, filled)
	for _, name := range keys(filled) {
		if !filled[name] && !slices.Contains(named, name) && !doc.told(name) {
			hint := hintUnknown.With(diag.Text{Zh: name, En: name})
			list = append(list, codeMissing.At(doc.At(name), label(e, name)).Hinted(hint))
		}
	}
	for i, name := range unknown {
		is, known := filled[name]
		switch at := doc.At("unknown", i); {
		case !known:
			list = append(list, codeUnknown.At(at, name).Hinted(fieldsOf(filled)).Hinted(diag.DidYouMean(name, keys(filled))))
		case is:
			list = append(list, codeStated.At(at, name).Hinted(hintStated))
		}
	}
	return list
}

// meantOf are the names with the fields that the misspelt ones among them may
// mean: those must not be called missing, too.
func meantOf(names []string, stated map[string]bool) []string {
	meant := slices.Clone(names)
	for _, name := range names {
		if near, ok := diag.Nearest(name, keys(stated)); ok {
			meant = append(meant, near)
		}
	}
	return meant
}

func fieldsOf(stated map[string]bool) diag.Text {
	if len(stated) == 0 {
		return hintNoFields
	}
	return hintFields.With(listed(keys(stated)))
}

func keys(m map[string]bool) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// sameIDs tells ids that two items of the list field share.
func sameIDs(field string, ids []string, doc document) (list diag.List) {
	for i, id := range ids {
		if id != "" && slices.Contains(ids[:i], id) {
			list = append(list, codeSameItem.At(doc.At(field, i, "id"), field, id).Hinted(hintSameItem))
		}
	}
	return list
}

// span demands that the date in the field last of v does not end before that
// in the field first begins. path leads to v, a pointer to a struct.
func span(v any, first, last string, doc document, path ...any) diag.List {
	a, b := dateIn(v, first), dateIn(v, last)
	if a.IsZero() || b.IsZero() || b.After().After(a.First()) {
		return nil
	}
	f := codeBackwards.At(doc.At(append(path, last)...), label(v, last), b, label(v, first), a)
	return diag.List{f.Hinted(hintBackwards)}
}

func dateIn(v any, name string) validity.Date {
	return reflect.ValueOf(v).Elem().FieldByIndex(fieldOf(v, name).Index).Interface().(validity.Date)
}
