package strictyaml

import (
	"iter"
	"regexp"
	"strings"
	"unicode/utf8"

	"anju/generator/diag"
)

// The slips of people who write Chinese. The first group of each is what
// stands before the name of a field: spaces, and the dashes of lists.
var (
	tabbed    = regexp.MustCompile(`^( *(?:- +)*-?)\t+[^\t #]`)
	colons    = regexp.MustCompile(`^( *(?:- +)*)([a-z][a-z0-9_-]*|\p{Han}{1,12})：`)
	spaceless = regexp.MustCompile(`^( *(?:- +)*)([a-z][a-z0-9_-]*):[^\s/]`)
	curly     = regexp.MustCompile(`^( *(?:- +)*)(?:[^\s:]+: +)?([“”‘’])`)
	wide      = regexp.MustCompile(`^( *)\x{3000}[ \x{3000}]*(?:[a-z][a-z0-9_-]*[:：]|[-－—–](?:[^-－—–]|$))`)
	dashed    = regexp.MustCompile(`^( *)([-－—–−])([^-－—–−0-9\t])`)
	keyLike   = regexp.MustCompile(`^( *)[a-z][a-z0-9_-]*[:：]`)
)

// blockScalar is the line that announces a block scalar (| or >).
var blockScalar = regexp.MustCompile(`^( *(?:- +)*)(.*: +)?(?:[&!]\S+ +)*[|>][-+0-9]{0,2} *(?: #.*)?$`)

// tabs finds tabs in the indentation. YAML bears some of them, but never in
// the sense that the editor sees.
func (d *Doc) tabs() (found diag.List) {
	for n, line := range d.structural() {
		if !strings.Contains(line, "\t") {
			continue
		}
		if m := tabbed.FindStringSubmatch(line); m != nil {
			found = append(found, tab.At(d.place(n, len(m[1])+1, 1)).Hinted(hintTab))
		}
	}
	return found
}

// misread finds what YAML takes for a part of the text, so that the shape of
// the document is not the one that the editor sees: full-width indentation,
// and items of lists that do not begin with "- ".
func (d *Doc) misread() (found diag.List) {
	items := map[int]bool{} // line that begins with a dash → is an item meant?
	for n, line := range d.structural() {
		if m := match(wide, line, "\u3000"); m != nil {
			found = append(found, wideIndent.At(d.place(n, len(m[1])+1, 1)).Hinted(hintWide))
		}
		m := match(dashed, line, "-－—–−")
		if m == nil {
			continue
		}
		items[n] = d.expectsItem(n, len(m[1]), items)
		switch p := d.place(n, len(m[1])+1, 1); {
		case !items[n]:
		case m[2] != "-":
			found = append(found, listDash.At(p, m[2]).Hinted(hintDash))
		case m[3] != " ":
			found = append(found, dashSpace.At(p).Hinted(hintDash))
		}
	}
	return found
}

// match is what re finds in line, whose first character that is no space must
// be one of first: asking that costs far less than re does.
func match(re *regexp.Regexp, line, first string) []string {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(line, " "))
	if !strings.ContainsRune(first, r) {
		return nil
	}
	return re.FindStringSubmatch(line)
}

// announces matches a field without a value, below which a list may stand.
var announces = regexp.MustCompile(`:(?:[ \t]+#.*)?[ \t]*$`)

// expectsItem reports whether line n, which begins with a dash after indent,
// can only be meant as an item of a list: by the items above it, or by the
// line above them.
func (d *Doc) expectsItem(n, indent int, items map[int]bool) bool {
	for i := n - 1; i > 0; i-- {
		line := string(d.lines[i-1])
		text := strings.TrimLeft(line, " ")
		above := len(line) - len(text)
		if text == "" || text[0] == '#' || above > indent {
			continue
		}
		if item, known := items[i]; known && above == indent {
			return item
		}
		return announces.MatchString(text)
	}
	return false
}

// slips finds what explains that the document stops being YAML at the line
// culprit. In a document that parses the same may be plain text.
func (d *Doc) slips(culprit int) (found diag.List) {
	above := d.above(culprit)
	for n, line := range d.structural() {
		if m := colons.FindStringSubmatch(line); m != nil && d.startsField(n, m[1], m[2]) {
			found = append(found, d.fullwidthColon(n, len(m[1])+1, m[2]))
		}
		if m := spaceless.FindStringSubmatch(line); m != nil && (n == culprit || n == above) && d.startsField(n, m[1], m[2]) {
			p := d.place(n, len(m[1])+len(m[2])+1, 1)
			found = append(found, colonSpace.At(p, m[2]).Hinted(hintSpace))
		}
		if n == culprit && above > 0 && isOrphan(line, string(d.lines[above-1])) {
			found = append(found, syntax.At(d.place(n, strings.IndexByte(line, '-')+1, 1), orphan).Hinted(hintOrphan))
		}
		if m := curly.FindStringSubmatchIndex(line); m != nil && n == culprit {
			p := d.place(n, utf8.RuneCountInString(line[:m[4]])+1, 1)
			open, _ := utf8.DecodeRuneInString(line[m[4]:])
			found = append(found, curlyQuotes.At(p, string(open), closing(open)).Hinted(hintCurly))
		}
	}
	return found
}

// above is the structural line before line n, 0 for none: comments and empty
// lines between them do not matter.
func (d *Doc) above(n int) (last int) {
	for line := range d.structural() {
		if line >= n {
			break
		}
		last = line
	}
	return last
}

// fullwidthColon tells of the colon behind name, which starts at col of line n.
func (d *Doc) fullwidthColon(n, col int, name string) diag.Diagnostic {
	p := d.place(n, col+utf8.RuneCountInString(name), 1)
	return fullwidthColon.At(p, name).Hinted(hintColon)
}

func closing(open rune) string {
	if open == '‘' || open == '’' {
		return "’"
	}
	return "”"
}

// startsField reports whether the name with which line n starts, after indent,
// can only be meant as that of a field. A Chinese one within a value, and text
// in a list, may well be followed by a colon of its own.
func (d *Doc) startsField(n int, indent, name string) bool {
	if name[0] >= utf8.RuneSelf && indent != "" {
		return false
	}
	if !strings.Contains(indent, "-") {
		return true
	}
	if n >= len(d.lines) {
		return false
	}
	next := keyLike.FindStringSubmatch(string(d.lines[n]))
	return next != nil && len(next[1]) == len(indent)
}

// structural goes through the lines (from 1) that are neither comments nor
// within block scalars.
func (d *Doc) structural() iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		block := -1 // indentation of the parent of the block scalar, which is less than its own
		inBlock := false
		for i, runes := range d.lines {
			line := string(runes)
			text := strings.TrimLeft(line, " ")
			if text == "" || inBlock && len(line)-len(text) > block {
				continue
			}
			inBlock = false
			if text[0] == '#' {
				continue
			}
			if !yield(i+1, line) {
				return
			}
			block, inBlock = announcedBlock(line)
		}
	}
}

// announcedBlock reports whether a block scalar follows line, and the
// indentation of its parent.
func announcedBlock(line string) (indent int, ok bool) {
	if !strings.ContainsAny(line, "|>") { // most lines
		return 0, false
	}
	m := blockScalar.FindStringSubmatch(line)
	switch {
	case m == nil:
		return 0, false
	case m[2] != "": // of a field
		return len(m[1]), true
	}
	return strings.LastIndexByte(m[1], '-'), true // of an item, or of the document
}
