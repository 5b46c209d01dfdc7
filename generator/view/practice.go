package view

import (
	"anju/generator/content"
	"anju/generator/theme"
)

// Practice is a guide of that genre as a section of another page.
func (v View) Practice(g *content.Guide) theme.Practice {
	local, lang := v.In(g)
	shown := local.(*content.Guide)
	return theme.Practice{
		Title: shown.Title, URL: v.EntryURL(&shown.Head), Summary: shown.Summary, Lang: lang, Measures: v.datedMeasures(shown),
	}
}

// datedMeasures are the measures of a guide, each with the date of its source:
// on another page than its own no list of sources says it.
func (v View) datedMeasures(g *content.Guide) (out []theme.DatedMeasure) {
	for _, m := range v.measures(g.Measures) {
		dated := theme.DatedMeasure{Measure: m, Dated: v.T("compare.undated")}
		if m.Source > 0 && !g.Sources[m.Source-1].PublishedOn.IsZero() {
			dated.Dated = v.T("measure.dated", v.date(g.Sources[m.Source-1].PublishedOn))
		}
		out = append(out, dated)
	}
	return out
}

// Ways are the places of work that a community names, with how long it takes.
func (v View) Ways(c *content.Community) (out []theme.Commute) {
	local, lang := v.In(c)
	for _, way := range local.(*content.Community).Commute {
		out = append(out, theme.Commute{To: way.To, Lang: lang, Items: []theme.Way{{
			Community: theme.Link{Text: local.Common().Title, URL: v.EntryURL(&c.Head)}, Lang: lang,
			Time: v.T("commute.time", v.T("commute."+way.Mode), v.number(*way.Minutes)),
		}}})
	}
	return out
}
