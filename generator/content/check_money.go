package content

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"anju/generator/diag"
	"anju/generator/hanzi"
)

// What can be wrong between an amount and the words that it is drawn from.
var (
	codeMoneyText   = diag.New("content/money-text", "原文里没有 %s 元这个数", "its own words do not hold %s yuan")
	codeMoneyEnd    = diag.New("content/money-end", "原文写的是%s，%s 却写在 %s", "its own words make it the %s, but %s stands in %s")
	codeMoneyPeriod = diag.New("content/money-period", "原文写的是%s，period 却是 %s", "its own words say %s, but period is %s")
	codeMoneyName   = diag.New("content/money-name", "名称里写的 %s 元，金额里没有", "the name speaks of %s yuan, which is not in the amount")

	hintMoneyText   = diag.Text{Zh: "对照来源核对：写 1.5 万元的，填 15000；数对了，就把 text 改成写着这个数的那句话", En: "check it against the source: 1.5万元 is 15000; or let text be the words that hold it"}
	hintMoneyEnd    = diag.Text{Zh: "把它写在 %s：“最高”“以内”是 max，“不低于”“起”是 min，定数才是 amount", En: "write it as %s: “up to” is max, “at least” is min, and only a fixed sum is amount"}
	hintMoneyPeriod = diag.Text{Zh: "对照来源核对；原文没有抄错的，写 period: %s", En: "check it against the source; if its words are right, write period: %s"}
	hintMoneyName   = diag.Text{Zh: "对照来源核对名称和 money，改正其中一个", En: "check the name and money against the source, and mend one of them"}
)

// yuanIn is a number of a text and what stands around it.
type yuanIn struct {
	value         float64
	before, after string
	surely        bool // more than a lone Chinese digit
}

// amountsIn reads the numbers of text as amounts in yuan: 1至2万 is 10000 and
// 20000, never 1 and 2.
func amountsIn(text string) (out []yuanIn) {
	text = hanzi.FoldString(text)
	for i := 0; i < len(text); {
		value, size := hanzi.Numeral(text[i:])
		if size == 0 {
			_, size = utf8.DecodeRuneInString(text[i:])
			i += size
			continue
		}
		rest := text[i+size:]
		out = append(out, yuanIn{value: value * max(scale(rest), scaleBeyond(rest)), before: text[:i], after: rest,
			surely: text[i] < utf8.RuneSelf || utf8.RuneCountInString(text[i:i+size]) > 1})
		i += size
	}
	return out
}

var (
	mostBefore  = regexp.MustCompile(`(?:最高|最多|不超过|不高于|至多|上限)(?:可达|不超过|为|给予|可领|补贴|奖励|资助|发放|:)?(?:人民币)? ?$`)
	mostAfter   = regexp.MustCompile(`^ ?[万亿]?元?(?:/?每?(?:人|户|套|月|年))*(?:以内|以下|封顶)`)
	leastBefore = regexp.MustCompile(`(?:不低于|不少于|至少|最低|最少)(?:为|给予|可领|补贴|奖励|资助|发放|:)?(?:人民币)? ?$`)
	leastAfter  = regexp.MustCompile(`^ ?[万亿]?元?(?:/?每?(?:人|户|套|月|年))*(?:以上|起$|起[,、 (])`)
)

// end is the field that the words around a number put it into, "" where they
// do not say.
func (y yuanIn) end() string {
	switch {
	case mostBefore.MatchString(y.before) || mostAfter.MatchString(y.after):
		return "max"
	case leastBefore.MatchString(y.before) || leastAfter.MatchString(y.after):
		return "min"
	}
	return ""
}

// rangeEnds are the fields that name an end of a range, in words.
var rangeEnds = map[string]diag.Text{"min": {Zh: "下限", En: "least"}, "max": {Zh: "上限", En: "most"}}

// sums are the amounts of m by their fields.
func (m Money) sums() map[string]*int64 {
	return map[string]*int64{"amount": m.Amount, "min": m.Min, "max": m.Max}
}

// checkMoney holds an amount against its own words. path leads to it.
func checkMoney(m Money, doc document, path []any) (list diag.List) {
	said := amountsIn(m.Text)
	if !slices.ContainsFunc(said, func(y yuanIn) bool { return y.surely }) {
		return checkMoneyPeriod(m, doc, path)
	}
	sums := m.sums()
	for _, name := range []string{"amount", "min", "max"} {
		sum := sums[name]
		if sum == nil {
			continue
		}
		at := doc.At(step(path, name)...)
		i := slices.IndexFunc(said, func(y yuanIn) bool { return y.value == float64(*sum) })
		if i < 0 {
			list = append(list, codeMoneyText.Warn(at, plain(*sum)).Hinted(hintMoneyText))
			continue
		}
		if end := said[i].end(); end != "" && end != name && sums[end] == nil {
			f := codeMoneyEnd.Warn(at, rangeEnds[end], plain(*sum), name)
			list = append(list, f.Hinted(hintMoneyEnd.With(diag.Text{Zh: end, En: end})))
		}
	}
	return append(list, checkMoneyPeriod(m, doc, path)...)
}

// periods are words that say how often an amount is paid.
var periods = []struct {
	period string
	words  *regexp.Regexp
}{
	{"day", regexp.MustCompile(`每天|每日|/天|/日`)},
	{"month", regexp.MustCompile(`每个?月|每(?:人|户|套|床)每?月|/月|按月`)},
	{"quarter", regexp.MustCompile(`每个?季度|/季`)},
	{"year", regexp.MustCompile(`每年|每(?:人|户)每?年|/年|按年`)},
	{"one_off", regexp.MustCompile(`一次性`)},
}

// checkMoneyPeriod warns of a period that the words of an amount contradict.
// Words of two periods, as in 每年一次性, do not decide.
func checkMoneyPeriod(m Money, doc document, path []any) diag.List {
	if m.Period == "" || m.Text == "" {
		return nil
	}
	said, word := "", ""
	for _, p := range periods {
		found := p.words.FindString(m.Text)
		if found == "" {
			continue
		}
		if said != "" {
			return nil
		}
		said, word = p.period, found
	}
	if said == "" || said == m.Period {
		return nil
	}
	f := codeMoneyPeriod.Warn(doc.At(step(path, "period")...), "“"+word+"”", m.Period)
	return diag.List{f.Hinted(hintMoneyPeriod.With(diag.Text{Zh: said, En: said}))}
}

// checkMoneyName warns of an amount in a name that is not that of m. A number
// that only says who is meant, as in 年薪50万元以上, is none.
func checkMoneyName(name string, m *Money, at place) (list diag.List) {
	if m == nil || !strings.Contains(name, "元") {
		return nil
	}
	for _, y := range amountsIn(name) {
		isSum := func(sum *int64) bool { return sum != nil && float64(*sum) == y.value }
		inYuan := strings.HasPrefix(strings.TrimLeft(y.after, " 万亿"), "元")
		if inYuan && y.end() != "min" && !isSum(m.Amount) && !isSum(m.Min) && !isSum(m.Max) {
			list = append(list, codeMoneyName.Warn(at(0, len(name)), plain(y.value)).Hinted(hintMoneyName))
		}
	}
	return list
}
