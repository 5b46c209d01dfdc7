package view

import (
	"slices"

	"anju/generator/content"
	"anju/generator/theme"
)

// relatedGroups are the groups of what an entry is linked with, in the order of
// its page: of a community first what is to be had there, then by kind.
var relatedGroups = []string{
	"series", "services", "jobs_here", "events_here", "community", "policy", "guide", "job", "event", "page",
}

// related are the others of an event's series and the links of both sides in
// groups, each entry in one of them; in a group, what is to come, open or in
// force stands before what is over.
func (v View) related(e content.Entry, series []content.Entry) (groups []theme.Group) {
	linked := map[string][]content.Entry{"series": slices.Clone(series)}
	for _, ref := range v.Neighbours(e.Common().Ref()) {
		if other := v.lib.Get(ref); !slices.Contains(series, other) {
			name := relatedGroup(e, other)
			linked[name] = append(linked[name], other)
		}
	}
	sooner := func(a, b content.Entry) int { return v.lib.Sooner(a, b, v.now) }
	for _, name := range relatedGroups {
		if len(linked[name]) == 0 {
			continue
		}
		group := theme.Group{ID: name, Title: v.relatedTitle(e, name)}
		slices.SortStableFunc(linked[name], sooner)
		for _, other := range linked[name] {
			group.Cards = append(group.Cards, v.Card(other))
		}
		groups = append(groups, group)
	}
	return groups
}

func (v View) relatedTitle(e content.Entry, group string) string {
	if event, ok := e.(*content.Event); ok && group == "series" {
		return v.T("series.others", event.Series)
	}
	return v.T("related." + group)
}

// relatedGroup is where other stands on the page of e. Only what names a
// community as its place is there; what merely speaks of it is related.
func relatedGroup(e, other content.Entry) string {
	c, ok := e.(*content.Community)
	if !ok {
		return other.Common().Kind
	}
	switch o := other.(type) {
	case *content.Guide:
		if slices.Contains(c.Services, o.Ref()) {
			return "services"
		}
	case *content.Job:
		if o.Community == c.Ref() {
			return "jobs_here"
		}
	case *content.Event:
		if o.Community == c.Ref() {
			return "events_here"
		}
	}
	return other.Common().Kind
}
