package diag

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// Printer writes findings for people and for machines.
type Printer struct {
	Lang   string                   // of the messages: zh-Hans or en
	Source func(file string) []byte // for excerpts; may be nil, and may return nil
	Color  bool                     // ANSI colours, in text only
}

// String is the English word for s in every format and language.
func (s Severity) String() string {
	if s == Warning {
		return "warning"
	}
	return "error"
}

// String is path:line:col, as far as they are known.
func (p Pos) String() string {
	switch {
	case p.Line < 1:
		return p.File
	case p.Col < 1:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Col)
}

// Text writes every finding as path:line:col: error: message [code], the
// excerpt with its marker and the hint, and a summary line last. Of an empty
// list it writes nothing.
func (p Printer) Text(w io.Writer, l List) error {
	if len(l) == 0 {
		return nil
	}
	out := bufio.NewWriter(w)
	src := &sources{read: p.Source}
	for _, d := range l.sorted() {
		p.finding(out, src, d)
		fmt.Fprintln(out)
	}
	fmt.Fprintln(out, p.summary(l))
	return out.Flush()
}

func (p Printer) finding(out *bufio.Writer, src *sources, d Diagnostic) {
	fmt.Fprintf(out, "%s %s %s %s\n", p.paint(bold, shown([]rune(d.Pos.String()))+":"),
		p.paint(severityColor(d.Severity), d.Severity.String()+":"),
		shown([]rune(d.Message.In(p.Lang))), p.paint(dim, "["+d.Code+"]"))
	if line, ok := src.line(d.File, d.Line); ok {
		excerpt, marker := frame(line, d.Col, d.Len)
		before, under := gutter(d.Line)
		fmt.Fprintln(out, strings.TrimRight(p.paint(dim, before)+excerpt, " "))
		if marker != "" {
			fmt.Fprintln(out, p.paint(dim, under)+p.paint(severityColor(d.Severity), marker))
		}
	}
	if hint := d.Hint.In(p.Lang); hint != "" {
		fmt.Fprintln(out, "      = "+shown([]rune(hint)))
	}
}

func (p Printer) summary(l List) string {
	errors, warnings := l.Count()
	if p.Lang != "en" {
		return fmt.Sprintf("%d 个错误，%d 个警告", errors, warnings)
	}
	return plural(errors, "error") + ", " + plural(warnings, "warning")
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// ANSI graphic renditions (ECMA-48, SGR).
const (
	bold   = "1"
	dim    = "2"
	red    = "1;31"
	yellow = "1;33"
)

func severityColor(s Severity) string {
	if s == Warning {
		return yellow
	}
	return red
}

func (p Printer) paint(rendition, s string) string {
	if !p.Color {
		return s
	}
	return "\x1b[" + rendition + "m" + s + "\x1b[0m"
}

// JSON writes one object a line for every finding. Line, col and len are 0
// where they are unknown.
func (p Printer) JSON(w io.Writer, l List) error {
	var object bytes.Buffer
	enc := json.NewEncoder(&object)
	enc.SetEscapeHTML(false)
	for _, d := range l.sorted() {
		err := enc.Encode(struct {
			Path     string `json:"path"`
			Line     int    `json:"line"`
			Col      int    `json:"col"`
			Len      int    `json:"len"`
			Severity string `json:"severity"`
			Code     string `json:"code"`
			Message  string `json:"message"`
			Hint     string `json:"hint"`
		}{d.File, d.Line, d.Col, d.Len, d.Severity.String(), d.Code, d.Message.In(p.Lang), d.Hint.In(p.Lang)})
		if err == nil {
			_, err = w.Write(harmless(object.Bytes()))
			object.Reset()
		}
		if err != nil {
			return fmt.Errorf("writing a finding as JSON: %w", err)
		}
	}
	return nil
}

// harmless is JSON that says the same, in which every character that could do
// something to a terminal is escaped. The encoder escapes only some.
func harmless(object []byte) []byte {
	var out []byte
	for _, r := range string(object) {
		if r != '\n' && isUnseen(r) {
			out = fmt.Appendf(out, `\u%04x`, r)
			continue
		}
		out = utf8.AppendRune(out, r)
	}
	return out
}

// GitHub writes every finding as a workflow command, which GitHub Actions
// shows beside the line that it is about.
func (p Printer) GitHub(w io.Writer, l List) error {
	for _, d := range l.sorted() {
		place := "file=" + property.Replace(shown([]rune(d.File)))
		if d.Line > 0 {
			place += fmt.Sprintf(",line=%d", d.Line)
		}
		if d.Col > 0 {
			place += fmt.Sprintf(",col=%d,endColumn=%d", d.Col, d.Col+max(d.Len, 1))
		}
		text := strings.TrimSpace(shown([]rune(d.Message.In(p.Lang))) + "\n" + shown([]rune(d.Hint.In(p.Lang))))
		_, err := fmt.Fprintf(w, "::%s %s,title=%s::%s\n",
			d.Severity, place, property.Replace(d.Code), message.Replace(text))
		if err != nil {
			return fmt.Errorf("writing a finding as an annotation: %w", err)
		}
	}
	return nil
}

// The escapes of workflow commands, in their messages and in their properties.
var (
	message  = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)
