package view

import (
	"cmp"

	"anju/generator/content"
	"anju/generator/theme"
)

func (v View) community(c *content.Community, entry theme.Entry) theme.Payload {
	entry.Glance = v.communityGlance(c, entry.Page)
	page := &theme.CommunityPage{
		Entry: entry, Positioning: c.Positioning, Contacts: v.contacts(c.Contacts),
		Facilities: v.facilities(c.Facilities), Recognitions: v.recognitions(c), Background: v.background(c),
	}
	f := v.facts(&c.Head, "city", "audience")
	f.text("community_type", v.opt("community", c.Type))
	f.add("industries", v.plain(c.Industries, v.lib.Vocab.Industries)...)
	page.Facts = f.list
	page.Circle, page.Amenities = v.circle(c.Amenities)
	for _, h := range c.Homes {
		page.Homes = append(page.Homes, v.Home(c, h))
	}
	for _, x := range c.Commute {
		detail := v.T("commute.time", v.opt("commute", x.Mode), v.number(*x.Minutes))
		page.Commute = append(page.Commute, theme.Item{Name: x.To, Detail: detail, Source: x.Source})
	}
	for _, x := range c.Partners {
		page.Partners = append(page.Partners, theme.Item{Name: x.Name, Detail: v.opt("partner", x.Role), Source: x.Source})
	}
	return page
}

// background is who runs a community and how it came about.
func (v View) background(c *content.Community) []theme.Fact {
	f := &facts{view: v, unknown: c.Unknown}
	f.add("operator", v.organisations(c.Operators, v.lib.Vocab.Operators, "operators")...)
	f.add("brand", v.organisations([]string{c.Brand}, v.lib.Vocab.Brands, "brands")...)
	f.text("origin", v.opt("origin", c.Origin))
	f.text("former_use", c.FormerUse)
	f.text("origin_stock", v.opt("origin_stock", c.OriginStock))
	f.text("siting", v.opts("siting", c.Siting)...)
	f.text("funding_model", v.opt("funding", c.Funding))
	return f.list
}

// recognitions are the stars and the titles of a community, each with who
// awards it and when: a title without that is worth what it says.
func (v View) recognitions(c *content.Community) (out []theme.Item) {
	if s := c.Stars; s != nil {
		detail := v.joined(v.T("stars.scheme", s.Scheme), cmp.Or(v.date(s.On), v.T("recognition.no_date")))
		out = append(out, theme.Item{Name: v.T("stars.count", *s.Value), Detail: detail, Source: s.Source})
	}
	for _, r := range c.Recognitions {
		by, on := v.T("recognition.no_body"), cmp.Or(v.date(r.On), v.T("recognition.no_date"))
		if r.AwardedBy != "" {
			by = v.T("recognition.by", r.AwardedBy)
		}
		out = append(out, theme.Item{Name: r.Name, Detail: v.joined(v.opt("level", r.Level), by, on), Source: r.Source})
	}
	return out
}

// needs are what people need of a place, in the order of the page. "" is for
// what serves none of them in particular.
var needs = []string{"living", "innovation", "social", "culture", ""}

// facilities are grouped by the need that their kind serves, without titles
// where no kind names one.
func (v View) facilities(list []content.Facility) (groups []theme.ItemGroup) {
	for _, need := range needs {
		var items []theme.Item
		for _, x := range list {
			if provision(v.lib.Vocab.Facilities, x.Kind).Need == need {
				items = append(items, v.facility(x))
			}
		}
		title := v.T("need." + cmp.Or(need, "other"))
		if need == "" && len(groups) == 0 {
			title = ""
		}
		if len(items) > 0 {
			groups = append(groups, theme.ItemGroup{Title: title, Items: items})
		}
	}
	return groups
}

func provision(vocab []content.Provision, slug string) content.Provision {
	for _, p := range vocab {
		if p.Slug == slug {
			return p
		}
	}
	return content.Provision{}
}

func (v View) facility(x content.Facility) theme.Item {
	kind := provision(v.lib.Vocab.Facilities, x.Kind).In(v.Lang)
	item := theme.Item{Name: cmp.Or(x.Name, kind), Source: x.Source}
	if x.Name != "" && x.Name != kind {
		item.Detail = kind
	}
	if x.Count != nil {
		item.Detail = v.joined(item.Detail, v.T("facility.count", *x.Count))
	}
	if x.Status != "existing" {
		item.State = v.opt("facility_status", x.Status)
		item.Detail = v.joined(item.Detail, v.optDate("facility.completion", x.Completion), v.overdue(x))
	}
	return item
}

// overdue says of what should be there by now that nobody wrote that it is.
func (v View) overdue(x content.Facility) string {
	if x.Completion.IsZero() || v.now.Before(x.Completion.After()) {
		return ""
	}
	return v.T("facility.overdue")
}

// amenity says how far something is and how that is known, or why it is not
// counted as reached on foot.
func (v View) amenity(x content.Amenity) theme.Item {
	item := theme.Item{Name: v.amenityName(x), Source: x.Source}
	var parts []string
	if kind := provision(v.lib.Vocab.Amenities, x.Kind).In(v.Lang); kind != item.Name {
		parts = append(parts, kind)
	}
	straight := x.WalkMin != nil && x.Method == "straight_line" // minutes that nobody walks
	if x.WalkMin != nil && !straight {
		parts = append(parts, v.T("amenity.walk", v.number(*x.WalkMin)))
	}
	if x.DistanceM != nil {
		parts = append(parts, v.T("amenity.distance", v.number(*x.DistanceM)))
	}
	parts = append(parts, v.opt("method", x.Method), v.optDate("amenity.measured", x.MeasuredOn))
	switch {
	case straight:
		parts = append(parts, v.T("amenity.no_walk"))
	case x.WalkMin == nil && x.DistanceM != nil:
		parts = append(parts, v.T("amenity.only_distance"))
	case x.WalkMin == nil:
		parts = append(parts, v.T("amenity.no_minutes"))
	}
	item.Detail = v.joined(parts...)
	return item
}

func (v View) amenityName(x content.Amenity) string {
	return cmp.Or(x.Name, provision(v.lib.Vocab.Amenities, x.Kind).In(v.Lang))
}
