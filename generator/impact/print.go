package impact

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode"
)

// Text writes the report for a terminal, in lang.
func (r Report) Text(w io.Writer, lang string) error {
	s, out := speaker{lang}, bufio.NewWriter(w)
	fmt.Fprintln(out, visible(s.heading(r)))
	for _, note := range s.notes(r) {
		fmt.Fprintln(out, visible(note))
	}
	for _, section := range s.sections(r) {
		fmt.Fprintf(out, "\n%s\n", visible(section.heading))
		for _, g := range section.groups {
			fmt.Fprintf(out, "  %s\n", visible(g.line))
			for _, line := range g.below {
				fmt.Fprintf(out, "    %s\n", visible(line))
			}
		}
	}
	return out.Flush()
}

// Markdown writes the report for the comment of a review, in lang. What comes
// from the content is text there: it makes no markup, no link, and calls nobody.
func (r Report) Markdown(w io.Writer, lang string) error {
	s, out := speaker{lang}, bufio.NewWriter(w)
	fmt.Fprintf(out, "## %s\n", escape(s.heading(r)))
	for _, note := range s.notes(r) {
		fmt.Fprintf(out, "\n%s\n", escape(note))
	}
	for _, section := range s.sections(r) {
		fmt.Fprintf(out, "\n### %s\n\n", escape(section.heading))
		for _, g := range section.groups {
			fmt.Fprintf(out, "- %s\n", escape(g.line))
			for _, line := range g.below {
				fmt.Fprintf(out, "  - %s\n", escape(line))
			}
		}
	}
	return out.Flush()
}

// IsReport reports whether text begins as Markdown does, in any language.
func IsReport(text []byte) bool {
	const rev = "?"
	for _, lang := range []string{"zh-Hans", "en"} {
		before, _, _ := strings.Cut(speaker{lang}.heading(Report{Rev: rev}), rev)
		if bytes.HasPrefix(text, []byte("## "+before)) {
			return true
		}
	}
	return false
}

// visible is text on one line: control characters, and those that turn the
// direction of writing, would let content draw what is not there.
func visible(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\t':
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r):
			return unicode.ReplacementChar
		}
		return r
	}, text)
}

// markup is what has a meaning in Markdown as GitHub and Gitee read it. The
// names of people, numbers of issues and addresses become links there without
// any mark: a space of no width parts them.
var markup = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "|", `\|`, "~", `\~`, "!", `\!`, "$", `\$`,
	"<", "&lt;", ">", "&gt;", "&", "&amp;",
	"@", "@&#8203;", "#", "#&#8203;", "://", ":&#8203;//", "www.", "www&#8203;.", "mailto:", "mailto&#8203;:",
)

// escape makes text stand in an item of a list, a heading or a paragraph as it
// is. At its beginning, blanks and the marks of lists and headings would count.
func escape(text string) string {
	text = markup.Replace(strings.TrimSpace(visible(text)))
	if text != "" && strings.ContainsAny(text[:1], "-+=0123456789") {
		return "&#8203;" + text
	}
	return text
}
