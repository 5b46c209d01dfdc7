package view

import (
	"math"
	"strconv"
	"strings"

	"anju/generator/content"
)

// writer spells a number.
type writer func(x float64) string

// number writes a single number.
func (v View) number(x float64) string { return v.numbers(&x)(x) }

// numbers is how all ends of a range are written, so that they stand in one
// scale: with thousands separators; in Chinese in 万, as people there write and
// say them, where each end is in whole hundreds and ten thousand or more.
func (v View) numbers(ends ...*float64) writer {
	if v.Lang == "en" {
		return grouped
	}
	for _, x := range ends {
		if x != nil && (*x < 10000 || math.Mod(*x, 100) != 0) {
			return grouped
		}
	}
	return func(x float64) string { return grouped(x/10000) + "万" }
}

func decimal(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// grouped puts commas between the thousands of a number.
func grouped(x float64) string {
	whole, rest, _ := strings.Cut(decimal(x), ".")
	for i := len(whole) - 3; i > 0 && whole[i-1] != '-'; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if rest != "" {
		rest = "." + rest
	}
	return whole + rest
}

// worded writes a large number as English says it: 1.2 billion.
func worded(x float64) string {
	for _, scale := range []struct {
		word string
		size float64
	}{{"trillion", 1e12}, {"billion", 1e9}, {"million", 1e6}} {
		if math.Abs(x) >= scale.size {
			return grouped(x/scale.size) + " " + scale.word
		}
	}
	return grouped(x)
}

// span writes a value, a range, or the one end that a source states, in the
// strings KIND.exact, .range, .at_least and .up_to.
func (v View) span(kind string, write writer, value, low, high *float64) string {
	switch {
	case value != nil:
		return v.T(kind+".exact", write(*value))
	case low != nil && high != nil && *low == *high:
		return v.T(kind+".exact", write(*low))
	case low != nil && high != nil:
		return v.T(kind+".range", write(*low), write(*high))
	case low != nil:
		return v.T(kind+".at_least", write(*low))
	case high != nil:
		return v.T(kind+".up_to", write(*high))
	}
	return ""
}

// rangeOf writes a range in the strings of kind, "" for none.
func (v View) rangeOf(kind string, r *content.Range) string {
	if r == nil {
		return ""
	}
	return v.span(kind, v.numbers(r.Value, r.Min, r.Max), r.Value, r.Min, r.Max)
}

// sum writes an amount alone, as of a deposit, which is paid once: 900元.
func (v View) sum(m *content.Money) string {
	if m == nil {
		return ""
	}
	amount, low, high := asFloat(m.Amount), asFloat(m.Min), asFloat(m.Max)
	return v.span("money", v.numbers(amount, low, high), amount, low, high)
}

// money writes an amount with its period and for whom it is: 每户每月最高1,500元.
func (v View) money(m *content.Money) string {
	if m == nil {
		return ""
	}
	text := v.sum(m)
	if m.Period != "" {
		text = v.T("money.period", text, v.T("period."+m.Period))
	}
	if m.Per != "" && m.Per != "person" {
		text = v.T("money.per", text, v.T("per."+m.Per))
	}
	return text
}

func asFloat(n *int64) *float64 {
	if n == nil {
		return nil
	}
	x := float64(*n)
	return &x
}

// englishUnits are the units of figures in English; in Chinese the unit follows
// the number as it is written.
var englishUnits = map[string]string{
	"套": "homes", "间": "rooms", "套（间）": "homes or rooms", "处": "sites", "个": "", "家": "organisations",
	"名": "people", "人": "people", "平方米": "m²", "平方公里": "km²", "亩": "mu", "元": "yuan", "万元": "yuan",
	"亿元": "yuan", "元/月": "yuan a month", "元/年": "yuan a year", "天": "days", "月": "months", "年": "years",
	"分钟": "minutes", "公里": "km", "次": "times", "项": "items", "份": "copies", "%": "%",
}

// yuanIn is how many yuan the units are worth that English does not count in.
var yuanIn = map[string]float64{"万元": 1e4, "亿元": 1e8}

// unitName is what a unit of figures is called.
func (v View) unitName(unit string) string {
	if v.Lang == "en" {
		return englishUnits[unit]
	}
	return unit
}

// figureWriter is how the numbers of a figure are written.
func (v View) figureWriter(f content.Figure) writer {
	if worth := yuanIn[f.Unit]; worth > 0 && v.Lang == "en" {
		return func(x float64) string { return worded(wholeFen(x * worth)) }
	}
	return v.numbers(f.Value, f.Min, f.Max)
}

// wholeFen rounds yuan to the fen: 1.1 × 10⁸ is not quite whole in binary.
func wholeFen(yuan float64) float64 { return math.Round(yuan*100) / 100 }

// figureValue writes a figure with its unit: 约12亿元, about 1.2 billion yuan.
func (v View) figureValue(f content.Figure) string {
	write, unit := v.figureWriter(f), v.unitName(f.Unit)
	if f.Approx && f.Value == nil && f.Max == nil && f.Min != nil {
		return v.T("number.over", v.united(write(*f.Min), unit)) // “200多名”
	}
	text := v.united(v.span("number", write, f.Value, f.Min, f.Max), unit)
	if f.Approx {
		return v.T("number.approx", text)
	}
	return text
}

func (v View) united(number, unit string) string {
	if unit == "" || unit == "%" {
		return number + unit
	}
	return v.T("number.with_unit", number, unit)
}
