package site

import (
	"cmp"

	"anju/generator/content"
	"anju/generator/theme"
	"anju/generator/validity"
)

// payload makes the page of an entry.
func (v view) payload(e content.Entry) theme.Payload {
	local, translated := v.lib.In(e, v.lang)
	switch e := local.(type) {
	case *content.Community:
		return v.community(e, translated)
	case *content.Policy:
		return v.policy(e, translated)
	case *content.Guide:
		return v.guide(e, translated)
	case *content.Job:
		return v.job(e, translated)
	case *content.Event:
		return v.event(e, translated)
	}
	return &theme.PlainPage{Entry: v.entry(local, translated)}
}

func (v view) guide(g *content.Guide, translated bool) theme.Payload {
	page := &theme.GuidePage{Entry: v.entry(g, translated), Genre: v.t("genre." + g.Genre), Places: v.contacts(g.Places)}
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
			detail = append(detail, v.t("papers.copies", *d.Copies))
		}
		page.Documents = append(page.Documents, theme.Item{Name: d.Name, Detail: v.joined(append(detail, d.Note)...)})
	}
	return page
}

func (v view) job(j *content.Job, translated bool) theme.Payload {
	page := &theme.JobPage{Entry: v.entry(j, translated)}
	f := v.facts(&j.Head)
	f.text("employer", j.Employer)
	f.text("place", j.Place)
	f.date("posted_on", j.PostedOn)
	f.date("closes_on", j.ClosesOn)
	if j.Positions != nil {
		f.text("positions", v.t("positions.count", *j.Positions))
	}
	f.text("employment", v.opt("employment", j.Employment))
	if j.Degree != "" {
		f.text("degree", term(v.lib.Vocab.Degrees, j.Degree).In(v.lang))
	}
	f.text("skills", j.Skills...)
	f.text("salary", v.money(j.Salary))
	if j.Community != "" {
		f.add("community", v.entryLinks([]content.Ref{j.Community})...)
	}
	f.add("policies", v.entryLinks(j.Policies)...)
	page.Facts = f.list
	if j.Apply != nil {
		page.ApplyURL = j.Apply.URL
		page.Apply = v.joined(append([]string{v.opt("method", j.Apply.Method), j.Apply.App}, j.Apply.Steps...)...)
	}
	return page
}

func (v view) event(e *content.Event, translated bool) theme.Payload {
	page := &theme.EventPage{Entry: v.entry(e, translated), Outcome: e.Outcome}
	f := v.facts(&e.Head)
	f.text("event_type", v.opt("event", e.Type))
	f.text("starts", cmp.Or(v.moment(e.StartsAt), v.date(e.StartsOn)))
	f.text("ends", cmp.Or(v.moment(e.EndsAt), v.date(e.EndsOn)))
	f.text("venue", e.Venue)
	f.text("organiser", e.Organiser)
	if e.Community != "" {
		f.add("community", v.entryLinks([]content.Ref{e.Community})...)
	}
	f.text("series", e.Series)
	if r := e.Registration; r != nil {
		page.RegisterURL, page.Register = r.URL, r.Text
		f.text("registration_fee", r.Fee)
		f.date("registration_deadline", r.Deadline)
	}
	page.Facts = f.list
	return page
}

// moment spells a day and an hour in the zone of the content.
func (v view) moment(m content.Moment) string {
	if m.IsZero() {
		return ""
	}
	return v.date(validity.DateOf(m.Time)) + " " + m.In(validity.Zone).Format("15:04")
}
