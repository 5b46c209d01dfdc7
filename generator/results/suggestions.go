package results

import (
	"anju/generator/search"
	"anju/generator/theme"
)

// Suggestions are completions in readers' words, in lang.
func Suggestions(f *theme.Frame, t *theme.Theme, lang string, found []search.Suggestion) *theme.Suggestions {
	out := &theme.Suggestions{Page: theme.Page{Frame: f, Lang: lang, Layout: "search"}}
	for _, s := range found {
		kind := out.Label("type", s.Kind)
		if facet := "facet." + s.Kind; t.Has(lang, facet) {
			kind = t.String(lang, facet)
		}
		out.Options = append(out.Options, theme.Completion{Text: s.Text, Kind: kind, URL: s.URL})
	}
	return out
}
