package strictyaml

import (
	"strings"
	"unicode/utf8"

	"anju/generator/diag"
)

// Marks are the places where mark stands in the document, behind values and in
// them, but not in lines that are comments altogether.
func (d *Doc) Marks(mark string) (at []diag.Pos) {
	width := utf8.RuneCountInString(mark)
	for i, runes := range d.lines {
		line := string(runes)
		if strings.HasPrefix(strings.TrimSpace(line), "#") {
			continue
		}
		if before, _, found := strings.Cut(line, mark); found {
			at = append(at, d.place(i+1, utf8.RuneCountInString(before)+1, width))
		}
	}
	return at
}
