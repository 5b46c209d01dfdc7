package view

import (
	"time"

	"anju/generator/content"
	"anju/generator/theme"
	"anju/generator/validity"
)

// CalendarPath is where a job or an event stands as a calendar, without its
// language: /events/ID/event.ics. Only jobs that say when they close, and
// events, have one.
func CalendarPath(h *content.Head) string {
	return content.KindOf(h.Kind).Path(h.ID) + h.Kind + ".ics"
}

func (v View) job(j *content.Job, entry theme.Entry) theme.Payload {
	entry.Glance = v.jobGlance(j)
	page := &theme.JobPage{Entry: entry}
	f := v.facts(&j.Head, "city")
	f.text("employer", j.Employer)
	f.date("posted_on", j.PostedOn)
	if j.Positions != nil {
		f.text("positions", v.T("positions.count", *j.Positions))
	}
	f.text("employment", v.opt("employment", j.Employment))
	f.text("skills", j.Skills...)
	f.add("community", v.entryLinks(j.Community)...)
	f.add("policies", v.entryLinks(j.Policies...)...)
	page.Facts = f.list
	page.Apply, page.ApplyURL = v.application(j.Apply)
	v.closing(j, page)
	return page
}

// closing says when a job closes soon and offers its closing day as a calendar.
// Once it is closed, nothing is left to press.
func (v View) closing(j *content.Job, page *theme.JobPage) {
	switch v.lib.Subject(j).Window(v.now) {
	case "": // no closing day is stated, or it was withdrawn
		return
	case validity.WindowClosed:
		page.ApplyURL = ""
		return
	case validity.WindowClosing:
		page.Notices = append(page.Notices, theme.Notice{Kind: "warning", Text: v.T("notice.closing", v.date(j.ClosesOn))})
	}
	page.Calendar = v.URL(CalendarPath(&j.Head))
}

// application says how to apply, and where on the web.
func (v View) application(a *content.Apply) (how, url string) {
	if a == nil {
		return "", ""
	}
	return v.joined(append([]string{v.opt("method", a.Method), a.App}, a.Steps...)...), a.URL
}

func (v View) event(e *content.Event, entry theme.Entry) theme.Payload {
	entry.Glance = v.eventGlance(e)
	page := &theme.EventPage{Entry: entry, Outcome: e.Outcome}
	f := v.facts(&e.Head, "city")
	f.text("event_type", v.opt("event", e.Type))
	if s := v.lib.Subject(e); len(s.Sessions) > 0 {
		v.sessionFacts(e, s, f)
	}
	f.add("community", v.entryLinks(e.Community)...)
	f.text("series", e.Series)
	page.Facts = f.list
	v.register(e, page)
	v.sessions(e, page)
	return page
}

// sessionFacts are the first time, where that is not the next, and the rule.
func (v View) sessionFacts(e *content.Event, s validity.Subject, f *facts) {
	coming, first := s.Coming(v.now), s.Sessions[0]
	if len(coming) == 0 || coming[0] != first {
		f.text("first_session", v.session(first, e.StartsAt.IsZero()))
	}
	f.text("repeats", v.repeats(e)...)
}

// repeats says by which rule, and on which further days, an event takes place
// again.
func (v View) repeats(e *content.Event) (lines []string) {
	if r := e.Repeats; r != nil {
		lines = append(lines, v.T("repeat.until", v.T("repeat."+r.Every), v.date(r.Until)))
		if len(r.Except) > 0 {
			lines = append(lines, v.T("repeat.except", v.days(r.Except)))
		}
	}
	if len(e.AlsoOn) > 0 {
		lines = append(lines, v.T("repeat.also_on", v.days(e.AlsoOn)))
	}
	return lines
}

func (v View) days(dates []validity.Date) string {
	var days []string
	for _, d := range dates {
		days = append(days, v.date(d))
	}
	return v.joined(days...)
}

// register says how to take part. Once the deadline is over the page says only
// that; of what is over or cancelled, nothing.
func (v View) register(e *content.Event, page *theme.EventPage) {
	r, s := e.Registration, v.lib.Subject(e)
	if r == nil || s.Status(v.now) != validity.Upcoming {
		return
	}
	state := s.Window(v.now)
	if state == validity.WindowClosed {
		page.Notices = append(page.Notices, theme.Notice{Kind: "ended", Text: v.T("notice.registration_closed", v.date(r.Deadline))})
		return
	}
	page.Register, page.RegisterURL = r.Text, r.URL
	if state == validity.WindowClosing {
		page.Notices = append(page.Notices, theme.Notice{Kind: "warning", Text: v.T("notice.registration_closing", v.date(r.Deadline))})
	}
}

// sessionsShown is how many sessions to come a page spells: a year of weeks.
const sessionsShown = 52

// sessions fills what is still to come of an event: its calendar and, where it
// takes place more than once, each time.
func (v View) sessions(e *content.Event, page *theme.EventPage) {
	s := v.lib.Subject(e)
	coming := s.Coming(v.now)
	if len(coming) == 0 {
		return
	}
	page.Calendar = v.URL(CalendarPath(&e.Head))
	if len(s.Sessions) == 0 {
		return
	}
	for _, session := range coming[:min(sessionsShown, len(coming))] {
		page.Sessions = append(page.Sessions, v.session(session, e.StartsAt.IsZero()))
	}
	if more := len(coming) - sessionsShown; more > 0 {
		page.Sessions = append(page.Sessions, v.T("sessions.more", more))
	}
}

// nextDay is the day on which an event takes place next, or for one that is
// over its first day.
func (v View) nextDay(e *content.Event) validity.Date {
	if coming := v.lib.Subject(e).Coming(v.now); len(coming) > 0 {
		return validity.DateOf(coming[0].Starts)
	}
	return content.Date(e)
}

// session spells a session: 2026年12月5日（周六）14:00–16:00.
func (v View) session(s validity.Session, wholeDays bool) string {
	first := v.weekday(s.Starts)
	switch last := s.Ends.Add(-1); {
	case !wholeDays && s.Ends.IsZero():
		return v.T("session.from", first, clock(s.Starts))
	case !wholeDays && validity.DateOf(last) == validity.DateOf(s.Starts):
		return v.T("session.hours", first, clock(s.Starts), clock(s.Ends))
	case !wholeDays:
		return v.T("number.range", v.T("session.from", first, clock(s.Starts)), v.T("session.from", v.weekday(s.Ends), clock(s.Ends)))
	case validity.DateOf(last) == validity.DateOf(s.Starts):
		return first
	default:
		return v.T("number.range", first, v.weekday(last))
	}
}

// weekday spells the day of t with its day of the week.
func (v View) weekday(t time.Time) string {
	names := [...]string{"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"}
	return v.T("session.day", v.date(validity.DateOf(t)), v.T("weekday."+names[t.In(validity.Zone).Weekday()]))
}

// clock spells the hour and minute of t where the event is.
func clock(t time.Time) string { return t.In(validity.Zone).Format("15:04") }
