package diag

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
)

// Sizes of an excerpt, in terminal cells.
const (
	excerptCells = 96 // longer lines are cut
	leadCells    = 40 // of them before the place, in a line that is cut
	tabCells     = 4
	elision      = "..." // not "…", which takes one cell or two, as fonts please
)

// sources hands out single lines. It keeps the lines of one file only, for
// findings come sorted by file.
type sources struct {
	read  func(file string) []byte
	file  string
	lines [][]byte
}

// line is line n (from 1) of file without its end; false where it is unknown.
func (s *sources) line(file string, n int) (string, bool) {
	if s.read == nil || n < 1 {
		return "", false
	}
	if s.lines == nil || s.file != file {
		src := bytes.TrimPrefix(s.read(file), []byte("\ufeff"))
		s.file, s.lines = file, bytes.Split(src, []byte("\n"))
	}
	if n > len(s.lines) {
		return "", false
	}
	return string(bytes.TrimSuffix(s.lines[n-1], []byte("\r"))), true
}

// frame is the excerpt of a line and the marker under it: carets below length
// code points from col (from 1; 0 gives no marker).
func frame(line string, col, length int) (excerpt, marker string) {
	text := []rune(line)
	at := min(max(col-1, 0), len(text))
	end := min(at+max(length, 1), len(text))
	from, to := window(text, at)
	end = min(end, to)

	excerpt, pad := shown(text[from:to]), width(text[from:at])
	if from > 0 {
		excerpt, pad = elision+excerpt, pad+len(elision)
	}
	if to < len(text) {
		excerpt += elision
	}
	if col < 1 {
		return excerpt, ""
	}
	return excerpt, strings.Repeat(" ", pad) + strings.Repeat("^", max(width(text[at:end]), 1))
}

// window is the part of a line around at that an excerpt shows.
func window(text []rune, at int) (from, to int) {
	if width(text) <= excerptCells {
		return 0, len(text)
	}
	room := leadCells
	for from = at; from > 0; from-- {
		if room -= width(text[from-1 : from]); room < 0 {
			break
		}
	}
	room = excerptCells
	for to = from; to < len(text); to++ {
		if room -= width(text[to : to+1]); room < 0 {
			break
		}
	}
	return from, to
}

// width is the number of cells that shown text takes.
func width(text []rune) int { return span([]rune(shown(text))) }

// shown is text as it can safely stand on a terminal: tabs as a fixed number
// of spaces, and control characters and those that turn the direction of
// writing made visible.
func shown(text []rune) string {
	var b strings.Builder
	for _, r := range text {
		switch {
		case r == '\t':
			b.WriteString(strings.Repeat(" ", tabCells))
		case isUnseen(r):
			b.WriteRune(unicode.ReplacementChar)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// isUnseen reports whether r does something to a terminal instead of being seen
// on it: a control character, or one that turns the direction of writing.
func isUnseen(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) }

// gutter is what stands before an excerpt and before its marker.
func gutter(line int) (excerpt, marker string) {
	excerpt = fmt.Sprintf("%5d | ", line)
	return excerpt, strings.Repeat(" ", len(excerpt)-2) + "| "
}
