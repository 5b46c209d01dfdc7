package strictyaml

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"anju/generator/diag"
)

// quoteOpens matches a field whose value begins with a quotation mark of YAML.
var quoteOpens = regexp.MustCompile(`^( *(?:- +)*)([a-z][a-z0-9_-]*: +)(["'])`)

// unclosed finds quotes that do not end in their line while the next line can
// only be meant as a field: further down another quote may seem to close them.
func (d *Doc) unclosed() (found diag.List) {
	open, width := diag.Diagnostic{}, -1 // of the quote in the line above, -1 for none
	for n, line := range d.structural() {
		if m := keyLike.FindStringSubmatch(line); width >= 0 && m != nil && len(m[1]) <= width {
			found = append(found, open)
		}
		width = -1
		if !strings.ContainsAny(line, `"'`) { // most lines
			continue
		}
		m := quoteOpens.FindStringSubmatch(line)
		if m == nil || closes(line[len(m[0]):], m[3]) {
			continue
		}
		width = len(m[1])
		open = syntax.At(d.place(n, len(m[0]), 1), unclosedQuote).Hinted(hintUnclosed)
		if last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(line, " \t")); strings.ContainsRune("“”‘’＂", last) {
			open.Hint = hintClosedInChinese
		}
	}
	return found
}

// closes reports whether a quote ends in text, which stands behind the mark
// that opened it.
func closes(text, mark string) bool {
	if mark == "'" {
		text = strings.ReplaceAll(text, "''", "")
	} else {
		text = escaped.ReplaceAllString(text, "")
	}
	return strings.Contains(text, mark)
}

var escaped = regexp.MustCompile(`\\.`)

var (
	dashItem    = regexp.MustCompile(`^( *)- `)
	fieldFilled = regexp.MustCompile(`^( *(?:- +)*)[a-z][a-z0-9_-]*:[ \t]+[^ \t#]`)
)

// isOrphan reports whether line begins a list below a field that has its value
// already: the name of the list's own field is missing.
func isOrphan(line, above string) bool {
	item, field := dashItem.FindStringSubmatch(line), fieldFilled.FindStringSubmatch(above)
	return item != nil && field != nil && len(field[1]) <= len(item[1])
}
