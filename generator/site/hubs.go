package site

import (
	"fmt"
	"slices"

	"anju/generator/content"
	"anju/generator/theme"
)

func (ed edition) cityCards() (cards []theme.CityCard) {
	for _, c := range ed.lib.Vocab.Cities {
		card := theme.CityCard{Name: c.In(ed.Lang), URL: ed.URL("/cities/" + c.Slug + "/")}
		for _, kind := range content.Kinds {
			if n := len(ed.inCity(kind.Name, c.Slug)); n > 0 {
				card.Counts = append(card.Counts, theme.Link{Text: ed.T("count."+kind.Name, n), URL: card.URL + "#" + kind.Folder})
			}
		}
		cards = append(cards, card)
	}
	return cards
}

// inCity are the listed entries of a kind in a city; of no city for "".
func (ed edition) inCity(kind, city string) (out []content.Entry) {
	for _, e := range ed.shown[kind] {
		if e.Common().City == city {
			out = append(out, e)
		}
	}
	return out
}

func (ed edition) cities() theme.Payload {
	page := &theme.CitiesPage{
		Page:   ed.page("cities", "/cities/", ed.T("cities.title"), ed.T("cities.description")),
		Cities: ed.cityCards(),
	}
	page.Section = "cities"
	return page
}

// hubCards is how many entries of a kind a hub shows before it leads on.
const hubCards = 12

func (ed edition) city(c content.City) theme.Payload {
	name := c.In(ed.Lang)
	trail := theme.Link{Text: ed.T("cities.title"), URL: ed.URL("/cities/")}
	page := &theme.CityPage{
		Page: ed.page("city", "/cities/"+c.Slug+"/", name, ed.T("city.description", name), trail),
		City: name, Ask: ed.asked(c.Ask), Gaps: ed.gapsOf(c.Slug),
	}
	page.Section, page.Feed = "cities", ed.URL("/cities/"+c.Slug+"/feed.atom")
	for _, kind := range content.Kinds {
		if entries := ed.inCity(kind.Name, c.Slug); len(entries) > 0 {
			more := fmt.Sprintf("%s?type=%s&city=%s&scope=local", ed.URL("/search"), kind.Name, c.Slug)
			page.Groups = append(page.Groups, ed.group(kind, entries, more))
		}
	}
	if above := ed.inCity("policy", ""); len(above) > 0 {
		page.Above = ed.group(content.KindOf("policy"), above, ed.URL("/search")+"?type=policy&city="+c.Slug)
		page.Above.Title, page.Above.ID = ed.T("city.above"), "above"
	}
	return page
}

func (ed edition) group(kind content.Kind, entries []content.Entry, more string) theme.Group {
	g := theme.Group{ID: kind.Folder, Title: ed.T("kinds." + kind.Name)}
	for _, e := range entries[:min(hubCards, len(entries))] {
		g.Cards = append(g.Cards, ed.Card(e))
	}
	if len(entries) > hubCards {
		g.More = theme.Link{Text: ed.T("city.more", len(entries)), URL: more}
	}
	return g
}

// organisation is the page of a brand or an operator with its communities.
func (ed edition) organisation(o content.Organisation, kind, folder string) theme.Payload {
	page := ed.OrganisationPage(o, kind, ed.page("term", "/"+folder+"/"+o.Slug+"/", o.In(ed.Lang), o.Summary(ed.Lang)))
	var members []content.Entry
	for _, e := range ed.shown["community"] {
		c := e.(*content.Community)
		if kind == "brand" && c.Brand == o.Slug || kind == "operator" && slices.Contains(c.Operators, o.Slug) {
			members = append(members, e)
		}
	}
	if len(members) > 0 {
		page.Members = []theme.Group{ed.group(content.KindOf("community"), members, ed.URL("/communities/"))}
	}
	return page
}

// asked is where to ask, as a city or a gap names it.
func (ed edition) asked(ask []content.Ask) (out []theme.Contact) {
	for _, a := range ask {
		name := a.Zh
		if ed.Lang == "en" {
			name = a.En
		}
		out = append(out, theme.Contact{Name: name, Phone: a.Phone, URL: a.URL})
	}
	return out
}
