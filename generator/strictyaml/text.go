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
		choices := diag.Text{Zh: strings.Join(f.enum, "、"), En: strings.Join(f.enum, ", ")}
		d.report(badChoice.At(at, f.label(), brief(n.Value), choices), diag.DidYouMean(n.Value, f.enum))
	}
	if f.url && !isWebAddress(n.Value) {
		d.report(bad, hintURL)
	}
	if f.phone && !phonePattern.MatchString(n.Value) {
		d.report(bad, hintPhone)
	}
	if f.id && !idPattern.MatchString(n.Value) {
		d.report(bad, hintID)
	}
}

// isWebAddress reports whether s is an absolute http or https URL (RFC 3986)
// without a space.
func isWebAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Hostname() != "" &&
		!strings.ContainsAny(s, " \t\n\u3000")
}
