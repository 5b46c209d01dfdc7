package strictyaml

import (
	"encoding"
	"reflect"
	"regexp"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"anju/generator/diag"
)

// The shapes of values, as messages name them.
var (
	textShape   = diag.Text{Zh: "一个值", En: "a single value"}
	listShape   = diag.Text{Zh: "一个列表", En: "a list"}
	groupShape  = diag.Text{Zh: "一组字段", En: "a group of fields"}
	numberShape = diag.Text{Zh: "数字", En: "a number"}
	wholeShape  = diag.Text{Zh: "整数", En: "a whole number"}
	boolShape   = diag.Text{Zh: "“true”或“false”", En: "true or false"}
)

func shapeOf(n *yaml.Node) diag.Text {
	switch n.Kind {
	case yaml.SequenceNode:
		return listShape
	case yaml.MappingNode:
		return groupShape
	}
	return textShape
}

// written is n as the editor wrote it, for messages.
func written(n *yaml.Node) diag.Text {
	value := brief(n.Value)
	switch n.Style {
	case yaml.DoubleQuotedStyle:
		value = `"` + value + `"`
	case yaml.SingleQuotedStyle:
		value = "'" + value + "'"
	}
	return diag.Text{Zh: "“" + value + "”", En: "“" + value + "”"}
}

// brief is text short enough for a message.
func brief(text string) string {
	const limit = 40
	if runes := []rune(text); len(runes) > limit {
		return string(runes[:limit]) + "…"
	}
	return text
}

var spacelessKey = regexp.MustCompile(`^([a-z][a-z0-9_-]*):[^\s/]`)

// wrongShape tells that n is no list, group or scalar, as the field wants. A
// scalar that only looks so for want of a proper colon is told as such.
func (d *decoder) wrongShape(n *yaml.Node, want, hint diag.Text, c context) {
	if isBare(n) && want == groupShape {
		if m := colonInKey.FindStringSubmatch(n.Value); m != nil {
			d.found = append(d.found, d.doc.fullwidthColon(n.Line, n.Column, m[1]))
			return
		}
		if m := spacelessKey.FindStringSubmatch(n.Value); m != nil {
			d.report(colonSpace.At(d.doc.place(n.Line, n.Column+len(m[1]), 1), m[1]), hintSpace)
			return
		}
	}
	at := d.doc.pos(n)
	if n.Kind != yaml.ScalarNode && c.at.Line > 0 {
		at = c.at
	}
	if want == groupShape && n.Kind == yaml.SequenceNode {
		hint = hintFlatten
	}
	d.report(wrongType.At(at, c.field.label(), want, shapeOf(n)), hint)
}

// isBare reports whether n is plain text that stands where n does, with neither
// quotes nor anchor nor tag before it.
func isBare(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Style == 0 && n.Anchor == ""
}

func isScalar(k reflect.Kind) bool {
	switch k {
	case reflect.String, reflect.Bool, reflect.Int, reflect.Int64, reflect.Float64:
		return true
	}
	return false
}

// scalar decodes n into v. Curly quotes around all of a value are what is
// wrong with it where something is, and else a doubt.
func (d *decoder) scalar(n *yaml.Node, v reflect.Value, c context) {
	if n.Kind != yaml.ScalarNode {
		hint := hintOneValue
		if n.Kind == yaml.SequenceNode {
			hint = hintFromList
		}
		d.wrongShape(n, textShape, hint, c)
		return
	}
	if n.Value == "" || isBlank(n.Value) && c.field != whole { // in a map without fields a blank may be meant
		return
	}
	before := len(d.found)
	d.convert(n, v, c.field)
	if open, shut, ok := curlyWrapped(n); ok {
		f := curlyQuotes.Warn(d.doc.pos(n), open, shut)
		if len(d.found) > before {
			d.found, f.Severity = d.found[:before], diag.Error
		}
		d.report(f, hintCurly)
	}
}

