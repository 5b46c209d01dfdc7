package search

import (
	"slices"
	"strings"

	"anju/generator/hanzi"
)

// The bounds of a query. What is beyond them is left out.
const (
	MaxRunes = 128 // characters
	MaxWords = 16  // pieces between spaces, punctuation and changes of script
	maxTerms = 40  // distinct terms; fewer than 64, for a set of them is a word of bits
)

// questionPhrases ask and find nothing: a run of Han characters is cut at them.
// Longer ones stand before those that they begin with.
var questionPhrases = folded(
	"什么时候", "怎么样", "怎么办", "有没有", "能不能", "可不可以", "为什么",
	"怎么", "怎样", "如何", "请问", "什么", "哪里", "哪儿", "哪些", "哪个",
	"多少", "多久", "是否", "能否", "最新", "官网", "吗", "呢", "吧",
)

// howPhrases ask for a way, and wayVerbs name it: 人才公寓怎么申请 asks about
// 人才公寓, and 申请 says which of its pages is the best, not which is one.
var (
	howPhrases = folded("怎么", "如何", "怎样")
	wayVerbs   = folded("申请", "申领", "申报", "办理", "领取", "查询")
)

// functionRunes are characters that carry grammar. A bigram of two of them is
// left out of a query, and a run may match without them.
var functionRunes = hanzi.FoldString("的了吗呢吧啊是在有和与及或就都也把被给让向从到为对于我你您他她它们这那哪谁何什么怎能可以要想会请问很")

func folded(words ...string) []string {
	for i, w := range words {
		words[i] = hanzi.FoldString(w)
	}
	return words
}

// phrase is the text of a query, understood.
type phrase struct {
	compact string // all of it, to compare with titles and numbers
	words   []queryWord
	terms   []string       // distinct, at most maxTerms
	index   map[string]int // term → its place in terms
}

// queryWord is a piece of the query that wants to be matched as a whole.
type queryWord struct {
	cover    [][]int // per character that counts, the terms that cover it
	optional bool    // it only ranks
}

// piece is a stretch of the query's text on its way to become a word.
type piece struct {
	text     string
	optional bool
}

// understand folds and bounds the text of a query and cuts it into words. What
// only asks is left out, unless nothing else is there.
func understand(text string) phrase {
	text = hanzi.FoldString(firstRunes(text, MaxRunes))
	text = firstRunes(text, MaxRunes) // folding can make text longer
	p := phrase{compact: compact(text), index: make(map[string]int)}
	p.add(pieces(text, questionPhrases), false)
	if len(p.words) == 0 {
		p.add(pieces(text, nil), true)
	}
	return p
}

func firstRunes(s string, n int) string {
	for i := range s {
		if n--; n < 0 {
			return s[:i]
		}
	}
	return s
}

// pieces are the runs of s, those of Han characters cut at the phrases given.
func pieces(s string, phrases []string) []piece {
	var out []piece
	for start, end := range runs(s) {
		out = append(out, split(s[start:end], phrases)...)
	}
	out = out[:min(len(out), MaxWords)]
	if !slices.ContainsFunc(out, func(p piece) bool { return !p.optional }) {
		for i := range out {
			out[i].optional = false
		}
	}
	return out
}

func split(run string, phrases []string) []piece {
	var out []piece
	start := 0
	for i := range run {
		if i < start { // inside a phrase that was cut out
			continue
		}
		phrase := prefix(run[i:], phrases)
		if phrase == "" {
			continue
		}
		out = append(out, piece{text: run[start:i]})
		start = i + len(phrase)
		if slices.Contains(howPhrases, phrase) {
			verb := prefix(run[start:], wayVerbs)
			out = append(out, piece{verb, true})
			start += len(verb)
		}
	}
	out = append(out, piece{text: run[start:]})
	return slices.DeleteFunc(out, func(p piece) bool { return p.text == "" })
}

// prefix is the first of the phrases that s begins with, or "".
func prefix(s string, phrases []string) string {
	for _, p := range phrases {
		if strings.HasPrefix(s, p) {
			return p
		}
	}
	return ""
}

// add takes pieces as words of the query, without those of function characters
// alone unless all are wanted.
func (p *phrase) add(pieces []piece, all bool) {
	for _, piece := range pieces {
		w := queryWord{optional: piece.optional}
		if runes := []rune(piece.text); classOf(runes[0]) == han {
			w.cover = p.hanCover(runes, all)
		} else if t, ok := p.term(cut(piece.text)); ok {
			w.cover = [][]int{{t}}
		}
		if len(w.cover) > 0 {
			p.words = append(p.words, w)
		}
	}
}

// hanCover makes terms of a run of Han characters and returns which of them
// cover each character that counts.
func (p *phrase) hanCover(runes []rune, all bool) (out [][]int) {
	counts := func(r rune) bool { return all || !strings.ContainsRune(functionRunes, r) }
	cover := make([][]int, len(runes))
	size := min(2, len(runes))
	for i := range len(runes) - size + 1 {
		gram := runes[i : i+size]
		if !slices.ContainsFunc(gram, counts) {
			continue
		}
		if t, ok := p.term(string(gram)); ok {
			for j := range gram {
				cover[i+j] = append(cover[i+j], t)
			}
		}
	}
	for i, terms := range cover {
		if counts(runes[i]) && len(terms) > 0 {
			out = append(out, terms)
		}
	}
	return out
}

// term is the place of t among the terms, unless there are too many.
func (p *phrase) term(t string) (int, bool) {
	if i, ok := p.index[t]; ok {
		return i, true
	}
	if len(p.terms) == maxTerms {
		return 0, false
	}
	p.index[t] = len(p.terms)
	p.terms = append(p.terms, t)
	return p.index[t], true
}

// matches reports whether the terms in the set found match w: every character
// that counts stands in a bigram found. So 人才公寓申请 is matched by a text with
// 人才公寓 and 申请 apart, though not with 寓申; and 租房补贴 is not matched by
// one with 购房补贴 alone, though that has two of its three bigrams.
func (w queryWord) matches(found uint64) bool {
	for _, terms := range w.cover {
		if !slices.ContainsFunc(terms, func(t int) bool { return found&(1<<t) != 0 }) {
			return false
		}
	}
	return true
}
