package search

import "anju/generator/hanzi"

// window is what is shown of a text if a snippet begins with a span, as far as
// it fits. It only moves on, so that it passes over a text once, however many
// matches there are.
type window struct {
	*passage
	first, next int     // the spans in it, and the one behind
	from, end   int     // its runes
	cells       int     // their width
	count       [64]int // how often each term is in it
	terms       uint64  // those that are, as bits
}

// move goes on to the window that begins with span i.
func (w *window) move(i int) {
	for ; w.first < i; w.first++ {
		if w.first < w.next {
			w.drop(w.spans[w.first].term)
		}
	}
	w.next = max(w.next, i) // a span may be wider than a window
	w.slide(w.spans[i].from)
	for w.next < len(w.spans) && w.spans[w.next].to <= w.end {
		w.take(w.spans[w.next].term)
		w.next++
	}
}

// slide puts the ends in place.
func (w *window) slide(from int) {
	text := w.folded.Text
	for ; w.from < min(from, w.end); w.from++ {
		w.cells -= hanzi.Width(text[w.from])
	}
	w.from, w.end = from, max(from, w.end)
	for ; w.end < len(text) && w.cells < snippetCells-leadCells; w.end++ {
		w.cells += hanzi.Width(text[w.end])
	}
}

func (w *window) take(term int) {
	w.count[term]++
	w.terms |= 1 << term
}

func (w *window) drop(term int) {
	if w.count[term]--; w.count[term] == 0 {
		w.terms &^= 1 << term
	}
}
