package content

import (
	"fmt"
	"iter"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"anju/generator/diag"
	"anju/generator/hanzi"
	"anju/generator/strictyaml"
)

// What can be wrong with the dates, telephone numbers and document numbers
// that texts hold.
var (
	codeNoSuchDay  = diag.New("content/date-in-text", "日历上没有 %s", "there is no %s in the calendar")
	codeDotted     = diag.New("content/date-in-text", "日期不写成 %s", "a date is not written as %s")
	codePhone      = diag.New("content/phone-digits", "电话 %s 打不通：%s", "the telephone number %s cannot be right: %s")
	codeBrackets   = diag.New("content/document-number", "发文字号的年份用六角括号〔〕，这里是 %s", "the year of a document number stands in 〔〕, not as in %s")
	codeMobile     = diag.New("content/personal-phone", "%s 是手机号，不写个人电话", "%s is a mobile number: those of people are not published")
	hintMobile     = diag.Text{Zh: "换成单位公开的座机或热线；没有的，删掉它", En: "write the office's own line or hotline; if it has none, leave it out"}
	hintNoSuchDay  = diag.Text{Zh: "对照来源核对年、月、日", En: "check the year, month and day against the source"}
	hintDotted     = diag.Text{Zh: "写作 %s", En: "write %s"}
	hintPhoneDigit = diag.Text{Zh: "对照来源核对，多半是漏了或多了一位", En: "check it against the source: a digit may be missing, or one too many"}
	hintBrackets   = diag.Text{Zh: "换成：%s", En: "write %s"}
)

// checkTexts checks the texts of all fields, by what their tags call them.
func checkTexts(v any, doc document) (list diag.List) {
	strictyaml.Walk(v, func(path []any, tag reflect.StructTag, text string) {
		list = append(list, checkJoined(text, doc, path)...)
		switch {
		case tag.Get("tr") == "y":
			list = append(list, checkFormat(text, doc, path)...)
			list = append(list, checkWording(text, doc.within(text, path...))...)
		case tag.Get("rule") == "phone":
			list = append(list, checkWording(text, doc.within(text, path...))...)
		case tag.Get("rule") == "url":
			list = append(list, checkAddress(text, doc.within(text, path...))...)
		}
	})
	return list
}

// checkWording warns of dates, telephone numbers and document numbers in text
// that cannot be right.
func checkWording(text string, at place) (list diag.List) {
	for start, end := range digits(text) {
		for _, look := range []func(text string, start, end int, at place) diag.List{checkDay, checkPhone, checkMobile, checkBrackets} {
			list = append(list, look(text, start, end, at)...)
		}
	}
	return list
}

// digits goes through the runs of Arabic digits in text.
func digits(text string) iter.Seq2[int, int] {
	return func(yield func(start, end int) bool) {
		for i := 0; i < len(text); i++ {
			start := i
			for isDigitAt(text, i) {
				i++
			}
			if i > start && !yield(start, i) {
				return
			}
		}
	}
}

// dayForm is a day in words, with dots or slashes, or as ISO 8601 has it.
var dayForm = regexp.MustCompile(`^([0-9]{4})(?: ?年 ?([0-9]{1,2}) ?月(?: ?([0-9]{1,2}) ?日)?|([./．／-])([0-9]{1,2})[./．／-]([0-9]{1,2}))`)

// checkDay looks at a date whose year are the digits from start to end.
func checkDay(text string, start, end int, at place) diag.List {
	if end-start != len("2006") {
		return nil
	}
	m := dayForm.FindStringSubmatch(text[start:])
	if m == nil || strings.HasPrefix(text[start+len(m[0]):], ".") || m[4] != "" && isDigitAt(text, start+len(m[0])) {
		return nil // a version of something, or the beginning of a longer number
	}
	month, day := number(m[2]+m[5]), number(m[3]+m[6])
	inWords := m[1] + "年" + strconv.Itoa(month) + "月" + strconv.Itoa(day) + "日"
	pos := at(start, start+len(m[0]))
	switch {
	case !inCalendar(number(m[1]), month, max(day, 1)) || day == 0 && m[3]+m[6] != "":
		return diag.List{codeNoSuchDay.Warn(pos, m[0]).Hinted(hintNoSuchDay)}
	case m[4] != "" && m[4] != "-":
		return diag.List{codeDotted.Warn(pos, m[0]).Hinted(hintDotted.With(diag.Text{Zh: inWords, En: inWords}))}
	}
	return nil
}

func isDigitAt(text string, i int) bool { return i < len(text) && '0' <= text[i] && text[i] <= '9' }

func number(digits string) int {
	n, _ := strconv.Atoi(digits) // a few digits, or none
	return n
}

// inCalendar reports whether there is such a day. time.Date lets days flow over.
func inCalendar(year, month, day int) bool {
	d := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	return int(d.Month()) == month && d.Day() == day
}