// curlyWrapped reports whether n stands in one pair of curly quotes.
func curlyWrapped(n *yaml.Node) (open, shut string, ok bool) {
	for _, pair := range [][2]string{{"“", "”"}, {"‘", "’"}} {
		rest, opens := strings.CutPrefix(n.Value, pair[0])
		rest, shuts := strings.CutSuffix(rest, pair[1])
		if n.Style == 0 && opens && shuts && !strings.ContainsAny(rest, pair[0]+pair[1]) {
			return pair[0], pair[1], true
		}
	}
	return "", "", false
}

func (d *decoder) convert(n *yaml.Node, v reflect.Value, f *field) {
	switch {
	case isText(v.Type()):
		d.unmarshal(n, v, f)
	case v.Kind() == reflect.String:
		v.SetString(n.Value)
		d.checkText(n, f)
		d.checkComment(n, f)
	case v.Kind() == reflect.Bool:
		d.boolean(n, v, f)
	default:
		d.number(n, v, f)
	}
}

// unmarshal lets v read itself.
func (d *decoder) unmarshal(n *yaml.Node, v reflect.Value, f *field) {
	target := v.Addr().Interface()
	if err := target.(encoding.TextUnmarshaler).UnmarshalText([]byte(n.Value)); err != nil {
		v.SetZero()
		d.report(badValue.At(d.doc.pos(n), f.label(), brief(n.Value)), expected(target, n.Value, f))
		return
	}
	if date, ok := target.(aDate); ok && f.day && !date.Precise() {
		v.SetZero()
		d.report(badValue.At(d.doc.pos(n), f.label(), brief(n.Value)), hintDay)
	}
}

// expected is the remedy for text that target could not read itself from.
func expected(target any, text string, f *field) (hint diag.Text) {
	if _, ok := target.(aDate); ok {
		hint = dateHint(text, f.day)
	}
	if e, ok := target.(interface{ Expects() (zh, en string) }); ok && hint == (diag.Text{}) {
		hint.Zh, hint.En = e.Expects()
	}
	return hint
}

func (d *decoder) boolean(n *yaml.Node, v reflect.Value, f *field) {
	if n.Style != 0 || n.Value != "true" && n.Value != "false" {
		d.report(wrongType.At(d.doc.pos(n), f.label(), boolShape, written(n)), hintBool)
		return
	}
	v.SetBool(n.Value == "true")
}

var decimal = regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?$`)

func (d *decoder) number(n *yaml.Node, v reflect.Value, f *field) {
	shape, hint := numberShape, hintNumber
	isFloat := v.Kind() == reflect.Float64
	if !isFloat {
		shape, hint = wholeShape, hintWhole
	}
	x, errFloat := strconv.ParseFloat(n.Value, 64)
	i, errInt := strconv.ParseInt(n.Value, 10, v.Type().Bits())
	switch {
	case n.Style != 0, !decimal.MatchString(n.Value), errFloat != nil, !isFloat && errInt != nil:
		if meant, ok := numberMeant(n.Value, isFloat); ok {
			hint = hintMeant.With(diag.Text{Zh: meant, En: meant})
		}
		d.report(wrongType.At(d.doc.pos(n), f.label(), shape, written(n)), hint)
	case f.bounds != nil && (x < f.bounds.min || x > f.bounds.max):
		d.report(outOfRange.At(d.doc.pos(n), f.label(), n.Value, decimals(f.bounds.min), decimals(f.bounds.max)), diag.Text{})
	case isFloat:
		v.SetFloat(x)
	default:
		v.SetInt(i)
	}
}

func decimals(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// freeScalar is the value of a scalar for which there is no schema.
func freeScalar(n *yaml.Node) any {
	switch n.Tag {
	case "!!bool":
		return strings.EqualFold(n.Value, "true")
	case "!!int", "!!float":
		if x, err := strconv.ParseFloat(n.Value, 64); err == nil {
			return x
		}
	}
	return n.Value
}
