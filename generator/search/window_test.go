package search

import (
	"testing"

	"pgregory.net/rapid"

	"anju/generator/hanzi"
)

// TestWindow holds the window that moves on against one looked for anew.
func TestWindow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.RuneFrom([]rune("公寓申请，a ㎡")), 0, 400, -1).Draw(t, "text")
		p := passage{text: text, folded: hanzi.Fold(text)}
		p.spans = everything("公寓 寓申 请公 a").spans(p.folded)
		w := window{passage: &p}
		for i := 0; i < len(p.spans); i += rapid.IntRange(1, 5).Draw(t, "step") {
			w.move(i)
			if want := termsFrom(&p, i); w.terms != want {
				t.Fatalf("from span %d of %q the terms are %b, want %b", i, text, w.terms, want)
			}
		}
	})
}

// termsFrom are the terms of the window that begins with span i.
func termsFrom(p *passage, i int) (terms uint64) {
	end, cells := p.spans[i].from, 0
	for end < len(p.folded.Text) && cells < snippetCells-leadCells {
		cells += hanzi.Width(p.folded.Text[end])
		end++
	}
	for _, s := range p.spans[i:] {
		if s.to <= end {
			terms |= 1 << s.term
		}
	}
	return terms
}
