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
		Page:   ed.page("compare", "/compare/", ed.T("compare.title"), ed.T("compare.description"), trail),
		Counts: ed.countTable(), Benefits: ed.comparedBenefits(), Charts: ed.communityChart(),
	}
	page.Charts = append(page.Charts, ed.amountCharts()...)
	page.Section = "cities"
	return page
}

// counted is a column of the table of counts: what the search finds of a kind
// that is a city's own, of all statuses where none is named.
type counted struct {
	title, kind string
	statuses    []validity.Status
}

var countedColumns = []counted{
	{"kinds.community", "community", nil},
	{"kinds.home", "home", nil},
	{"compare.policies_now", "policy", []validity.Status{validity.InForce, validity.NoEndStated}},
	{"compare.policies_reported", "policy", []validity.Status{validity.Reported}},
	{"kinds.guide", "guide", nil},
	{"compare.jobs_open", "job", []validity.Status{validity.Open}},
	{"compare.events_upcoming", "event", []validity.Status{validity.Upcoming}},
}

func (c counted) in(city string) question {
	return question{kind: c.kind, city: city, local: true, statuses: c.statuses}
}

func (ed edition) countTable() (table theme.CountTable) {
	for _, column := range countedColumns {
		table.Kinds = append(table.Kinds, ed.T(column.title))
	}
	for _, c := range ed.lib.Vocab.Cities {
		row := theme.CountRow{City: ed.cityLink(c)}
		for _, column := range countedColumns {
			q := column.in(c.Slug)
			row.Counts = append(row.Counts, numbered(ed.found(q), ed.answers(q)))
		}
		row.Gaps = numbered(len(ed.unfilled(c.Slug)), row.City.URL+"#gaps")
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
		q := question{kind: "community", city: c.Slug, local: true}
		if n := ed.found(q); n > 0 {
			rows = append(rows, view.Row{Least: float64(n), Most: float64(n), Bar: theme.Bar{
				Label: c.In(ed.Lang), Value: ed.T("count.community", n), Dated: ed.T("as_of", validity.DateOf(ed.now).In(ed.Lang)),
				Source: theme.Link{Text: ed.T("compare.list"), URL: ed.answers(q)},
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
// counting that two cities share. An amount whose period no source states
// cannot be compared.
func (ed edition) amountChartsOf(kind, degree content.Term) (charts []theme.Chart) {
	var order []counting
	rows, cities := map[counting][]view.Row{}, map[counting]map[string]bool{}
	for _, c := range ed.lib.Vocab.Cities {
		for _, g := range ed.benefitsOf(kind.Slug, c.Slug) {
			b := g.benefit()
			if b.Money == nil || b.Money.Period == "" || !slices.Contains(b.Degrees, degree.Slug) {
				continue
			}
			by := counting{b.Money.Period, b.Money.Per}
			if rows[by] == nil {
				order, cities[by] = append(order, by), map[string]bool{}
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
