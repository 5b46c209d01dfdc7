package view

import (
	"cmp"
	"slices"

	"anju/generator/content"
	"anju/generator/theme"
)

// relatedGroups are the groups of what an entry is linked with, in the order of
// its page: of a community first what is to be had there, then by kind.
var relatedGroups = []string{
	"services", "jobs_here", "events_here", "community", "policy", "guide", "job", "event", "page",
}

// related are the links of both sides in groups, each entry in one of them; in
// a group, what is to come, open or in force stands before what is over.
func (v View) related(e content.Entry) (groups []theme.Group) {
	linked := map[string][]content.Entry{}
	for _, ref := range v.Neighbours(e.Common().Ref()) {
		other := v.lib.Get(ref)
		name := relatedGroup(e, other)
		linked[name] = append(linked[name], other)
	}
	for _, name := range relatedGroups {
		if len(linked[name]) == 0 {
			continue
		}
		group := theme.Group{ID: name, Title: v.T("related." + name)}
		slices.SortStableFunc(linked[name], v.soonest)
		for _, other := range linked[name] {
			group.Cards = append(group.Cards, v.Card(other))
		}
		groups = append(groups, group)
	}
	return groups
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

// soonest puts what holds now before what is over, events to come by their next
// day, and the newest first.
func (v View) soonest(a, b content.Entry) int {
	sa, sb := v.lib.Subject(a), v.lib.Subject(b)
	if c := cmp.Compare(sa.Rank(v.now), sb.Rank(v.now)); c != 0 {
		return c
	}
	if ca, cb := sa.Coming(v.now), sb.Coming(v.now); len(ca) > 0 && len(cb) > 0 {
		return ca[0].Starts.Compare(cb[0].Starts)
	}
	return content.SortDate(b).After().Compare(content.SortDate(a).After())
}
