package view

import (
	"cmp"

	"anju/generator/config"
	"anju/generator/content"
	"anju/generator/theme"
	"anju/generator/validity"
)

// Card stands for an entry in lists.
func (v View) Card(e content.Entry) theme.Card {
	local, translated := v.lib.In(e, v.Lang)
	h := local.Common()
	c := theme.Card{
		Kind: h.Kind, KindLabel: v.T("kind." + h.Kind),
		Title: h.Title, Summary: h.Summary, URL: v.EntryURL(h),
		City: v.city(h.City), Status: v.status(e),
	}
	for _, fact := range v.CardFacts(local) {
		c.Facts = append(c.Facts, theme.Link{Text: fact})
	}
	text, day := v.cardDate(e)
	c.Date, c.DateISO = text, day.String()
	if !translated {
		c.Lang = config.Language
	}
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

// CardFacts are the two or three values by which people choose. What was
// withdrawn is not to be chosen.
func (v View) CardFacts(e content.Entry) (out []string) {
	if e.Common().Withdrawn != nil {
		return nil
	}
	add := func(text string) {
		if text != "" {
			out = append(out, text)
		}
	}
	switch e := e.(type) {
	case *content.Community:
		add(v.opt("community", e.Type))
		add(v.organisation(v.lib.Vocab.Brands, e.Brand))
		if n := len(e.Homes); n > 0 {
			add(v.T("count.home", n))
		}
	case *content.Policy:
		add(v.opt("level", e.Level))
		for _, b := range e.Benefits[:min(2, len(e.Benefits))] {
			add(cmp.Or(v.money(b.Money), b.Name))
		}
	case *content.Guide:
		add(v.opt("genre", e.Genre))
	case *content.Job:
		add(e.Employer)
		add(v.money(e.Salary))
		add(v.optDate("card.closes", e.ClosesOn))
	case *content.Event:
		add(e.Venue)
	}
	return out
}
