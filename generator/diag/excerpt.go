package diag

import "bytes"

// Excerpt is a source line around the place of a finding, cut where it is long:
// Marked is what the finding is about. It is empty where the column is unknown
// or behind the last character.
type Excerpt struct{ Before, Marked, After string }

// Excerpt is the line of d in src, the text of its file; false where d has no
// line, or src does not reach so far.
func (d Diagnostic) Excerpt(src []byte) (Excerpt, bool) {
	s := sources{read: func(string) []byte { return src }}
	line, ok := s.line(d.File, d.Line)
	if !ok || len(bytes.TrimSpace(src)) == 0 {
		return Excerpt{}, false
	}
	text := []rune(line)
	at := min(max(d.Col-1, 0), len(text))
	from, to := window(text, at)
	end := at
	if d.Col > 0 {
		end = min(at+max(d.Len, 1), to)
	}
	e := Excerpt{shown(text[from:at]), shown(text[at:end]), shown(text[end:to])}
	if from > 0 {
		e.Before = elision + e.Before
	}
	if to < len(text) {
		e.After += elision
	}
	return e, true
}
