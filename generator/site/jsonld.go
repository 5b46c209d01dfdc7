package site

import (
	"html/template"

	"anju/generator/content"
	"anju/generator/schemaorg"
	"anju/generator/theme"
	"anju/generator/view"
)

// stated gives a page its linked data where it has none yet: what it is, where
// it stands, and what it lists. A page without an address of its own has none.
func (ed edition) stated(payload theme.Payload) theme.Payload {
	page := theme.PageOf(payload)
	if page.JSONLD != "" || page.Canonical == "" {
		return payload
	}
	if home, ok := payload.(*theme.HomePage); ok {
		ed.stateHome(home)
		return payload
	}
	web := ed.webPage(page)
	web.Description = page.Snippet()
	var things schemaorg.Graph
	if items, lists := ed.listedOn(payload); lists {
		web.Type = schemaorg.Types{"CollectionPage"}
		if len(items) > 0 {
			list := schemaorg.Items(page.Canonical+"#list", items)
			web.MainEntity, things = schemaorg.To(list.ID), schemaorg.Graph{list}
		}
	}
	state(page, web, things)
	return payload
}

// state writes the linked data of a page: itself, its trail, and the things
// that it is about.
func state(page *theme.Page, web *schemaorg.WebPage, things schemaorg.Graph) {
	graph := schemaorg.Graph{web}
	if trail := trail(page); trail != nil {
		web.Breadcrumb = schemaorg.To(trail.ID)
		graph = append(graph, trail)
	}
	page.JSONLD = template.JS(append(graph, things...).JSON())
}

// stateEntry writes the linked data of a page of an entry. It is about the first
// of things, if there are any.
func (ed edition) stateEntry(e content.Entry, page *theme.Page, things schemaorg.Graph) {
	local, _ := ed.In(e)
	web := ed.webPage(page)
	web.InLanguage = local.Common().Lang
	web.Published, web.Modified = e.Common().Published.String(), view.Updated(e).String()
	if len(things) > 0 {
		web.MainEntity = schemaorg.To(page.Canonical + "#" + e.Common().Kind)
	} else {
		web.Description = page.Snippet()
	}
	state(page, web, things)
}

// stateOrganisation writes the linked data of the page of a brand or an
// operator.
func (ed edition) stateOrganisation(o content.Organisation, page *theme.Page) {
	web := ed.webPage(page)
	web.MainEntity = schemaorg.To(page.Canonical + "#organization")
	state(page, web, ed.OrganisationThing(o, page))
}

// stateHome writes the linked data of the front door: the site, how to search
// it, and who publishes it.
func (ed edition) stateHome(home *theme.HomePage) {
	page := &home.Page
	web := ed.webPage(page)
	site := *web.IsPartOf
	site.InLanguage, site.Description = ed.Lang, page.Snippet()
	site.Action = schemaorg.Search(ed.absolute(ed.URL("/search")) + "?q={search_term_string}")
	kind := "Organization"
	if ed.frame.Publisher.Official {
		kind = "GovernmentOrganization"
	}
	site.Publisher = &schemaorg.Organization{Thing: schemaorg.Thing{
		Type: schemaorg.Types{kind}, ID: page.Canonical + "#publisher", Name: page.PublisherName(),
	}}
	web.IsPartOf, web.MainEntity = &schemaorg.WebSite{Thing: schemaorg.Thing{ID: site.ID}}, schemaorg.To(site.ID)
	state(page, web, schemaorg.Graph{&site})
}

// webPage is a page as a part of the site.
func (ed edition) webPage(page *theme.Page) *schemaorg.WebPage {
	home := ed.absolute(ed.URL("/"))
	return &schemaorg.WebPage{
		Thing:      schemaorg.Thing{Type: schemaorg.Types{"WebPage"}, ID: page.Canonical, Name: page.Title, URL: page.Canonical},
		InLanguage: ed.Lang,
		IsPartOf: &schemaorg.WebSite{Thing: schemaorg.Thing{
			Type: schemaorg.Types{"WebSite"}, ID: home + "#website", Name: page.SiteTitle(), URL: home,
		}},
	}
}

// trail are the breadcrumbs of a page, or nil.
func trail(page *theme.Page) *schemaorg.List {
	var steps []schemaorg.ListItem
	for _, crumb := range page.Breadcrumbs {
		step := schemaorg.ListItem{Name: crumb.Text, Item: page.Canonical}
		if crumb.URL != "" {
			step.Item = page.BaseURL + crumb.URL
		}
		steps = append(steps, step)
	}
	if len(steps) == 0 {
		return nil
	}
	return schemaorg.Trail(page.Canonical+"#trail", steps)
}

// listedOn are the entries, cities or homes that a page lists, in its order. It
// is false for a page that is no list.
func (ed edition) listedOn(payload theme.Payload) (items []schemaorg.ListItem, lists bool) {
	add := func(name, url string) {
		items = append(items, schemaorg.ListItem{Name: name, URL: ed.absolute(url)})
	}
	groups := func(groups ...theme.Group) {
		for _, g := range groups {
			for _, card := range g.Cards {
				add(card.Title, card.URL)
			}
		}
	}
	switch p := payload.(type) {
	case *theme.ListPage:
		groups(p.Groups...)
	case *theme.CityPage:
		groups(p.Communities, p.Homes)
		groups(p.Groups...)
	case *theme.CitiesPage:
		for _, c := range p.Cities {
			add(c.Name, c.URL)
		}
	case *theme.GapsPage, *theme.AlphabetPage, *theme.ComparePage:
	default:
		return nil, false
	}
	return items, true
}
