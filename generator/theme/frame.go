package theme

import (
	"net/url"
	"slices"
	"strings"
)

// CorrectionURL is where readers of a page in lang report a mistake in the
// entry ref ("" for a page that shows none): the publisher's mail address, web
// address or page of this site, with the entry's reference.
func (f *Frame) CorrectionURL(lang, ref string) string {
	to := f.Publisher.Correction
	if strings.HasPrefix(to, "/") && lang != baseLanguage {
		to = "/" + lang + to
	}
	if ref == "" {
		return to
	}
	name := "entry"
	if strings.HasPrefix(to, "mailto:") {
		name = "subject"
	}
	sep := "?"
	if strings.Contains(to, "?") {
		sep = "&"
	}
	to, fragment, _ := strings.Cut(to, "#")
	if fragment != "" {
		fragment = "#" + fragment
	}
	return to + sep + name + "=" + strings.ReplaceAll(url.QueryEscape(ref), "+", "%20") + fragment
}

// Label is what readers of lang call a slug of a facet, or the slug where it
// has no name.
func (f *Frame) Label(lang, facet, slug string) string {
	if label, ok := f.Labels[lang][facet][slug]; ok {
		return label
	}
	return slug
}

// HomeOptions are the values of a facet that homes have, and those chosen
// besides, for a form.
func (f *Frame) HomeOptions(lang, facet string, chosen []string) (out []Option) {
	values := f.Homes[facet]
	for _, value := range chosen {
		if !slices.Contains(values, value) {
			values = append(slices.Clip(values), value)
		}
	}
	for _, value := range values {
		out = append(out, Option{Value: value, Label: f.Label(lang, facet, value), Chosen: slices.Contains(chosen, value)})
	}
	return out
}
