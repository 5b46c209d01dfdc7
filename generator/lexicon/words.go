package lexicon

import (
	"slices"
	"strings"
	"unicode/utf8"

	"anju/generator/hanzi"
)

// words are what is to be looked for of the spans, at most MaxWords. If all of
// it only asks, or no more than single characters are left, the whole text is
// looked for where wanted.
func (t *text) words(path []span, wanted bool) []Word {
	l := list{t: t, end: -1}
	for i, s := range path {
		l.next = loose
		if i+1 < len(path) {
			l.next = path[i+1].role
		}
		l.span(s)
		l.last = s.role
	}
	if wanted && !slices.ContainsFunc(l.words, func(w Word) bool { return !isHanCharacter(w.Text) }) {
		asks := len(l.words) == 0
		l = list{t: t, end: -1}
		for start, end := range hanzi.Runs(t.folded) {
			if asks || !idle(t.folded[start:end]) {
				l.add(start, end, Word{})
			}
		}
	}
	if !slices.ContainsFunc(l.words, func(w Word) bool { return !w.Optional }) {
		for i, w := range l.words {
			l.words[i].Optional = w.Kind != 0 // the filter is enough
		}
	}
	return l.words
}

func isHanCharacter(s string) bool {
	r, size := utf8.DecodeRuneInString(s)
	return size == len(s) && hanzi.ClassOf(r) == hanzi.Han
}

// list is a list of words in the making.
type list struct {
	t     *text
	words []Word
	end   int // of the last word

	last, next role // of the spans before and after
}

func (l *list) span(s span) {
	switch {
	case s.gone():
	case s.number != nil:
		l.t.numberWords(s.start, s.end, func(start, end int, optional bool) { l.add(start, end, Word{Optional: optional}) })
	case s.loose() && l.continues(s):
		last := &l.words[len(l.words)-1]
		last.Text, l.end = last.Text+l.t.folded[s.start:s.end], s.end
	case s.loose():
		for start, end := range hanzi.Runs(l.t.folded[s.start:s.end]) {
			l.run(s, s.start+start, s.start+end)
		}
	case s.verb > 0:
		l.add(s.verb, s.end, Word{Optional: true})
	case s.role == name:
		l.add(s.start, s.end, Word{
			Text: s.entry.text, Synonyms: s.entry.synonyms, Related: s.entry.related, Known: true,
			Optional: s.stays(), Kind: s.kind | s.left,
		})
	case s.role == aspect:
		l.add(s.start, s.end, Word{})
	case s.role == side:
		l.add(s.start, s.end, Word{Optional: true})
	}
}

// run adds the run from start to end of the loose span s, if it says something.
func (l *list) run(s span, start, end int) {
	if start == s.start && l.last != loose {
		start = end - len(strings.TrimPrefix(l.t.folded[start:end], "的"))
	}
	if !idle(l.t.folded[start:end]) && !l.crumb(s, start, end) {
		l.add(start, end, Word{})
	}
}

// crumb reports whether the run from start to end in s is one character beside
// a phrase that asks. The other half of its word stands in the phrase: 可以申.
// The unit of a number is none: 万 in 10万以上.
func (l *list) crumb(s span, start, end int) bool {
	cut := start == s.start && l.last.asks() || end == s.end && l.next.asks()
	unit := isFigure(l.t.before(start)) && strings.ContainsRune(numberUnits, l.t.at(start))
	return cut && !unit && isHanCharacter(l.t.folded[start:end])
}

// numberUnits stand behind figures.
const numberUnits = "百千万亿"

// continues reports whether s is one character that goes on with the aspect word
// before it: 申请表.
func (l *list) continues(s span) bool {
	text := l.t.folded[s.start:s.end]
	return (l.last == aspect || l.last == side) && l.end == s.start && isHanCharacter(text) && !idle(text)
}

// add takes w, which stands from start to end, as typed if it has no text.
func (l *list) add(start, end int, w Word) {
	if len(l.words) == MaxWords {
		return
	}
	if w.Text == "" {
		w.Text = l.t.folded[start:end]
	}
	w.Joined = l.end == start
	w.Synonyms, w.Related = slices.Clone(w.Synonyms), slices.Clone(w.Related)
	l.words = append(l.words, w)
	l.end = end
}
