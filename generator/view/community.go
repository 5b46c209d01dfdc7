package view

import (
	"cmp"

	"anju/generator/content"
	"anju/generator/theme"
)

func (v View) community(c *content.Community, entry theme.Entry) theme.Payload {
	page := &theme.CommunityPage{Entry: entry, Positioning: c.Positioning, Contacts: v.contacts(c.Contacts)}
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
	if len(c.Facilities) > 0 {
		page.Facilities = []theme.ItemGroup{{}}
	}
	for _, x := range c.Facilities {
		page.Facilities[0].Items = append(page.Facilities[0].Items, v.facility(x))
	}
	for _, x := range c.Amenities {
		page.Amenities = append(page.Amenities, v.amenity(x))
	}
	for _, x := range c.Recognitions {
		detail := v.joined(v.opt("level", x.Level), x.AwardedBy, v.date(x.On))
		page.Recognitions = append(page.Recognitions, theme.Item{Name: x.Name, Detail: detail, Source: x.Source})
	}
	for _, h := range c.Homes {
		page.Homes = append(page.Homes, v.Home(h))
	}
	return page
}

func (v View) facility(x content.Facility) theme.Item {
	kind := v.term(content.Terms(v.lib.Vocab.Facilities), x.Kind)
	item := theme.Item{Name: cmp.Or(x.Name, kind), Source: x.Source}
	if x.Name != "" && x.Name != kind {
		item.Detail = kind
	}
	if x.Count != nil {
		item.Detail = v.joined(item.Detail, v.T("facility.count", *x.Count))
	}
	if x.Status != "existing" {
		item.State = v.opt("facility_status", x.Status)
		item.Detail = v.joined(item.Detail, v.optDate("facility.completion", x.Completion))
	}
	return item
}

func (v View) amenity(x content.Amenity) theme.Item {
	kind := v.term(content.Terms(v.lib.Vocab.Amenities), x.Kind)
	item := theme.Item{Name: cmp.Or(x.Name, kind), Source: x.Source}
	var parts []string
	if x.Name != "" && x.Name != kind {
		parts = append(parts, kind)
	}
	if x.WalkMin != nil {
		parts = append(parts, v.T("amenity.walk", v.number(*x.WalkMin)))
	}
	if x.DistanceM != nil {
		parts = append(parts, v.T("amenity.distance", v.number(*x.DistanceM)))
	}
	parts = append(parts, v.opt("method", x.Method), v.optDate("amenity.measured", x.MeasuredOn))
	item.Detail = v.joined(parts...)
	return item
}
