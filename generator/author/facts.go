package author

import (
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"anju/generator/content"
	"anju/generator/hanzi"
	"anju/generator/strictyaml"
)

// Fact is something in a text that must be sourced.
type Fact struct {
	Kind   FactKind
	Text   string // as it stands there: 200多名
	Clause string // that it stands in, at most maxClause characters
	Figure Figure // of a figure
}

// FactKind is what a fact is.
type FactKind int

// The kinds, in the order in which they are listed.
const (
	IsFigure FactKind = iota
	IsDate
	IsNumber // of a document
	IsPhone
	IsOrganisation
)

// Figure is a figure as the text gives it.
type Figure struct {
	Value  float64
	AtMost bool   // 最高、不超过
	Least  bool   // 200多、不少于
	Unit   string // one of those that figures take
}

// maxClause keeps quotes far below the 200 characters that an entry may quote.
// A clause shorter than leastClause says nothing by itself. Both are in code
// points.
const (
	maxClause   = 80
	leastClause = 10
)

var (
	days      = regexp.MustCompile(`(?:19|20)[0-9]{2} ?年(?: ?[0-9]{1,2} ?月(?: ?[0-9]{1,2} ?日)?)?|[0-9]{1,2} ?月 ?[0-9]{1,2} ?日|[0-9]{1,2} ?月(?:份|底|初|上旬|中旬|下旬)?|(?:19|20)[0-9]{2}-[0-9]{1,2}-[0-9]{1,2}|今年|明年|去年|年底前?`)
	documents = regexp.MustCompile(`\p{Han}{1,12}[〔\[（(【](?:19|20)[0-9]{2}[〕\]）)】]第?[0-9]+号`)
	phones    = regexp.MustCompile(`\b(?:0[0-9]{2,3}[- ]?[0-9]{7,8}|1[3-9][0-9]{9}|400[- ]?[0-9]{3}[- ]?[0-9]{4}|[2-8][0-9]{7}|12345|12333)\b`)
)

// units are what figures count in, the longest first.
var units = func() []string {
	all := slices.Clone(strictyaml.Schema(reflect.TypeFor[content.Figure]()).Properties["unit"].Enum)
	slices.SortStableFunc(all, func(a, b string) int { return len(b) - len(a) })
	return all
}()

var figures = regexp.MustCompile(`(最高|最多|不超过|至多|不低于|不少于|至少|超过?|逾|近|约)?([0-9][0-9,]*(?:\.[0-9]+)?|[一二两三四五六七八九十百千]{2,8}) ?(万|亿)?([多余])?个?(` + alternatives(units) + `)`)

func alternatives(words []string) string {
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = regexp.QuoteMeta(w)
	}
	return strings.Join(quoted, "|")
}

// factsIn finds the facts of a sentence, each once, by kind.
func factsIn(sentence string) (facts []Fact) {
	rest := sentence
	for _, look := range []struct {
		kind FactKind
		at   *regexp.Regexp
	}{{IsNumber, documents}, {IsDate, days}, {IsPhone, phones}} {
		for _, m := range look.at.FindAllStringIndex(rest, -1) {
			if look.kind == IsNumber {
				m[0] += issuerAt(rest[m[0]:m[1]])
			}
			facts = append(facts, Fact{Kind: look.kind, Text: rest[m[0]:m[1]], Clause: clause(sentence, m[0], m[1])})
			rest = rest[:m[0]] + strings.Repeat(" ", m[1]-m[0]) + rest[m[1]:] // so that its digits are no figure
		}
	}
	for _, m := range figures.FindAllStringSubmatchIndex(rest, -1) {
		if text := rest[m[0]:m[1]]; !strings.HasSuffix(text, "月") || strings.HasSuffix(text, "个月") { // 2月 is no length of time
			facts = append(facts, Fact{IsFigure, text, clause(sentence, m[0], m[1]), figureOf(rest, m)})
		}
	}
	for _, m := range organisations(sentence) {
		facts = append(facts, Fact{Kind: IsOrganisation, Text: sentence[m[0]:m[1]], Clause: clause(sentence, m[0], m[1])})
	}
	slices.SortStableFunc(facts, func(a, b Fact) int { return int(a.Kind - b.Kind) })
	return slices.Compact(facts)
}

// issuerAt is where the number of a document begins in text, behind the last
// character that is no part of it.
func issuerAt(text string) int {
	return behindLast(text, breaks+"见据按照")
}

// behindLast is the place behind the last of marks in text, 0 where there is none.
func behindLast(text, marks string) int {
	i := strings.LastIndexAny(text, marks)
	if i < 0 {
		return 0
	}
	_, size := utf8.DecodeRuneInString(text[i:])
	return i + size
}

// figureOf reads a match of figures.
func figureOf(text string, m []int) Figure {
	group := func(n int) string {
		if m[2*n] < 0 {
			return ""
		}
		return text[m[2*n]:m[2*n+1]]
	}
	value, size := hanzi.Numeral(strings.ReplaceAll(group(2), ",", ""))
	if size == 0 {
		value, _ = strconv.ParseFloat(strings.ReplaceAll(group(2), ",", ""), 64) // digits of the pattern
	}
	for mark, scale := range map[string]float64{"万": 1e4, "亿": 1e8} {
		if group(3) == mark {
			value *= scale
		}
	}
	value, _ = strconv.ParseFloat(strconv.FormatFloat(value, 'g', 12, 64), 64) // 44.63×10000 is 446300
	bound := group(1)
	return Figure{
		Value: value, Unit: group(5),
		AtMost: slices.Contains([]string{"最高", "最多", "不超过", "至多"}, bound),
		Least:  group(4) != "" || slices.Contains([]string{"不低于", "不少于", "至少", "超", "超过", "逾"}, bound),
	}
}

// clause is the part of sentence around what stands from start to end, between
// commas, with the next part where it says little, and no longer than maxClause.
func clause(sentence string, start, end int) string {
	const marks = "，,；;。"
	start = behindLast(sentence[:start], marks)
	for {
		i := strings.IndexAny(sentence[end:], marks)
		if i < 0 {
			end = len(sentence)
			break
		}
		if end += i; utf8.RuneCountInString(sentence[start:end]) >= leastClause {
			break
		}
		_, size := utf8.DecodeRuneInString(sentence[end:])
		end += size
	}
	return shorten(paired(strings.Trim(sentence[start:end], "。！？!?；; ")), maxClause)
}

// paired is text without its quotation marks where they are not in pairs.
func paired(text string) string {
	for _, pair := range []string{"“”", "‘’"} {
		marks := []rune(pair)
		if strings.Count(text, string(marks[0])) != strings.Count(text, string(marks[1])) {
			text = strings.NewReplacer(string(marks[0]), "", string(marks[1]), "").Replace(text)
		}
	}
	return text
}

// shorten cuts text to n characters, the last of them then an ellipsis.
func shorten(text string, n int) string {
	if runes := []rune(text); len(runes) > n {
		return string(runes[:n-1]) + "…"
	}
	return text
}
