package site

import (
	"math"
	"strconv"
	"strings"

	"anju/generator/content"
)

// number writes x with thousands separators, and whole ten thousands as 万 in
// Chinese, as people there write and say them.
func (v view) number(x float64) string {
	if v.lang != "en" && x >= 10000 && math.Mod(x, 100) == 0 {
		return strconv.FormatFloat(x/10000, 'f', -1, 64) + "万"
	}
	return grouped(strconv.FormatFloat(x, 'f', -1, 64))
}

// grouped puts commas between the thousands of a decimal number.
func grouped(digits string) string {
	whole, rest, _ := strings.Cut(digits, ".")
	for i := len(whole) - 3; i > 0 && whole[i-1] != '-'; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if rest != "" {
		rest = "." + rest
	}
	return whole + rest
}

// span writes a value, a range, or the one end that a source states, in the
// strings KIND.exact, .range, .at_least and .up_to.
func (v view) span(kind string, value, low, high *float64) string {
	switch {
	case value != nil:
		return v.t(kind+".exact", v.number(*value))
	case low != nil && high != nil && *low == *high:
		return v.t(kind+".exact", v.number(*low))
	case low != nil && high != nil:
		return v.t(kind+".range", v.number(*low), v.number(*high))
	case low != nil:
		return v.t(kind+".at_least", v.number(*low))
	case high != nil:
		return v.t(kind+".up_to", v.number(*high))
	}
	return ""
}

func (v view) rangeOf(kind string, r *content.Range) string {
	if r == nil {
		return ""
	}
	return v.span(kind, r.Value, r.Min, r.Max)
}

// money writes an amount with its period: 最高 1,500 元/月.
func (v view) money(m *content.Money) string {
	if m == nil {
		return ""
	}
	text := v.span("money", asFloat(m.Amount), asFloat(m.Min), asFloat(m.Max))
	if m.Period != "" {
		text = v.t("money.period", text, v.t("period."+m.Period))
	}
	if m.Per != "" && m.Per != "person" {
		text = v.t("money.per", text, v.t("per."+m.Per))
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

// units in English; in Chinese the unit follows the number as it is written.
var englishUnits = map[string]string{
	"套": "homes", "间": "rooms", "套（间）": "homes or rooms", "处": "sites", "个": "", "家": "organisations",
	"名": "people", "人": "people", "平方米": "m²", "平方公里": "km²", "亩": "mu", "元": "yuan", "万元": "× 10,000 yuan",
	"亿元": "× 100 million yuan", "元/月": "yuan a month", "元/年": "yuan a year", "天": "days", "月": "months", "年": "years",
	"分钟": "minutes", "公里": "km", "次": "times", "项": "items", "份": "copies", "%": "%",
}

func (v view) figureValue(f content.Figure) string {
	if f.Approx && f.Value == nil && f.Max == nil && f.Min != nil {
		return v.t("number.over", v.united(v.number(*f.Min), f.Unit)) // “200多名”
	}
	text := v.united(v.span("number", f.Value, f.Min, f.Max), f.Unit)
	if f.Approx {
		return v.t("number.approx", text)
	}
	return text
}

func (v view) united(number, unit string) string {
	if v.lang == "en" {
		unit = englishUnits[unit]
	}
	if unit == "" || unit == "%" {
		return number + unit
	}
	return v.t("number.with_unit", number, unit)
}
