package site

import (
	"cmp"
	"slices"

	"anju/generator/content"
	"anju/generator/theme"
	"anju/generator/validity"
	"anju/generator/view"
)

func (ed edition) cityLink(c content.City) theme.Link {
	return ed.Link(c.In(ed.Lang), ed.URL(view.CityPath(c.Slug)))
}

func (ed edition) cityCards() (cards []theme.CityCard) {
	for _, c := range ed.lib.Vocab.Cities {
		link := ed.cityLink(c)
		cards = append(cards, theme.CityCard{Name: link.Text, URL: link.URL, Counts: ed.cityCounts(c.Slug, link.URL)})
	}
	return cards
}

// cityCounts say how much there is of each kind in a city, each leading to its
// section of the hub.
func (ed edition) cityCounts(city, hub string) (counts []theme.Link) {
	add := func(kind, section string, n int) {
		if n > 0 {
			counts = append(counts, theme.Link{Text: ed.T("count."+kind, n), URL: hub + "#" + section})
		}
	}
	guides, practices := ed.guidesIn(city)
	add("community", "communities", len(ed.inCity("community", city)))
	add("home", "homes", len(ed.unitsIn(city)))
	add("policy", "policies", len(ed.inCity("policy", city)))
	add("guide", "guides", len(guides))
	add("job", "jobs", len(ed.inCity("job", city)))
	add("event", "events", len(ed.inCity("event", city)))
	add("practice", "practices", len(practices))
	return counts
}

