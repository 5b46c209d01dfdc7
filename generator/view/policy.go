package view

import (
	"cmp"

	"anju/generator/content"
	"anju/generator/theme"
	"anju/generator/validity"
)

func (v View) policy(p *content.Policy, entry theme.Entry) theme.Payload {
	page := &theme.PolicyPage{
		Entry: entry, Header: v.documentHeader(p),
		Conditions: p.Conditions, Claim: p.Claim, Documents: p.Documents,
		Contacts: v.contacts(p.Contacts), Official: p.OfficialURL,
		Pilot: v.pilot(p),
	}
	f := v.facts(&p.Head)
	f.text("level", v.opt("level", p.Level))
	f.text("basis", v.opt("basis", p.Basis))
	f.text("delivery", v.opt("delivery", p.Delivery))
	f.add("replaces", v.entryLinks(p.Replaces...)...)
	var by []content.Ref
	for _, q := range v.lib.ReplacedBy(p) {
		by = append(by, q.Ref())
	}
	f.add("replaced_by", v.entryLinks(by...)...)
	f.add("guide", v.entryLinks(p.Guide)...)
	page.Facts = f.list
	for _, b := range p.Benefits {
		page.Benefits = append(page.Benefits, v.benefit(b))
	}
	if v.lib.Subject(p).Status(v.now) != validity.InForce {
		page.StatedOn = v.date(content.Date(p))
	}
	for _, w := range p.Windows {
		page.Windows = append(page.Windows, v.window(v.lib.Subject(p), w))
	}
	return page
}

// pilot says of a pilot that it is one, and where it runs.
func (v View) pilot(p *content.Policy) string {
	if !p.Pilot {
		return ""
	}
	return v.T("pilot.area", p.PilotArea)
}

// documentHeader holds the fields of an official document in the order in
// which 国办发〔2017〕47号 has government sites print them.
func (v View) documentHeader(p *content.Policy) []theme.Fact {
	f := &facts{view: v, unknown: p.Unknown}
	f.text("index_number", p.IndexNumber)
	f.text("topic", p.Topic)
	f.text("issuer", p.Issuer...)
	f.text("document_number", p.DocumentNumber)
	f.date("formed_on", p.FormedOn)
	f.date("issued", p.Issued)
	f.date("effective_from", p.EffectiveFrom)
	f.date("effective_to", p.EffectiveTo)
	f.date("repealed_on", p.RepealedOn)
	if s := v.status(p); s != nil {
		f.text("status", s.Label)
	}
	return f.list
}

func (v View) benefit(b content.Benefit) theme.Benefit {
	out := theme.Benefit{
		ID: b.ID, Source: b.Source, Name: b.Name, Kind: v.term(v.lib.Vocab.Benefits, b.Kind),
		Amount: cmp.Or(v.money(b.Money), b.InKind, v.T("not_stated")), Who: b.Who, Conditions: b.Conditions,
	}
	if b.Money != nil && b.InKind != "" {
		out.Amount = v.joined(out.Amount, b.InKind)
	}
	if b.MonthsMax != nil {
		out.Duration = v.T("benefit.months", *b.MonthsMax)
	}
	return out
}

func (v View) window(s validity.Subject, w content.Window) theme.WindowRow {
	state := s.StateOf(validity.Window{Opens: w.Opens, Closes: w.Closes, Rolling: w.Rolling}, v.now)
	return theme.WindowRow{Name: w.Batch, Opens: v.date(w.Opens), Closes: v.date(w.Closes), State: v.opt("window", string(state))}
}
