package site

import (
	"slices"

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
		shown := theme.BenefitRow{Of: heads[i]}
		if !slices.Contains(degrees, noDegree) && len(forDegree(row, noDegree)) > 0 {
			shown.Wide = ed.benefitCells(row)
		} else {
			for _, d := range degrees {
				shown.Cells = append(shown.Cells, ed.benefitCells(forDegree(row, d)))
			}
		}
		table.Rows = append(table.Rows, shown)
	}
	return table
}

func (ed edition) benefitCells(row []given) (cells []theme.BenefitCell) {
	for _, g := range row {
		cells = append(cells, ed.BenefitCell(g.policy, g.index))
	}
	return cells
}

// benefitID is the fragment of a kind of benefit on the page that compares.
func benefitID(kind string) string { return "benefit-" + kind }

// cityBenefits are all that the policies of a city give, a row for each kind,
// which leads to the same kind in other cities.
func (ed edition) cityBenefits(city string) theme.BenefitTable {
	var heads []theme.Link
	var rows [][]given
	for _, kind := range ed.lib.Vocab.Benefits {
		if row := ed.benefitsOf(kind.Slug, city); len(row) > 0 {
			heads = append(heads, theme.Link{Text: kind.In(ed.Lang), URL: ed.URL("/compare/") + "#" + benefitID(kind.Slug)})
			rows = append(rows, row)
		}
	}
	return ed.benefitTable(heads, rows)
}

// comparedBenefits are a table for each kind of benefit that a policy of any
// city gives, with what was looked for in vain elsewhere.
func (ed edition) comparedBenefits() (tables []theme.BenefitTable) {
	for _, kind := range ed.lib.Vocab.Benefits {
		var heads []theme.Link
		var unsought []string
		var rows [][]given
		sought := ed.soughtFor(kind.Slug)
		for _, c := range ed.lib.Vocab.Cities {
			row, looked := ed.benefitsOf(kind.Slug, c.Slug), sought[c.Slug]
			switch {
			case len(row) > 0:
				heads, rows = append(heads, ed.cityLink(c)), append(rows, row)
			case !looked:
				unsought = append(unsought, c.In(ed.Lang))
			}
		}
		if len(rows) == 0 {
			continue
		}
		table := ed.benefitTable(heads, rows)
		table.ID, table.Title = benefitID(kind.Slug), kind.In(ed.Lang)
		table.Missing, table.Unsought = ed.missing(kind.Slug), unsought
		tables = append(tables, table)
	}
	return tables
}

// gapsFor are the gaps of the topics that cover a kind of benefit.
func (p *planner) gapsFor(kind string) (out []content.Gap) {
	for _, topic := range p.lib.Vocab.Topics {
		if !slices.Contains(topic.Benefits, kind) {
			continue
		}
		for _, g := range p.lib.Vocab.Gaps {
			if g.Topic == topic.Slug {
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

// missing are the gaps about a kind of benefit that no entry fills yet, each
// with its place in the title.
func (ed edition) missing(kind string) (out []theme.Gap) {
	for _, g := range ed.gapsFor(kind) {
		if shown := ed.gap(g); shown.Found.URL == "" {
			shown.Topic = ed.gapTitle(g)
			out = append(out, shown)
		}
	}
	return out
}
