package hanzi

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxNumeral bounds how many characters of a number are read. Longer ones, such
// as the numbers of accounts, count nothing.
const maxNumeral = 20

// digitsOfYears is how many Chinese digits in a row make a number without
// units: 二〇二四. Fewer mean one or the other: 三五年 is three to five years.
const digitsOfYears = 4

// Numeral reads the number that folded text begins with, in Arabic or Chinese
// digits or both: 30000, 30,000, 3万, 3w, 三万五, 两千, 叁万. A unit without a digit
// before is no number, but for 十. Size is its length in bytes, 0 where there is
// none.
func Numeral(folded string) (value float64, size int) {
	if value, size, ok := digitRow(folded); ok {
		return value, size
	}
	n := numeral{text: folded}
	for range maxNumeral {
		if !n.step() {
			return n.result()
		}
	}
	return 0, 0
}

// digitRow reads Chinese digits in a row, and is ok if there are at least two.
// The size is 0 if the row means no one number.
func digitRow(s string) (value float64, size int, ok bool) {
	count := 0
	for _, r := range s {
		d := chineseDigit(r)
		if d < 0 || r == '两' {
			break
		}
		if count == maxNumeral {
			return 0, 0, true
		}
		value = value*10 + float64(d)
		size += utf8.RuneLen(r)
		count++
	}
	if count < 2 {
		return 0, 0, false
	}
	if count < digitsOfYears {
		return 0, 0, true
	}
	return value, size, true
}

// numeral is a number in reading: 一亿(total) 二千三百(section) 四(digit).
type numeral struct {
	text  string
	at    int // bytes read
	end   int // bytes that are surely of the number
	total float64

	section   float64 // below the next 万 or 亿
	digit     float64 // has no unit yet
	has       bool    // there is such a digit
	long      bool    // it has several places, so it needs no unit
	zero      bool    // 零 stands before it
	low       float64 // the last unit of the section, 0 at its beginning
	last      float64 // the last unit of all
	myriad    bool    // there was a 万 since the last 亿
	ambiguous bool
}

// step reads one more part of n and reports whether there was one.
func (n *numeral) step() bool {
	r, size := utf8.DecodeRuneInString(n.text[n.at:])
	switch {
	case size == 0:
		return false
	case r >= '0' && r <= '9':
		return n.arabic()
	case r == '零' || r == '〇':
		if n.has || n.zero {
			return false
		}
		n.zero = true
		n.at += size
		return true
	case chineseDigit(r) >= 0:
		return n.chinese(float64(chineseDigit(r)), size)
	}
	u, ok := unitOf(r)
	return ok && n.followed(r, size) && n.unit(u, size)
}

func (n *numeral) chinese(digit float64, size int) bool {
	if n.has {
		n.ambiguous = true
		return false
	}
	n.digit, n.has, n.long = digit, true, false
	n.at += size
	n.end = n.at
	return true
}

// arabic reads digits, with commas in groups of three and a fraction.
func (n *numeral) arabic() bool {
	value, size, whole := arabic(n.text[n.at:])
	if n.has || n.last > 0 && (!whole || value >= n.last) || size > maxNumeral {
		n.ambiguous = n.ambiguous || size > maxNumeral
		return false
	}
	n.digit, n.has, n.long = value, true, size > 1
	n.at += size
	n.end = n.at
	return true
}

func arabic(s string) (value float64, size int, whole bool) {
	for size < len(s) && isDigit(s[size]) {
		value = value*10 + float64(s[size]-'0')
		size++
	}
	for group := size <= 3; group && isGroup(s[size:]); size += 4 {
		value = value*1000 + float64(s[size+1]-'0')*100 + float64(s[size+2]-'0')*10 + float64(s[size+3]-'0')
	}
	if size+1 >= len(s) || s[size] != '.' || !isDigit(s[size+1]) {
		return value, size, true
	}
	fraction, scale := 0.0, 1.0
	for size++; size < len(s) && isDigit(s[size]); size++ {
		fraction = fraction*10 + float64(s[size]-'0')
		scale *= 10
	}
	return value + fraction/scale, size, false
}

// isGroup reports whether s begins with a comma and just three digits.
func isGroup(s string) bool {
	return len(s) >= 4 && s[0] == ',' && isDigit(s[1]) && isDigit(s[2]) && isDigit(s[3]) &&
		(len(s) == 4 || !isDigit(s[4]))
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// followed reports whether r can be a unit where it stands: a letter is one only
// right after Arabic digits, and if no word goes on behind it.
func (n *numeral) followed(r rune, size int) bool {
	if r != 'w' && r != 'k' {
		return true
	}
	next, _ := utf8.DecodeRuneInString(n.text[n.at+size:])
	return n.at > 0 && isDigit(n.text[n.at-1]) && (IsHan(next) || !unicode.IsLetter(next))
}

func (n *numeral) unit(u float64, size int) bool {
	if u < 1e4 {
		return n.smallUnit(u, size)
	}
	count := n.section
	if n.has {
		count += n.digit
	}
	switch {
	case u == 1e4 && count > 0 && !n.myriad:
		n.total += count * u
		n.myriad = true
	case u == 1e8 && n.total+count > 0 && n.total < 1e8:
		n.total = (n.total + count) * u
		n.myriad = false
	default:
		return false
	}
	n.section, n.low = 0, 0
	n.took(u, size)
	return true
}

// smallUnit takes 十, 百 or 千. 十 may stand without a digit: 十五.
func (n *numeral) smallUnit(u float64, size int) bool {
	if n.low > 0 && u >= n.low || !n.has && (u != 10 || n.section > 0) {
		return false
	}
	if !n.has {
		n.digit = 1
	}
	n.section += n.digit * u
	n.low = u
	n.took(u, size)
	return true
}

func (n *numeral) took(unit float64, size int) {
	n.last = unit
	n.digit, n.has, n.zero = 0, false, false
	n.at += size
	n.end = n.at
}

// result is the number read. A digit behind a unit counts the next lower one:
// 三万五 is 35000, 三万零五 is not.
func (n *numeral) result() (value float64, size int) {
	value = n.total + n.section + n.digit
	if n.has && n.last >= 100 && !n.zero && !n.long {
		value += n.digit * (n.last/10 - 1)
	}
	switch {
	case n.ambiguous:
		return 0, 0
	case n.end == 0 && n.zero:
		return 0, n.at
	}
	// 1.2亿 is no more exact than a hundredth of a fen.
	return math.Round(value*1e4) / 1e4, n.end
}

func unitOf(r rune) (float64, bool) {
	switch r {
	case '十', '拾':
		return 10, true
	case '百', '佰':
		return 100, true
	case '千', '仟', 'k':
		return 1000, true
	case '万', 'w':
		return 1e4, true
	case '亿':
		return 1e8, true
	}
	return 0, false
}

// The digits 0 to 9 in Chinese, and as they are written on cheques; 〇 and 两 are
// other ways to write two of them.
const (
	chineseDigits   = "零一二三四五六七八九"
	financialDigits = "零壹贰叁肆伍陆柒捌玖"
)

func chineseDigit(r rune) int {
	switch r {
	case '〇':
		return 0
	case '两':
		return 2
	}
	for _, digits := range []string{chineseDigits, financialDigits} {
		if i := strings.IndexRune(digits, r); i >= 0 {
			return i / len("零")
		}
	}
	return -1
}
