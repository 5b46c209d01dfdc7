package author

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"anju/generator/hanzi"
)

// bodies are how names of organisations end.
var bodies = regexp.MustCompile(`人民政府|办公室|委员会|组织部|人才办|有限公司|集团|公司|研究院|中心|大学|学院|银行|[局厅]`)

// noBody is the end of words that end like a body and are none.
var noBody = regexp.MustCompile(`(?:[大格布结全]局|[大餐展音]厅|共享办公室)$`)

// breaks are characters that seldom stand in the name of an organisation and
// often before it.
const breaks = "在与和由对把将向的了是有为从以等及至给让被于来到着到请找说后"

// joined is the beginning of names of offices that hold a 和.
var joined = regexp.MustCompile(`(?:人力资源|住房|发展|工业|规划|自然资源|文化|教育)和$`)

// starts are what names of organisations often begin with.
var starts = regexp.MustCompile(`省委|市委|区委|县委|中共|国家|江苏|[一-龥]{2}(?:省|市|区|县)`)

// maxOrganisation is how many characters are looked at before such an end.
const maxOrganisation = 16

// organisations finds what may be names of organisations, as offsets: where
// they begin is a guess, which a person checks.
func organisations(sentence string) (found [][2]int) {
	for _, m := range bodies.FindAllStringIndex(sentence, -1) {
		next, _ := utf8.DecodeRuneInString(sentence[m[1]:])
		if strings.ContainsRune("面长部", next) || noBody.MatchString(tail(sentence[:m[1]])) {
			continue
		}
		start := beginning(sentence, m[0])
		if n := utf8.RuneCountInString(sentence[start:m[1]]); n < 4 {
			continue
		}
		if n := len(found); n > 0 && found[n-1][1] > start { // 有限公司 within a longer name
			start = min(start, found[n-1][0])
			found = found[:n-1]
		}
		found = append(found, [2]int{start, m[1]})
	}
	return found
}

// tail is the end of text, long enough for a word: what stands before it costs
// no time.
func tail(text string) string { return text[max(0, len(text)-24):] }

// beginning is where a name may begin whose end is at end.
func beginning(sentence string, end int) int {
	start := end
	for n := 0; n < maxOrganisation && start > 0; n++ {
		r, size := utf8.DecodeLastRuneInString(sentence[:start])
		if !hanzi.IsHan(r) || strings.ContainsRune(breaks, r) && !joined.MatchString(tail(sentence[:start])) {
			break
		}
		start -= size
	}
	if m := starts.FindStringIndex(sentence[start:end]); m != nil {
		return start + m[0]
	}
	return start
}
