package view

import (
	"cmp"
	"slices"

	"anju/generator/content"
	"anju/generator/theme"
	"anju/generator/validity"
)

// Home says of a unit type of c what is known. What is not known the source does
// not state, or nobody has written down here.
func (v View) Home(c *content.Community, h content.Home) theme.Home {
	kind := v.T("unit_type." + h.UnitType)
	out := theme.Home{
		ID: homeAnchor(h), Source: h.Source, Title: cmp.Or(h.Title, kind), UnitType: kind,
		Rent: cmp.Or(v.money(h.Rent), v.silence(h.Unknown, "rent")), RentNote: v.opt("rent_basis", h.RentBasis),
		Area:    cmp.Or(v.rangeOf("area", h.Area), v.silence(h.Unknown, "area")),
		Deposit: v.deposit(h.Deposit), Dated: v.homeDated("compare.dated", "sources.accessed", c, h),
		For: h.For, Audience: v.homeAudience(h.Audience),
		Available: v.silence(h.Unknown, "availability"), Lease: v.rangeOf("months", h.LeaseMonths),
		Features: h.Features, Conditions: h.Conditions,
	}
	if a := h.Availability; a != nil && v.vacancies(*a) != "" {
		out.Available, out.Asked = v.vacancies(*a), v.date(a.AsOf)
		if validity.Outdated(a.AsOf, v.now) {
			out.Stale = v.T("homes.outdated", validity.AvailabilityDays)
		}
	}
	if a := h.Apply; a != nil {
		out.Apply, out.ApplyURL = v.joined(v.opt("method", a.Method), v.filled("apply.app", a.App), v.filled("apply.time", a.Time)), a.URL
		out.ApplySteps, out.Papers = a.Steps, a.Papers
	}
	return out
}

// silence says why a fact is not there: only what is named in unknown was looked
// for in the source.
func (v View) silence(unknown []string, field string) string {
	if slices.Contains(unknown, field) {
		return v.T("not_stated")
	}
	return v.T("not_on_record")
}

// deposit is paid once, by whoever moves in: to say so adds nothing.
func (v View) deposit(m *content.Money) string {
	if m != nil && m.Period == "one_off" {
		return v.sum(m)
	}
	return v.money(m)
}

// homeDated is when the source of a home was published, in the string published,
// or else when it was read; "" where no source is named, or it has no day.
func (v View) homeDated(published, read string, c *content.Community, h content.Home) string {
	if h.Source < 1 || h.Source > len(c.Sources) {
		return ""
	}
	s := c.Sources[h.Source-1]
	return cmp.Or(v.optDate(published, s.PublishedOn), v.optDate(read, s.AccessedOn))
}

// filled is the string of a key with a text in it, or "" for no text.
func (v View) filled(key, text string) string {
	if text == "" {
		return ""
	}
	return v.T(key, text)
}

// homeAudience leads to the homes for the same people.
func (v View) homeAudience(slugs []string) []theme.Link {
	links := v.terms(slugs, content.Terms(v.lib.Vocab.Audiences), "audience")
	for i := range links {
		links[i].URL += "&type=home"
	}
	return links
}

// HomeFacts are the values by which homes are compared: rent, area, and how many
// are free and when that was; then what else tells them apart, and of when their
// source is. They do not say that the vacancies are outdated, which depends on
// the moment.
func (v View) HomeFacts(c *content.Community, h content.Home) []string {
	shown := v.Home(c, h)
	fact := func(field string, values ...string) string {
		return v.T("field."+field) + v.T("colon") + v.joined(values...)
	}
	asOf := ""
	if shown.Asked != "" {
		asOf = v.T("as_of", shown.Asked)
	}
	facts := []string{fact("rent", shown.Rent, shown.RentNote), fact("area", shown.Area), fact("availability", shown.Available, asOf)}
	if shown.Deposit != "" {
		facts = append(facts, fact("deposit", shown.Deposit))
	}
	if shown.UnitType != shown.Title {
		facts = append(facts, fact("unit_type", shown.UnitType))
	}
	if dated := v.homeDated("homes.source", "homes.source_read", c, h); dated != "" {
		facts = append(facts, dated)
	}
	return facts
}

// homeAnchor is the fragment of a unit type on the page of its community.
func homeAnchor(h content.Home) string { return "home-" + h.ID }

// HomeURL is where a unit type of c stands on the page of c.
func (v View) HomeURL(c *content.Community, h content.Home) string {
	return v.EntryURL(&c.Head) + "#" + homeAnchor(h)
}

// HomeTitle is what a unit type is called outside its community's page.
func (v View) HomeTitle(c *content.Community, h content.Home) string {
	return v.joined(c.Title, cmp.Or(h.Title, v.T("unit_type."+h.UnitType)))
}

// HomeCard stands for a unit type in lists. c is in the view's language, or
// Chinese where there is no translation.
func (v View) HomeCard(c *content.Community, h content.Home) theme.Card {
	shown := v.Home(c, h)
	card := theme.Card{
		Kind: "home", KindLabel: v.T("kind.home"), Title: v.HomeTitle(c, h), Summary: shown.For,
		URL: v.HomeURL(c, h), City: v.city(c.City),
	}
	if c.Lang != v.Lang {
		card.Lang = theme.Foreign(c.Lang)
	}
	for _, fact := range v.HomeFacts(c, h) {
		card.Facts = append(card.Facts, v.cardFact("", fact))
	}
	if shown.Stale != "" {
		card.Facts = append(card.Facts, v.cardFact("warning", shown.Stale))
	}
	for _, link := range shown.Audience {
		card.Facts = append(card.Facts, theme.CardFact{Icon: "who", Link: link})
	}
	return card
}

// vacancies says how many are free, of how many; "" where neither is known.
func (v View) vacancies(a content.Availability) string {
	switch {
	case a.Units != nil && a.Total != nil:
		return v.T("homes.free_of", *a.Units, *a.Total)
	case a.Units != nil:
		return v.T("homes.free", *a.Units)
	case a.Total != nil:
		return v.T("homes.total", *a.Total)
	}
	return ""
}
