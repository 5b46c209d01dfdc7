package strictyaml

import (
	"fmt"
	"reflect"
	"strings"

	"gopkg.in/yaml.v3"

	"anju/generator/diag"
)

// Bounds of what a document may unfold to.
const (
	maxAliased = 10_000 // nodes reached through aliases
	maxDepth   = 100
)

// Decode fills v, a pointer to a struct, a slice or a map, and returns all that
// is wrong with the document. A value of the wrong type stays zero. Fields are
// described by their tags:
//
//	yaml:"name"      its key; "-" for none; ",inline" flattens a struct;
//	                 "x-*" on a map takes all keys that begin with x-
//	rule:"a,b=c"     required, day (a date must name one), url, phone, id,
//	                 len=1..60 (code points), range=0..240, enum=a|b|c;
//	                 stated is like optional here, but not for Schema
//	enumzh:"甲|乙"   the choices of enum in Chinese, for messages
//	tr:"y"           translated, or holds what is; tr:"only" is for
//	                 translations alone
//	zh:"…" en:"…"    what it is, for messages; the Chinese up to "（" or "，"
//	eg:"…"           an example of its value as YAML, for Scaffold; one of an
//	                 item shows the field although it may be left out
//
// The rules len, enum, url, phone and id hold for each string of a list.
// A type that reads itself from text (encoding.TextUnmarshaler) may have
// methods Expects() (zh, en string), the remedy where it cannot, Precise()
// bool, which the rule day asks, and Pattern() string, its form for Schema.
// Numbers and true or false are taken as such only when unquoted; text is taken
// as written, so 0512 stays 0512.
//
// Malformed tags panic.
func (d *Doc) Decode(v any) diag.List { return d.decode(v, false) }

// DecodeTranslation fills v like Decode from a translation: fields without a
// tr tag are refused (but for the id of an item), and nothing is required.
func (d *Doc) DecodeTranslation(v any) diag.List { return d.decode(v, true) }

func (d *Doc) decode(v any, translation bool) diag.List {
	target := reflect.ValueOf(v)
	if target.Kind() != reflect.Pointer || target.IsNil() {
		panic(fmt.Sprintf("strictyaml: Decode needs a pointer, not %T", v))
	}
	if d.broken {
		return nil
	}
	root := d.root
	if root == nil {
		root = &yaml.Node{Kind: yaml.MappingNode, Line: 1, Column: 1}
		if target.Elem().Kind() == reflect.Slice {
			root.Kind = yaml.SequenceNode
		}
	}
	dec := &decoder{doc: d, translation: translation}
	dec.value(root, target.Elem(), context{field: whole, at: d.start()})
	return dec.found
}

// whole stands for the field that the document as a whole would be.
var whole = &field{name: "document", tag: `zh:"内容"`}

type decoder struct {
	doc         *Doc
	translation bool
	found       diag.List
	aliased     int  // nodes reached through aliases
	stopped     bool // too many
}

// context is what a value is decoded for.
type context struct {
	field   *field
	at      diag.Pos // of its key, or of the item
	item    bool     // is it an item of a list?
	depth   int
	aliased bool // reached through an alias
}

func (d *decoder) report(f diag.Diagnostic, hint diag.Text) {
	d.found = append(d.found, f.Hinted(hint))
}

// enter steps into n, through an alias where it is one, and reports whether
// that keeps within bounds.
func (d *decoder) enter(n *yaml.Node, c *context) (*yaml.Node, bool) {
	if n.Kind == yaml.AliasNode {
		n, c.aliased = n.Alias, true
	}
	if c.aliased {
		d.aliased++
	}
	c.depth++
	switch {
	case d.stopped:
		return n, false
	case d.aliased > maxAliased:
		d.report(aliases.At(c.at), hintAliases)
	case c.depth > maxDepth:
		d.report(tooDeep.At(c.at, maxDepth), diag.Text{})
	default:
		return n, true
	}
	d.stopped = true
	return n, false
}

// value decodes n into v and reports whether there was a value: null and what
// could not be visited are none, what is wrong is.
func (d *decoder) value(n *yaml.Node, v reflect.Value, c context) bool {
	n, ok := d.enter(n, &c)
	if !ok {
		return true
	}
	if n.Kind == yaml.ScalarNode && n.Tag == "!!null" {
		return false
	}
	if t := v.Type(); t.Kind() == reflect.Pointer {
		target, before := reflect.New(t.Elem()), len(d.found)
		d.inner(n, target.Elem(), c)
		if !d.found[before:].HasErrors() || t.Elem().Kind() == reflect.Struct {
			v.Set(target)
		}
	} else {
		d.inner(n, v, c)
	}
	return !isEmpty(n)
}

// isEmpty reports whether n states nothing: no text but blanks, or an empty list.
func isEmpty(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && isBlank(n.Value) || n.Kind == yaml.SequenceNode && len(n.Content) == 0
}

func isBlank(text string) bool { return strings.TrimSpace(text) == "" }

func (d *decoder) inner(n *yaml.Node, v reflect.Value, c context) {
	switch t := v.Type(); {
	case isText(t), isScalar(t.Kind()):
		d.scalar(n, v, c)
	case t.Kind() == reflect.Struct:
		d.structure(n, v, c)
	case t.Kind() == reflect.Slice:
		d.list(n, v, c)
	case t.Kind() == reflect.Map:
		d.mapping(n, v, c)
	default:
		v.Set(reflect.ValueOf(d.free(n, c)))
	}
}

func (d *decoder) list(n *yaml.Node, v reflect.Value, c context) {
	if n.Kind != yaml.SequenceNode {
		var structs *structure
		if t := v.Type().Elem(); t.Kind() == reflect.Struct && !isText(t) {
			structs = describe(t)
		}
		d.wrongShape(n, listShape, asList(n, c.field, structs), c)
		return
	}
	c.item = true
	out := reflect.MakeSlice(v.Type(), len(n.Content), len(n.Content))
	for i, item := range n.Content {
		c.at = d.doc.pos(item)
		if !d.value(item, out.Index(i), c) {
			d.report(emptyField.At(c.at, itemLabel(c.field, i)), diag.Text{})
		}
	}
	v.Set(out)
}

func itemLabel(f *field, i int) diag.Text {
	l := f.label()
	return diag.Text{Zh: fmt.Sprintf("%s的第 %d 项", l.Zh, i+1), En: fmt.Sprintf("item %d of %s", i+1, l.En)}
}

func (d *decoder) mapping(n *yaml.Node, v reflect.Value, c context) {
	if n.Kind != yaml.MappingNode {
		d.wrongShape(n, groupShape, diag.Text{}, c)
		return
	}
	out := reflect.MakeMap(v.Type())
	for _, p := range d.pairs(n) {
		value := reflect.New(v.Type().Elem()).Elem()
		c.at = d.doc.pos(p.key)
		d.value(p.value, value, c)
		out.SetMapIndex(reflect.ValueOf(p.key.Value).Convert(v.Type().Key()), value)
	}
	v.Set(out)
}

// free decodes n without a schema: text, bool, float64, []any and
// map[string]any.
func (d *decoder) free(n *yaml.Node, c context) any {
	switch n.Kind {
	case yaml.SequenceNode:
		out := make([]any, len(n.Content))
		d.list(n, reflect.ValueOf(&out).Elem(), c)
		return out
	case yaml.MappingNode:
		out := map[string]any{}
		d.mapping(n, reflect.ValueOf(&out).Elem(), c)
		return out
	}
	return freeScalar(n)
}