var (
	landline = regexp.MustCompile(`^(0[0-9]{2,3})(?:[-－—–]|\) ?|） ?)([0-9]{5,10})(?:[^0-9-]|$)`)
	hotline  = regexp.MustCompile(`^400((?:-[0-9]+)+)`)
)

// What telephone numbers of the numbering plan of China have: eight digits
// behind the two- and three-digit area codes, 010 and 020 to 029, seven or
// eight behind the longer ones; ten in all behind 400.
var (
	phoneEight = diag.Text{Zh: "区号 %s 的号码有 8 位，这里有 %d 位", En: "behind %s stand 8 digits, here are %d"}
	phoneSeven = diag.Text{Zh: "区号 %s 的号码有 7 位或 8 位，这里有 %d 位", En: "behind %s stand 7 or 8 digits, here are %d"}
	phone400   = diag.Text{Zh: "%s 开头的号码一共 10 位，这里有 %d 位", En: "a number of %s has 10 digits, here are %d"}
)

// checkPhone looks at a telephone number that begins at start.
func checkPhone(text string, start, end int, at place) diag.List {
	if start > 0 && strings.ContainsRune("-.", rune(text[start-1])) {
		return nil // the middle of some other number
	}
	rest := text[start:]
	if m := hotline.FindStringSubmatch(rest); m != nil {
		if n := len("400") + len(strings.ReplaceAll(m[1], "-", "")); n != 10 {
			return wrongPhone(at(start, start+len(m[0])), m[0], phone400, "400", n)
		}
		return nil
	}
	m := landline.FindStringSubmatch(rest)
	if m == nil {
		return nil
	}
	area, size := m[1], len(m[2])
	stop := start + strings.Index(rest, m[2]) + size
	if open, n := utf8.DecodeLastRuneInString(text[:start]); open == '(' || open == '（' {
		start -= n
	}
	pos, shown := at(start, stop), text[start:stop]
	switch isLong := len(area) == 4; {
	case area[1] == '0': // no area has it: made up for an example
	case area[1] <= '2' && !isLong && size != 8:
		return wrongPhone(pos, shown, phoneEight, area, size)
	case area[1] > '2' && isLong && size != 7 && size != 8:
		return wrongPhone(pos, shown, phoneSeven, area, size)
	}
	return nil
}

// mobile is a number of a mobile telephone: 11 digits, the first of which is 1.
var mobile = regexp.MustCompile(`^1[3-9][0-9](?:[0-9]{8}|([- ])[0-9]{4}[- ][0-9]{4})$`)

// checkMobile warns of the number of a mobile telephone that begins at start: it
// is a person's, and not an office's.
func checkMobile(text string, start, _ int, at place) diag.List {
	end := start
	for end < len(text) && (isDigitAt(text, end) || strings.ContainsRune("- ", rune(text[end])) && isDigitAt(text, end+1)) {
		end++
	}
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	after, _ := utf8.DecodeRuneInString(text[end:])
	isPart := func(r rune) bool {
		return r < utf8.RuneSelf && (unicode.IsLetter(r) || strings.ContainsRune("-._/=%", r))
	}
	if !mobile.MatchString(text[start:end]) || start > 0 && isPart(before) || isPart(after) && (after != '.' || isDigitAt(text, end+1)) {
		return nil
	}
	return diag.List{codeMobile.Warn(at(start, end), text[start:end]).Hinted(hintMobile)}
}

func wrongPhone(pos diag.Pos, shown string, why diag.Text, area string, size int) diag.List {
	why = diag.Text{Zh: fmt.Sprintf(why.Zh, area, size), En: fmt.Sprintf(why.En, area, size)}
	return diag.List{codePhone.Warn(pos, shown, why).Hinted(hintPhoneDigit)}
}

var (
	numberForm = regexp.MustCompile(`^([0-9]{4})([〕\]］】)）]) ?([0-9]{1,4}) ?号(.?)`)
	brackets   = "〔[［【(（"
)

// checkBrackets looks at a document number whose year are the digits from
// start to end: 国办发[2021]22号.
func checkBrackets(text string, start, end int, at place) diag.List {
	open, size := utf8.DecodeLastRuneInString(text[:start])
	m := numberForm.FindStringSubmatch(text[start:])
	if m == nil || !strings.ContainsRune(brackets, open) || strings.ContainsAny(m[4], "线楼院室门") {
		return nil
	}
	if before, _ := utf8.DecodeLastRuneInString(text[:start-size]); !hanzi.IsHan(before) || open == '〔' && m[2] == "〕" {
		return nil
	}
	to := start + len(m[0]) - len(m[4])
	meant := "〔" + m[1] + "〕" + m[3] + "号"
	f := codeBrackets.Warn(at(start-size, to), text[start-size:to])
	return diag.List{f.Hinted(hintBrackets.With(diag.Text{Zh: meant, En: meant}))}
}
