package impact

import (
	"reflect"
	"slices"
	"strings"
	"time"

	"anju/generator/config"
	"anju/generator/content"
	"anju/generator/diag"
	"anju/generator/validity"
)

// compareEntry tells what an entry says otherwise than it did, and whether it
// says anything otherwise.
func compareEntry(old, new Version, was, is content.Entry, now time.Time) (e Entry, changed bool) {
	h := is.Common()
	e = Entry{Ref: h.Ref(), Title: h.Title, File: h.File}
	e.Fields = append(standing(old, new, was, is, now), compareStated(read(old.Library, was), read(new.Library, is))...)
	e.Fields = append(e.Fields, quantities(was.Common().Body, h.Body)...)
	e.Text = compareSentences(was.Common(), h)
	e.Behind = behind(new.Library, is) && !behind(old.Library, was)
	e.Noted = slices.ContainsFunc(h.Changes, func(c content.Change) bool { return !slices.Contains(was.Common().Changes, c) })
	return e, len(e.Fields) > 0 || e.Text != (Sentences{}) || e.Behind
}

// standing tells a change of the status at the moment now.
func standing(old, new Version, was, is content.Entry, now time.Time) []Field {
	before, after := new.status(old.Library.Subject(was).Status(now)), new.status(new.Library.Subject(is).Status(now))
	if before == after {
		return nil
	}
	return []Field{{Label: diag.Text{Zh: "状态", En: "status"}, Old: before, New: after}}
}

// status is what pages of v call a status.
func (v Version) status(s validity.Status) diag.Text {
	name := both(strings.ReplaceAll(string(s), "_", " "))
	if v.Theme != nil && s != "" {
		name.Zh = v.Theme.String(config.Language, "status."+string(s))
	}
	return name
}

// behind reports whether an entry's translation is older than a change of it.
func behind(lib *content.Library, e content.Entry) bool {
	t, ok := lib.In(e, "en")
	return ok && t.Common().Stale()
}

// compareStated pairs what two versions state. An item of a list that only one
// of them has is told once, with all that it states.
func compareStated(was, is []stated) (out []Field) {
	before, after := byKey(was), byKey(is)
	hadItem, hasItem := itemsOf(was), itemsOf(is)
	done := map[string]bool{}
	for _, s := range slices.Concat(is, was) {
		switch {
		case s.item != "" && !(hadItem[s.item] && hasItem[s.item]):
			if !done[s.item] {
				out = append(out, wholeItem(s, was, is))
			}
			done[s.item] = true
		case !done[s.key]:
			done[s.key] = true
			if f := pair(s, before[s.key], after[s.key]); f.Old != f.New {
				out = append(out, f)
			}
		}
	}
	return out
}

func byKey(list []stated) map[string]stated {
	out := map[string]stated{}
	for _, s := range list {
		out[s.key] = s
	}
	return out
}

func itemsOf(list []stated) map[string]bool {
	out := map[string]bool{}
	for _, s := range list {
		out[s.item] = true
	}
	return out
}

// pair is a field with both its sides; of lists, what only one side has.
func pair(s, was, is stated) Field {
	lacks := func(from []diag.Text) func(diag.Text) bool {
		return func(v diag.Text) bool { return slices.Contains(from, v) }
	}
	return Field{
		Label: s.label, Weight: s.weight, path: s.path,
		Old: joined(slices.DeleteFunc(slices.Clone(was.values), lacks(is.values))),
		New: joined(slices.DeleteFunc(slices.Clone(is.values), lacks(was.values))),
	}
}

// wholeItem is an item that one version lacks, with all that the other states
// of it.
func wholeItem(of stated, was, is []stated) Field {
	f := Field{Label: of.itemLabel, Item: true}
	told := func(list []stated) diag.Text {
		var parts []diag.Text
		for _, s := range list {
			if s.item != of.item {
				continue
			}
			value, label := joined(s.values), s.label
			label.Zh, label.En = strings.TrimPrefix(label.Zh, of.itemLabel.Zh+" · "), strings.TrimPrefix(label.En, of.itemLabel.En+" · ")
			parts = append(parts, diag.Text{Zh: label.Zh + " " + value.Zh, En: label.En + " " + value.En})
			f.Weight = max(f.Weight, s.weight)
			f.path = s.path[:slices.IndexFunc(s.path, isIndex)+1]
		}
		return joined(parts)
	}
	f.Old, f.New = told(was), told(is)
	return f
}

func isIndex(step any) bool { return reflect.TypeOf(step).Kind() == reflect.Int }

func joined(values []diag.Text) diag.Text {
	var zh, en []string
	for _, v := range values {
		zh, en = append(zh, v.Zh), append(en, v.En)
	}
	return diag.Text{Zh: strings.Join(zh, "；"), En: strings.Join(en, "; ")}
}
