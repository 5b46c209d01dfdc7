package lexicon

import (
	"strconv"
	"strings"

	"anju/generator/hanzi"
)

// The years that are read: those of a calendar, and those that are years even
// without 年 behind.
const (
	firstYear, lastYear         = 1949, 2099
	firstBareYear, lastBareYear = 2005, 2039
)

// boundYears stand before such a year.
const boundYears = "至止到自从-~–—"

var yearUnits = phrases("年度 年")

// notYears follow a year that is a bound, or part of a date.
var notYears = phrases("以来 以后 以前 及以 之前 之后 起 至 到 前 后 底 初 末 - ~ – — /")

// year reads a year that begins at i.
func (r *Reader) year(t *text, i int) (span, bool) {
	if !numberStarts[t.at(i)] {
		return span{}, false
	}
	s := t.folded[i:]
	value, size := hanzi.Numeral(s)
	year := int(value)
	if size == 0 || float64(year) != value || !t.startsNumber(i) || t.boundYear(i) {
		return span{}, false
	}
	rest := strings.TrimLeft(s[size:], " ")
	end := i + len(s) - len(rest)
	switch {
	case strings.HasPrefix(rest, "年") && year >= firstYear && year <= lastYear:
		end += len(prefix(rest, yearUnits))
		if next := t.at(end); next >= '0' && next <= '9' {
			return span{}, false // a date
		}
	case size == 4 && year >= firstBareYear && year <= lastBareYear:
		if end = i + size; !r.closes(t, end) {
			return span{}, false
		}
	default:
		return span{}, false
	}
	e := &entry{facet: "year", values: []string{strconv.Itoa(year)}}
	return span{start: i, end: end, entry: e, kind: Years}, prefix(strings.TrimLeft(t.folded[end:], " "), notYears) == ""
}

// boundYear reports whether what stands before i, and spaces, makes the end of a
// range of a year there.
func (t *text) boundYear(i int) bool {
	return strings.ContainsRune(boundYears, t.before(len(strings.TrimRight(t.folded[:i], " "))))
}

// startsNumber reports whether no number or word goes on across i, which is
// where a number begins.
func (t *text) startsNumber(i int) bool {
	switch r := t.before(i); {
	case r == 0:
		return true
	case r == '.' || r == ',' || r == '/' || r == '-':
		prev := t.before(i - 1)
		return prev < '0' || prev > '9'
	case strings.ContainsRune("几数第余", r):
		return false
	default:
		return !t.inWord(i) && !strings.ContainsRune(numerals, r)
	}
}

// numerals are the Chinese characters that numbers begin with.
const numerals = "零〇一二两三四五六七八九十壹贰叁肆伍陆柒捌玖"

var numberStarts = runeSet(numerals + "0123456789")
