package view

import (
	"fmt"
	"slices"

	"anju/generator/content"
)

// reserved are the ids that layouts, partials and the script of the theme write,
// on whatever page: a heading must not take one away from what finds its element
// by it.
var reserved = []string{
	"answer", "apply", "ask", "benefits", "charts", "circle", "circle-text", "circle-title", "claim", "commute",
	"conditions", "count", "counts", "counts-title", "coverage", "coverage-title", "document", "examples",
	"facilities", "figures", "finder-area", "finder-city", "finder-rent", "foot-data", "foot-site", "gaps", "homes",
	"main", "narrow", "options", "organisations", "others", "pairs", "papers", "places", "practices", "q", "register",
	"search", "singles", "sources", "steps", "top-q", "windows",
}

// maxOptions is more than the script's list of completions ever holds.
const maxOptions = 10

// taken are the ids that a page has besides those of its headings, which are
// made from a text that may name the same things.
func (v View) taken(h *content.Head) []string {
	ids := slices.Concat(reserved, relatedGroups, []string{"city-all"})
	for i := range maxOptions {
		ids = append(ids, fmt.Sprintf("option-%d", i))
	}
	for _, kind := range content.Kinds {
		ids = append(ids, "city-"+kind.Name)
	}
	for i := range h.Sources {
		ids = append(ids, fmt.Sprintf("source-%d", i+1))
	}
	switch e := v.lib.Get(h.Ref()).(type) {
	case *content.Community:
		for _, home := range e.Homes {
			ids = append(ids, homeAnchor(home))
		}
	case *content.Policy:
		for _, benefit := range e.Benefits {
			ids = append(ids, "benefit-"+benefit.ID)
		}
	}
	return ids
}
