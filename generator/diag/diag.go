package diag

import "fmt"

// Text is one message in the two languages the tool speaks.
type Text struct{ Zh, En string }

// In returns the message in lang ("en", or else Chinese).
func (t Text) In(lang string) string {
	if lang == "en" {
		return t.En
	}
	return t.Zh
}

// With returns the message with a word for its %s, in each language its own.
func (t Text) With(word Text) Text {
	return Text{fmt.Sprintf(t.Zh, word.Zh), fmt.Sprintf(t.En, word.En)}
}

// Pos is a place in a source file. File is relative to the source folder and
// uses slashes. Line and Col count from 1, Col and Len in code points; zero
// means that the source gives none.
type Pos struct {
	File           string
	Line, Col, Len int
}

// Severity tells whether a finding stops the build.
type Severity uint8

const (
	Error   Severity = iota // nothing is published
	Warning                 // published all the same, unless --strict
)

// Code is a kind of finding: a stable English id ("content/unknown-field")
// and its message as fmt formats that take the same arguments in both
// languages.
type Code struct {
	ID   string
	Text Text
}

// New declares a kind of finding.
func New(id, zh, en string) Code { return Code{id, Text{zh, en}} }

// At makes an error of this kind. Arguments of type Text are spoken in the
// language of the message.
func (c Code) At(p Pos, args ...any) Diagnostic {
	return Diagnostic{Pos: p, Severity: Error, Code: c.ID, Message: Text{
		Zh: fmt.Sprintf(c.Text.Zh, speak("zh-Hans", args)...),
		En: fmt.Sprintf(c.Text.En, speak("en", args)...),
	}}
}

// Warn makes a warning of this kind.
func (c Code) Warn(p Pos, args ...any) Diagnostic {
	d := c.At(p, args...)
	d.Severity = Warning
	return d
}

func speak(lang string, args []any) []any {
	out := make([]any, len(args))
	for i, a := range args {
		if t, ok := a.(Text); ok {
			a = t.In(lang)
		}
		out[i] = a
	}
	return out
}

// Diagnostic is one finding: where, what, and what to do about it.
type Diagnostic struct {
	Pos
	Severity Severity
	Code     string
	Message  Text
	Hint     Text // the remedy; may be empty
}

// Hinted returns d with a remedy. An empty hint leaves d as it is.
func (d Diagnostic) Hinted(hint Text) Diagnostic {
	if hint != (Text{}) {
		d.Hint = hint
	}
	return d
}

// List holds the findings of a run.
type List []Diagnostic

// HasErrors reports whether a finding forbids publishing.
func (l List) HasErrors() bool {
	for _, d := range l {
		if d.Severity == Error {
			return true
		}
	}
	return false
}
