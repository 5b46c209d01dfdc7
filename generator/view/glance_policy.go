package view

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"anju/generator/content"
	"anju/generator/theme"
	"anju/generator/validity"
)

// policyGlance says of a policy to whom it gives what until when. Nothing that
// is not in force reads as if it were.
type policyGlance struct {
	glance
	policy  *content.Policy
	subject validity.Subject
	status  validity.Status
}

func (v View) policyGlance(p *content.Policy, on theme.Page) []theme.GlanceRow {
	s := v.lib.Subject(p)
	g := &policyGlance{glance{view: v, unknown: p.Unknown}, p, s, s.Status(v.now)}
	if g.status == validity.Withdrawn { // nothing of it is to be chosen
		g.until()
		g.source()
		return g.rows
	}
	g.who()
	g.money()
	g.until()
	g.claim(on)
	g.source()
	return g.rows
}

// over reports whether the policy has ended in whatever way.
func (g *policyGlance) over() bool {
	return slices.Contains([]validity.Status{validity.Repealed, validity.Superseded, validity.Expired}, g.status)
}

// then is what qualifies statements that are not of the present.
func (g *policyGlance) then() string {
	switch {
	case g.status == validity.Reported:
		return g.view.T("glance.reported")
	case g.over():
		return g.view.T("glance.then")
	}
	return ""
}

// asOf is what qualifies amounts, with the day that they are of.
func (g *policyGlance) asOf() string {
	v, day := g.view, content.Date(g.policy)
	switch {
	case g.status == validity.Reported:
		if len(g.policy.Sources) > 0 {
			day = cmp.Or(g.policy.Sources[0].PublishedOn, day)
		}
		return cmp.Or(v.optDate("glance.reported_on", day), g.then())
	case g.over():
		return cmp.Or(v.optDate("glance.then_on", day), g.then())
	case g.status == validity.Announced:
		return v.T("glance.from", v.date(g.subject.From))
	case g.status == validity.NoEndStated:
		return cmp.Or(v.optDate("glance.stated_on", day), v.T("glance.may_differ"))
	}
	return ""
}

// shortWho is how long the words of at most two benefits may be, in characters,
// to stand for the audience.
const shortWho = 24

// who is the audience: in the words of the benefits where these are few and
// short, for an audience may also be that of those who are brought in.
func (g *policyGlance) who() {
	var whos []string
	for _, b := range g.policy.Benefits {
		if b.Who != "" && !slices.Contains(whos, b.Who) {
			whos = append(whos, b.Who)
		}
	}
	long := slices.ContainsFunc(whos, func(who string) bool { return utf8.RuneCountInString(who) > shortWho })
	silent := slices.ContainsFunc(g.policy.Benefits, func(b content.Benefit) bool { return b.Who == "" })
	audience := g.view.terms(g.policy.Audience, content.Terms(g.view.lib.Vocab.Audiences), "audience")
	if len(audience) > 0 && (long || silent || len(whos) == 0 || len(whos) > 2) {
		g.add("who", "who", "audience", g.view.linked(audience, "")...).As = g.then()
		return
	}
	g.add("who", "who", "audience", g.first("glance.all_who", g.view.said(whos...))...).As = g.then()
}

// firstShown is how many benefits a glance takes in.
const firstShown = 3

// first are the first values, and where there are more the string of a key that
// says how many in all, and leads to them.
func (g *policyGlance) first(key string, values []theme.GlanceValue) []theme.GlanceValue {
	all := len(values)
	if all <= firstShown {
		return values
	}
	return append(values[:firstShown], g.view.led(g.view.T(key, all), "#benefits", ""))
}

// money is what the first benefits give, those with an amount before the others.
func (g *policyGlance) money() {
	var stated, others []theme.GlanceValue
	for _, b := range g.policy.Benefits {
		shown := g.view.benefit(b)
		switch {
		case b.Money != nil || b.InKind != "":
			note := g.view.joined(b.Name, shown.Duration, g.view.unstated(b.Money))
			stated = append(stated, g.view.noted(shown.Amount, note))
		default:
			others = append(others, g.view.noted(b.Name, g.view.T("glance.no_amount")))
		}
	}
	values := g.first("glance.all_benefits", slices.Concat(stated, others))
	row := g.add("money", "money", "benefits", values...)
	if len(values) > 0 {
		row.As = g.asOf()
	}
}

func (g *policyGlance) until() {
	values := append([]theme.GlanceValue{g.state()}, g.replacing()...)
	if g.status == validity.Reported {
		values = append(values, g.view.said(g.view.optDate("glance.reported_until", g.policy.EffectiveTo))...)
	}
	if w := g.window(); !g.over() && g.status != validity.Withdrawn {
		values = append(values, w)
	}
	row := g.add("until", "until", "effective_to", values...)
	if g.status == validity.Reported {
		row.As = g.then()
	}
}

