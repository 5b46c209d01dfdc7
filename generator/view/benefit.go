package view

import (
	"cmp"
	"strings"

	"anju/generator/content"
	"anju/generator/theme"
	"anju/generator/validity"
)

// BenefitCell is the benefit number i of a policy for a table of many: what is
// given to whom, how the policy stands and of when its source is.
func (v View) BenefitCell(p *content.Policy, i int) theme.BenefitCell {
	local, lang := v.In(p)
	q := local.(*content.Policy)
	b := q.Benefits[i]
	shown := v.benefit(b)
	cell := theme.BenefitCell{
		Lang:   lang,
		Amount: shown.Amount, Name: b.Name, Place: v.partOfCity(q), Detail: v.joined(b.Who, shown.Duration),
		Policy: theme.Link{Text: q.Title, URL: v.EntryURL(&q.Head) + "#benefit-" + b.ID},
		Dated:  v.date(benefitDate(p, i)), Status: v.status(p),
	}
	cell.Current = v.lib.Subject(p).Status(v.now) == validity.InForce
	return cell
}

// partOfCity says of a policy that does not hold in the whole city who issued
// it, or else what it is called: both name the place. It is "" for all others.
func (v View) partOfCity(p *content.Policy) string {
	if p.Level != "district" && p.Level != "park" {
		return ""
	}
	by := cmp.Or(strings.Join(p.Issuer, v.T("compare.and")), p.Title)
	return v.opt("level", p.Level) + v.T("colon") + by
}

// benefitDate is the day of the source of a benefit, or else of its policy.
func benefitDate(p *content.Policy, i int) validity.Date {
	if n := p.Benefits[i].Source; n > 0 {
		return cmp.Or(p.Sources[n-1].PublishedOn, content.Date(p))
	}
	return content.Date(p)
}

// BenefitRow is the amount of benefit number i of a policy as a row of a chart.
// What is not known to hold now is drawn in outline and says so.
func (v View) BenefitRow(p *content.Policy, i int) Row {
	cell := v.BenefitCell(p, i)
	row := Row{Bar: theme.Bar{
		Scope: v.joined(cell.Name, cell.Place), Value: cell.Amount, Dated: cell.Dated, Lang: cell.Lang, Source: cell.Policy, Outline: !cell.Current,
	}}
	if v.lib.Subject(p).Status(v.now) != validity.InForce {
		row.StatedAs = cell.Status.Label
	}
	if m := p.Benefits[i].Money; m != nil {
		row.Least, row.Most = extent(asFloat(m.Amount), asFloat(m.Min), asFloat(m.Max))
	}
	return row
}
