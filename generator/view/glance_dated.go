package view

import (
	"cmp"
	"strconv"

	"anju/generator/content"
	"anju/generator/theme"
	"anju/generator/validity"
)

func (v View) jobGlance(j *content.Job) []theme.GlanceRow {
	g := &glance{view: v, unknown: j.Unknown}
	status := v.lib.Subject(j).Status(v.now)
	if status == validity.Withdrawn {
		return nil // nothing of it is to be chosen
	}
	then := ""
	if status == validity.Closed {
		then = v.T("glance.then")
	}
	g.add("money", "salary", "salary", v.noted(v.money(j.Salary), v.unstated(j.Salary))).As = then
	g.add("who", "degree", "degree", v.said(v.term(v.lib.Vocab.Degrees, j.Degree))...)
	g.add("pin", "where", "place", v.where(j.Place, &j.Head)...)
	g.add("until", "closes", "closes_on", v.closes(j.ClosesOn, status))
	if status != validity.Closed && j.Apply != nil {
		how, _ := v.application(&content.Apply{Method: j.Apply.Method, App: j.Apply.App})
		g.add("claim", "apply", "apply", v.led(cmp.Or(how, v.T("section.apply")), "#apply", ""))
	}
	return g.rows
}

// closes says until when one can apply for a job.
func (v View) closes(on validity.Date, status validity.Status) theme.GlanceValue {
	if status == validity.Closed {
		return v.noted(v.optDate("glance.closed", on), "")
	}
	return v.noted(v.date(on), v.left(on))
}

func (v View) eventGlance(e *content.Event) []theme.GlanceRow {
	g := &glance{view: v, unknown: e.Unknown}
	status := v.lib.Subject(e).Status(v.now)
	if status == validity.Withdrawn {
		return nil
	}
	when := g.add("event", "when", "starts_on", v.said(v.when(e))...)
	if status != validity.Upcoming {
		when.As = v.opt("status", string(status))
	}
	g.add("pin", "where", "venue", v.where(e.Venue, &e.Head)...)
	g.add("community", "organiser", "organiser", v.said(e.Organiser)...)
	if status == validity.Upcoming && e.Registration != nil {
		g.add("claim", "register", "registration", v.registering(e)...)
	}
	return g.rows
}

// next is the next time of an event, or the first of one that is over. It is
// false for an event without a day.
func (v View) next(e *content.Event) (validity.Session, bool) {
	all := e.Sessions()
	if coming := v.lib.Subject(e).Coming(v.now); len(coming) > 0 {
		all = coming
	}
	if len(all) == 0 {
		return validity.Session{}, false
	}
	return all[0], true
}

// when is when an event takes place: of one that does so again the next time,
// or the first of those that are over.
func (v View) when(e *content.Event) string {
	if next, ok := v.next(e); ok && len(e.Sessions()) > 1 {
		return v.session(next, e.StartsAt.IsZero())
	}
	if day := validity.DateOf(e.StartsAt.Time); !e.EndsAt.IsZero() && day == validity.DateOf(e.EndsAt.Time) {
		return v.T("session.same_day", v.date(day), clock(e.StartsAt.Time), clock(e.EndsAt.Time))
	}
	first := cmp.Or(v.moment(e.StartsAt), v.date(e.StartsOn))
	if last := cmp.Or(v.moment(e.EndsAt), v.date(e.EndsOn)); last != "" && last != first {
		return v.T("number.range", first, last)
	}
	return first
}

// registering says how to take part in an event that is to come.
func (v View) registering(e *content.Event) []theme.GlanceValue {
	r, url := e.Registration, ""
	if v.lib.Subject(e).Window(v.now) == validity.WindowClosed {
		return v.said(v.T("notice.registration_closed", v.date(r.Deadline)))
	}
	if r.Text != "" || r.URL != "" {
		url = "#register"
	}
	var required string
	if r.Required != nil {
		required = v.T("registration." + strconv.FormatBool(*r.Required))
	}
	return []theme.GlanceValue{
		v.led(cmp.Or(required, v.T("section.register")), url, r.Fee),
		v.noted(v.optDate("glance.register_by", r.Deadline), v.left(r.Deadline)),
	}
}
