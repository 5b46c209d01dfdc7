package strictyaml

import (
	"math/big"
	"regexp"
	"strings"
)

// plainDigits turns what Chinese keyboards give for a number into plain signs,
// and leaves out what only parts its digits.
var plainDigits = strings.NewReplacer(
	"０", "0", "１", "1", "２", "2", "３", "3", "４", "4", "５", "5", "６", "6", "７", "7", "８", "8", "９", "9",
	"．", ".", "￥", "", "¥", "", " ", "", "\u3000", "")

// numberInWords is a number as people write it: 1,800, 0.08万, 800元. What says
// more than one number, as 800元以上 or 1万元/月, is none; nor is a time whose
// unit may not be that of the field, as 2年.
var numberInWords = regexp.MustCompile(`^([0-9]{1,3}(?:[,，][0-9]{3})+|[0-9]{1,12})(\.[0-9]{1,6})?([千万亿]?)(?:元|块|套|间|处|名|人|个|户|家|平方米|㎡|米|分钟|个月|次)?$`)

// units are what the words behind a number multiply it by.
var units = map[string]int64{"": 1, "千": 1e3, "万": 1e4, "亿": 1e8}

// numberMeant is the number that text writes in another way than YAML has it.
// ok is false where that is not sure, or where it has to be whole and is not. A
// decimal may have its unit in another field: 1.5万 may be 15000 there, or 1.5.
func numberMeant(text string, isFloat bool) (meant string, ok bool) {
	m := numberInWords.FindStringSubmatch(plainDigits.Replace(text))
	if m == nil || isFloat && m[3] != "" {
		return "", false
	}
	whole := strings.NewReplacer(",", "", "，", "").Replace(m[1])
	x, ok := new(big.Rat).SetString(whole + m[2])
	if !ok {
		return "", false
	}
	x.Mul(x, new(big.Rat).SetInt64(units[m[3]]))
	switch {
	case x.IsInt():
		return x.Num().String(), true
	case !isFloat:
		return "", false
	}
	return strings.TrimRight(x.FloatString(6), "0"), true
}
