package hanzi

import "strings"

// Simplified is s in simplified characters, for reading: unlike Fold it keeps
// width and case, and minds the characters that both scripts use. 著 stays in
// 著名 and becomes 着 in 沿着. Text without a character that only the
// traditional script has is left as it is: its 著 and 乾 are meant.
func Simplified(s string) string {
	source := []rune(s)
	if !isTraditional(source) {
		return s
	}
	plain := make([]rune, len(source))
	for i, r := range source {
		plain[i] = simplify(r)
	}
	var out strings.Builder
	out.Grow(len(s))
	for i, r := range source {
		switch usual, ambiguous := shared[r]; {
		case !ambiguous:
			out.WriteRune(plain[i])
		case isKept(plain, i, r):
			out.WriteRune(r)
		default:
			out.WriteRune(usual)
		}
	}
	return foreign.Replace(out.String())
}

// isTraditional reports whether text holds a character that is in use in the
// traditional script alone.
func isTraditional(text []rune) bool {
	for _, r := range text {
		if _, both := shared[r]; !both && simplify(r) != r {
			return true
		}
	}
	return false
}

// shared are the characters of traditional text that simplified text has too,
// with what they become outside the words of kept; themselves where the search
// alone takes them for another.
var shared = map[rune]rune{
	'著': '着', '乾': '干', '瞭': '了', '藉': '借', '於': '于', '後': '后', '徵': '征',
	'夥': '伙', '麽': '么', '摺': '折', '菸': '烟', '甚': '甚',
	'吒': '吒', '拚': '拚', '捱': '捱', '榘': '榘', '薹': '薹', '袷': '袷', '醣': '醣', '麴': '麴',
}

// kept are the words, in simplified characters, in which a shared character
// stays what it is.
var kept = map[rune][]string{
	'著': words(`著名 著作 著述 著称 著书 著者 著录 著文 著有 显著 昭著 卓著 较著 名著 专著 论著 原著 译著 编著
		巨著 遗著 合著 土著 所著 撰著 主著 旧著 新著 拙著 大著`),
	'乾': words("乾坤 乾隆 乾元 乾县 乾陵 乾安 乾卦 康乾 雍乾"),
	'瞭': words("瞭望 瞭哨"),
	'藉': words("慰藉 狼藉 枕藉 蕴藉 藉藉 藉田"),
	'於': words("於菟 於潜"),
	'徵': words("宫商角徵 徵调式 徵音 变徵"),
}

// going are verbs after which 著 is never part of the word that follows it:
// 沿着名胜 is not about fame.
const going = "沿随隨跟朝顺順带帶拿抱握看望接围圍伴"

func words(list string) []string { return strings.Fields(list) }

// isKept reports whether r, which stands at i of a text made simple, stays as
// it is for the word that it is in.
func isKept(plain []rune, i int, r rune) bool {
	if r == '著' && i > 0 && strings.ContainsRune(going, plain[i-1]) {
		return false
	}
	for _, word := range kept[r] {
		letters := []rune(word)
		for at, letter := range letters {
			if letter == r && stands(plain, i-at, letters) {
				return true
			}
		}
	}
	return false
}

// stands reports whether word stands at start of a text made simple, which
// holds the simple forms of shared characters.
func stands(plain []rune, start int, word []rune) bool {
	if start < 0 || start+len(word) > len(plain) {
		return false
	}
	for i, r := range word {
		if plain[start+i] != simplify(r) {
			return false
		}
	}
	return true
}

// foreign leads words that are written with other characters, not with simpler
// ones, to those of the mainland.
var foreign = strings.NewReplacer("甚么", "什么", "彷佛", "仿佛", "计画", "计划", "规画", "规划", "策画", "策划")
