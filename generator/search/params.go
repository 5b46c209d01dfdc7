package search

import (
	"cmp"
	"fmt"
	"maps"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"anju/generator/validity"
)

// MaxFilterValues bounds how many values all filters of a query have together.
const MaxFilterValues = 32

// ParamError tells what is wrong with a parameter, for readers.
type ParamError struct {
	Name, Value string
	Zh, En      string
}

func (e ParamError) Error() string { return fmt.Sprintf("%s=%q: %s", e.Name, e.Value, e.En) }

// allowed are the values of the facets that have fixed ones.
var allowed = map[string][]string{
	"type": {"community", "policy", "guide", "job", "event", "page", "home", "city", "brand", "operator", "gap"},
	"status": {
		string(validity.InForce), string(validity.NoEndStated), string(validity.Announced), string(validity.Expiring),
		string(validity.Expired), string(validity.Repealed), string(validity.Superseded), string(validity.Reported),
		string(validity.Withdrawn), string(validity.Open), string(validity.Closed),
		string(validity.Upcoming), string(validity.Past), string(validity.Cancelled),
	},
	"window": {
		string(validity.WindowUpcoming), string(validity.WindowOpen), string(validity.WindowClosing),
		string(validity.WindowClosed), string(validity.WindowRolling),
	},
	"sort": {Relevance, Newest, Closing, Rent},
}

