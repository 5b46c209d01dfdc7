package site

import (
	"slices"

	"anju/generator/content"
)

// listFacets are the facets by which the list of a kind leads to the search.
func listFacets(kind string) []string {
	facets := []string{"city", "audience", "benefit", "level"}
	switch kind {
	case "community":
		return append(facets, "kind", "facility", "origin", "recognition")
	case "guide":
		return append(facets, "genre")
	case "event":
		return append(facets, "kind")
	}
	return facets
}

// values are slugs by facet, each once.
type values map[string][]string

func (v values) add(facet string, slugs ...string) {
	for _, slug := range slugs {
		if slug != "" && !slices.Contains(v[facet], slug) {
			v[facet] = append(v[facet], slug)
		}
	}
}

// facetValues are the values by which an entry is filtered.
// To be for those who all have a degree is to be for that degree.
func (p *planner) facetValues(e content.Entry) values {
	h := e.Common()
	out := values{}
	out.add("city", h.City)
	out.add("audience", h.Audience...)
	for _, a := range p.lib.Vocab.Audiences {
		if slices.Contains(h.Audience, a.Slug) {
			out.add("degree", a.Degree)
		}
	}
	out.add("tag", h.Tags...)
	switch e := e.(type) {
	case *content.Community:
		out.community(e)
	case *content.Policy:
		out.add("level", e.Level)
		for _, b := range e.Benefits {
			out.add("benefit", b.Kind)
			out.add("degree", b.Degrees...)
		}
	case *content.Guide:
		out.add("genre", e.Genre)
		out.add("channel", e.Channels...)
		out.add("phase", e.Phases...)
	case *content.Job:
		out.add("degree", e.Degree)
	case *content.Event:
		out.add("kind", e.Type)
	}
	return out
}

// community adds what a community is and has; what is only planned it has not.
func (v values) community(c *content.Community) {
	v.add("kind", c.Type)
	v.add("brand", c.Brand)
	v.add("operator", c.Operators...)
	v.add("origin", c.Origin)
	v.add("stock", c.OriginStock)
	v.add("siting", c.Siting...)
	v.add("funding", c.Funding)
	for _, f := range c.Facilities {
		if f.Status == "" || f.Status == "existing" {
			v.add("facility", f.Kind)
		}
	}
	for _, a := range c.Amenities {
		v.add("amenity", a.Kind)
	}
	for _, r := range c.Recognitions {
		v.add("recognition", r.Level)
	}
}