// state is since when or until when the policy holds.
func (g *policyGlance) state() theme.GlanceValue {
	v, s := g.view, g.subject
	dated := func(key string, d validity.Date) theme.GlanceValue { return v.noted(v.T(key, v.date(d)), "") }
	switch g.status {
	case validity.Withdrawn:
		return dated("glance.withdrawn", g.policy.Withdrawn.On)
	case validity.Reported:
		return v.noted(v.T("glance.check"), "")
	case validity.Repealed:
		return dated("glance.repealed", s.Repealed)
	case validity.Superseded:
		return dated("glance.superseded", s.SupersededFrom)
	case validity.Expired:
		return dated("glance.expired", s.To)
	case validity.Announced:
		return v.noted(v.T("glance.starts", v.date(s.From)), g.end())
	case validity.InForce:
		day, _ := s.Ending()
		return v.noted(g.end(), v.left(day))
	}
	return v.noted(v.T("status.no_end_stated"), v.T("glance.check_first"))
}

// end is how a policy that has not ended will, "" where nobody stated that.
func (g *policyGlance) end() string {
	key := "glance.until_date"
	day, then := g.subject.Ending()
	switch then {
	case validity.Repealed:
		key = "glance.to_be_repealed"
	case validity.Superseded:
		key = "glance.to_be_superseded"
	}
	return g.view.optDate(key, day)
}

// replacing are the policies that take the place of this one.
func (g *policyGlance) replacing() []theme.GlanceValue {
	note, from := g.view.T("glance.replacing"), g.subject.SupersededFrom
	_, then := g.subject.Ending()
	switch {
	case from.IsZero():
	case g.status == validity.Superseded || then == validity.Superseded && !g.over(): // the line above says so
		note = ""
	case g.view.now.Before(from.First()):
		note = g.view.T("glance.replaced_from", g.view.date(from))
	default:
		note = g.view.T("field.replaced_by")
	}
	return g.view.linked(g.view.replacing(g.policy), note)
}

// window is the window that is open, comes next or closed last; empty where
// there is none.
func (g *policyGlance) window() theme.GlanceValue {
	v := g.view
	w, state := g.subject.BestWindow(v.now)
	switch state {
	case "":
		return theme.GlanceValue{}
	case validity.WindowUpcoming:
		return v.led(v.T("glance.window_opens", v.date(w.Opens)), "#windows", "")
	case validity.WindowClosed:
		return v.led(v.T("glance.window_closed", v.date(w.Closes)), "#windows", "")
	case validity.WindowRolling:
		return v.led(v.T("window.rolling"), "#windows", "")
	}
	if w.Closes.IsZero() {
		return v.led(v.T("glance.window_since", v.date(w.Opens)), "#windows", "")
	}
	return v.led(v.T("glance.window_open", v.date(w.Closes)), "#windows", v.left(w.Closes))
}

// claim is the first thing to do, or whom to ask.
func (g *policyGlance) claim(on theme.Page) {
	v, p := g.view, g.policy
	switch {
	case g.over():
		g.add("claim", "claim", "claim", v.said(v.T("glance.claim_over"))...)
		return
	case g.status == validity.Announced:
		g.add("claim", "claim", "claim", v.said(v.T("glance.claim_later"))...)
		return
	}
	values := v.said(v.opt("delivery", p.Delivery))
	if n := len(p.Claim); n > 0 {
		values = append(values, v.led(v.T("glance.steps", n), "#claim", v.T("glance.first_step", p.Claim[0])))
	}
	values = append(values, v.linked(v.entryLinks(p.Guide), v.T("field.guide"))...)
	if len(p.Claim) == 0 && p.Guide == "" {
		values = append(values, v.asking(p.Contacts, &p.Head, on)...)
	}
	row := g.add("claim", "claim", "claim", values...)
	if len(p.Claim) > 0 || p.Guide != "" || p.Delivery != "" { // whom to ask is no part of what is reported
		row.As = g.then()
	}
}

// source is what the text is called by those who look for it, or who reports it.
func (g *policyGlance) source() {
	v, p := g.view, g.policy
	var values []theme.GlanceValue
	if len(p.Sources) > 0 && p.Basis == "news_report" {
		values = append(values, v.led(p.Sources[0].Publisher, "#sources", v.joined(v.date(p.Sources[0].PublishedOn), v.T("glance.unseen"))))
		values = append(values, v.led(p.DocumentNumber, "#document", ""))
	} else {
		values = append(values, v.led(cmp.Or(p.DocumentNumber, g.issuer()), "#document", v.optDate("glance.issued", p.Issued)))
	}
	if p.OfficialURL != "" {
		values = append(values, v.led(v.T("official_text"), p.OfficialURL, ""))
	}
	g.add("source", "source", "issuer", values...)
}

// issuer is who issued the policy, or else who published its first source.
func (g *policyGlance) issuer() string {
	switch issuers := g.policy.Issuer; {
	case len(issuers) == 1:
		return issuers[0]
	case len(issuers) > 1:
		return g.view.T("glance.issuers", issuers[0], len(issuers))
	case len(g.policy.Sources) > 0:
		return g.policy.Sources[0].Publisher
	}
	return ""
}