// The shapes of values. Han characters stand in ids where an editor wants them.
var (
	slugShape     = regexp.MustCompile(`^[\p{Han}a-z0-9]+([-_][\p{Han}a-z0-9]+)*$`)
	numberShape   = regexp.MustCompile(`^[0-9]+(\.[0-9]+)?$`)
	yearShape     = regexp.MustCompile(`^[12][0-9]{3}$`)
	languageShape = regexp.MustCompile(`^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)
)

// ParseParams reads the parameters of the search endpoint.
// It always returns a Query that Search takes: what is wrong is left out of it
// (text is cut to the limit) and told in the errors, in the order of the names,
// for the API refuses a request that a page answers as well as it can.
func ParseParams(values url.Values) (Query, []ParamError) {
	p := params{query: Query{Filters: make(map[string][]string), Page: 1, PerPage: DefaultPerPage, Sort: Relevance}}
	for _, name := range slices.Sorted(maps.Keys(values)) {
		given := slices.DeleteFunc(slices.Clone(values[name]), func(v string) bool { return v == "" })
		if len(given) > 0 {
			p.read(name, given)
		} else if !known(name) {
			p.unknown(name, "")
		}
	}
	p.bound()
	slices.SortStableFunc(p.errors, func(a, b ParamError) int { return cmp.Compare(a.Name, b.Name) })
	return p.query, p.errors
}

type params struct {
	query  Query
	count  int // filter values so far
	errors []ParamError
}

func (p *params) fail(name, value, zh, en string) {
	p.errors = append(p.errors, ParamError{name, value, zh, en})
}

func (p *params) unknown(name, value string) {
	there := strings.Join(append(slices.Sorted(maps.Keys(single)), facetNames[:]...), ", ")
	p.fail(name, value, "没有这个参数；有的是："+there, "there is no such parameter; there are: "+there)
}

// single are the parameters that may stand once.
var single = map[string]func(p *params, name, value string){
	"q":              (*params).text,
	"amount":         func(p *params, n, v string) { p.number(n, v, &p.query.Amount) },
	"rent_min":       func(p *params, n, v string) { p.number(n, v, &p.query.RentMin) },
	"rent_max":       func(p *params, n, v string) { p.number(n, v, &p.query.RentMax) },
	"area_min":       func(p *params, n, v string) { p.number(n, v, &p.query.AreaMin) },
	"area_max":       func(p *params, n, v string) { p.number(n, v, &p.query.AreaMax) },
	"closing_within": (*params).closing,
	"available":      func(p *params, n, v string) { p.query.Available = p.only(n, v, "true") },
	"scope":          func(p *params, n, v string) { p.query.Local = p.only(n, v, "local") },
	"literal":        func(p *params, n, v string) { p.query.Literal = p.only(n, v, "1") },
	"as_of":          (*params).asOf,
	"sort":           (*params).sort,
	"page":           func(p *params, n, v string) { p.whole(n, v, 1, MaxResults, &p.query.Page) },
	"per_page":       func(p *params, n, v string) { p.whole(n, v, 1, MaxPerPage, &p.query.PerPage) },
	"lang":           (*params).language,
}

func known(name string) bool {
	return single[name] != nil || slices.Contains(facetNames[:], name)
}

func (p *params) read(name string, given []string) {
	set, ok := single[name]
	switch {
	case slices.Contains(facetNames[:], name):
		p.facet(name, given)
		return
	case !ok:
		p.unknown(name, given[0])
		return
	case len(given) > 1:
		p.fail(name, given[1], "这个参数只能写一次", "this parameter may be given once")
	}
	set(p, name, given[0])
}

func (p *params) facet(name string, given []string) {
	for _, v := range given {
		if p.count++; p.count > MaxFilterValues {
			p.fail(name, v, fmt.Sprintf("筛选条件最多 %d 个", MaxFilterValues), fmt.Sprintf("at most %d filter values", MaxFilterValues))
			return
		}
		if p.fits(name, v) && !slices.Contains(p.query.Filters[name], v) {
			p.query.Filters[name] = append(p.query.Filters[name], v)
		}
	}
}

func (p *params) fits(name, v string) bool {
	choices, fixed := allowed[name]
	switch {
	case fixed:
		return p.among(name, v, choices)
	case name == "year" && !yearShape.MatchString(v):
		p.fail(name, v, "年份写作四位数字，如 2024", "write a year with four digits, like 2024")
		return false
	case !slugShape.MatchString(v):
		p.fail(name, v, "应为词表中的编号，如 suzhou", "a slug of the vocabulary is expected, like suzhou")
		return false
	}
	return true
}

func (p *params) among(name, v string, choices []string) bool {
	ok := slices.Contains(choices, v)
	if !ok {
		list := strings.Join(choices, ", ")
		p.fail(name, v, "只能是："+list, "must be one of: "+list)
	}
	return ok
}

func (p *params) only(name, v, value string) bool { return p.among(name, v, []string{value}) }

func (p *params) text(name, v string) {
	if !utf8.ValidString(v) {
		p.fail(name, "", "不是有效的 UTF-8 文字", "not valid UTF-8")
		v = strings.ToValidUTF8(v, "")
	}
	if utf8.RuneCountInString(v) > MaxRunes {
		p.fail(name, firstRunes(v, MaxRunes), fmt.Sprintf("最多 %d 个字符", MaxRunes), fmt.Sprintf("at most %d characters", MaxRunes))
	} else if len(strings.Fields(v)) > MaxWords {
		p.fail(name, v, fmt.Sprintf("最多 %d 个词", MaxWords), fmt.Sprintf("at most %d words", MaxWords))
	}
	p.query.Text = firstRunes(v, MaxRunes)
}

func (p *params) number(name, v string, to **float64) {
	n, err := strconv.ParseFloat(v, 64)
	if err != nil || n > 1e12 || !numberShape.MatchString(v) {
		p.fail(name, v, "写不小于 0 的数字，不带单位", "write a number of 0 or more, without a unit")
		return
	}
	*to = &n
}

// maxClosingDays is as far ahead as closing_within may look: ten years.
const maxClosingDays = 3650

func (p *params) closing(name, v string) {
	days := -1
	p.whole(name, v, 0, maxClosingDays, &days)
	if days >= 0 {
		p.query.ClosingWithin = &days
	}
}

func (p *params) whole(name, v string, lowest, highest int, to *int) {
	n, err := strconv.Atoi(v)
	if err != nil || n < lowest || n > highest {
		p.fail(name, v, fmt.Sprintf("写 %d 到 %d 的整数", lowest, highest), fmt.Sprintf("write a whole number from %d to %d", lowest, highest))
		return
	}
	*to = n
}

func (p *params) asOf(name, v string) {
	d, err := validity.ParseDate(v)
	if err != nil {
		zh, en := validity.Date{}.Expects()
		p.fail(name, v, zh, en)
		return
	}
	p.query.AsOf = d
}

func (p *params) sort(name, v string) {
	if p.among(name, v, allowed[name]) {
		p.query.Sort = v
	}
}

func (p *params) language(name, v string) {
	if !languageShape.MatchString(v) {
		p.fail(name, v, "应为语言代码，如 zh-Hans、en", "a language code is expected, like zh-Hans or en")
		return
	}
	p.query.Lang = v
}

// bound keeps page × per_page within the limit.
func (p *params) bound() {
	if q := &p.query; q.Page*q.PerPage > MaxResults {
		p.fail("page", strconv.Itoa(q.Page),
			fmt.Sprintf("最多翻到第 %d 条结果", MaxResults), fmt.Sprintf("results end at number %d", MaxResults))
		q.Page = 1
	}
}
