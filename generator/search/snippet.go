package search

import (
	"cmp"
	"math/bits"
	"net/url"
	"slices"
	"strings"

	"anju/generator/hanzi"
)

// The sizes of a snippet, in cells: a Han character takes two, a letter one.
const (
	snippetCells = 180 // the window
	leadCells    = 40  // at most so much before the first match
	tailCells    = 60  // so much of the end may go to end with a sentence
)

// maxSections is how many passages of a hit are shown.
const maxSections = 3

// headingBonus is what a match in a heading counts more than in a text.
const headingBonus = 1.5

// passage is the best window of a text.
type passage struct {
	text   string
	folded hanzi.Folded
	spans  []span
	first  int     // the span that the window begins with
	worth  float64 // idf of the distinct terms in the window
}

// passage finds the window with the rarest terms, the earliest of equals.
func (k *marker) passage(text string) passage {
	p := passage{text: text, folded: hanzi.Fold(text)}
	p.spans = k.spans(p.folded)
	w := window{passage: &p}
	for i, s := range p.spans {
		if i > 0 && s.from < p.spans[i-1].to {
			continue // inside a stretch that was looked at from its begin
		}
		w.move(i)
		if worth := k.worth(w.terms); worth > p.worth {
			p.first, p.worth = i, worth
		}
	}
	return p
}

// worth is the idf of a set of terms.
func (k *marker) worth(terms uint64) float64 {
	sum := 0.0
	for ; terms != 0; terms &= terms - 1 {
		sum += k.matches.idf[bits.TrailingZeros64(terms)]
	}
	return sum
}

// passages are the best of the summary, at 0, and of each section.
func (k *marker) passages(t Text) []passage {
	out := make([]passage, 0, 1+len(t.Sections))
	out = append(out, k.passage(t.Summary))
	for _, s := range t.Sections {
		out = append(out, k.passage(s.Text))
	}
	return out
}

// snippet is the best of the passages: the first that says anything where
// nothing matched.
func snippet(passages []passage) string {
	best := &passages[0]
	for i := range passages {
		if p := &passages[i]; p.worth > best.worth || best.text == "" {
			best = p
		}
	}
	return best.html()
}

// sections are up to three passages under headings of their own that match,
// best first, of equals in the order of the page.
func (k *marker) sections(t Text, passages []passage) []SectionHit {
	worth := make([]float64, len(t.Sections))
	var order []int
	for i, s := range t.Sections {
		var heading uint64
		for _, span := range k.spans(hanzi.Fold(s.Title)) {
			heading |= 1 << span.term
		}
		worth[i] = passages[i+1].worth + headingBonus*k.worth(heading)
		if s.Anchor != "" && worth[i] > 0 {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(worth[b], worth[a]) })
	var hits []SectionHit
	for _, i := range order[:min(len(order), maxSections)] {
		link := t.URL + t.Sections[i].Page + (&url.URL{Fragment: t.Sections[i].Anchor}).String()
		hits = append(hits, SectionHit{t.Sections[i].Title, link, passages[i+1].html()})
	}
	return hits
}

// html cuts the passage out, at sentences or clauses where they are near, and
// marks it. An ellipsis stands where text was left off.
func (p *passage) html() string {
	start := 0
	if len(p.spans) > 0 {
		start = p.start(p.spans[p.first].from)
	}
	end := p.end(start)
	from, to := p.offset(start), p.offset(end)
	out := strings.TrimSpace(markup(p.text, p.folded, p.spans, from, to))
	if start > 0 {
		out = "…" + out
	}
	if end < len(p.folded.Text) {
		out += "…"
	}
	return out
}

// offset is the byte at which rune i of the folded text begins in the source.
func (p *passage) offset(i int) int {
	if i == len(p.folded.Text) {
		return len(p.text)
	}
	return int(p.folded.Start[i])
}

// start goes back from the first match to the begin of its sentence, else of a
// clause, else to a few words before.
func (p *passage) start(match int) int {
	clause, cells := -1, 0
	for i := match; i > 0; i-- {
		r := p.folded.Text[i-1]
		if endsSentence(r) {
			return i
		}
		if clause < 0 && endsClause(r) {
			clause = i
		}
		if cells += hanzi.Width(r); cells > leadCells {
			if clause >= 0 {
				return clause
			}
			return i
		}
	}
	return 0
}

// end goes on from the start as far as fits, then back to the end of a
// sentence, else of a clause, if one is near.
func (p *passage) end(start int) int {
	text := p.folded.Text
	end, cells := start, 0
	for end < len(text) && cells < snippetCells {
		cells += hanzi.Width(text[end])
		end++
	}
	if end == len(text) {
		return end
	}
	clause := 0
	for i, back := end, 0; i > start && back < tailCells; i-- {
		if endsSentence(text[i-1]) {
			return i
		}
		if clause == 0 && endsClause(text[i-1]) {
			clause = i
		}
		back += hanzi.Width(text[i-1])
	}
	return cmp.Or(clause, end)
}

// Folded text has the halfwidth forms of most punctuation.
func endsSentence(r rune) bool { return strings.ContainsRune("。!?\n", r) }

func endsClause(r rune) bool { return strings.ContainsRune(",;:、 ", r) }
