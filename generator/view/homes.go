package view

import (
	"cmp"

	"anju/generator/content"
	"anju/generator/theme"
)

// Home says of a unit type what is known, and 来源未载明 of what is not.
func (v View) Home(h content.Home) theme.Home {
	stated := func(text string) string { return cmp.Or(text, v.T("not_stated")) }
	kind := v.T("unit_type." + h.UnitType)
	out := theme.Home{
		ID: "home-" + h.ID, Source: h.Source, Title: cmp.Or(h.Title, kind), UnitType: kind,
		Rent: stated(v.money(h.Rent)), Area: stated(v.rangeOf("area", h.Area)),
		For: h.For, Available: v.T("not_stated"), Lease: v.rangeOf("months", h.LeaseMonths),
		Features: h.Features, Conditions: h.Conditions,
	}
	if a := h.Availability; a != nil {
		out.Available = v.availability(*a)
		out.Asked = v.date(a.AsOf)
	}
	out.Apply, out.ApplyURL = v.application(h.Apply)
	return out
}

// HomeCard stands for a unit type in lists. c is in the view's language, or
// Chinese where there is no translation.
func (v View) HomeCard(c *content.Community, h content.Home) theme.Card {
	shown := v.Home(h)
	fact := func(field, value string) theme.Link {
		return theme.Link{Text: v.T("field."+field) + v.T("colon") + value}
	}
	free := shown.Available
	if shown.Asked != "" {
		free = v.joined(free, v.T("as_of", shown.Asked))
	}
	return theme.Card{
		Kind: "home", KindLabel: v.T("kind.home"), Title: shown.Title, Summary: c.Title,
		URL: v.EntryURL(&c.Head) + "#" + shown.ID, City: v.city(c.City),
		Facts: []theme.Link{fact("rent", shown.Rent), fact("area", shown.Area), fact("availability", free)},
	}
}

func (v View) availability(a content.Availability) string {
	switch {
	case a.Units != nil && a.Total != nil:
		return v.T("homes.free_of", *a.Units, *a.Total)
	case a.Units != nil:
		return v.T("homes.free", *a.Units)
	case a.Total != nil:
		return v.T("homes.total", *a.Total)
	}
	return v.T("not_stated")
}
