package view

import (
	"slices"
	"strings"

	"anju/generator/content"
	"anju/generator/theme"
	"anju/generator/validity"
)

// Card stands for an entry in lists.
func (v View) Card(e content.Entry) theme.Card {
	local, lang := v.In(e)
	h := local.Common()
	c := theme.Card{
		Kind: h.Kind, KindLabel: v.T("kind." + h.Kind),
		Title: h.Title, Summary: h.Summary, URL: v.EntryURL(h),
		City: v.city(h.City), Status: v.status(e), Lang: lang,
	}
	c.Facts = v.cardFacts(local)
	text, day := v.cardDate(e)
	c.Date, c.DateISO = text, day.String()
	return c
}

// cardDate is the day on the card of an entry, with words that say of what: an
// event is simply on its next day.
func (v View) cardDate(e content.Entry) (text string, day validity.Date) {
	day = content.Date(e)
	if day.IsZero() {
		day = e.Common().ReviewedOn
		return v.optDate("entry.reviewed", day), day
	}
	switch e := e.(type) {
	case *content.Event:
		day = v.nextDay(e)
		return v.date(day), day
	case *content.Policy:
		if e.Issued.IsZero() {
			return v.T("card.source", v.date(day)), day
		}
	}
	return v.T("card.issued", v.date(day)), day
}

// CardFacts are the values by which people choose, as text: none of them changes
// with the moment, for the search keeps them.
func (v View) CardFacts(e content.Entry) (out []string) {
	for _, fact := range v.cardFacts(e) {
		out = append(out, fact.Text)
	}
	return out
}

// cardFact is a value on a card, with the symbol of what it says.
func (v View) cardFact(icon theme.Icon, text string) theme.CardFact {
	return theme.CardFact{Icon: icon, Link: v.Link(text, "")}
}

// cardFacts are the few values by which people choose. What was withdrawn is
// not to be chosen.
func (v View) cardFacts(e content.Entry) (out []theme.CardFact) {
	if e.Common().Withdrawn != nil {
		return nil
	}
	switch e := e.(type) {
	case *content.Community:
		out = v.communityFacts(e)
	case *content.Policy:
		out = v.policyFacts(e)
	case *content.Guide:
		out = append(out, v.cardFact("guide", v.opt("genre", e.Genre)))
	case *content.Job:
		out = append(out, v.cardFact("job", e.Employer), v.cardFact("money", v.money(e.Salary)), v.cardFact("until", v.optDate("card.closes", e.ClosesOn)))
	case *content.Event:
		out = append(out, v.cardFact("pin", e.Venue))
	}
	return slices.DeleteFunc(out, func(f theme.CardFact) bool { return f.Text == "" })
}

func (v View) communityFacts(c *content.Community) []theme.CardFact {
	out := []theme.CardFact{
		v.cardFact("community", v.opt("community", c.Type)), v.cardFact("", v.organisation(v.lib.Vocab.Brands, c.Brand)),
	}
	if n := len(c.Homes); n > 0 {
		rent, dated := v.rents(c)
		out = append(out, v.cardFact("home", v.T("count.home", n)), v.cardFact("money", v.joined(rent, dated)))
	}
	return out
}

// benefitsOnCard is of how many benefits a card says the amount.
const benefitsOnCard = 2

// policyFacts say who is given how much until when. The level is said where it
// is not the city's, which a card names anyway.
func (v View) policyFacts(p *content.Policy) (out []theme.CardFact) {
	if p.Level != "municipal" {
		out = append(out, v.cardFact("pin", v.opt("level", p.Level)))
	}
	var audience []string
	for _, slug := range p.Audience {
		audience = append(audience, v.term(content.Terms(v.lib.Vocab.Audiences), slug))
	}
	out = append(out, v.cardFact("who", v.joined(audience...)))
	for _, b := range p.Benefits[:min(benefitsOnCard, len(p.Benefits))] {
		icon := theme.Icon("check")
		if b.Money != nil {
			icon = "money"
		}
		out = append(out, v.cardFact(icon, strings.TrimSpace(b.Name+" "+v.money(b.Money))))
	}
	return append(out, v.cardFact("until", v.untilOnCard(p)))
}

// untilOnCard is the end that a policy states, or what ends it before that.
func (v View) untilOnCard(p *content.Policy) string {
	switch day, then := v.lib.Subject(p).Ending(); then {
	case validity.Repealed:
		return v.T("card.repealed", v.date(day))
	case validity.Superseded:
		return v.T("card.superseded", v.date(day))
	}
	return v.optDate("card.until", p.EffectiveTo)
}
