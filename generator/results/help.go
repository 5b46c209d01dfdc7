package results

import (
	"slices"
	"strings"

	"anju/generator/search"
	"anju/generator/theme"
)

// notices say in what the answer differs from what was asked. What is missed is
// told instead of that most words were found: mostly, it is the others.
func (a answer) notices() (out []string) {
	var missed []string
	for _, f := range filters(a.result.Missed) {
		missed = append(missed, a.label(f))
	}
	switch r := a.result; {
	case r.Total == 0 || r.Relaxed == "" || r.Relaxed == mostWords && len(missed) > 0:
	case r.Relaxed == corrected && len(r.Suggestions) > 0:
		out = append(out, a.t("search.relaxed.pinyin", a.query.Text, r.Suggestions[0]))
	case r.Relaxed != corrected:
		out = append(out, a.t("search.relaxed."+r.Relaxed))
	}
	if len(missed) > 0 {
		out = append(out, a.t("search.missed", strings.Join(missed, a.t("search.missed.and"))))
	}
	for _, f := range filters(a.result.Overruled) {
		var chosen []string
		for _, value := range a.query.Filters[f.name] {
			chosen = append(chosen, a.page.Label(f.name, value))
		}
		out = append(out, a.t("search.overruled", strings.Join(chosen, a.t("search.missed.and")), a.label(f)))
	}
	return out
}

// How a Result is relaxed whose hits are those of its first suggestion, and one
// whose hits hold most words.
const (
	corrected = "pinyin"
	mostWords = "most-words"
)

// meant are the other spellings that find something, with the same filters.
func (a answer) meant() (out []theme.Link) {
	others := a.result.Suggestions
	if a.result.Relaxed == corrected && len(others) > 0 {
		others = others[1:]
	}
	for _, text := range others {
		values := a.without("literal")
		values.Set("q", text)
		out = append(out, theme.Link{Text: text, URL: a.address(values)})
	}
	return out
}

// jump leads to the document whose number was asked for.
func (a answer) jump() theme.Link {
	if h := a.result.Numbered; h != nil {
		return theme.Link{Text: h.Title, URL: h.URL}
	}
	return theme.Link{}
}

// help is what leads on from an answer: the page of the city that was asked
// about, what is known to be missing and, where nothing was found, what to
// leave out and whom to ask.
func (a answer) help() {
	city := a.city()
	if city != "" {
		a.page.City = theme.Link{Text: a.t("gap.city", a.page.Label("city", city)), URL: a.page.URL("/cities/" + city + "/")}
	}
	if gap := a.result.Gap; gap != nil && !a.shows(gap.ID) {
		hit := a.hit(*gap)
		a.page.Gap = &hit
	}
	if a.result.Total > 0 {
		a.page.Browse = nil
		return
	}
	a.page.Loosen, a.page.Ask = a.loosen(), a.page.Frame.Ask[a.query.Lang][city]
}

// shows reports whether a document is among the hits of the page.
func (a answer) shows(id string) bool {
	return slices.ContainsFunc(a.result.Hits, func(h search.Hit) bool { return h.ID == id })
}

// city is the one that the question names, of those that have a page.
func (a answer) city() string {
	asked := a.result.Asked.Filters["city"]
	if len(asked) == 0 {
		asked = a.result.Missed.Filters["city"]
	}
	if len(asked) != 1 || a.page.Label("city", asked[0]) == asked[0] {
		return ""
	}
	return asked[0]
}

// loosen leads to the answers without one of the filters, as far as something
// can be found there.
func (a answer) loosen() (out []theme.Link) {
	for _, f := range filters(a.result.Asked) {
		if a.narrows(f) {
			out = append(out, theme.Link{Text: a.t("search.without", a.label(f)), URL: a.address(a.takenOff(f))})
		}
	}
	return out
}

// narrows reports whether there may be something without a filter: of a facet
// the counts tell.
func (a answer) narrows(f filter) bool {
	if slices.Contains(bounds, f.name) {
		return true
	}
	return slices.ContainsFunc(a.result.Facets, func(facet search.Facet) bool {
		found := func(v search.FacetValue) bool { return v.Count > 0 }
		return facet.Name == f.name && slices.ContainsFunc(facet.Values, found)
	})
}
