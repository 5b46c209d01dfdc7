package view

import (
	"cmp"

	"anju/generator/content"
	"anju/generator/theme"
)

func (v View) guide(g *content.Guide, entry theme.Entry) theme.Payload {
	page := &theme.GuidePage{Entry: entry, Genre: v.T("genre." + g.Genre), Places: v.contacts(g.Places)}
	f := v.facts(&g.Head)
	f.text("genre", page.Genre)
	f.text("time_limit", g.TimeLimit)
	f.text("fee", g.Fee)
	page.Facts = f.list
	for _, s := range g.Steps {
		page.Steps = append(page.Steps, theme.Step(s))
	}
	for _, d := range g.Documents {
		detail := []string{v.opt("document", d.Form)}
		if d.Copies != nil {
			detail = append(detail, v.T("papers.copies", *d.Copies))
		}
		page.Documents = append(page.Documents, theme.Item{Name: d.Name, Detail: v.joined(append(detail, d.Note)...)})
	}
	return page
}

func (v View) job(j *content.Job, entry theme.Entry) theme.Payload {
	page := &theme.JobPage{Entry: entry}
	f := v.facts(&j.Head)
	f.text("employer", j.Employer)
	f.text("place", j.Place)
	f.date("posted_on", j.PostedOn)
	f.date("closes_on", j.ClosesOn)
	if j.Positions != nil {
		f.text("positions", v.T("positions.count", *j.Positions))
	}
	f.text("employment", v.opt("employment", j.Employment))
	if j.Degree != "" {
		f.text("degree", v.term(v.lib.Vocab.Degrees, j.Degree))
	}
	f.text("skills", j.Skills...)
	f.text("salary", v.money(j.Salary))
	f.add("community", v.entryLinks(j.Community)...)
	f.add("policies", v.entryLinks(j.Policies...)...)
	page.Facts = f.list
	page.Apply, page.ApplyURL = v.application(j.Apply)
	return page
}

// application says how to apply, and where on the web.
func (v View) application(a *content.Apply) (how, url string) {
	if a == nil {
		return "", ""
	}
	return v.joined(append([]string{v.opt("method", a.Method), a.App}, a.Steps...)...), a.URL
}

func (v View) event(e *content.Event, entry theme.Entry) theme.Payload {
	page := &theme.EventPage{Entry: entry, Outcome: e.Outcome}
	f := v.facts(&e.Head)
	f.text("event_type", v.opt("event", e.Type))
	f.text("starts", cmp.Or(v.moment(e.StartsAt), v.date(e.StartsOn)))
	f.text("ends", cmp.Or(v.moment(e.EndsAt), v.date(e.EndsOn)))
	f.text("venue", e.Venue)
	f.text("organiser", e.Organiser)
	f.add("community", v.entryLinks(e.Community)...)
	f.text("series", e.Series)
	if r := e.Registration; r != nil {
		page.RegisterURL, page.Register = r.URL, r.Text
		f.text("registration_fee", r.Fee)
		f.date("registration_deadline", r.Deadline)
	}
	page.Facts = f.list
	return page
}
