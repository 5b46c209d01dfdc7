package site

import (
	"slices"

	"anju/generator/content"
	"anju/generator/theme"
	"anju/generator/validity"
	"anju/generator/view"
)

// finding is something that covers a topic in a place.
type finding struct {
	url      string
	section  string        // of its city's hub, where it stands
	reviewed validity.Date // zero where nobody wrote it down
}

// coverage says of every place and topic how much is known. A city's row tells
// of the city's own; what holds for all of them is in the first, the region's.
func (ed edition) coverage() (out theme.Coverage) {
	for _, t := range ed.lib.Vocab.Topics {
		out.Topics = append(out.Topics, t.In(ed.Lang))
	}
	for _, place := range ed.regions() {
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

// coverageCell lets an open gap of the topic come first: entries may be old, or
// tell a part only, until the gap itself names the one that fills it. A gap of
// another topic that answers this one, too, counts where nothing is known.
func (ed edition) coverageCell(t content.Topic, place string) theme.CoverageCell {
	known := ed.covering(t, place)
	own := func(g content.Gap) bool { return g.Topic == t.Slug }
	if g := ed.gapWhere(place, own); g != nil {
		found := ed.lib.Get(g.Found)
		if found == nil {
			return ed.soughtCell(*g)
		}
		if len(known) == 0 {
			known = []finding{{url: ed.EntryURL(found.Common()), reviewed: found.Common().ReviewedOn}}
		}
	}
	if len(known) > 0 {
		return theme.CoverageCell{
			State: "known", Text: ed.T("coverage.known", len(known)), URL: ed.coverageURL(t, place, known), Date: lastReview(known).String(),
		}
	}
	wider := func(g content.Gap) bool { return slices.Contains(g.Covers, t.Slug) && ed.lib.Get(g.Found) == nil }
	if g := ed.gapWhere(place, wider); g != nil {
		return ed.soughtCell(*g)
	}
	return theme.CoverageCell{State: "none", Text: ed.T("coverage.none")}
}

// gapWhere is the first gap of a place that is so; nil for none.
func (p *planner) gapWhere(place string, is func(content.Gap) bool) *content.Gap {
	gaps := p.lib.Vocab.Gaps
	at := slices.IndexFunc(gaps, func(g content.Gap) bool { return g.City == place && is(g) })
	if at < 0 {
		return nil
	}
	return &gaps[at]
}

func (ed edition) soughtCell(g content.Gap) theme.CoverageCell {
	return theme.CoverageCell{
		State: "sought", Text: ed.T("coverage.sought"), URL: ed.URL(view.GapPath(g)), Date: g.Looked.String(),
	}
}

// covering are what covers a topic in a place, in the order of lists: entries,
// or homes.
func (ed edition) covering(t content.Topic, place string) (known []finding) {
	if t.Kind == "home" {
		for _, u := range ed.unitsIn(place) {
			known = append(known, finding{ed.HomeURL(u.community, *u.home()), homesFolder, u.community.ReviewedOn})
		}
		return known
	}
	for _, e := range ed.inCity(t.Kind, place) {
		if covers(t, e) {
			known = append(known, finding{ed.EntryURL(e.Common()), sectionOf(t, e), e.Common().ReviewedOn})
		}
	}
	return known
}

// covers reports whether an entry of the topic's kind carries what it asks for.
func covers(t content.Topic, e content.Entry) bool {
	if len(t.Benefits) == 0 && len(t.Tags) == 0 || benefitOf(t, e) != "" {
		return true
	}
	return slices.ContainsFunc(e.Common().Tags, func(tag string) bool { return slices.Contains(t.Tags, tag) })
}

// benefitOf is the first benefit of an entry that the topic asks for, or "".
func benefitOf(t content.Topic, e content.Entry) string {
	if p, ok := e.(*content.Policy); ok {
		for _, b := range p.Benefits {
			if slices.Contains(t.Benefits, b.Kind) {
				return b.Kind
			}
		}
	}
	return ""
}

// sectionOf is the section of a hub where an entry that covers a topic stands.
func sectionOf(t content.Topic, e content.Entry) string {
	if kind := benefitOf(t, e); kind != "" {
		return benefitID(kind)
	}
	if g, ok := e.(*content.Guide); ok && g.Genre == "practice" {
		return "practices"
	}
	return content.KindOf(t.Kind).Folder
}

// coverageURL leads to what is known: to the one thing there is, or to the
// section of the hub where the first of it stands. What stands in no city has
// no hub: policies are found there by their level, unless they bear a benefit
// or else a tag, which no search asks for.
func (ed edition) coverageURL(t content.Topic, place string, known []finding) string {
	switch {
	case len(known) == 1:
		return known[0].url
	case place != "":
		return ed.URL(view.CityPath(place)) + "#" + known[0].section
	case t.Kind != "policy" || len(t.Benefits) > 0 && len(t.Tags) > 0:
		return ""
	}
	return ed.answers(question{kind: t.Kind, facets: values{"benefit": t.Benefits, "tag": t.Tags, "level": levelsAbove}})
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
