package site

import (
	"slices"
	"strings"

	"anju/generator/content"
	"anju/generator/theme"
)

// given is a benefit with the policy that gives it.
type given struct {
	policy *content.Policy
	index  int // among the policy's benefits
}

func (g given) benefit() content.Benefit { return g.policy.Benefits[g.index] }

// benefitsOf are the benefits of a kind that the policies of a city give, in
// the order of lists: those in force first, then the newest.
func (ed edition) benefitsOf(kind, city string) (out []given) {
	for _, e := range ed.inCity("policy", city) {
		p := e.(*content.Policy)
		for i, b := range p.Benefits {
			if b.Kind == kind {
				out = append(out, given{p, i})
			}
		}
	}
	return out
}

// noDegree is the column of what names no degree.
const noDegree = ""

// columns are the degrees that rows of benefits name, in the order of the
// vocabulary, and at last noDegree where some row needs it: one with both, or
// one without any that cannot span two columns.
func (ed edition) columns(rows [][]given) (out []string) {
	for _, d := range ed.lib.Vocab.Degrees {
		if slices.ContainsFunc(rows, func(row []given) bool { return len(forDegree(row, d.Slug)) > 0 }) {
			out = append(out, d.Slug)
		}
	}
	needed := func(row []given) bool {
		n := len(forDegree(row, noDegree))
		return n > 0 && (n < len(row) || len(out) < 2)
	}
	if slices.ContainsFunc(rows, needed) {
		out = append(out, noDegree)
	}
	return out
}

// forDegree are the benefits that name a degree, or none for noDegree. What
// names several is given for each of them.
func forDegree(row []given, degree string) (out []given) {
	for _, g := range row {
		of := g.benefit().Degrees
		if slices.Contains(of, degree) || degree == noDegree && len(of) == 0 {
			out = append(out, g)
		}
	}
	return out
}

// benefitTable puts rows of benefits, each headed by one of heads, into columns
// by degree.
func (ed edition) benefitTable(heads []theme.Link, rows [][]given) (table theme.BenefitTable) {
	degrees := ed.columns(rows)
	for _, d := range degrees {
		name := ed.T("benefits.no_degree")
		if d != noDegree {
			name = ed.frame.Labels[ed.Lang]["degree"][d]
		}
		table.Degrees = append(table.Degrees, name)
	}
	for i, row := range rows {
		table.Rows = append(table.Rows, theme.BenefitRow{Of: heads[i], Spans: ed.spans(row, degrees, table.Degrees)})
	}
	return table
}

// spans are a row by degree. What several columns side by side would repeat
// stands in one span over them, and so does a row that names no degree where no
// column is for that.
func (ed edition) spans(row []given, degrees, names []string) (spans []theme.BenefitSpan) {
	if !slices.Contains(degrees, noDegree) && len(forDegree(row, noDegree)) > 0 {
		return []theme.BenefitSpan{{Columns: len(degrees), Label: ed.T("benefits.no_degree"), Cells: ed.benefitCells(row), More: ed.moreOffers(row)}}
	}
	var last []given
	for i, d := range degrees {
		offers := forDegree(row, d)
		if len(offers) > 0 && slices.Equal(offers, last) {
			span := &spans[len(spans)-1]
			span.Columns, span.Label = span.Columns+1, span.Label+ed.T("compare.and")+names[i]
		} else {
			spans = append(spans, theme.BenefitSpan{Columns: 1, Label: names[i], Cells: ed.benefitCells(offers), More: ed.moreOffers(offers)})
		}
		last = offers
	}
	return spans
}

// offersShown is how many benefits a cell shows: those in force stand first.
const offersShown = 4

// firstOffers are the benefits of a row that a cell shows.
func firstOffers(row []given) []given { return row[:min(offersShown, len(row))] }

// moreOffers leads from a cell that shows a part of row, which is of one kind
// and city, to the policies that give all of it.
func (ed edition) moreOffers(row []given) theme.Link {
	if len(row) <= offersShown {
		return theme.Link{}
	}
	q := question{
		kind: "policy", city: row[0].policy.City, local: true,
		facets: values{"benefit": {row[0].benefit().Kind}},
	}
	return theme.Link{Text: ed.T("compare.more", len(row)-offersShown), URL: ed.answers(q)}
}

