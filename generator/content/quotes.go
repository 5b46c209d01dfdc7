package content

import (
	"math"
	"regexp"
	"slices"
	"unicode/utf8"

	"anju/generator/diag"
	"anju/generator/hanzi"
)

// A figure must stand in the words that it is drawn from.
var (
	codeOwnQuote    = diag.New("content/figure-quote", "原话里没有 %s 这个数", "the quote does not hold the number %s")
	codeSourceQuote = diag.New("content/figure-quote", "第 %[2]d 个来源的摘引里没有 %[1]s 这个数", "the quote of source %[2]d does not hold the number %[1]s")

	hintOwnQuote    = diag.Text{Zh: "数和原话要对得上，“4万”就是 40000：核对数字和单位，或者换成写着这个数的那句话", En: "check the number and its unit against the quote (4万 is 40000), or quote the sentence that holds it"}
	hintSourceQuote = diag.Text{Zh: "给这个数字加上 quote:，抄来源里写着这个数的那句话；来源里没有，就核对数字", En: "add quote: to the figure with the sentence that holds it; check the number if there is none"}
)

// checkQuotes demands that the number of every figure stands in its own quote.
// Where it has none, the quote of its source is looked at: one that holds other
// numbers alone is a doubt, for it may have been chosen for another figure.
func checkQuotes(h *Head, doc document) (list diag.List) {
	for i, f := range h.Figures {
		words := f.Quote
		if words == "" && f.Source >= 1 && f.Source <= len(h.Sources) {
			words = h.Sources[f.Source-1].Quote
		}
		numbers := numbersIn(words)
		for _, end := range []struct {
			name  string
			value *float64
		}{{"value", f.Value}, {"min", f.Min}, {"max", f.Max}} {
			if end.value == nil || numbers.hold(*end.value, f.Unit) {
				continue
			}
			at, number := doc.At("figures", i, end.name), plain(*end.value)+" "+f.Unit
			switch {
			case f.Quote != "":
				list = append(list, codeOwnQuote.At(at, number).Hinted(hintOwnQuote))
			case numbers.surely:
				list = append(list, codeSourceQuote.Warn(at, number, f.Source).Hinted(hintSourceQuote))
			}
		}
	}
	return list
}

// numbers are the numbers of a text.
type numbers struct {
	values []float64
	surely bool // one of them is more than a lone Chinese digit, as in 一站式 or 十分
}

// numbersIn reads the numbers of text in Arabic and Chinese digits, each with
// what it may count: 44.63万, 3 万, 30多万, 1.2 billion, and 1至2万, which is
// from 10000 on. Where text leaves open what is meant, both are there.
func numbersIn(text string) (out numbers) {
	for rest := hanzi.FoldString(text); rest != ""; {
		value, size := hanzi.Numeral(rest)
		if size == 0 {
			_, size = utf8.DecodeRuneInString(rest)
			rest = rest[size:]
			continue
		}
		out.surely = out.surely || rest[0] < utf8.RuneSelf || utf8.RuneCountInString(rest[:size]) > 1
		rest = rest[size:]
		out.values = append(out.values, value, value*scale(rest), value*scaleBeyond(rest))
	}
	return out
}

var (
	scaleMark = regexp.MustCompile(`^ ?[多余几来]? ?(万|亿|thousand|million|billion|trillion)`)
	rangeMark = regexp.MustCompile(`^ ?(?:[-–—~〜]{1,2}|至|到|to) ?`)
)

var scales = map[string]float64{
	"万": 1e4, "亿": 1e8, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
}

// scale is what a number counts that rest stands behind, 1 for itself.
func scale(rest string) float64 {
	if m := scaleMark.FindStringSubmatch(rest); m != nil {
		return scales[m[1]]
	}
	return 1
}

// scaleBeyond is what the other end of a range counts, whose mark rest begins
// with: 1至2万. It is 1 where there is no range.
func scaleBeyond(rest string) float64 {
	mark := rangeMark.FindString(rest)
	if mark == "" {
		return 1
	}
	rest = rest[len(mark):]
	_, size := hanzi.Numeral(rest)
	if size == 0 {
		return 1
	}
	last, _ := utf8.DecodeLastRuneInString(rest[:size])
	return max(scale(string(last)), scale(rest[size:]))
}

// yuan is how many yuan the units are worth that count more than one.
var yuan = map[string]float64{"万元": 1e4, "亿元": 1e8}

// hold reports whether value, counted in unit, is one of n. A fall may be given
// as a negative number; its quote has no sign.
func (n numbers) hold(value float64, unit string) bool {
	want := math.Abs(value) * max(yuan[unit], 1)
	return slices.ContainsFunc(n.values, func(x float64) bool {
		return math.Abs(x-want) <= 1e-4+1e-14*want // as exact as hanzi.Numeral and float64 are
	})
}
