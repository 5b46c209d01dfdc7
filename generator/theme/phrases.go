package theme

import (
	"html/template"
	"regexp"
	"strings"
	"unicode/utf8"
)

// phrase is what reads badly when a line ends inside it: a date, a number with
// its unit, and words in brackets or quotation marks that hold no others.
var phrase = regexp.MustCompile(`\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日` +
	`|` + numeral.String() + ` ?(?:亿?元|个月|分钟|小时|平方米|[天年套间项种]|%)` +
	`|（[^（）()“”《》]+）|\([^（）()“”《》]+\)|“[^（）()“”《》]+”|《[^（）()“”《》]+》`)

// phraseWidth is how wide a phrase may be that stays on one line, in halves of a
// Chinese character: eight of them fit in the largest heading at 320 px.
const phraseWidth = 16

// phrases keeps the short phrases of a text on one line each. The text itself
// stays as it is.
func phrases(text string) template.HTML {
	var b strings.Builder
	done := 0
	for from := 0; ; {
		span := phrase.FindStringIndex(text[from:])
		if span == nil {
			break
		}
		start, end := from+span[0], from+span[1]
		if width(text[start:end]) > phraseWidth { // a shorter one may stand in it
			_, size := utf8.DecodeRuneInString(text[start:])
			from = start + size
			continue
		}
		b.WriteString(template.HTMLEscapeString(text[done:start]))
		b.WriteString(`<span class="w">` + template.HTMLEscapeString(text[start:end]) + "</span>")
		done, from = end, end
	}
	b.WriteString(template.HTMLEscapeString(text[done:]))
	return template.HTML(b.String())
}

// width is how wide a text is, in halves of a Chinese character.
func width(text string) (halves int) {
	for _, r := range text {
		halves++
		if r >= '\u2000' { // Chinese characters and their punctuation, all whole
			halves++
		}
	}
	return halves
}
