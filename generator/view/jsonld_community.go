package view

import (
	"anju/generator/content"
	"anju/generator/schemaorg"
	"anju/generator/theme"
	"anju/generator/validity"
)

// communityThing is a complex of apartments where homes are known, else a
// place. Of its facilities it has those that are there: what is planned or
// being built is none yet.
func (v View) communityThing(c *content.Community, page *theme.Page) *schemaorg.Place {
	out := &schemaorg.Place{Thing: v.thing("Place", &c.Head, page), Address: c.Address, ContainedIn: v.cityPlace(c.City)}
	if len(c.Homes) > 0 {
		out.Type = schemaorg.Types{"ApartmentComplex"}
	}
	for _, f := range c.Facilities {
		if f.Status == "existing" {
			out.Amenities = append(out.Amenities, schemaorg.Amenity{
				Type: schemaorg.Types{"LocationFeatureSpecification"}, Name: v.facility(f).Name, Value: true,
			})
		}
	}
	for _, h := range c.Homes {
		out.FloorPlans = append(out.FloorPlans, v.floorPlan(c, h, page))
	}
	return out
}

// floorPlan is a unit type. How many are free is not said: that holds for a
// day, which schema.org has no place for.
func (v View) floorPlan(c *content.Community, h content.Home, page *theme.Page) schemaorg.FloorPlan {
	address := page.Canonical + "#" + homeAnchor(h)
	out := schemaorg.FloorPlan{Thing: schemaorg.Thing{
		Type: schemaorg.Types{"FloorPlan"}, ID: address, Name: v.Home(c, h).Title, URL: address,
	}}
	if a := h.Area; a != nil {
		out.Size = &schemaorg.Quantity{Type: schemaorg.Types{"QuantitativeValue"}, Value: a.Value, Min: a.Min, Max: a.Max, UnitCode: "MTK"}
	}
	if a := h.Availability; a != nil && a.Total != nil && !validity.Outdated(a.AsOf, v.now) {
		total := float64(*a.Total)
		out.Units = &schemaorg.Quantity{Type: schemaorg.Types{"QuantitativeValue"}, Value: &total}
	}
	if m := h.Rent; m != nil && spans[m.Period].code != "" {
		out.Type = append(out.Type, "Product")
		out.Offers = &schemaorg.Offer{Type: schemaorg.Types{"Offer"}, Function: schemaorg.LeaseOut, Price: &schemaorg.UnitPrice{
			Type: schemaorg.Types{"UnitPriceSpecification"}, Name: v.money(m), Price: m.Amount, Min: m.Min, Max: m.Max,
			Currency: schemaorg.Yuan, UnitCode: spans[m.Period].code,
		}}
	}
	return out
}
