package impact

import (
	"regexp"
	"slices"
	"strings"

	"anju/generator/content"
	"anju/generator/diag"
)

// Sentences counts what became of the sentences of a text.
type Sentences struct{ Changed, Added, Removed int }

// sentenceEnd parts sentences; a line's end parts them too.
var sentenceEnd = regexp.MustCompile(`[。！？；\n]+|[.!?] `)

// linkEnd is where a link of Markdown leads, which no reader reads.
var linkEnd = regexp.MustCompile(`\]\([^()\s]*\)`)

func sentences(text string) (out []string) {
	for _, s := range sentenceEnd.Split(linkEnd.ReplaceAllString(text, "]"), -1) {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// compareSentences counts the sentences of summary and text that only one
// version has. One gone and one new are one changed.
func compareSentences(was, is *content.Head) Sentences {
	before, after := sentences(was.Summary+"\n"+was.Body.Text), sentences(is.Summary+"\n"+is.Body.Text)
	removed, added := len(without(before, after)), len(without(after, before))
	changed := min(removed, added)
	return Sentences{Changed: changed, Added: added - changed, Removed: removed - changed}
}

// without is what is left of list when each of taken has been taken out of it
// once.
func without(list, taken []string) (left []string) {
	count := map[string]int{}
	for _, s := range taken {
		count[s]++
	}
	for _, s := range list {
		if count[s]--; count[s] < 0 {
			left = append(left, s)
		}
	}
	return left
}

// The amounts and dates that a text states: 每月600元, 1.2万元, 2026年12月31日.
var (
	amounts = regexp.MustCompile(`[0-9][0-9,.]*(?:[至到—–~-][0-9][0-9,.]*)? ?(?:万|亿|千|百)?元|(?:RMB|CNY|¥) ?[0-9][0-9,.]*|[0-9][0-9,.]* yuan`)
	days    = regexp.MustCompile(`[0-9]{4}年[0-9]{1,2}月(?:[0-9]{1,2}[日号])?|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}月[0-9]{1,2}[日号]`)
)

// quantities are the amounts and dates that the text of an entry states
// otherwise than before.
func quantities(was, is content.Body) (out []Field) {
	for _, kind := range []struct {
		label   diag.Text
		weight  Weight
		pattern *regexp.Regexp
	}{
		{diag.Text{Zh: "正文里的金额", En: "amounts in the text"}, Money, amounts},
		{diag.Text{Zh: "正文里的日期", En: "dates in the text"}, Dates, days},
	} {
		before, after := kind.pattern.FindAllString(was.Text, -1), kind.pattern.FindAllString(is.Text, -1)
		removed, added := without(before, after), without(after, before)
		if len(removed)+len(added) > 0 {
			out = append(out, Field{
				Label: kind.label, Weight: kind.weight, line: lineOf(is, added),
				Old: listed(removed), New: listed(added),
			})
		}
	}
	return out
}

func listed(words []string) diag.Text {
	return diag.Text{Zh: strings.Join(words, "、"), En: strings.Join(words, ", ")}
}

// lineOf is the line of the file on which the first of words stands, or the
// first line of the text.
func lineOf(b content.Body, words []string) int {
	if len(words) == 0 {
		return b.Line
	}
	lines := strings.Split(b.Text, "\n")
	return b.Line + max(slices.IndexFunc(lines, func(l string) bool { return strings.Contains(l, words[0]) }), 0)
}
