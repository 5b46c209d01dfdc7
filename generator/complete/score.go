package complete

import (
	"cmp"
	"reflect"
	"slices"
	"strings"
	"time"

	"anju/generator/content"
	"anju/generator/diag"
	"anju/generator/validity"
)

// Score is how complete an entry is.
type Score struct {
	ID      string // KIND:ID
	Points  int
	Of      int      // the points of all rules for it
	Missing []Reason // for each point that it lacks, in the order of the rules
}

// Reason is a rule that an entry does not meet, and the points that this costs.
type Reason struct {
	Rule string
	Lost int
	Text diag.Text
}

// inEnglish is a fact about an entry that is no field of its own.
const inEnglish = "in_english"

// subject is what rules are held against.
type subject struct {
	id, kind   string
	value      reflect.Value // a struct
	translated bool
	over       bool // or cancelled: nobody can take part any more
}

// Scores holds every entry that is published and not withdrawn, and every
// operator, against the rules of its kind: the least complete first. Kinds
// without rules are left out.
func (s Standard) Scores(lib *content.Library, now time.Time) (out []Score) {
	for _, sub := range subjects(lib, now) {
		if score := s.score(sub, now); score.Of > 0 {
			out = append(out, score)
		}
	}
	slices.SortStableFunc(out, func(a, b Score) int {
		return cmp.Or(cmp.Compare(a.Points*b.Of, b.Points*a.Of), cmp.Compare(a.ID, b.ID))
	})
	return out
}

func subjects(lib *content.Library, now time.Time) (out []subject) {
	for _, e := range lib.Entries {
		h := e.Common()
		if h.Withdrawn != nil {
			continue
		}
		_, translated := lib.In(e, "en")
		status := lib.Subject(e).Status(now)
		out = append(out, subject{
			id: string(h.Ref()), kind: h.Kind, value: reflect.ValueOf(e).Elem(), translated: translated,
			over: status == validity.Past || status == validity.Cancelled,
		})
	}
	for i := range lib.Vocab.Operators {
		o := reflect.ValueOf(&lib.Vocab.Operators[i]).Elem()
		out = append(out, subject{id: "operator:" + lib.Vocab.Operators[i].Slug, kind: "operator", value: o})
	}
	return out
}

func (s Standard) score(sub subject, now time.Time) Score {
	score := Score{ID: sub.id}
	for _, r := range s.Rules {
		if !r.concerns(sub) {
			continue
		}
		score.Of += r.Weight
		if r.met(sub, now) {
			score.Points += r.Weight
		} else {
			score.Missing = append(score.Missing, Reason{r.ID, r.Weight, r.reason(sub, now)})
		}
	}
	return score
}

// concerns reports whether r is about entries like sub.
func (r Rule) concerns(sub subject) bool {
	if r.Kind != sub.kind || r.Open && sub.over || r.ofNothing(sub) {
		return false
	}
	g, ok := sub.value.Addr().Interface().(*content.Guide)
	return r.Genre == "" || ok && g.Genre == r.Genre
}

// ofNothing reports whether r is about the items of a list that is empty.
func (r Rule) ofNothing(sub subject) bool {
	list, _, below := strings.Cut(r.Field, ".")
	if !below {
		return false
	}
	f, _ := fieldOf(sub.value.Type(), list) // it is there: parse has held all paths against the types
	v := sub.value.FieldByIndex(f.Index)
	return v.Kind() == reflect.Slice && v.Len() == 0
}

func (r Rule) met(sub subject, now time.Time) bool {
	if r.Field == inEnglish {
		return sub.translated
	}
	at := r.reach(sub)
	switch {
	case r.Value != "":
		return slices.ContainsFunc(at.values, func(v reflect.Value) bool { return v.String() == r.Value })
	case at.absent > 0 || len(at.values)+at.unknown == 0:
		return false
	}
	return !slices.ContainsFunc(at.values, func(v reflect.Value) bool { return !r.suffices(v, now) })
}

// reason is why sub does not meet r.
func (r Rule) reason(sub subject, now time.Time) diag.Text {
	if at := r.reach(sub); r.Within > 0 && at.absent == 0 {
		for _, v := range at.values {
			if !r.suffices(v, now) {
				day := v.Interface().(validity.Date).String()
				return diag.Text{Zh: r.OldZh + " " + day, En: r.OldEn + " " + day}
			}
		}
	}
	return diag.Text{Zh: r.Zh, En: r.En}
}

func (r Rule) reach(sub subject) (at reached) {
	at.follow(sub.value, strings.Split(r.Field, "."))
	return at
}

// suffices holds a value against the bounds of r.
func (r Rule) suffices(v reflect.Value, now time.Time) bool {
	switch {
	case r.Min > 0:
		return v.Len() >= r.Min
	case r.Within > 0:
		return fresh(v.Interface().(validity.Date), r.Within, now)
	}
	return true
}

// reached is what a path leads to.
type reached struct {
	values  []reflect.Value // none of them zero
	absent  int             // how often there is nothing
	unknown int             // how often the entry says that the source is silent
}

// follow goes along path from v, into every item of the lists on its way.
func (at *reached) follow(v reflect.Value, path []string) {
	switch {
	case v.IsZero(), v.Kind() == reflect.Slice && v.Len() == 0:
		at.absent++
	case len(path) == 0:
		at.values = append(at.values, v)
	case v.Kind() == reflect.Pointer:
		at.follow(v.Elem(), path)
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			at.follow(v.Index(i), path)
		}
	default:
		at.step(v, path)
	}
}

// step goes into the field of a struct, or notes that it is said to be unknown.
func (at *reached) step(v reflect.Value, path []string) {
	if unknown, ok := fieldOf(v.Type(), "unknown"); ok {
		if slices.Contains(v.FieldByIndex(unknown.Index).Interface().([]string), path[0]) {
			at.unknown++
			return
		}
	}
	f, _ := fieldOf(v.Type(), path[0]) // it is there: parse has held all paths against the types
	at.follow(v.FieldByIndex(f.Index), path[1:])
}

// fresh reports whether a date lies no more than days before now.
func fresh(d validity.Date, days int, now time.Time) bool {
	return now.Before(d.After().AddDate(0, 0, days))
}
