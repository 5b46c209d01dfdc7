package theme

import (
	"html/template"
	"regexp"
	"strings"
)

// GlanceRow is a line of what a page says in ten seconds: who, how much, until
// when, how to get it, by which source.
type GlanceRow struct {
	Icon   Icon
	Label  string
	As     string        // how far the values can be relied on: 当时, 据报道; "" for as they stand
	Values []GlanceValue // at least one
}

// GlanceValue is a value, a telephone number to it and a remark in smaller
// letters, "" for none. Its language is that of value and remark.
type GlanceValue struct {
	Link
	Phone string
	Note  string
}

// CardFact is a short value on a card. Icon is "" for one without a symbol.
type CardFact struct {
	Icon Icon
	Link
}

// numeral is a number as amounts are written, a range as a whole: 1,500–2,000,
// 20万–50万.
var numeral = regexp.MustCompile(`\d[\d,.]*万?(?:–\d[\d,.]*万?)?`)

// numerals sets the numbers of an amount apart from its words, which stand in
// smaller letters.
func numerals(amount string) template.HTML {
	var b strings.Builder
	at := 0
	for _, span := range numeral.FindAllStringIndex(amount, -1) {
		b.WriteString(template.HTMLEscapeString(amount[at:span[0]]))
		b.WriteString("<b>" + amount[span[0]:span[1]] + "</b>")
		at = span[1]
	}
	b.WriteString(template.HTMLEscapeString(amount[at:]))
	return template.HTML(b.String())
}
