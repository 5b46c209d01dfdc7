package site

import (
	"maps"
	"net/url"
	"slices"

	"anju/generator/content"
	"anju/generator/theme"
	"anju/generator/validity"
)

// question is what a link asks of the search: what of a kind stands in a city,
// and bears one of the values of each facet.
type question struct {
	kind     string
	city     string            // "" for every place
	local    bool              // without what is for all cities
	statuses []validity.Status // nil for any
	facets   values
}

// levelsAbove are the levels of policies that are for all cities.
var levelsAbove = []string{"national", "provincial"}

// answers is the address where the search answers q.
func (ed edition) answers(q question) string {
	query := url.Values{"type": {q.kind}}
	if q.city != "" {
		query.Set("city", q.city)
	}
	if q.local {
		query.Set("scope", "local")
	}
	for _, s := range q.statuses {
		query.Add("status", string(s))
	}
	maps.Copy(query, q.facets)
	return ed.URL("/search") + "?" + query.Encode()
}

// more leads to all that the search finds for q.
func (ed edition) more(q question) theme.Link {
	return theme.Link{Text: ed.T("city.more", ed.found(q)), URL: ed.answers(q)}
}

// found is how much the search finds for q: entries that were withdrawn, too,
// but no homes of theirs. Of homes it counts those of the city, whatever else q
// asks.
func (p *planner) found(q question) (n int) {
	if q.kind == "home" {
		return len(p.unitsIn(q.city))
	}
	for _, e := range p.candidates(q) {
		if p.meets(e, q) {
			n++
		}
	}
	return n
}

// candidates are the entries that can meet q by their kind and place.
func (p *planner) candidates(q question) []content.Entry {
	if q.city == "" {
		return p.lib.Entries
	}
	return p.entries(slices.Concat(p.places.at(q.kind, q.city).every, p.places.at(q.kind, "").every))
}

func (p *planner) meets(e content.Entry, q question) bool {
	h := e.Common()
	if h.Kind != q.kind || q.city != "" && h.City != q.city && (q.local || !shared(e)) {
		return false
	}
	if q.statuses != nil && !slices.Contains(q.statuses, p.subject(e).Status(p.now)) {
		return false
	}
	for facet, wanted := range q.facets {
		borne := p.facetValues(e)[facet]
		if len(wanted) > 0 && !slices.ContainsFunc(wanted, func(slug string) bool { return slices.Contains(borne, slug) }) {
			return false
		}
	}
	return true
}

// shared reports whether an entry is for all cities, and found in each.
func shared(e content.Entry) bool {
	switch e := e.(type) {
	case *content.Policy:
		return e.City == ""
	case *content.Guide:
		return e.City == "" && e.Genre != "practice" // which is of one place, even where no city is named
	}
	return false
}
