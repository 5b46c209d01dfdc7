package view

import (
	"cmp"

	"anju/generator/content"
	"anju/generator/theme"
	"anju/generator/validity"
)

func (v View) policy(p *content.Policy, entry theme.Entry) theme.Payload {
	entry.Glance = v.policyGlance(p, entry.Page)
	page := &theme.PolicyPage{
		Entry: entry, Header: v.documentHeader(p), Unseen: p.Basis == "news_report",
		Conditions: p.Conditions, Claim: p.Claim, Documents: p.Documents,
		Contacts: v.contacts(p.Contacts), Official: p.OfficialURL,
		Pilot: v.pilot(p), Benefits: v.benefits(p.Benefits),
	}
	f := v.facts(&p.Head, "audience")
	f.text("level", v.opt("level", p.Level))
	page.Facts = f.list
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
// which 国办发〔2017〕47号 has government sites print them: of a text that was
// seen all eight, then those on what holds as far as they are stated.
func (v View) documentHeader(p *content.Policy) []theme.Fact {
	f := &facts{view: v, unknown: p.Unknown, whole: p.Basis == "official_text"}
	f.text("index_number", p.IndexNumber)
	f.text("topic", p.Topic)
	f.text("issuer", p.Issuer...)
	f.date("formed_on", p.FormedOn)
	f.text("title", p.Title)
	f.text("document_number", p.DocumentNumber)
	f.date("issued", p.Issued)
	f.text("subject_words") // entries have no such field
	f.whole = false
	if s := v.status(p); s != nil {
		f.text("validity", s.Label)
	}
	f.date("effective_from", p.EffectiveFrom)
	f.date("effective_to", p.EffectiveTo)
	f.date("repealed_on", p.RepealedOn)
	f.add("replaces", v.entryLinks(p.Replaces...)...)
	f.add("replaced_by", v.replacing(p)...)
	return f.list
}

// replacing are the policies that take the place of p.
func (v View) replacing(p *content.Policy) []theme.Link {
	var by []content.Ref
	for _, q := range v.lib.ReplacedBy(p) {
		by = append(by, q.Ref())
	}
	return v.entryLinks(by...)
}

// unparted is up to how many benefits stand in one table without titles.
const unparted = 6

// benefits are parted by kind where they are many, in the order in which the
// kinds come first.
func (v View) benefits(list []content.Benefit) (groups []theme.BenefitGroup) {
	at := map[string]int{}
	for _, b := range list {
		shown := v.benefit(b)
		title := ""
		if len(list) > unparted {
			title, shown.Kind = shown.Kind, ""
		}
		i, ok := at[title]
		if !ok {
			i = len(groups)
			at[title] = i
			groups = append(groups, theme.BenefitGroup{Title: title})
		}
		groups[i].Rows = append(groups[i].Rows, shown)
	}
	return groups
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
	stated := validity.Window{Opens: w.Opens, Closes: w.Closes, Rolling: w.Rolling}
	state := s.StateOf(stated, v.now)
	row := theme.WindowRow{Name: w.Batch, Opens: v.date(w.Opens), Closes: v.date(w.Closes), State: v.opt("window", string(state)), Lang: v.Tongue(w.Batch)}
	switch {
	case state == validity.WindowOpen || state == validity.WindowClosing:
		row.Left = v.left(s.Within(stated).Closes)
	case state == "" && s.NeverOpens(stated):
		row.State = v.T("window.never")
	}
	return row
}
