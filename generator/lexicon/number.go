package lexicon

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"anju/generator/hanzi"
)

// numberForms are the ways to write a document number, without its issuer. The
// groups are year and serial.
var numberForms = []struct {
	*regexp.Regexp
	needs string // one of these: what issuers end with, if the form is not alone
	alone bool   // it may go without an issuer, if 号 stands in it
}{
	{regexp.MustCompile(`[〔\[(【〖] *(\d{4}) *年? *[〕\])】〗] *第? *(\d{1,5})\b(?: *号)?`), "〔[(【〖", true},
	{regexp.MustCompile(`(\d{4})(?: *年 *第?| *第|[ /-]) *(\d{1,5})\b(?: *号)?`), "发函字规办文令告通电复批秘", false},
	{regexp.MustCompile(`(?:(\d{4}) *年 *)?第 *(\d{1,5}|[零〇一二三四五六七八九十百千]{1,9}) *号`), "第", true},
	{regexp.MustCompile(`()(\d{1,5}) *号`), "令", false},
}

// maxIssuer bounds the characters of an issuer.
const maxIssuer = 12

// notIssuers stand before the issuer of a number.
var notIssuers = phrases("请问 关于 查询 查找 什么是 根据 查 找 搜 看 的")

// notNumbered follow 第2号 where no document is meant.
const notNumbered = "线楼院馆门厅栋地"

// number finds the document number of a text, the first by the order of forms.
func (t *text) number() (span, bool) {
	for _, form := range numberForms {
		if !strings.ContainsAny(t.folded, form.needs) {
			continue // the expressions are slow
		}
		for _, m := range form.FindAllStringSubmatchIndex(t.folded, -1) {
			start, end := t.issuer(m[0])
			issuer := t.folded[start:end]
			if issuer == "" && !(form.alone && strings.HasSuffix(t.folded[:m[1]], "号")) ||
				issuer != "" && !form.alone && !strings.ContainsRune(form.needs, t.before(end)) ||
				strings.ContainsRune(notNumbered, t.at(m[1])) {
				continue
			}
			n := &Number{Issuer: issuer, Year: t.integer(m[2], m[3]), Serial: t.integer(m[4], m[5])}
			return span{start: min(start, m[0]), end: m[1], number: n}, true
		}
	}
	return span{}, false
}

// issuer is where the issuer stands whose number begins at i. It is empty, and
// at i, if there is none.
func (t *text) issuer(i int) (start, end int) {
	end = len(strings.TrimRight(t.folded[:i], " "))
	start = end
	for range maxIssuer {
		if r := t.before(start); hanzi.ClassOf(r) == hanzi.Han {
			start -= utf8.RuneLen(r)
		}
	}
	if start = afterLast(t.folded, start, end); start == end {
		return i, i
	}
	return start, end
}

// afterLast is where the issuer begins that ends at end, not before start.
func afterLast(s string, start, end int) int {
	at := start
	for _, w := range notIssuers {
		if i := strings.LastIndex(s[start:end], w); i >= 0 {
			at = max(at, start+i+len(w))
		}
	}
	return at
}

// integer is the number from start to end, 0 where start is -1.
func (t *text) integer(start, end int) int {
	if start < 0 {
		return 0
	}
	v, _ := hanzi.Numeral(t.folded[start:end])
	return int(v)
}

// numberWords calls emit for the words of a document number. The characters
// that only frame it are optional: they are written in one spelling and not in
// another.
func (t *text) numberWords(start, end int, emit func(start, end int, optional bool)) {
	for a, b := range hanzi.Runs(t.folded[start:end]) {
		a, b = start+a, start+b
		run := t.folded[a:b]
		if core, ok := strings.CutSuffix(run, "第"); ok {
			if core != "" {
				emit(a, a+len(core), false)
			}
			emit(a+len(core), b, true)
			continue
		}
		frame := utf8.RuneCountInString(run) == 1 && strings.Contains("年号", run)
		emit(a, b, frame)
	}
}
