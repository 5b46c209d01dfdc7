package site

import (
	"slices"
	"strings"

	"anju/generator/content"
	"anju/generator/feed"
	"anju/generator/validity"
	"anju/generator/view"
)

// calendars are what is to come as calendars, of the site and of each city, and
// each event and closing day alone, in the edition's language.
func (ed edition) calendars() (files []File) {
	if ed.hasCalendar("") {
		title := ed.T("calendar.title", ed.cfg.Title.In(ed.Lang))
		files = append(files, ed.file(calendarPath(""), func(ed edition) []byte { return calendar(title, ed.toCome("")) }))
	}
	for _, c := range ed.lib.Vocab.Cities {
		if ed.hasCalendar(c.Slug) {
			title := ed.T("calendar.city", ed.cfg.Title.In(ed.Lang), c.In(ed.Lang))
			files = append(files, ed.file(calendarPath(c.Slug), func(ed edition) []byte { return calendar(title, ed.toCome(c.Slug)) }))
		}
	}
	for _, rank := range slices.Concat(ed.ranking["event"], ed.ranking["job"]) {
		e := ed.lib.Entries[rank]
		if len(ed.times(e)) > 0 {
			files = append(files, ed.file(view.CalendarPath(e.Common()), func(ed edition) []byte {
				e := ed.lib.Entries[rank]
				local, _ := ed.In(e)
				return calendar(local.Common().Title, ed.calendarEvents(e, ed.timesLeft(e)))
			}))
		}
	}
	return files
}

// timesLeft are the times of e that are not over, or of what is over all that
// there were.
func (p *planner) timesLeft(e content.Entry) []validity.Session {
	times := p.times(e)
	if coming := p.notOver(times); len(coming) > 0 {
		return coming
	}
	return times
}

// dated are the listed events and jobs; of one city unless it is "".
func (p *planner) dated(city string) []content.Entry {
	return slices.DeleteFunc(slices.Concat(p.shown("event"), p.shown("job")), func(e content.Entry) bool {
		return city != "" && e.Common().City != city
	})
}

// hasCalendar reports whether a city, or for "" the site, has a calendar: one
// that has ever had an event or a job keeps it when nothing is to come, for
// people subscribe to it.
func (p *planner) hasCalendar(city string) bool {
	return slices.ContainsFunc([]string{"event", "job"}, func(kind string) bool {
		return city == "" && len(p.ranking[kind]) > 0 || city != "" && len(p.places.at(kind, city).shown) > 0
	})
}

func calendarPath(city string) string {
	if city == "" {
		return "/calendar.ics"
	}
	return view.CityPath(city) + "calendar.ics"
}

// calendarURL is the address of the calendar of a city, or for "" of the site;
// "" where there is none.
func (ed edition) calendarURL(city string) string {
	if !ed.hasCalendar(city) {
		return ""
	}
	return ed.URL(calendarPath(city))
}

// times are the sessions of an event, cancelled or not, or the closing day of a
// job.
func (p *planner) times(e content.Entry) []validity.Session {
	if j, ok := e.(*content.Job); ok && !j.ClosesOn.IsZero() {
		return []validity.Session{{Starts: j.ClosesOn.First(), Ends: j.ClosesOn.After()}}
	}
	return p.subject(e).Times()
}

// notOver are the times that are still to come, or go on.
func (p *planner) notOver(times []validity.Session) []validity.Session {
	return slices.DeleteFunc(slices.Clone(times), func(s validity.Session) bool { return !p.now.Before(s.Over()) })
}

// toCome are the times of a city, or for "" of the site, that are not over. A
// cancelled event stays until its day is over: those who noted it must hear.
func (ed edition) toCome(city string) (events []feed.Event) {
	for _, e := range ed.dated(city) {
		events = append(events, ed.calendarEvents(e, ed.notOver(ed.times(e)))...)
	}
	slices.SortStableFunc(events, func(a, b feed.Event) int { return a.Starts.Compare(b.Starts) })
	return events
}

// calendarEvents are the given times of an event or a job. Each time of an
// event with several has an id of its own.
func (ed edition) calendarEvents(e content.Entry, times []validity.Session) (events []feed.Event) {
	local, _ := ed.In(e)
	h := local.Common()
	event := feed.Event{
		UID:   strings.TrimPrefix(permanent(ed.Lang, string(h.Ref())), "urn:uuid:"),
		Title: h.Title, URL: ed.absolute(ed.EntryURL(h)), Summary: h.Summary, WholeDays: true,
		Changed: e.Common().NewestChange().First(), Changes: len(e.Common().Changes),
	}
	switch x := local.(type) {
	case *content.Event:
		event.Place, event.Cancelled, event.WholeDays = x.Venue, x.Cancelled, x.StartsAt.IsZero()
	case *content.Job:
		event.Title, event.Place = ed.T("calendar.closes", h.Title), x.Place
	}
	several := len(ed.subject(e).Sessions) > 0
	for _, s := range times {
		one := event
		one.Starts, one.Ends = s.Starts, s.Ends
		if several {
			one.UID += s.Starts.In(validity.Zone).Format("-20060102")
		}
		events = append(events, one)
	}
	return events
}

func calendar(name string, events []feed.Event) []byte {
	data, err := feed.ICalendar(feed.Calendar{Name: name, Zone: validity.Zone, Events: events})
	if err != nil {
		panic(err) // cannot happen: content has made sure of titles and dates
	}
	return data
}
