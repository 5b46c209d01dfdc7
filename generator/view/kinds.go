package view

import (
	"slices"

	"anju/generator/content"
	"anju/generator/theme"
)

func (v View) guide(g *content.Guide, entry theme.Entry) *theme.GuidePage {
	page := &theme.GuidePage{
		Entry: entry, Places: v.contacts(g.Places), Measures: v.measures(g.Measures),
	}
	if slices.ContainsFunc(page.Measures, func(m theme.Measure) bool { return !m.Done }) {
		page.Notices = append(page.Notices, theme.Notice{Kind: "info", Text: v.T("notice.not_all_done")})
	}
	f := v.facts(&g.Head)
	f.text("genre", v.T("genre."+g.Genre))
	f.text("phases", v.opts("phase", g.Phases)...)
	f.text("channels", v.opts("channel", g.Channels)...)
	f.text("time_limit", g.TimeLimit)
	f.text("fee", g.Fee)
	page.Facts = f.list
	for _, s := range g.Steps {
		page.Steps = append(page.Steps, theme.Step(s))
	}
	for _, d := range g.Documents {
		detail := []string{v.opt("document", d.Form)}
		if d.Copies != nil {
			detail = append(detail, v.T("papers.copies", *d.Copies))
		}
		page.Documents = append(page.Documents, theme.Item{Name: d.Name, Detail: v.joined(append(detail, d.Note)...)})
	}
	return page
}

// measures says of each whether it is there, planned, demanded or intended.
func (v View) measures(measures []content.Measure) (out []theme.Measure) {
	for _, m := range measures {
		out = append(out, theme.Measure{
			Text: m.Text, StatedAs: v.opt("stated", m.StatedAs), Done: m.StatedAs == "existing", Source: m.Source,
		})
	}
	return out
}

// opts are the strings KEY.VALUE of several values.
func (v View) opts(key string, values []string) (out []string) {
	for _, value := range values {
		out = append(out, v.opt(key, value))
	}
	return out
}
