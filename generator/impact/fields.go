package impact

import (
	"cmp"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"anju/generator/content"
	"anju/generator/diag"
	"anju/generator/validity"
)

// stated is something that an entry states at a place of its own.
type stated struct {
	key       string // the same in both versions: homes/kaijian/rent
	item      string // the key of the item of a list that it belongs to, or ""
	itemLabel diag.Text
	path      []any
	label     diag.Text
	weight    Weight
	values    []diag.Text // for people; several where the field is a list
}

// apart are fields that are no statement to readers, or that the report tells
// in another way.
var apart = []string{
	"sources", "tags", "aliases", "related", "picture", "changes", "reviewed_by", "reviewed_on", "review_by",
	"unknown", "draft", "gone", "moved_from", "translated", "published", "summary", "source", "quote", "measured_on", "as_of",
}

// conditional are fields that say who may have something, and how.
var conditional = []string{
	"conditions", "who", "for", "audience", "degrees", "degree", "months_max", "lease_months", "delivery_mode", "skills", "rolling",
}

// undated are dates that no reader has to keep.
var undated = []string{"on", "planned_completion"}

// reader collects what an entry states.
type reader struct {
	names map[string][]content.Term // vocabularies by name
	lib   *content.Library
	found []stated
}

func read(lib *content.Library, e content.Entry) []stated {
	r := reader{lib: lib, names: vocabularies(lib.Vocab)}
	r.structure(reflect.ValueOf(e).Elem(), stated{})
	return r.found
}

func vocabularies(v content.Vocab) map[string][]content.Term {
	return map[string][]content.Term{
		"cities": content.Terms(v.Cities), "audiences": content.Terms(v.Audiences), "benefits": v.Benefits,
		"amenities": content.Terms(v.Amenities), "facilities": content.Terms(v.Facilities), "degrees": v.Degrees,
		"industries": v.Industries, "operators": content.Terms(v.Operators), "brands": content.Terms(v.Brands),
	}
}

// structure reads the fields of a struct, which stands at a place of the entry.
func (r *reader) structure(v reflect.Value, at stated) {
	for f, value := range v.Fields() {
		name, options, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		switch {
		case options == "inline":
			r.structure(value, at)
		case name == "" || name == "-" || name == "id" || name == "x-*" || slices.Contains(apart, name):
		default:
			r.value(value, at.field(name, f), f.Tag)
		}
	}
}

// field is a place one step below s.
func (s stated) field(name string, f reflect.StructField) stated {
	below := stated{key: s.key + "/" + name, item: s.item, itemLabel: s.itemLabel, path: append(s.path[:len(s.path):len(s.path)], name)}
	below.label = under(s.label, diag.Text{Zh: title(f.Tag.Get("zh")), En: title(f.Tag.Get("en"))})
	below.weight = max(s.weight, weigh(name, f.Type))
	return below
}

// under is a label below another.
func under(above, label diag.Text) diag.Text {
	if above == (diag.Text{}) {
		return label
	}
	return diag.Text{Zh: above.Zh + " · " + label.Zh, En: above.En + " · " + label.En}
}

// title is the name that the description of a field begins with.
func title(description string) string {
	if i := strings.IndexAny(description, "，（：,:("); i > 0 {
		return strings.TrimSpace(description[:i])
	}
	return description
}

var (
	moneyType  = reflect.TypeFor[content.Money]()
	rangeType  = reflect.TypeFor[content.Range]()
	dateType   = reflect.TypeFor[validity.Date]()
	momentType = reflect.TypeFor[content.Moment]()
)

func weigh(name string, t reflect.Type) Weight {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	switch {
	case t == moneyType, name == "fee":
		return Money
	case (t == dateType || t == momentType) && !slices.Contains(undated, name):
		return Dates
	case slices.Contains(conditional, name):
		return Conditions
	}
	return Detail
}

// value reads what a field holds.
func (r *reader) value(v reflect.Value, at stated, tag reflect.StructTag) {
	for v.Kind() == reflect.Pointer {
		if v.IsNil() {
			return
		}
		v = v.Elem()
	}
	switch {
	case v.IsZero() && v.Kind() != reflect.Int && v.Kind() != reflect.Int64 && v.Kind() != reflect.Float64:
	case v.Kind() == reflect.Slice && v.Type().Elem().Kind() == reflect.Struct && v.Type().Elem() != dateType:
		r.items(v, at)
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			at.values = append(at.values, r.text(v.Index(i), tag))
		}
		r.found = append(r.found, at)
	case v.Kind() == reflect.Struct && !isScalar(v.Type()):
		r.structure(v, at)
	default:
		at.values = []diag.Text{r.text(v, tag)}
		r.found = append(r.found, at)
	}
}

func isScalar(t reflect.Type) bool {
	return t == moneyType || t == rangeType || t == dateType || t == momentType
}

// items reads a list of structs. An item is the same in both versions that has
// the same id or name, or without one stands at the same place.
func (r *reader) items(v reflect.Value, at stated) {
	taken := map[string]bool{}
	for i := range v.Len() {
		place := strconv.Itoa(i + 1)
		label := diag.Text{Zh: at.label.Zh + "第 " + place + " 项", En: at.label.En + " " + place}
		id, name := r.identity(v.Index(i))
		if id == "" || taken[id] {
			id = place
		} else {
			label = diag.Text{Zh: at.label.Zh + "“" + name.Zh + "”", En: at.label.En + " “" + name.En + "”"}
		}
		taken[id] = true
		key := at.key + "/" + id
		r.structure(v.Index(i), stated{
			key: key, item: key, itemLabel: label, label: label, weight: at.weight,
			path: append(at.path[:len(at.path):len(at.path)], i),
		})
	}
}

// What an item of a list may be told by, and what people may call it, the
// better ones first.
var (
	identities = []string{"id", "name", "label", "to", "batch", "kind"}
	called     = []string{"title", "name", "label", "to", "batch", "unit_type", "kind", "id"}
)

// identity is what an item is told by, and what people call it. The id is empty
// where it has no name of any kind.
func (r *reader) identity(item reflect.Value) (id string, name diag.Text) {
	ids, names := map[string]string{}, map[string]diag.Text{}
	for f, value := range item.Fields() {
		if key := f.Tag.Get("yaml"); value.Kind() == reflect.String && value.Len() > 0 {
			ids[key], names[key] = value.String(), r.word(value.String(), f.Tag)
		}
	}
	for _, key := range identities {
		id = cmp.Or(id, ids[key])
	}
	for _, key := range called {
		name = cmp.Or(name, names[key])
	}
	return id, name
}
