package site

import (
	"cmp"
	"slices"
	"strings"

	"anju/generator/content"
	"anju/generator/theme"
)

func (v view) community(c *content.Community, translated bool) theme.Payload {
	page := &theme.CommunityPage{Entry: v.entry(c, translated), Positioning: c.Positioning, Contacts: v.contacts(c.Contacts)}
	f := v.facts(&c.Head)
	f.text("community_type", v.opt("community", c.Type))
	f.add("brand", v.organisations([]string{c.Brand}, v.lib.Vocab.Brands, "brands")...)
	f.add("operator", v.organisations(c.Operators, v.lib.Vocab.Operators, "operators")...)
	f.text("address", c.Address)
	f.add("industries", v.plain(c.Industries, v.lib.Vocab.Industries)...)
	f.text("origin", v.opt("origin", c.Origin))
	f.text("former_use", c.FormerUse)
	f.text("origin_stock", v.opt("origin_stock", c.OriginStock))
	page.Facts = f.list
	for _, x := range c.Facilities {
		page.Facilities = append(page.Facilities, v.facility(x))
	}
	for _, x := range c.Amenities {
		page.Amenities = append(page.Amenities, v.amenity(x))
	}
	for _, x := range c.Recognitions {
		detail := v.joined(v.opt("level", x.Level), x.AwardedBy, v.date(x.On))
		page.Recognitions = append(page.Recognitions, theme.Item{Name: x.Name, Detail: detail, Source: x.Source})
	}
	for _, h := range c.Homes {
		page.Homes = append(page.Homes, v.home(h))
	}
	return page
}

// plain are vocabulary words without an address.
func (v view) plain(slugs []string, vocab []content.Term) (out []theme.Link) {
	for _, slug := range slugs {
		out = append(out, theme.Link{Text: term(vocab, slug).In(v.lang)})
	}
	return out
}

func term(vocab []content.Term, slug string) content.Term {
	i := slices.IndexFunc(vocab, func(t content.Term) bool { return t.Slug == slug })
	if i < 0 {
		return content.Term{}
	}
	return vocab[i]
}

// joined puts the parts that are there in a row.
func (v view) joined(parts ...string) string {
	parts = slices.DeleteFunc(slices.Clone(parts), func(s string) bool { return s == "" })
	return strings.Join(parts, v.t("list.separator"))
}

func (v view) facility(x content.Facility) theme.Item {
	kind := term(v.lib.Vocab.Facilities, x.Kind).In(v.lang)
	item := theme.Item{Name: cmp.Or(x.Name, kind), Source: x.Source}
	if x.Name != "" && x.Name != kind {
		item.Detail = kind
	}
	if x.Count != nil {
		item.Detail = v.joined(item.Detail, v.t("facility.count", *x.Count))
	}
	if x.Status != "existing" {
		item.State = v.opt("facility_status", x.Status)
		item.Detail = v.joined(item.Detail, v.optDate("facility.completion", x.Completion.In(v.lang)))
	}
	return item
}

func (v view) optDate(key, date string) string {
	if date == "" {
		return ""
	}
	return v.t(key, date)
}

func (v view) amenity(x content.Amenity) theme.Item {
	kind := term(v.lib.Vocab.Amenities, x.Kind).In(v.lang)
	item := theme.Item{Name: cmp.Or(x.Name, kind), Source: x.Source}
	var parts []string
	if x.Name != "" && x.Name != kind {
		parts = append(parts, kind)
	}
	if x.WalkMin != nil {
		parts = append(parts, v.t("amenity.walk", v.number(*x.WalkMin)))
	}
	if x.DistanceM != nil {
		parts = append(parts, v.t("amenity.distance", v.number(*x.DistanceM)))
	}
	parts = append(parts, v.opt("method", x.Method), v.optDate("amenity.measured", x.MeasuredOn.In(v.lang)))
	item.Detail = v.joined(parts...)
	return item
}

// home says of a unit type what is known, and 来源未载明 of what is not.
func (v view) home(h content.Home) theme.Home {
	stated := func(text string) string { return cmp.Or(text, v.t("not_stated")) }
	kind := v.t("unit_type." + h.UnitType)
	out := theme.Home{
		ID: "home-" + h.ID, Source: h.Source, Title: cmp.Or(h.Title, kind), UnitType: kind,
		Rent: stated(v.money(h.Rent)), Area: stated(v.rangeOf("area", h.Area)),
		For: h.For, Available: v.t("not_stated"), Lease: v.rangeOf("months", h.LeaseMonths),
		Features: h.Features, Conditions: h.Conditions,
	}
	if a := h.Availability; a != nil {
		out.Available = v.availability(*a)
		out.Asked = v.date(a.AsOf)
	}
	if h.Apply != nil {
		out.ApplyURL = h.Apply.URL
		out.Apply = v.joined(append([]string{v.opt("method", h.Apply.Method), h.Apply.App}, h.Apply.Steps...)...)
	}
	return out
}

func (v view) availability(a content.Availability) string {
	switch {
	case a.Units != nil && a.Total != nil:
		return v.t("homes.free_of", *a.Units, *a.Total)
	case a.Units != nil:
		return v.t("homes.free", *a.Units)
	case a.Total != nil:
		return v.t("homes.total", *a.Total)
	}
	return v.t("not_stated")
}
