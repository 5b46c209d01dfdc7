package site

import (
	"slices"
	"strings"

	"anju/generator/content"
	"anju/generator/theme"
	"anju/generator/validity"
	"anju/generator/view"
)

// mostPaired is with how many cities at most each pair has a page: the pages
// grow with the square, and 30 cities make 435 of them in each language.
const mostPaired = 30

// pairPath is where two cities stand side by side: the one first that is first
// in the vocabulary. Their slugs are parted by a slash, for they may hold
// hyphens.
func pairPath(a, b content.City) string { return "/compare/" + a.Slug + "/" + b.Slug + "/" }

// pairs are the pages of two cities each. They are Hidden: /compare/ and the
// hubs lead to them, and who searches finds those.
func (ed edition) pairs() (pages []Page) {
	cities := ed.paired()
	for i, a := range cities {
		for _, b := range cities[i+1:] {
			page := ed.planned(pairPath(a, b), func(ed edition) theme.Payload { return ed.pair(a, b) })
			page.Hidden = true
			pages = append(pages, page)
		}
	}
	return pages
}

// paired are the cities that stand beside each other one: all, or none where
// they are too many.
func (p *planner) paired() []content.City {
	if len(p.lib.Vocab.Cities) > mostPaired {
		return nil
	}
	return p.lib.Vocab.Cities
}

// pairLinks lead from a city to its pages beside each other one.
func (ed edition) pairLinks(city string) (links []theme.Link) {
	cities := ed.paired()
	at := slices.IndexFunc(cities, func(c content.City) bool { return c.Slug == city })
	for i, other := range cities {
		switch {
		case i < at:
			links = append(links, ed.Link(other.In(ed.Lang), ed.URL(pairPath(other, cities[at]))))
		case i > at:
			links = append(links, ed.Link(other.In(ed.Lang), ed.URL(pairPath(cities[at], other))))
		}
	}
	return links
}

func (ed edition) pairChoices() (choices []theme.PairChoice) {
	for _, c := range ed.paired() {
		if links := ed.pairLinks(c.Slug); len(links) > 0 {
			choices = append(choices, theme.PairChoice{City: c.In(ed.Lang), Others: links})
		}
	}
	return choices
}

// pair is the page of two cities side by side.
func (ed edition) pair(a, b content.City) theme.Payload {
	cities := []content.City{a, b}
	answers := ed.pairAnswers(a, b)
	title := ed.T("pair.title", a.In(ed.Lang), b.In(ed.Lang))
	page := &theme.PairPage{
		Page: ed.page("pair", pairPath(a, b), title, strings.Join(answers, ed.T("pair.space")),
			theme.Link{Text: ed.T("cities.title"), URL: ed.URL("/cities/")},
			theme.Link{Text: ed.T("compare.title"), URL: ed.URL("/compare/")}),
		Answers: answers, Counts: ed.pairCounts(cities), Coverage: ed.pairCoverage(cities),
	}
	page.Section = "cities"
	page.Benefits, page.Singles = ed.comparedBenefits(cities)
	if len(ed.inCity("policy", "")) > 0 {
		page.Above = theme.Link{Text: ed.T("city.above"), URL: ed.URL(view.CityPath(a.Slug)) + "#above"}
	}
	for _, c := range cities {
		page.Cities = append(page.Cities, ed.cityLink(c))
		page.Ask = append(page.Ask, theme.PairAsk{City: c.In(ed.Lang), Contacts: ed.asked(c.Ask)})
	}
	return page
}

func (ed edition) pairCounts(cities []content.City) (rows []theme.PairCount) {
	for _, kind := range countedKinds {
		row := theme.PairCount{Kind: ed.T(kind.title)}
		for _, c := range cities {
			row.Cells = append(row.Cells, ed.countIn(c.Slug, kind))
		}
		rows = append(rows, row)
	}
	gaps := theme.PairCount{Kind: ed.T("section.gaps")}
	for _, c := range cities {
		gaps.Cells = append(gaps.Cells, ed.gapsIn(c.Slug))
	}
	return append(rows, gaps)
}

func (ed edition) pairCoverage(cities []content.City) (rows []theme.PairTopic) {
	for _, t := range ed.lib.Vocab.Topics {
		row := theme.PairTopic{Topic: t.In(ed.Lang)}
		for _, c := range cities {
			row.Cells = append(row.Cells, ed.coverageCell(t, c.Slug))
		}
		rows = append(rows, row)
	}
	return rows
}

// pairAnswers say of two cities what most people ask first: whether there are
// homes, and how the first benefit stands that editors look for in every city.
// What neither has is said in one sentence.
func (ed edition) pairAnswers(a, b content.City) (answers []string) {
	var neither []string
	for _, t := range ed.asksFirst() {
		inA, inB := ed.standing(t, a.Slug), ed.standing(t, b.Slug)
		switch {
		case inA == "" && inB == "":
			neither = append(neither, t.In(ed.Lang))
		case inA == inB:
			answers = append(answers, ed.T("pair.both_have", t.In(ed.Lang), inA))
		default:
			answers = append(answers, ed.T("pair.one_has", t.In(ed.Lang), a.In(ed.Lang), ed.orNone(inA), b.In(ed.Lang), ed.orNone(inB)))
		}
	}
	if len(neither) > 0 {
		answers = append([]string{ed.T("pair.neither", strings.Join(neither, ed.T("compare.and")))}, answers...)
	}
	return answers
}

// asksFirst are the first topic of homes and the first of benefits, as far as
// editors look for any.
func (p *planner) asksFirst() (topics []content.Topic) {
	for _, first := range []func(content.Topic) bool{
		func(t content.Topic) bool { return t.Kind == "home" },
		func(t content.Topic) bool { return len(t.Benefits) > 0 },
	} {
		if at := slices.IndexFunc(p.lib.Vocab.Topics, first); at >= 0 {
			topics = append(topics, p.lib.Vocab.Topics[at])
		}
	}
	return topics
}

func (ed edition) orNone(standing string) string {
	if standing == "" {
		return ed.T("pair.none")
	}
	return standing
}

// standing says how a topic stands in a city: how many homes there are, or of
// policies that one is in force, and else as what alone they are known. It is
// "" where nothing is known.
func (ed edition) standing(t content.Topic, city string) string {
	if t.Kind == "home" {
		if n := len(ed.unitsIn(city)); n > 0 {
			return ed.T("pair.homes", n)
		}
		return ""
	}
	has := map[validity.Status]bool{}
	for _, e := range ed.inCity(t.Kind, city) {
		if covers(t, e) {
			has[ed.subject(e).Status(ed.now)] = true
		}
	}
	if has[validity.InForce] {
		return ed.T("pair.in_force")
	}
	var known []string
	for _, s := range []validity.Status{validity.NoEndStated, validity.Announced, validity.Reported} {
		if has[s] {
			known = append(known, ed.T("pair."+string(s)))
		}
	}
	if has[validity.Expired] || has[validity.Repealed] || has[validity.Superseded] {
		known = append(known, ed.T("pair.over"))
	}
	if len(known) == 0 {
		return ""
	}
	return ed.T("pair.only", strings.Join(known, ed.T("compare.and")))
}
