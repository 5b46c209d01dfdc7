package site

import (
	"fmt"
	"net/url"
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

// counted is a column of the table of counts: entries of a kind, of all
// statuses where none is named.
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

func (ed edition) countTable() (table theme.CountTable) {
	for _, column := range countedColumns {
		table.Kinds = append(table.Kinds, ed.T(column.title))
	}
	for _, c := range ed.lib.Vocab.Cities {
		row := theme.CountRow{City: ed.cityLink(c)}
		for _, column := range countedColumns {
			row.Counts = append(row.Counts, numbered(ed.matching(column, c.Slug), ed.searchFor(column, c.Slug)))
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

// matching is how many of a column the search finds in a city: what was withdrawn,
// too, where the column names no status.
func (p *planner) matching(column counted, city string) (n int) {
	for _, e := range p.lib.Entries {
		h := e.Common()
		if h.City != city || column.statuses != nil && !slices.Contains(column.statuses, p.lib.Subject(e).Status(p.now)) {
			continue
		}
		switch c, ok := e.(*content.Community); {
		case ok && column.kind == "home":
			n += len(c.Homes)
		case h.Kind == column.kind:
			n++
		}
	}
	return n
}

// searchFor is the address of the search that finds what a column counts.
func (ed edition) searchFor(column counted, city string) string {
	query := url.Values{"type": {column.kind}, "city": {city}, "scope": {"local"}}
	for _, s := range column.statuses {
		query.Add("status", string(s))
	}
	return ed.URL("/search") + "?" + query.Encode()
}

// communityChart shows how many communities each city has, as far as they are
// on record: one city alone is no chart.
func (ed edition) communityChart() []theme.Chart {
	column := countedColumns[0]
	var rows []view.Row
	for _, c := range ed.lib.Vocab.Cities {
		if n := ed.matching(column, c.Slug); n > 0 {
			rows = append(rows, view.Row{Least: float64(n), Most: float64(n), Bar: theme.Bar{
				Label: c.In(ed.Lang), Value: ed.T("count.community", n), Dated: ed.T("as_of", validity.DateOf(ed.now).In(ed.Lang)),
				Source: theme.Link{Text: ed.T("compare.list"), URL: ed.searchFor(column, c.Slug)},
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
