package lexicon

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// figure is a number or a range in a text, with the words around it that tell
// what it counts: 月租1500以下, 40-60平, 3万.
type figure struct {
	end       int
	low, high float64 // equal but for a range
	bound     bound
	highest   bool // of what may be given: 最高20万
	unit      unit
	rent      bool // a word for rent stands by it
	monthly   bool
	scaled    bool // with 万 or the like, which says money without a unit
}

// bound tells on which side of the number a figure lies.
type bound int

const (
	exactly bound = iota
	about
	atMost
	atLeast
	between
)

type unit int

const (
	bare unit = iota
	yuan
	squareMetres
)

// The words around a number. Longer ones stand before those that they begin
// with.
var (
	rentWords  = phrases("月租金 月租 租金 房租 monthly_rent rent")
	of         = phrases("的")
	monthWords = phrases("每个月 每月 一个月 月均")
	areaWords  = phrases("建筑面积 户型面积 面积")
	moneySigns = phrases("人民币 rmb cny ¥")
	fillers    = phrases("价格 预算 : 为 在 是")

	nearly = phrases("大约 大概 约 近")
	top    = phrases("最高可达 最高 最多")
	most   = phrases("不超过 不高于 不大于 不多于 低于 小于 少于 至多 ≤ <= < at_most up_to under below")
	least  = phrases("不低于 不少于 不小于 高于 大于 多于 超过 至少 最少 最低 ≥ >= > at_least over above")
	ranges = phrases("- – — ~ 到 至 to")

	yuanUnits   = phrases("元钱 元人民币 块钱 人民币 元 块 圆 yuan rmb cny")
	areaUnits   = phrases("平方米 平米 平方 平 m2 sqm square_metres square_meters")
	monthUnits  = phrases("/个月 /月 每个月 每月 一个月 /month per_month a_month")
	yearlyUnits = phrases("/年 每年 一年")
	mostAfter   = phrases("及以下 或以下 以下 以内 之内 封顶 内")
	leastAfter  = phrases("及以上 或以上 以上 起")
	aboutAfter  = phrases("左右 上下")
	boundBefore = slices.Concat(nearly, top, most, least, ranges)
)

// notFlats follow 平 or 平方 where it is part of another word: 平台, 平方公里.
const notFlats = "台均等方公千安时原面静行稳"

// figureStarts are the characters that figures begin with.
var figureStarts = firsts(numberStarts, rentWords, monthWords, areaWords, moneySigns, nearly, top, most, least)

// firsts adds the first characters of lists of words to more.
func firsts(more map[rune]bool, lists ...[]string) map[rune]bool {
	set := maps.Clone(more)
	for _, w := range slices.Concat(lists...) {
		r, _ := utf8.DecodeRuneInString(w)
		set[r] = true
	}
	return set
}

// figure reads the figure that begins at i.
func (t *text) figure(i int) (figure, bool) {
	if !figureStarts[t.at(i)] || !t.startsNumber(i) || t.bounded(i) {
		return figure{}, false
	}
	c := cursor{t, i}
	var f figure
	f.lead(&c)
	if !f.number(&c) {
		return f, false
	}
	f.follow(&c)
	f.end = c.at
	return f, f.low <= f.high && !t.inWord(f.end)
}

// clone keeps f. Few of the figures tried are kept, and only those cost memory.
func (f figure) clone() *figure { return &f }

// bounded reports whether what stands before i makes an end of a range, or a
// bound, of a number at i.
func (t *text) bounded(i int) bool {
	return endsWith(strings.TrimRight(t.folded[:i], " "), boundBefore)
}

// lead reads the words before the number.
func (f *figure) lead(c *cursor) {
	for {
		switch {
		case c.take(rentWords):
			f.rent = true
		case c.take(monthWords):
			f.monthly = true
		case c.take(areaWords):
			f.unit = squareMetres
		case c.take(moneySigns):
			f.unit = yuan
		case c.take(nearly):
			f.bound = about
		case c.take(top):
			f.bound, f.highest = atMost, true
		case c.take(most):
			f.bound = atMost
		case c.take(least):
			f.bound = atLeast
		case (f.rent || f.unit != bare) && c.take(fillers):
		default:
			return
		}
	}
}

// number reads the number or the range, with its units.
func (f *figure) number(c *cursor) (ok bool) {
	if f.low, ok = f.one(c); !ok {
		return false
	}
	f.high = f.low
	back := *c
	if !c.take(ranges) {
		return true
	}
	if f.high, ok = f.one(c); !ok {
		*c, f.high = back, f.low
		return true
	}
	f.bound = between
	return true
}

func (f *figure) one(c *cursor) (float64, bool) {
	value, scaled, ok := c.number()
	f.scaled = f.scaled || scaled
	switch {
	case !ok:
		return 0, false
	case c.take(yuanUnits):
		f.unit = yuan
	case c.takeArea():
		f.unit = squareMetres
	}
	switch {
	case c.take(monthUnits):
		f.monthly = true
	case f.unit == yuan || scaled:
		c.take(yearlyUnits)
	}
	return value, true
}

// follow reads the words behind the number.
func (f *figure) follow(c *cursor) {
	switch {
	case f.bound == between || f.bound == atMost || f.bound == atLeast:
	case c.take(mostAfter):
		f.bound = atMost
	case c.take(leastAfter):
		f.bound = atLeast
	case c.take(aboutAfter):
		f.bound = about
	}
	back := *c
	c.take(of)
	if f.unit == squareMetres || !c.take(rentWords) || prefix(c.rest(), payWords) != "" {
		*c = back
		return
	}
	f.rent = true
}