// guidesIn are the listed guides of a city; those that tell how the place goes
// about something apart.
func (ed edition) guidesIn(city string) (guides, practices []content.Entry) {
	for _, e := range ed.inCity("guide", city) {
		if e.(*content.Guide).Genre == "practice" {
			practices = append(practices, e)
		} else {
			guides = append(guides, e)
		}
	}
	return guides, practices
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
const hubCards = 6

func (ed edition) city(c content.City) theme.Payload {
	name, hub := c.In(ed.Lang), view.CityPath(c.Slug)
	trail := theme.Link{Text: ed.T("cities.title"), URL: ed.URL("/cities/")}
	page := &theme.CityPage{
		Page: ed.page("city", hub, name, ed.T("city.description", name), trail), City: name,
		Counts: ed.cityCounts(c.Slug, ""), Homes: ed.homeGroup(c.Slug), Benefits: ed.cityBenefits(c.Slug),
		Commutes: ed.commutes(c.Slug), Organisations: ed.organisationsIn(c.Slug),
		Above: ed.above(), Gaps: ed.unfilled(c.Slug), Ask: ed.asked(c.Ask),
	}
	page.Section, page.Feed = "cities", ed.URL(hub+"feed.atom")
	page.Calendar, page.Pairs = ed.calendarURL(c.Slug), ed.pairLinks(c.Slug)
	guides, practices := ed.guidesIn(c.Slug)
	page.Communities = ed.groupIn("community", c.Slug, ed.inCity("community", c.Slug))
	groups := []theme.Group{
		ed.groupIn("policy", c.Slug, ed.inCity("policy", c.Slug)), ed.groupIn("guide", c.Slug, guides),
		ed.groupIn("job", c.Slug, ed.inCity("job", c.Slug)),
	}
	for _, group := range append(groups, ed.eventGroups(c.Slug)...) {
		if len(group.Cards) > 0 {
			page.Groups = append(page.Groups, group)
		}
	}
	for _, e := range practices {
		page.Practices = append(page.Practices, ed.Practice(e.(*content.Guide)))
	}
	page.Figures = ed.FigureCharts(ed.all(func(h *content.Head) bool { return h.City == c.Slug }))
	return page
}

// groupIn is a group of entries of a city. The search leads to more of them; of
// guides to those that are no practices.
func (ed edition) groupIn(kind, city string, entries []content.Entry) theme.Group {
	q := question{kind: kind, city: city, local: true}
	if kind == "guide" {
		q.facets = values{"genre": {"explainer", "how_to", "service"}}
	}
	return ed.group(q, entries)
}

// eventGroups are the events of a city that are to come, and those that are not
// any more. The first that has some is the section of events.
func (ed edition) eventGroups(city string) (groups []theme.Group) {
	for _, part := range []struct {
		title    string
		statuses []validity.Status
	}{
		{"city.events_upcoming", []validity.Status{validity.Upcoming}},
		{"city.events_over", []validity.Status{validity.Past, validity.Cancelled}},
	} {
		entries := ed.of(ed.inCity("event", city), part.statuses)
		if len(entries) == 0 {
			continue
		}
		group := ed.group(question{kind: "event", city: city, local: true, statuses: part.statuses}, entries)
		group.Title = ed.T(part.title)
		if len(groups) > 0 {
			group.ID += "-over"
		}
		groups = append(groups, group)
	}
	return groups
}

func (ed edition) homeGroup(city string) theme.Group {
	units := ed.unitsIn(city)
	g := theme.Group{ID: homesFolder, Title: ed.T("kinds.home"), Cards: ed.homeCards(units[:min(hubCards, len(units))])}
	if len(units) > hubCards {
		g.More = ed.more(question{kind: "home", city: city})
	}
	return g
}

// above are the policies that a level above issued for all cities.
func (ed edition) above() theme.Group {
	g := ed.group(question{kind: "policy", facets: values{"level": levelsAbove}}, ed.inCity("policy", ""))
	g.Title, g.ID = ed.T("city.above"), "above"
	return g
}

// unfilled are the gaps of a city that no entry fills yet.
func (ed edition) unfilled(city string) []theme.Gap {
	return slices.DeleteFunc(ed.gapsOf(city), func(g theme.Gap) bool { return g.Found.URL != "" })
}

// commutes are the places of work that communities of a city name, in the order
// in which they come up, each with its communities: the nearest first, and of
// those equally near the one whose id comes first.
func (ed edition) commutes(city string) (out []theme.Commute) {
	type way struct {
		minutes float64
		shown   theme.Commute
	}
	var ways []way
	communities := ed.inCity("community", city)
	slices.SortFunc(communities, func(a, b content.Entry) int { return cmp.Compare(a.Common().ID, b.Common().ID) })
	for _, e := range communities {
		c := e.(*content.Community)
		for i, shown := range ed.Ways(c) {
			ways = append(ways, way{*c.Commute[i].Minutes, shown})
		}
	}
	slices.SortStableFunc(ways, func(a, b way) int { return cmp.Compare(a.minutes, b.minutes) })
	for _, w := range ways {
		at := slices.IndexFunc(out, func(c theme.Commute) bool { return c.To == w.shown.To })
		if at < 0 {
			out = append(out, w.shown)
			continue
		}
		out[at].Items = append(out[at].Items, w.shown.Items...)
	}
	return out
}

// organisationsIn are the brands and operators that are of a city, or that a
// community of it names.
func (ed edition) organisationsIn(city string) (links []theme.Link) {
	for _, d := range ed.directories() {
		for _, o := range d.list {
			here := slices.ContainsFunc(ed.members(o, d.kind), func(e content.Entry) bool { return e.Common().City == city })
			if o.City == city || here {
				links = append(links, ed.Link(o.In(ed.Lang), ed.URL(d.path(o))))
			}
		}
	}
	return links
}

// group is a section of a hub with the first of entries; q finds them all.
func (ed edition) group(q question, entries []content.Entry) theme.Group {
	g := theme.Group{ID: content.KindOf(q.kind).Folder, Title: ed.T("kinds." + q.kind)}
	for _, e := range entries[:min(hubCards, len(entries))] {
		g.Cards = append(g.Cards, ed.Card(e))
	}
	if len(entries) > hubCards {
		g.More = ed.more(q)
	}
	return g
}

// asked is where to ask, as a city or a gap names it.
func (ed edition) asked(ask []content.Ask) (out []theme.Contact) {
	for _, a := range ask {
		name := a.Zh
		if ed.Lang == "en" {
			name = a.En
		}
		out = append(out, theme.Contact{Name: name, Phone: a.Phone, URL: a.URL, Lang: ed.Tongue(name), DetailLang: ed.Tongue(a.Phone)})
	}
	return out
}
