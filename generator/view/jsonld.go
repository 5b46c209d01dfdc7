package view

import (
	"time"

	"anju/generator/content"
	"anju/generator/schemaorg"
	"anju/generator/theme"
	"anju/generator/validity"
)

// Things are what the page of an entry states in the vocabulary of schema.org,
// the thing that it is about first. They never claim more than the page says:
// what is not known is left out. There are none for what was withdrawn, and for
// the pages of the site itself.
func (v View) Things(e content.Entry, page *theme.Page) schemaorg.Graph {
	local, _ := v.In(e)
	if local.Common().Withdrawn != nil {
		return nil
	}
	switch e := local.(type) {
	case *content.Community:
		return schemaorg.Graph{v.communityThing(e, page)}
	case *content.Policy:
		return v.policyThings(e, page)
	case *content.Guide:
		return schemaorg.Graph{v.guideThing(e, page)}
	case *content.Job:
		return schemaorg.Graph{v.jobThing(e, page)}
	case *content.Event:
		return schemaorg.Graph{v.eventThing(e, page)}
	}
	return nil
}

// thing is what an entry states as a thing of a type. Its ID is that of the
// page with the name of its kind.
func (v View) thing(kind string, h *content.Head, page *theme.Page) schemaorg.Thing {
	return schemaorg.Thing{
		Type: schemaorg.Types{kind}, ID: page.Canonical + "#" + h.Kind, Name: h.Title, URL: page.Canonical,
		Description: h.Summary, Image: page.Image.URL,
	}
}

// cityPlace is a city as a place, or none.
func (v View) cityPlace(slug string) *schemaorg.Place {
	if slug == "" {
		return nil
	}
	return schemaorg.Named("City", v.city(slug))
}

// OrganisationThing is a brand or an operator as schema.org has it.
func (v View) OrganisationThing(o content.Organisation, page *theme.Page) schemaorg.Graph {
	kind := "Organization"
	if o.Type == "public_body" {
		kind = "GovernmentOrganization"
	}
	return schemaorg.Graph{&schemaorg.Organization{
		Thing: schemaorg.Thing{
			Type: schemaorg.Types{kind}, ID: page.Canonical + "#organization", Name: o.In(v.Lang), URL: page.Canonical, Description: o.Summary(v.Lang),
		},
		Location: v.cityPlace(o.City),
	}}
}

// guideThing is the way to do something where a guide tells its steps, else an
// article.
func (v View) guideThing(g *content.Guide, page *theme.Page) *schemaorg.Work {
	out := &schemaorg.Work{Thing: v.thing("HowTo", &g.Head, page), InLanguage: g.Lang}
	for i, s := range g.Steps {
		out.Steps = append(out.Steps, schemaorg.Step{Type: schemaorg.Types{"HowToStep"}, Position: i + 1, Name: s.Title, Text: s.Text})
	}
	if len(g.Steps) > 0 {
		return out
	}
	out.Type, out.Headline = schemaorg.Types{"Article"}, g.Title
	out.Published, out.Modified = g.Published.String(), Updated(g).String()
	out.Publisher = &schemaorg.Organizations(page.PublisherName())[0]
	return out
}

// Updated is the day of the newest change of an entry that readers should hear
// of, or of its first publication.
func Updated(e content.Entry) validity.Date {
	h := e.Common()
	day := h.Published
	for _, c := range h.Changes {
		if c.Kind != "minor" && day.Before(c.Date) {
			day = c.Date
		}
	}
	return day
}

// spans are the periods for which money is paid, as a job posting names them
// and as UN/CEFACT does.
var spans = map[string]struct{ text, code string }{
	"day": {"DAY", "DAY"}, "month": {"MONTH", "MON"}, "quarter": {"", "QAN"}, "year": {"YEAR", "ANN"},
}

// employmentTypes are the types of employment that job boards know by a code.
// The others go by what they are called.
var employmentTypes = map[string]string{"full_time": "FULL_TIME", "part_time": "PART_TIME", "intern": "INTERN"}

func (v View) jobThing(j *content.Job, page *theme.Page) *schemaorg.JobPosting {
	out := &schemaorg.JobPosting{
		Thing: v.thing("JobPosting", &j.Head, page), Title: j.Title, DatePosted: j.PostedOn.String(),
		Employment: employmentTypes[j.Employment], Openings: j.Positions, Skills: j.Skills,
		Education: v.term(v.lib.Vocab.Degrees, j.Degree), Place: schemaorg.Named("Place", j.Place),
	}
	if out.Employment == "" {
		out.Employment = v.opt("employment", j.Employment)
	}
	if !j.ClosesOn.IsZero() {
		out.ValidThrough = j.ClosesOn.After().Add(-time.Second).Format(time.RFC3339)
	}
	if j.Employer != "" {
		out.Employer = &schemaorg.Organizations(j.Employer)[0]
	}
	if out.Place != nil {
		out.Place.Address, out.Place.ContainedIn = j.Place, v.cityPlace(j.City)
	}
	if m := j.Salary; m != nil && spans[m.Period].text != "" {
		out.Salary = &schemaorg.Salary{Type: schemaorg.Types{"MonetaryAmount"}, Currency: schemaorg.Yuan, Value: schemaorg.Quantity{
			Type: schemaorg.Types{"QuantitativeValue"}, Value: asFloat(m.Amount), Min: asFloat(m.Min), Max: asFloat(m.Max), UnitText: spans[m.Period].text,
		}}
	}
	return out
}

// eventThing is the next time of an event, or for one that is over the first.
func (v View) eventThing(e *content.Event, page *theme.Page) *schemaorg.Event {
	out := &schemaorg.Event{
		Thing: v.thing("Event", &e.Head, page), Status: schemaorg.EventScheduled, Location: schemaorg.Named("Place", e.Venue),
	}
	if e.Cancelled {
		out.Status = schemaorg.EventCancelled
	}
	if out.Location != nil {
		out.Location.Address, out.Location.ContainedIn = e.Venue, v.cityPlace(e.City)
	}
	if e.Organiser != "" {
		out.Organizer = &schemaorg.Organizations(e.Organiser)[0]
	}
	if session, ok := v.next(e); ok {
		out.Starts, out.Ends = spelled(session, e.StartsAt.IsZero())
	}
	return out
}

// spelled are the beginning and the end of a session: days, or moments with
// their offset. The end is "" where none is known.
func spelled(s validity.Session, wholeDays bool) (starts, ends string) {
	switch {
	case wholeDays:
		return validity.DateOf(s.Starts).String(), validity.DateOf(s.Ends.Add(-1)).String()
	case s.Ends.IsZero():
		return s.Starts.In(validity.Zone).Format(time.RFC3339), ""
	}
	return s.Starts.In(validity.Zone).Format(time.RFC3339), s.Ends.In(validity.Zone).Format(time.RFC3339)
}
