package markdown

import (
	"bytes"
	"sort"
	"unicode/utf8"

	"anju/generator/diag"
)

// locator turns byte offsets of the text into positions in its file. Passes
// ask in the order of the text, so it counts on from the place it gave last;
// else one line of a megabyte full of mistakes would cost its square.
type locator struct {
	src    Source
	starts []int // offset of each line
	offset int   // of the last answer
	col    int
}

func newLocator(src Source) *locator {
	starts := []int{0}
	for at := 0; ; {
		i := bytes.IndexByte(src.Text[at:], '\n')
		if i < 0 {
			break
		}
		at += i + 1
		starts = append(starts, at)
	}
	return &locator{src: src, starts: starts, col: 1}
}

// at is the position of offset; length counts code points.
func (l *locator) at(offset, length int) diag.Pos {
	offset = min(max(offset, 0), len(l.src.Text))
	line := sort.SearchInts(l.starts, offset+1) - 1
	if offset < l.offset || l.starts[line] > l.offset {
		l.offset, l.col = l.starts[line], 1
	}
	l.col += utf8.RuneCount(l.src.Text[l.offset:offset])
	l.offset = offset
	return diag.Pos{File: l.src.File, Line: l.src.Line + line, Col: l.col, Len: length}
}
