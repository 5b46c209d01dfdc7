package lexicon

import (
	"strings"
	"unicode/utf8"

	"anju/generator/hanzi"
)

// span is a piece of folded text and what it is read as.
type span struct {
	start, end int
	role       role
	entry      *entry  // of a name, phrase or filter; nil for loose text
	kind       Kinds   // of a filter, 0 for what stays words
	left       Kinds   // of the filter that it would be, were that read
	number     *Number // of a document number, which stays words
	figure     *figure
	measure    measure // of figure
	verb       int     // where the verb of a how phrase begins, 0 if there is none
}

// filter reports whether s is read as a filter.
func (s span) filter() bool { return s.kind != 0 }

// stays reports whether s is read as a filter and as a word, too.
func (s span) stays() bool { return s.filter() && s.entry != nil && s.entry.part }

// The costs of a path. A character left over counts more than any two pieces,
// so that 硕士生活补贴 is 硕士 and 生活补贴, not 硕士生 and some rest.
const (
	costOfRune = 10
	costOfSpan = 2
	costOfName = 1
)

func (s span) cost() int {
	if s.role == name || s.filter() {
		return costOfName
	}
	return costOfSpan
}

// path is the cheapest way to read t: the spans, one after the other.
func (r *Reader) path(t *text, kinds Kinds) []span {
	n := len(t.folded)
	cost := make([]int, n+1)
	best := make([]span, n)
	number, numbered := t.number()
	for i := n; i > 0; {
		_, size := utf8.DecodeLastRuneInString(t.folded[:i])
		i -= size
		cost[i], best[i] = cost[i+size], span{start: i, end: i + size}
		if hanzi.ClassOf(t.at(i)) != hanzi.Separator {
			cost[i] += costOfRune
		}
		if numbered && i == number.start {
			cost[i], best[i] = cost[number.end], number
			continue
		}
		crosses := func(end int) bool { return numbered && i < number.end && end > number.start }
		r.spans(t, i, kinds, func(s span) {
			if c := s.cost() + cost[s.end]; c < cost[i] && !crosses(s.end) {
				cost[i], best[i] = c, s
			}
		})
	}
	return join(best)
}

// join follows the best spans from the beginning, those of loose text in one.
func join(best []span) (out []span) {
	for i := 0; i < len(best); i = best[i].end {
		s := best[i]
		if last := len(out) - 1; last >= 0 && s.loose() && out[last].loose() {
			out[last].end = s.end
			continue
		}
		out = append(out, s)
	}
	return out
}

func (s span) loose() bool { return s.entry == nil && s.number == nil && s.kind == 0 }

// spans calls found for what can be read from i on, besides loose text.
func (r *Reader) spans(t *text, i int, kinds Kinds, found func(span)) {
	filter := func(s span) {
		if kinds&s.kind != 0 {
			if !s.stays() && strings.HasPrefix(t.folded[s.end:], "的") {
				s.end += len("的")
			}
			found(s)
		}
	}
	if hanzi.ClassOf(t.at(i)) == hanzi.Separator && !figureStarts[t.at(i)] {
		return
	}
	r.words.each(t, i, func(e *entry, end int) {
		s := span{start: i, end: end, role: e.role, entry: e}
		switch e.role {
		case name:
			r.nameSpan(t, s, kinds, found, filter)
		case status:
			if s.kind = Statuses; r.statusAt(t, e, i, end) {
				filter(s)
			}
		case aspect, side:
			found(s)
		default:
			r.phraseSpans(t, s, found)
		}
	})
	r.staySpans(t, i, kinds, found, filter)
	if s, ok := r.year(t, i); ok {
		filter(s)
	}
	if f, ok := t.figure(i); ok {
		r.figureSpan(t, i, f, kinds, found, filter)
	}
}

// figureSpan finds the figure f at i: a filter, or a word if it is a size and
// not read as one.
func (r *Reader) figureSpan(t *text, i int, f figure, kinds Kinds, found, filter func(span)) {
	switch of := r.measure(t, i, f); {
	case of != unsure && kinds&Amounts != 0:
		filter(span{start: i, end: f.end, figure: f.clone(), measure: of, kind: Amounts})
	case numberStarts[t.at(i)]:
		if e := r.size(f); e != nil {
			found(span{start: i, end: f.end, role: name, entry: e})
		}
	}
}

// nameSpan finds a name of the lexicon: a filter, or a word if it is of none or
// that is not certain.
func (r *Reader) nameSpan(t *text, s span, kinds Kinds, found, filter func(span)) {
	end, ok := s.end, true
	switch s.entry.kind {
	case Cities:
		if ok = r.isCity(t, s.start, s.end); s.entry.part {
			end, ok = t.town(s.end), ok && r.isPart(t, s.start, s.end)
		}
	case Degrees:
		end, ok = t.degree(s.start, s.end)
	}
	switch kind := s.entry.kind; {
	case !ok:
	case kind == 0, t.denied(s.start), kind == Degrees && prefix(t.folded[s.end:], orMore) != "":
		found(s)
	case kinds&kind == 0:
		s.left = kind
		found(s)
	default:
		s.end, s.kind = end, kind
		filter(s)
	}
}

// phraseSpans finds what asks, with the verb that it may ask about.
func (r *Reader) phraseSpans(t *text, s span, found func(span)) {
	switch {
	case s.role == how:
		s = t.withVerb(s)
	case s.role == modal && !strings.ContainsRune(notModal, t.before(s.start)):
		if s = t.withVerb(s); s.verb == 0 {
			return
		}
	case s.role == modal,
		s.role == extent && strings.ContainsRune(notExtent, t.before(s.start)),
		s.role == particle && hanzi.ClassOf(t.at(s.end)) != hanzi.Separator,
		s.role == article && !t.article(s.start, s.end):
		return
	}
	found(s)
}

// withVerb is the phrase s with the verb behind it, if there is one.
func (t *text) withVerb(s span) span {
	c := cursor{t, s.end}
	if c.take(wayVerbs) {
		s.verb = c.at - len(strings.TrimLeft(t.folded[s.end:c.at], " "))
		s.end = c.at
	}
	return s
}

// article reports whether the word from start to end is no name of a class: a
// word follows, and none that classes have stands before.
func (t *text) article(start, end int) bool {
	rest := strings.TrimLeft(t.folded[end:], " ")
	if rest == t.folded[end:] || rest == "" || hanzi.ClassOf([]rune(rest)[0]) != hanzi.Word {
		return false
	}
	return !endsWith(strings.TrimRight(t.folded[:start], " "), classes)
}
