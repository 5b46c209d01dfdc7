package site

import (
	"cmp"

	"anju/generator/content"
	"anju/generator/theme"
)

// gapID names a gap: CITY/TOPIC.
func gapID(g content.Gap) string { return cmp.Or(g.City, "region") + "/" + g.Topic }

// gapPath is where the page of a gap stands. A gap of no city is the region's.
func gapPath(g content.Gap) string {
	return "/gaps/" + gapID(g) + "/"
}

func (ed edition) gap(g content.Gap) theme.Gap {
	out := theme.Gap{URL: ed.URL(gapPath(g)), Topic: g.Zh, Text: g.TextZh, Looked: g.Looked.In(ed.Lang)}
	if ed.Lang == "en" {
		out.Topic, out.Text = g.En, g.TextEn
	}
	return out
}

// gapPlace is the city of a gap, or the list of all cities.
func (ed edition) gapPlace(city string) theme.Link {
	if city == "" {
		return theme.Link{Text: ed.cfg.Region.In(ed.Lang), URL: ed.URL("/cities/")}
	}
	return theme.Link{Text: ed.lib.Vocab.City(city).In(ed.Lang), URL: ed.URL("/cities/" + city + "/")}
}

func (ed edition) gapTitle(g content.Gap) string {
	return ed.gapPlace(g.City).Text + ed.T("colon") + ed.gap(g).Topic
}

// gapAsk is where to ask about a gap: its own places, else its city's.
func (ed edition) gapAsk(g content.Gap) []theme.Contact {
	if len(g.Ask) > 0 {
		return ed.asked(g.Ask)
	}
	return ed.asked(ed.lib.Vocab.City(g.City).Ask)
}

func (ed edition) gapPage(g content.Gap) theme.Payload {
	shown, place := ed.gap(g), ed.gapPlace(g.City)
	trail := theme.Link{Text: ed.T("section.gaps"), URL: ed.URL("/gaps/")}
	return &theme.GapPage{
		Page: ed.page("gap", gapPath(g), ed.gapTitle(g), shown.Text, trail),
		Gap:  shown, City: place, Ask: ed.gapAsk(g),
	}
}

func (ed edition) gaps() theme.Payload {
	page := &theme.GapsPage{Page: ed.page("gaps", "/gaps/", ed.T("section.gaps"), ed.T("gaps.description"))}
	places := []string{""}
	for _, c := range ed.lib.Vocab.Cities {
		places = append(places, c.Slug)
	}
	for _, city := range places {
		if gaps := ed.gapsOf(city); len(gaps) > 0 {
			page.Topics = append(page.Topics, theme.GapTopic{ID: city, Title: ed.gapPlace(city).Text, Gaps: gaps})
		}
	}
	return page
}

// gapsOf are the gaps of a city; those of the region for "".
func (ed edition) gapsOf(city string) (gaps []theme.Gap) {
	for _, g := range ed.lib.Vocab.Gaps {
		if g.City == city {
			gaps = append(gaps, ed.gap(g))
		}
	}
	return gaps
}
