package site

import (
	"fmt"
	"slices"
	"strconv"

	"anju/generator/content"
	"anju/generator/theme"
	"anju/generator/validity"
	"anju/generator/view"
)

// compare is the page of cities side by side.
func (ed edition) compare() theme.Payload {
	trail := theme.Link{Text: ed.T("cities.title"), URL: ed.URL("/cities/")}
	page := &theme.ComparePage{
		Page:  ed.page("compare", "/compare/", ed.T("compare.title"), ed.T("compare.description"), trail),
		Pairs: ed.pairChoices(), Counts: ed.countTable(), Charts: ed.communityChart(),
	}
	page.Benefits, page.Singles = ed.comparedBenefits(ed.lib.Vocab.Cities)
	page.Charts = append(page.Charts, ed.amountCharts()...)
	page.Section = "cities"
	return page
}

// counted is a kind of thing that is counted in each city: what a section of
// its hub shows, or of that only what has one of the statuses.
type counted struct {
	title, kind, section string
	statuses             []validity.Status // nil for any
}

var countedKinds = []counted{
	{"kinds.community", "community", "communities", nil},
	{"kinds.home", "home", homesFolder, nil},
	{"compare.policies_now", "policy", "policies", []validity.Status{validity.InForce, validity.NoEndStated}},
	{"compare.policies_reported", "policy", "policies", []validity.Status{validity.Reported}},
	{"kinds.guide", "guide", "guides", nil},
	{"compare.jobs_open", "job", "jobs", []validity.Status{validity.Open}},
	{"compare.events_upcoming", "event", "events", []validity.Status{validity.Upcoming}},
}

// countIn is how much of a kind a city has, leading to its hub.
func (ed edition) countIn(city string, c counted) theme.Link {
	url := ed.URL(view.CityPath(city)) + "#" + c.section
	entries := ed.inCity(c.kind, city)
	switch c.kind {
	case "home": // is no entry
		return numbered(len(ed.unitsIn(city)), url)
	case "guide":
		entries, _ = ed.guidesIn(city)
	}
	return numbered(len(ed.of(entries, c.statuses)), url)
}

// of are the entries that have one of statuses, or all for nil.
func (p *planner) of(entries []content.Entry, statuses []validity.Status) (out []content.Entry) {
	for _, e := range entries {
		if statuses == nil || slices.Contains(statuses, p.subject(e).Status(p.now)) {
			out = append(out, e)
		}
	}
	return out
}

// gapsIn is how much was looked for in vain in a city, leading to its hub.
func (ed edition) gapsIn(city string) theme.Link {
	return numbered(len(ed.unfilled(city)), ed.URL(view.CityPath(city))+"#gaps")
}

func (ed edition) countTable() (table theme.CountTable) {
	for _, kind := range countedKinds {
		table.Kinds = append(table.Kinds, ed.T(kind.title))
	}
	for _, c := range ed.lib.Vocab.Cities {
		row := theme.CountRow{City: ed.cityLink(c), Gaps: ed.gapsIn(c.Slug)}
		for _, kind := range countedKinds {
			row.Counts = append(row.Counts, ed.countIn(c.Slug, kind))
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

// numbered is a number that leads to its list. Nothing has no list.
func numbered(n int, url string) theme.Link {
	if n == 0 {
		return theme.Link{Text: "0"}
	}
	return theme.Link{Text: strconv.Itoa(n), URL: url}
}

// communityChart shows how many communities each city has, as far as they are
// on record: one city alone is no chart.
func (ed edition) communityChart() []theme.Chart {
	var rows []view.Row
	for _, c := range ed.lib.Vocab.Cities {
		if n := len(ed.inCity("community", c.Slug)); n > 0 {
			rows = append(rows, view.Row{Least: float64(n), Most: float64(n), Bar: theme.Bar{
				Label: c.In(ed.Lang), Value: ed.T("count.community", n), Dated: ed.T("as_of", validity.DateOf(ed.now).In(ed.Lang)),
				Source: theme.Link{Text: ed.T("compare.list"), URL: ed.URL(view.CityPath(c.Slug)) + "#communities"},
			}})
		}
	}
	if len(rows) < 2 {
		return nil
	}
	return []theme.Chart{{ID: "chart-communities", Title: ed.T("compare.communities"), Note: ed.T("compare.communities_note"), Bars: view.Bars(rows)}}
}

// amountCharts draw what several cities give for the same kind of benefit and
// the same degree, where they count it alike.
func (ed edition) amountCharts() (charts []theme.Chart) {
	for _, kind := range ed.lib.Vocab.Benefits {
		for _, degree := range ed.lib.Vocab.Degrees {
			charts = append(charts, ed.amountChartsOf(kind, degree)...)
		}
	}
	for i := range charts {
		charts[i].ID = fmt.Sprintf("chart-amounts-%d", i+1)
	}
	return charts
}

// counting is how an amount is counted: a month is never drawn beside a year,
// nor a person beside a household.
type counting struct{ period, per string }

// amountChartsOf are the charts of a kind of benefit and a degree, one for each
// counting that two cities share, with one bar for each city. An amount whose
// period no source states cannot be compared.
func (ed edition) amountChartsOf(kind, degree content.Term) (charts []theme.Chart) {
	var order []counting
	rows, cities := map[counting][]view.Row{}, map[counting]map[string]bool{}
	for _, c := range ed.lib.Vocab.Cities {
		for _, g := range forDegree(ed.benefitsOf(kind.Slug, c.Slug), degree.Slug) {
			b := g.benefit()
			if b.Money == nil || b.Money.Period == "" {
				continue
			}
			by := counting{b.Money.Period, b.Money.Per}
			if rows[by] == nil {
				order, cities[by] = append(order, by), map[string]bool{}
			}
			if cities[by][c.Slug] { // a bar for each city: what is in force comes first
				continue
			}
			row := ed.BenefitRow(g.policy, g.index)
			row.Label = c.In(ed.Lang)
			rows[by], cities[by][c.Slug] = append(rows[by], row), true
		}
	}
	for _, by := range order {
		if len(cities[by]) < 2 {
			continue
		}
		title := ed.T("compare.amounts", kind.In(ed.Lang), degree.In(ed.Lang), ed.T("period."+by.period))
		if by.per != "" {
			title = ed.T("compare.amounts_per", title, ed.T("per."+by.per))
		}
		charts = append(charts, theme.Chart{Title: title, Note: ed.T("compare.amounts_note"), Bars: view.Bars(rows[by])})
	}
	return charts
}
