package site

import (
	"cmp"
	"fmt"
	"slices"

	"anju/generator/content"
	"anju/generator/theme"
)

// pages are all HTML pages of a language, in a fixed order.
func (v view) pages() (pages []Page) {
	add := func(rooted string, payload func() theme.Payload) { pages = append(pages, v.planned(rooted, payload)) }
	add("/", v.front)
	for _, kind := range content.Kinds {
		if kind.Name != "page" {
			pages = append(pages, v.lists(kind)...)
		}
	}
	for _, e := range v.lib.Entries {
		add(content.KindOf(e.Common().Kind).Path(e.Common().ID), func() theme.Payload { return v.payload(e) })
	}
	add("/homes/", v.homes)
	add("/cities/", v.cities)
	for _, c := range v.lib.Vocab.Cities {
		add("/cities/"+c.Slug+"/", func() theme.Payload { return v.city(c) })
	}
	for _, o := range v.lib.Vocab.Brands {
		add("/brands/"+o.Slug+"/", func() theme.Payload { return v.organisation(o, "brand", "brands") })
	}
	for _, o := range v.lib.Vocab.Operators {
		add("/operators/"+o.Slug+"/", func() theme.Payload { return v.organisation(o, "operator", "operators") })
	}
	add("/gaps/", v.gaps)
	for _, g := range v.lib.Vocab.Gaps {
		add(gapPath(g), func() theme.Payload { return v.gapPage(g) })
	}
	add("/search/", v.search)
	add("/404.html", v.notFound)
	return pages
}

// latelyChecked is how many entries the front door shows.
const latelyChecked = 6

func (v view) front() theme.Payload {
	region := v.cfg.Region.In(v.lang)
	page := &theme.HomePage{Page: v.page("home", "/", v.t("home.title", region), v.t("home.promise", region))}
	for _, task := range []struct{ key, url string }{{"homes", "/homes/"}, {"policies", "/policies/"}, {"communities", "/communities/"}} {
		page.Tasks = append(page.Tasks, theme.Task{Title: v.t("task." + task.key), Text: v.t("task." + task.key + "_text"), URL: v.url(task.url)})
	}
	page.Cities = v.cityCards()
	for _, kind := range content.Kinds {
		if n := len(v.shown[kind.Name]); n > 0 && kind.Name != "page" {
			page.Counts = append(page.Counts, theme.Link{Text: v.t("count."+kind.Name, n), URL: v.url("/" + kind.Folder + "/")})
		}
	}
	for _, e := range v.lately() {
		page.Lately = append(page.Lately, v.card(e))
	}
	return page
}

