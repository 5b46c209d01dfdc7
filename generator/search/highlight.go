package search

import (
	"html"
	"strings"

	"anju/generator/hanzi"
)

// marker finds the terms of a query in text that people read.
type marker struct {
	matches *matches // nil where there is no text to look for
	words   map[string]int
	grams   map[[2]rune]int // Han; of a query of one character the second is 0
	begins  [256]bool       // the low bytes of the characters that words and grams begin with
	single  bool            // the query is one character: then, and only then, mark single ones
}

func newMarker(p phrase, m *matches) *marker {
	k := &marker{matches: m, words: make(map[string]int), grams: make(map[[2]rune]int)}
	if m == nil {
		return k
	}
	k.single = len(p.terms) == 1 && isSingle(p.terms[0])
	for t, term := range p.terms {
		runes := []rune(term)
		k.begins[byte(runes[0])] = true
		switch {
		case hanzi.ClassOf(runes[0]) == hanzi.Word:
			k.words[term] = t
		case len(runes) == 2:
			k.grams[[2]rune(runes)] = t
		case k.single:
			k.grams[[2]rune{runes[0]}] = t
		}
	}
	return k
}

// span is a stretch of runes of a folded text where a term of the query stands.
type span struct{ from, to, term int }

// spans are the places of the terms in a folded text, in order; they may
// overlap. Most characters begin no term, which begins tells sooner than a look
// into words or grams; a stem begins as its word does.
func (k *marker) spans(f hanzi.Folded) (out []span) {
	if len(k.words)+len(k.grams) == 0 {
		return nil
	}
	for i := 0; i < len(f.Text); {
		c, end := hanzi.ClassOf(f.Text[i]), i+1
		for end < len(f.Text) && hanzi.ClassOf(f.Text[end]) == c {
			end++
		}
		switch {
		case c == hanzi.Word && k.begins[byte(f.Text[i])]:
			if t, ok := k.words[stem(cut(string(f.Text[i:end])))]; ok {
				out = append(out, span{i, end, t})
			}
		case c == hanzi.Han:
			out = k.gramSpans(out, f.Text, i, end)
		}
		i = end
	}
	return out
}

// gramSpans adds the places in the run of Han characters text[from:to].
func (k *marker) gramSpans(out []span, text []rune, from, to int) []span {
	size := 2
	if k.single {
		size = 1
	}
	for i := from; i+size <= to; i++ {
		if !k.begins[byte(text[i])] {
			continue
		}
		gram := [2]rune{text[i]}
		if !k.single {
			gram[1] = text[i+1]
		}
		if t, ok := k.grams[gram]; ok {
			out = append(out, span{i, i + size, t})
		}
	}
	return out
}

// all marks a text from end to end.
func (k *marker) all(s string) string {
	f := hanzi.Fold(s)
	return markup(s, f, k.spans(f), 0, len(s))
}

// markup escapes s[from:to] and puts <mark> around the spans in it. What stands
// in the marks is cut from s, in its own glyphs; spans that touch or overlap
// make one mark.
func markup(s string, f hanzi.Folded, spans []span, from, to int) string {
	var b strings.Builder
	at := from
	for i := 0; i < len(spans); {
		start, end := int(f.Start[spans[i].from]), int(f.End[spans[i].to-1])
		for i++; i < len(spans) && int(f.Start[spans[i].from]) <= end; i++ {
			end = max(end, int(f.End[spans[i].to-1]))
		}
		start, end = max(start, from), min(end, to)
		if start >= end {
			continue
		}
		b.WriteString(html.EscapeString(s[at:start]))
		b.WriteString("<mark>" + html.EscapeString(s[start:end]) + "</mark>")
		at = end
	}
	b.WriteString(html.EscapeString(s[at:to]))
	return b.String()
}
