package hanzi

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/mozillazg/go-pinyin"
)

// marked are the letters of pinyin that bear the mark of a tone, or are ü.
const marked = "āáǎàēéěèêīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿ"

// gloss matches brackets, half or full width, that hold nothing but letters
// which pinyin has, behind at least one Han character.
var gloss = regexp.MustCompile(`(\p{Han}+)([(（])([a-zA-Z` + marked + `' ·]{1,40})([)）])`)

// syllable has the form of a syllable of pinyin.
var syllable = regexp.MustCompile(`^[bpmfdtnlgkhjqxrzcsyw]?h?[aeiouv]{0,3}(?:n|ng|r)?$`)

// WithoutReadings takes out the readings in pinyin that stand in brackets behind
// the characters they belong to, as in 關(guān)注 and 社區（shè qū）, and counts
// them. Other brackets stay: (APP), (C30), （以下简称）. Without tones letters
// count as a reading only where the character before them is read so.
func WithoutReadings(s string) (string, int) {
	count := 0
	s = gloss.ReplaceAllStringFunc(Compose(s), func(match string) string {
		m := gloss.FindStringSubmatch(match)
		if !reads([]rune(m[1]), strings.Fields(strings.ToLower(m[3]))) {
			return match
		}
		count++
		return m[1]
	})
	return s, count
}

// reads reports whether syllables are how the end of han is read.
func reads(han []rune, syllables []string) bool {
	if len(syllables) == 0 || len(syllables) > len(han) {
		return false
	}
	for i, s := range syllables {
		r := han[len(han)-len(syllables)+i]
		if !readAs(r, toneless(s)) && !(strings.ContainsAny(s, marked) && syllable.MatchString(toneless(s))) {
			return false
		}
	}
	return true
}

// readAs reports whether a dictionary knows the syllable, without its tone, as
// a reading of r, or of its simplified form.
func readAs(r rune, plain string) bool {
	for _, r := range []rune{r, simplify(r)} {
		for known := range strings.SplitSeq(pinyin.PinyinDict[int(r)], ",") {
			if utf8.RuneCountInString(known) > 0 && toneless(known) == plain {
				return true
			}
		}
	}
	return false
}
