package lexicon

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// The figures that a home can have. Others mean something else: 占地5000平方米.
const (
	lowestRent, highestRent = 100, 50000 // yuan a month
	lowestArea, highestArea = 5, 1000    // m²
)

// leeway is how far about a number goes: 70平左右 is 63 to 77.
const leeway = 0.1

// A number without a unit beside a word for money given is that money if it is
// not small and round: 补贴30000, but not 补贴 12345, which is a telephone number.
const lowestAmount, roundAmount = 1000, 100 // yuan

// measure tells what a figure is of.
type measure int

const (
	unsure measure = iota
	amount
	rent
	area
)

// measure is what f, which begins at i, is surely of. The amount of a benefit is
// one number: a benefit of 3万以上 may say much. A rent must be said to be one, or
// be what is paid by month or for a home while nothing in the text is given.
func (r *Reader) measure(t *text, i int, f figure) measure {
	before, after := strings.TrimRight(t.folded[:i], " "), t.folded[f.end:]
	switch {
	case prefix(after, perArea) != "", endsWith(before, otherMoney):
	case f.unit == squareMetres:
		if f.low >= lowestArea && f.high <= highestArea && !f.rent {
			return area
		}
	case f.isRent(t):
		if f.low >= lowestRent && f.high <= highestRent && (f.unit == yuan || f.bound != exactly || r.ends(t, f.end)) {
			return rent
		}
	case !f.rent && r.isAmount(t, before, f):
		return amount
	}
	return unsure
}

// perArea follow the price of a square metre, and otherMoney stand before sums
// that no benefit is.
var (
	perArea    = phrases("/平 /m2 每平 每m2 一平")
	otherMoney = phrases("年薪 月薪 薪资 工资 收入 税前 税后 注册资金 注册资本 总价 房价")
)

// isAmount reports whether f, behind the text before, is money given.
func (r *Reader) isAmount(t *text, before string, f figure) bool {
	pays := prefix(t.folded[f.end:], payWords) != ""
	switch {
	case f.low == 0 || f.bound != exactly && !f.highest:
		return false
	case f.unit == yuan, f.scaled && r.ends(t, f.end), f.monthly && pays:
		return true
	}
	return f.round() && (pays || endsWith(before, payWords) && r.ends(t, f.end))
}

// round reports whether f may be money though nothing but its place says so.
func (f figure) round() bool {
	year := f.low >= firstBareYear && f.low <= lastBareYear
	return f.low >= lowestAmount && math.Mod(f.low, roundAmount) == 0 && !year
}

// homeWords tell that a home is looked for, which is paid by month. So do
// livingWords of what is at most highestLiving, where none is bought.
var (
	homeWords   = phrases("租 公寓 宿舍 单间")
	livingWords = phrases("房 住")
	buyingWords = phrases("购 买 售 公积金")
)

const highestLiving = 20000 // yuan a month

func (f figure) isRent(t *text) bool {
	if f.rent {
		return prefix(t.folded[f.end:], payWords) == ""
	}
	if t.hasAny(payWords) {
		return false
	}
	if f.bound == atMost && !f.highest && f.high <= highestLiving && t.hasAny(livingWords) && !t.hasAny(buyingWords) {
		return true
	}
	return f.monthly && f.bound == atMost || t.hasAny(homeWords) && (f.monthly || f.bound != exactly || f.unit == yuan)
}

func (t *text) hasAny(words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(t.folded, w) })
}

// ends reports whether a number without a unit surely ends at i.
func (r *Reader) ends(t *text, i int) bool {
	return r.closes(t, i) || r.begins(t, i, ask, how, modal, particle) || prefix(t.folded[i:], payWords) != ""
}

// set puts the figure into the reading, and reports whether its place there was
// free.
func (f figure) set(of measure, into *Reading) bool {
	switch of {
	case rent:
		return f.setRange(&into.RentMin, &into.RentMax)
	case area:
		return f.setRange(&into.AreaMin, &into.AreaMax)
	}
	if into.Amount != nil {
		return false
	}
	into.Amount = &f.low
	return true
}

func (f figure) setRange(low, high **float64) bool {
	if *low != nil || *high != nil {
		return false
	}
	if f.bound == about {
		f.low, f.high = math.Round(f.low*(1-leeway)), math.Round(f.high*(1+leeway))
	}
	if f.bound != atMost {
		*low = &f.low
	}
	if f.bound != atLeast {
		*high = &f.high
	}
	return true
}

// size is f as a word to look for, in square metres however it is typed; nil if
// it is none, or the lexicon does not say how square metres are written.
func (r *Reader) size(f figure) *entry {
	if f.unit != squareMetres || f.bound != exactly || f.rent || f.scaled || f.low < lowestArea || r.squareMetres == nil {
		return nil
	}
	number := strconv.FormatFloat(f.low, 'f', -1, 64)
	e := &entry{role: name, text: number + r.squareMetres.text}
	for _, s := range r.squareMetres.synonyms {
		e.synonyms = append(e.synonyms, number+s)
	}
	return e
}
