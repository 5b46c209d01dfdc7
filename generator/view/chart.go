package view

import (
	"fmt"
	"math"
	"slices"

	"anju/generator/content"
	"anju/generator/theme"
)

// Row is a bar before it is drawn. Least and Most are what the number is
// certain to be and what it may reach: they differ where a source states a
// range, and Least is 0 where it says "up to".
type Row struct {
	theme.Bar
	Least, Most float64
}

// Bars draws rows against the longest of them. What has no length, or a
// negative one, gets none.
func Bars(rows []Row) []theme.Bar {
	longest := 0.0
	for _, r := range rows {
		longest = max(longest, r.Most)
	}
	bars := make([]theme.Bar, len(rows))
	for i, r := range rows {
		bars[i] = r.Bar
		bars[i].Sure, bars[i].Width = share(r.Least, longest), share(r.Most, longest)
	}
	return bars
}

// share is x in hundredths of the longest, to two decimals.
func share(x, longest float64) float64 {
	s := math.Round(10000*(x/longest)) / 100
	if s > 0 && s <= 100 { // not so of 0/0, which is no number
		return s
	}
	return 0
}

// extent is what a number is certain to be and what it may reach. Of "at
// least" only the one end is known.
func extent(value, low, high *float64) (least, most float64) {
	for _, end := range []*float64{value, high, low} {
		if end != nil {
			most = *end
			break
		}
	}
	for _, end := range []*float64{value, low} {
		if end != nil {
			return *end, most
		}
	}
	return 0, most
}

// FigureCharts shows the figures of entries: bars where an entry states two or
// more of a unit, and one table, the last, of all that stand alone. Figures of
// different entries are not drawn together: they count different things.
func (v View) FigureCharts(entries []content.Entry) (charts []theme.Chart) {
	alone := theme.Chart{ID: "figures-alone", Title: v.T("chart.alone"), Plain: true}
	for _, e := range entries {
		local, lang := v.In(e)
		h := local.Common()
		for _, figures := range byUnit(h.Figures) {
			rows := v.figureRows(h, figures)
			if len(rows) < 2 {
				alone.Bars = append(alone.Bars, Bars(rows)...)
				continue
			}
			chart := v.figureChart(h, lang, rows, figures[0].Unit)
			chart.ID = fmt.Sprintf("figures-%d", len(charts)+1)
			charts = append(charts, chart)
		}
	}
	if len(alone.Bars) > 0 {
		charts = append(charts, alone)
	}
	return charts
}

func (v View) figureChart(h *content.Head, lang theme.Foreign, rows []Row, unit string) theme.Chart {
	chart := theme.Chart{Title: h.Title, URL: v.EntryURL(h), Lang: lang, Bars: Bars(rows)}
	if name := v.unitName(unit); name != "" {
		chart.Note = v.T("chart.unit", name)
	}
	return chart
}

// byUnit groups figures that share a unit, in the order in which units appear.
func byUnit(figures []content.Figure) (groups [][]content.Figure) {
	for _, f := range figures {
		at := slices.IndexFunc(groups, func(g []content.Figure) bool { return g[0].Unit == f.Unit })
		if at < 0 {
			groups, at = append(groups, nil), len(groups)
		}
		groups[at] = append(groups[at], f)
	}
	return groups
}

func (v View) figureRows(h *content.Head, figures []content.Figure) (rows []Row) {
	for i, shown := range v.figures(figures) {
		f := figures[i]
		row := Row{Bar: theme.Bar{
			Label: shown.Label, Scope: shown.Scope, Value: shown.Value, Dated: v.T("as_of", shown.AsOf),
			StatedAs: shown.StatedAs, Outline: shown.StatedAs != "", Source: v.sourceLink(h, f.Source), Lang: v.Tongue(shown.Label + shown.Scope),
		}}
		row.Least, row.Most = extent(f.Value, f.Min, f.Max)
		rows = append(rows, row)
	}
	return rows
}

// sourceLink leads to a source on the page of its entry.
func (v View) sourceLink(h *content.Head, n int) theme.Link {
	return v.Link(h.Sources[n-1].Publisher, fmt.Sprintf("%s#source-%d", v.EntryURL(h), n))
}
