package impact

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"anju/generator/content"
	"anju/generator/diag"
	"anju/generator/validity"
)

// text says a value as people do: words of vocabularies and choices by their
// names, money and spans with their units.
func (r *reader) text(v reflect.Value, tag reflect.StructTag) diag.Text {
	switch value := v.Interface().(type) {
	case content.Money:
		return money(value)
	case content.Range:
		return span(value.Value, value.Min, value.Max, number)
	case validity.Date:
		return diag.Text{Zh: value.In("zh-Hans"), En: value.In("en")}
	case content.Moment:
		return both(value.In(validity.Zone).Format("2006-01-02 15:04"))
	case content.Ref:
		if e := r.lib.Get(value); e != nil {
			return both("《" + e.Common().Title + "》")
		}
		return both(string(value))
	case float64:
		return number(value)
	case bool:
		return diag.Text{Zh: "是", En: "yes"}
	case string:
		return r.word(value, tag)
	}
	return both(fmt.Sprint(v.Interface()))
}

// both is a text that is the same in every language.
func both(s string) diag.Text { return diag.Text{Zh: s, En: s} }

// word is the name of a word of a vocabulary, or of one of a field's choices;
// any other text is itself.
func (r *reader) word(s string, tag reflect.StructTag) diag.Text {
	for _, t := range r.names[tag.Get("vocab")] {
		if t.Slug == s {
			return diag.Text{Zh: t.Zh, En: t.En}
		}
	}
	return choice(s, tag)
}

// choice is the name of one of the choices that the tag of a field lists.
func choice(s string, tag reflect.StructTag) diag.Text {
	for rule := range strings.SplitSeq(tag.Get("rule"), ",") {
		choices, isEnum := strings.CutPrefix(rule, "enum=")
		names := strings.Split(tag.Get("enumzh"), "|")
		if i := slices.Index(strings.Split(choices, "|"), s); isEnum && i >= 0 && i < len(names) {
			return diag.Text{Zh: names[i], En: strings.ReplaceAll(s, "_", " ")}
		}
	}
	return both(s)
}

// money says an amount with for whom and how often it is.
func money(m content.Money) diag.Text {
	amount, low, high := float(m.Amount), float(m.Min), float(m.Max)
	out := span(amount, low, high, scale(amount, low, high))
	if out != (diag.Text{}) {
		out.Zh, out.En = out.Zh+"元", out.En+" yuan"
	}
	for _, name := range []string{"Period", "Per"} {
		f, _ := moneyType.FieldByName(name)
		if s := reflect.ValueOf(m).FieldByIndex(f.Index).String(); s != "" {
			word := choice(s, f.Tag)
			out.Zh, out.En = word.Zh+out.Zh, out.En+", "+word.En
		}
	}
	if m.Text != "" {
		out.Zh, out.En = out.Zh+"（"+m.Text+"）", out.En+" ("+m.Text+")"
	}
	return out
}

func float(n *int64) *float64 {
	if n == nil {
		return nil
	}
	x := float64(*n)
	return &x
}

// span says a value, a range, or the one end of a range that is known, each
// number as say writes it.
func span(value, low, high *float64, say func(float64) diag.Text) diag.Text {
	switch {
	case value != nil:
		return say(*value)
	case low != nil && high != nil:
		from, to := say(*low), say(*high)
		return diag.Text{Zh: from.Zh + "–" + to.Zh, En: from.En + "–" + to.En}
	case low != nil:
		from := say(*low)
		return diag.Text{Zh: "至少" + from.Zh, En: "at least " + from.En}
	case high != nil:
		to := say(*high)
		return diag.Text{Zh: "不超过" + to.Zh, En: "at most " + to.En}
	}
	return diag.Text{}
}

func number(x float64) diag.Text { return both(strconv.FormatFloat(x, 'f', -1, 64)) }

// scale is how amounts that stand together are written: in Chinese in 万 where
// all of them are round and large.
func scale(amounts ...*float64) func(float64) diag.Text {
	for _, x := range amounts {
		if x != nil && (*x < 10000 || math.Mod(*x, 100) != 0) {
			return number
		}
	}
	return func(x float64) diag.Text { return diag.Text{Zh: number(x/10000).Zh + "万", En: number(x).En} }
}