func (ed edition) benefitCells(row []given) (cells []theme.BenefitCell) {
	for _, g := range firstOffers(row) {
		cells = append(cells, ed.BenefitCell(g.policy, g.index))
	}
	return cells
}

// benefitID is the fragment of a kind of benefit on the pages that compare, and
// on hubs.
func benefitID(kind string) string { return "benefit-" + kind }

// cityBenefits are all that the policies of a city give, a row for each kind,
// which leads to the same kind in other cities.
func (ed edition) cityBenefits(city string) theme.BenefitTable {
	var heads []theme.Link
	var rows [][]given
	var ids []string
	for _, kind := range ed.lib.Vocab.Benefits {
		if row := ed.benefitsOf(kind.Slug, city); len(row) > 0 {
			heads = append(heads, ed.Link(kind.In(ed.Lang), ed.URL("/compare/")+"#"+benefitID(kind.Slug)))
			rows, ids = append(rows, row), append(ids, benefitID(kind.Slug))
		}
	}
	table := ed.benefitTable(heads, rows)
	for i, id := range ids {
		table.Rows[i].ID = id
	}
	return table
}

// comparedBenefits are a table for each kind of benefit that policies of several
// of the cities give, with what was looked for in vain elsewhere, and apart from
// them the kinds that one alone gives.
func (ed edition) comparedBenefits(cities []content.City) (tables []theme.BenefitTable, singles []theme.SingleBenefit) {
	for _, kind := range ed.lib.Vocab.Benefits {
		var heads []theme.Link
		var unsought []string
		var rows [][]given
		sought := ed.soughtFor(kind.Slug)
		for _, c := range cities {
			row, looked := ed.benefitsOf(kind.Slug, c.Slug), sought[c.Slug]
			switch {
			case len(row) > 0:
				heads, rows = append(heads, ed.cityLink(c)), append(rows, row)
			case !looked:
				unsought = append(unsought, c.In(ed.Lang))
			}
		}
		switch len(rows) {
		case 0:
		case 1:
			singles = append(singles, theme.SingleBenefit{
				ID: benefitID(kind.Slug), Kind: kind.In(ed.Lang), City: heads[0],
				Cells: ed.singleCells(rows[0]), More: ed.moreOffers(rows[0]), Missing: ed.missing(kind.Slug, cities),
			})
		default:
			table := ed.benefitTable(heads, rows)
			table.ID, table.Title = benefitID(kind.Slug), kind.In(ed.Lang)
			table.Missing, table.Unsought = ed.missing(kind.Slug, cities), unsought
			tables = append(tables, table)
		}
	}
	return tables, singles
}

// singleCells name the degrees: their table has no columns for them.
func (ed edition) singleCells(row []given) (cells []theme.BenefitCell) {
	for _, g := range firstOffers(row) {
		var degrees []string
		for _, slug := range g.benefit().Degrees {
			degrees = append(degrees, ed.frame.Labels[ed.Lang]["degree"][slug])
		}
		cell := ed.BenefitCell(g.policy, g.index)
		cell.Degrees = strings.Join(degrees, ed.T("compare.and"))
		cells = append(cells, cell)
	}
	return cells
}

// gapsFor are the gaps of the topics that cover a kind of benefit.
func (p *planner) gapsFor(kind string) (out []content.Gap) {
	for _, topic := range p.lib.Vocab.Topics {
		if !slices.Contains(topic.Benefits, kind) {
			continue
		}
		for _, g := range p.lib.Vocab.Gaps {
			if g.Topic == topic.Slug || slices.Contains(g.Covers, topic.Slug) {
				out = append(out, g)
			}
		}
	}
	return out
}

// soughtFor are the cities where somebody looked for a kind of benefit.
func (p *planner) soughtFor(kind string) map[string]bool {
	out := map[string]bool{}
	for _, g := range p.gapsFor(kind) {
		out[g.City] = true
	}
	return out
}

// missing are the gaps of cities and of the region about a kind of benefit that
// no entry fills yet, each with its place in the title.
func (ed edition) missing(kind string, cities []content.City) (out []theme.Gap) {
	for _, g := range ed.gapsFor(kind) {
		among := g.City == "" || slices.ContainsFunc(cities, func(c content.City) bool { return c.Slug == g.City })
		if shown := ed.gap(g); among && shown.Found.URL == "" {
			shown.Topic = ed.gapTitle(g)
			out = append(out, shown)
		}
	}
	return out
}
