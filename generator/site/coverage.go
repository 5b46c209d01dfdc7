package site

import (
	"slices"

	"anju/generator/content"
	"anju/generator/theme"
	"anju/generator/validity"
)

// finding is something that covers a topic in a place.
type finding struct {
	url      string
	reviewed validity.Date // zero where nobody wrote it down
}

// coverage says of every place and topic how much is known. A city's row tells
// of the city's own; what holds for all of them is in the first, the region's.
func (ed edition) coverage() (out theme.Coverage) {
	for _, t := range ed.lib.Vocab.Topics {
		out.Topics = append(out.Topics, t.In(ed.Lang))
	}
	for _, place := range ed.places() {
		row := theme.CoverageRow{City: ed.gapPlace(place)}
		if place == "" {
			row.City.Text = ed.T("coverage.region", row.City.Text)
		}
		for _, t := range ed.lib.Vocab.Topics {
			row.Cells = append(row.Cells, ed.coverageCell(t, place))
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

// coverageCell lets an open gap come first: entries may be old, or tell a part
// only, until the gap itself names the one that fills it.
func (ed edition) coverageCell(t content.Topic, place string) theme.CoverageCell {
	known := ed.covering(t, place)
	gaps := ed.lib.Vocab.Gaps
	at := slices.IndexFunc(gaps, func(g content.Gap) bool { return g.Topic == t.Slug && g.City == place })
	if at >= 0 {
		found := ed.lib.Get(gaps[at].Found)
		if found == nil {
			return theme.CoverageCell{
				State: "sought", Text: ed.T("coverage.sought"), URL: ed.URL(gapPath(gaps[at])), Date: gaps[at].Looked.String(),
			}
		}
		if len(known) == 0 {
			known = []finding{{ed.EntryURL(found.Common()), found.Common().ReviewedOn}}
		}
	}
	if len(known) == 0 {
		return theme.CoverageCell{State: "none", Text: ed.T("coverage.none")}
	}
	return theme.CoverageCell{
		State: "known", Text: ed.T("coverage.known", len(known)), URL: ed.coverageURL(t, place, known), Date: lastReview(known).String(),
	}
}

// covering are what covers a topic in a place, in the order of lists: entries,
// or homes.
func (ed edition) covering(t content.Topic, place string) (known []finding) {
	if t.Kind == "home" {
		for _, u := range ed.unitsIn(place) {
			known = append(known, finding{ed.HomeURL(u.community, u.home()), u.community.ReviewedOn})
		}
		return known
	}
	for _, e := range ed.inCity(t.Kind, place) {
		if covers(t, e) {
			known = append(known, finding{ed.EntryURL(e.Common()), e.Common().ReviewedOn})
		}
	}
	return known
}

// covers reports whether an entry of the topic's kind carries what it asks for.
func covers(t content.Topic, e content.Entry) bool {
	if len(t.Benefits) == 0 && len(t.Tags) == 0 {
		return true
	}
	if p, ok := e.(*content.Policy); ok {
		for _, b := range p.Benefits {
			if slices.Contains(t.Benefits, b.Kind) {
				return true
			}
		}
	}
	return slices.ContainsFunc(e.Common().Tags, func(tag string) bool { return slices.Contains(t.Tags, tag) })
}

// coverageURL leads to what is known: to the one thing there is, or to the
// search that finds all of it (and what was withdrawn, last and marked so). No
// search finds what stands in no city alone, but policies by their level; and
// none finds what bears a benefit or else a tag.
func (ed edition) coverageURL(t content.Topic, place string, known []finding) string {
	if len(known) == 1 {
		return known[0].url
	}
	q := question{kind: t.Kind, city: place, local: place != "", facets: values{"benefit": t.Benefits, "tag": t.Tags}}
	switch {
	case len(t.Benefits) > 0 && len(t.Tags) > 0, place == "" && t.Kind != "policy":
		return ""
	case place == "":
		q.facets.add("level", levelsAbove...)
	}
	return ed.answers(q)
}

// lastReview is the newest day on which somebody checked one of them.
func lastReview(known []finding) (last validity.Date) {
	for _, k := range known {
		if last.IsZero() || last.Before(k.reviewed) {
			last = k.reviewed
		}
	}
	return last
}
