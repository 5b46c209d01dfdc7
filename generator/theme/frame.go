package theme

import (
	"net/url"
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
