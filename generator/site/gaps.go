package site

import (
	"anju/generator/content"
	"anju/generator/theme"
)

// gapPath is where the page of a gap stands. A gap of no city is the region's.
func gapPath(g content.Gap) string {
	city := g.City
	if city == "" {
		city = "region"
	}
	return "/gaps/" + city + "/" + g.Topic + "/"
}

func (v view) gap(g content.Gap) theme.Gap {
	out := theme.Gap{URL: v.url(gapPath(g)), Topic: g.Zh, Text: g.TextZh, Looked: v.date(g.Looked)}
	if v.lang == "en" {
		out.Topic, out.Text = g.En, g.TextEn
	}
	return out
}

// gapPlace is the city of a gap, or the list of all cities.
func (v view) gapPlace(city string) theme.Link {
	if city == "" {
		return theme.Link{Text: v.cfg.Region.In(v.lang), URL: v.url("/cities/")}
	}
	return theme.Link{Text: v.cityName(city), URL: v.url("/cities/" + city + "/")}
}

// gapAsk is where to ask about a gap: its own places, else its city's.
func (v view) gapAsk(g content.Gap) []theme.Contact {
	if len(g.Ask) > 0 {
		return v.asked(g.Ask)
	}
	return v.asked(v.lib.Vocab.City(g.City).Ask)
}

func (v view) gapPage(g content.Gap) theme.Payload {
	shown, place := v.gap(g), v.gapPlace(g.City)
	trail := theme.Link{Text: v.t("section.gaps"), URL: v.url("/gaps/")}
	title := place.Text + v.t("colon") + shown.Topic
	return &theme.GapPage{
		Page: v.page("gap", gapPath(g), title, shown.Text, trail),
		Gap:  shown, City: place, Ask: v.gapAsk(g),
	}
}

func (v view) gaps() theme.Payload {
	page := &theme.GapsPage{Page: v.page("gaps", "/gaps/", v.t("section.gaps"), v.t("gaps.description"))}
	places := []string{""}
	for _, c := range v.lib.Vocab.Cities {
		places = append(places, c.Slug)
	}
	for _, city := range places {
		group := theme.GapCity{City: v.gapPlace(city)}
		for _, g := range v.lib.Vocab.Gaps {
			if g.City == city {
				group.Gaps = append(group.Gaps, v.gap(g))
			}
		}
		if len(group.Gaps) > 0 {
			page.Cities = append(page.Cities, group)
		}
	}
	return page
}