// lately are the entries that somebody checked last.
func (v view) lately() []content.Entry {
	var all []content.Entry
	for _, kind := range content.Kinds {
		for _, e := range v.shown[kind.Name] {
			if kind.Name != "page" && !e.Common().ReviewedOn.IsZero() {
				all = append(all, e)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b content.Entry) int {
		return b.Common().ReviewedOn.After().Compare(a.Common().ReviewedOn.After())
	})
	return all[:min(latelyChecked, len(all))]
}

func (v view) cityCards() (cards []theme.CityCard) {
	for _, c := range v.lib.Vocab.Cities {
		card := theme.CityCard{Name: c.In(v.lang), URL: v.url("/cities/" + c.Slug + "/")}
		for _, kind := range content.Kinds {
			if n := len(v.inCity(kind.Name, c.Slug)); n > 0 {
				card.Counts = append(card.Counts, theme.Link{Text: v.t("count."+kind.Name, n), URL: card.URL + "#" + kind.Folder})
			}
		}
		cards = append(cards, card)
	}
	return cards
}

func (v view) inCity(kind, city string) (out []content.Entry) {
	for _, e := range v.shown[kind] {
		if e.Common().City == city {
			out = append(out, e)
		}
	}
	return out
}

func (v view) cities() theme.Payload {
	page := &theme.CitiesPage{
		Page:   v.page("cities", "/cities/", v.t("cities.title"), v.t("cities.description")),
		Cities: v.cityCards(),
	}
	page.Section = "cities"
	return page
}

// hubCards is how many entries of a kind a hub shows before it leads on.
const hubCards = 12

func (v view) city(c content.City) theme.Payload {
	name := c.In(v.lang)
	trail := theme.Link{Text: v.t("cities.title"), URL: v.url("/cities/")}
	page := &theme.CityPage{
		Page: v.page("city", "/cities/"+c.Slug+"/", name, v.t("city.description", name), trail),
		City: name, Ask: v.asked(c.Ask),
	}
	page.Section, page.Feed = "cities", v.url("/cities/"+c.Slug+"/feed.atom")
	for _, kind := range content.Kinds {
		if entries := v.inCity(kind.Name, c.Slug); len(entries) > 0 {
			more := fmt.Sprintf("%s?type=%s&city=%s&scope=local", v.url("/search"), kind.Name, c.Slug)
			page.Groups = append(page.Groups, v.group(kind, entries, more))
		}
	}
	var above []content.Entry
	for _, e := range v.shown["policy"] {
		if e.Common().City == "" {
			above = append(above, e)
		}
	}
	if len(above) > 0 {
		page.Above = v.group(content.KindOf("policy"), above, v.url("/search")+"?type=policy&city="+c.Slug)
		page.Above.Title, page.Above.ID = v.t("city.above"), "above"
	}
	for _, g := range v.lib.Vocab.Gaps {
		if g.City == c.Slug {
			page.Gaps = append(page.Gaps, v.gap(g))
		}
	}
	return page
}

func (v view) group(kind content.Kind, entries []content.Entry, more string) theme.Group {
	g := theme.Group{ID: kind.Folder, Title: v.t("kinds." + kind.Name)}
	for _, e := range entries[:min(hubCards, len(entries))] {
		g.Cards = append(g.Cards, v.card(e))
	}
	if len(entries) > hubCards {
		g.More = theme.Link{Text: v.t("city.more", len(entries)), URL: more}
	}
	return g
}

// organisation is the page of a brand or an operator.
func (v view) organisation(o content.Organisation, kind, folder string) theme.Payload {
	summary := o.SummaryZh
	if v.lang == "en" {
		summary = cmp.Or(o.SummaryEn, summary)
	}
	page := &theme.TermPage{Entry: theme.Entry{
		Page: v.page("term", "/"+folder+"/"+o.Slug+"/", o.In(v.lang), summary),
		Ref:  kind + ":" + o.Slug, Kind: kind, KindLabel: v.t("kind." + kind),
		Heading: o.In(v.lang), Summary: summary, Sources: v.sources(o.Sources),
	}}
	if o.City != "" {
		page.Facts = v.facts(&content.Head{City: o.City}).list
	}
	var members []content.Entry
	for _, e := range v.shown["community"] {
		c := e.(*content.Community)
		if kind == "brand" && c.Brand == o.Slug || kind == "operator" && slices.Contains(c.Operators, o.Slug) {
			members = append(members, e)
		}
	}
	if len(members) > 0 {
		page.Members = []theme.Group{v.group(content.KindOf("community"), members, v.url("/communities/"))}
	}
	return page
}

// search is the form as a static host serves it: with a way to the lists, for
// there is nobody to answer.
func (v view) search() theme.Payload {
	page := &theme.SearchPage{Page: v.page("search", "/search/", v.t("search.title"), v.t("search.static")), Browse: v.browse()}
	page.NoIndex, page.Section = true, "search"
	return page
}

func (v view) browse() (out []theme.Link) {
	for _, kind := range content.Kinds {
		if kind.Name != "page" {
			out = append(out, theme.Link{Text: v.t("kinds." + kind.Name), URL: v.url("/" + kind.Folder + "/")})
		}
	}
	return append(out, theme.Link{Text: v.t("cities.title"), URL: v.url("/cities/")})
}

func (v view) notFound() theme.Payload {
	page := &theme.MessagePage{
		Page:    v.page("message", "/404.html", v.t("message.not_found"), v.t("message.not_found_text")),
		Heading: v.t("message.not_found"), Text: v.t("message.not_found_text"), Links: v.browse(),
	}
	page.NoIndex, page.Canonical, page.Breadcrumbs = true, "", nil
	return page
}
