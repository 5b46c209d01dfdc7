package strictyaml

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"anju/generator/diag"
)

var (
	idPattern    = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	phonePattern = regexp.MustCompile(`^[+(]?[0-9][0-9 ()-]{1,24}[0-9](转[0-9]{1,6})?$`)
)

// checkText holds the text of n against the rules of its field.
func (d *decoder) checkText(n *yaml.Node, f *field) {
	at, bad := d.doc.pos(n), badValue.At(d.doc.pos(n), f.label(), brief(n.Value))
	if size := utf8.RuneCountInString(n.Value); f.length != nil {
		switch {
		case size < int(f.length.min):
			d.report(tooShort.At(at, f.label(), size, int(f.length.min)), diag.Text{})
		case size > int(f.length.max):
			d.report(tooLong.At(at, f.label(), size, int(f.length.max)), diag.Text{})
		}
	}
	if f.enum != nil && !slices.Contains(f.enum, n.Value) {
		bad := badChoice.At(at, f.label(), brief(n.Value), f.choices()).Hinted(diag.PlainMarks(n.Value))
		d.report(bad, f.choice(n.Value))
	}
	if f.url && !isWebAddress(n.Value) {
		d.report(bad.Hinted(hintURL), meantURL(n.Value))
	}
	if f.phone && !phonePattern.MatchString(n.Value) {
		d.report(bad, hintPhone)
	}
	if f.id && !idPattern.MatchString(n.Value) {
		d.report(bad, hintID)
	}
}

// checkComment warns of a comment behind text that may be meant as a part of
// it: 常州 #1.
func (d *decoder) checkComment(n *yaml.Node, f *field) {
	line := d.doc.lines[min(n.Line, len(d.doc.lines))-1]
	end := n.Column - 1 + len([]rune(n.Value))
	if !isBare(n) || !f.isFree() || end >= len(line) || string(line[n.Column-1:end]) != n.Value {
		return
	}
	if m := comment.FindString(string(line[end:])); m != "" {
		d.report(commentCut.Warn(d.doc.place(n.Line, end+utf8.RuneCountInString(m), 1)), hintComment)
	}
}

var comment = regexp.MustCompile(`^[ \t]+#`)

// brokenURL matches web addresses with a mistake at their start.
var brokenURL = regexp.MustCompile(`^(?:(https?)(?:[:：]?[/／]{1,2}|[:：]／／|：//)|(www\.))`)

// meantURL asks whether the address was meant that text misspells.
func meantURL(text string) diag.Text {
	m := brokenURL.FindStringSubmatch(text)
	if m == nil {
		return diag.Text{}
	}
	scheme := m[1]
	if scheme == "" {
		scheme = "https"
	}
	meant := scheme + "://" + m[2] + text[len(m[0]):]
	if !isWebAddress(meant) {
		return diag.Text{}
	}
	return diag.DidYouMean(meant, []string{meant})
}

// isWebAddress reports whether s is an absolute http or https URL (RFC 3986)
// without a space.
func isWebAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Hostname() != "" &&
		!strings.ContainsAny(s, " \t\n\u3000")
}
