package site

import (
	"slices"
	"strings"

	"anju/generator/content"
	"anju/generator/theme"
	"anju/generator/view"
)

func (ed edition) gap(g content.Gap) theme.Gap {
	out := theme.Gap{
		URL: ed.URL(view.GapPath(g)), Topic: g.Zh, Text: g.TextZh, Looked: g.Looked.In(ed.Lang), Place: ed.gapPlace(g.City).Text,
	}
	if ed.Lang == "en" {
		out.Topic, out.Text = g.En, g.TextEn
	}
	if e := ed.lib.Get(g.Found); e != nil {
		out.Found = ed.EntryLink(e)
	}
	return out
}

// gapPlace is the city of a gap, or the list of all cities.
func (ed edition) gapPlace(city string) theme.Link {
	if city == "" {
		return ed.Link(ed.cfg.Region.In(ed.Lang), ed.URL("/cities/"))
	}
	return ed.cityLink(ed.lib.Vocab.City(city))
}

// gapTitle names the place, too, where the title of the gap does not.
func (ed edition) gapTitle(g content.Gap) string {
	shown := ed.gap(g)
	if strings.Contains(shown.Topic, shown.Place) {
		return shown.Topic
	}
	return shown.Place + ed.T("colon") + shown.Topic
}

// gapAsk is where to ask about a gap: its own places, else its city's, else
// what all cities have.
func (ed edition) gapAsk(g content.Gap) []theme.Contact {
	if len(g.Ask) > 0 {
		return ed.asked(g.Ask)
	}
	return ed.frame.Ask[ed.Lang][g.City]
}

func (ed edition) gapPage(g content.Gap) theme.Payload {
	shown := ed.gap(g)
	trail := theme.Link{Text: ed.T("section.gaps"), URL: ed.URL("/gaps/")}
	page := &theme.GapPage{
		Page: ed.page("gap", view.GapPath(g), ed.gapTitle(g), shown.Text, trail),
		Gap:  shown, City: ed.gapPlace(g.City), Ask: ed.gapAsk(g),
	}
	for _, other := range ed.gapsAbout(g.Topic) {
		if other.URL != shown.URL {
			page.Others = append(page.Others, other)
		}
	}
	return page
}

func (ed edition) gaps() theme.Payload {
	page := &theme.GapsPage{
		Page:     ed.page("gaps", "/gaps/", ed.T("section.gaps"), ed.T("gaps.description")),
		Coverage: ed.coverage(),
	}
	add := func(id, title string, gaps []theme.Gap) {
		if len(gaps) > 0 {
			page.Topics = append(page.Topics, theme.GapTopic{ID: id, Title: title, Gaps: gaps})
		}
	}
	var others []theme.Gap
	for _, t := range ed.lib.Vocab.Topics {
		add("topic-"+t.Slug, t.In(ed.Lang), ed.gapsAbout(t.Slug))
	}
	for _, g := range ed.lib.Vocab.Gaps {
		if !slices.ContainsFunc(ed.lib.Vocab.Topics, func(t content.Topic) bool { return t.Slug == g.Topic }) {
			others = append(others, ed.gap(g))
		}
	}
	add("other", ed.T("gaps.other"), others)
	return page
}

// regions are the region, which is "", and its cities.
func (p *planner) regions() []string {
	places := []string{""}
	for _, c := range p.lib.Vocab.Cities {
		places = append(places, c.Slug)
	}
	return places
}

// gapsAbout are the gaps of a topic, by place.
func (ed edition) gapsAbout(topic string) (gaps []theme.Gap) {
	for _, place := range ed.regions() {
		for _, g := range ed.lib.Vocab.Gaps {
			if g.Topic == topic && g.City == place {
				gaps = append(gaps, ed.gap(g))
			}
		}
	}
	return gaps
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
