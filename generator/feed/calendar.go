package feed

import (
	"fmt"
	"time"

	ics "github.com/arran4/golang-ical"
)

// Calendar is a file of iCalendar. Zone is the time zone for whose readers it
// is meant; every moment in it is told in UTC all the same.
type Calendar struct {
	Name   string
	Zone   *time.Location
	Events []Event
}

// Event is one entry of a calendar. UID never changes once published. Ends is
// exclusive, and zero where no end is known; where WholeDays is true, Starts
// and Ends are midnights in the zone of the calendar. Changes counts what was
// changed since it was first told, the last time at Changed. Place and Summary
// may be missing.
type Event struct {
	UID, Title, URL, Place, Summary string
	Starts, Ends, Changed           time.Time
	WholeDays, Cancelled            bool
	Changes                         int
}

// crlf ends every line of a calendar, on every system.
const crlf = ics.WithNewLine("\r\n")

// ICalendar writes c as RFC 5545 has it, the same bytes for the same calendar.
// It fails where an event lacks what the RFC demands: a UID, a beginning and
// the moment of the last change; and where it has no title.
func ICalendar(c Calendar) ([]byte, error) {
	cal := ics.NewCalendar()
	cal.SetProductId("-//Anju//Anju//ZH")
	cal.SetMethod(ics.MethodPublish)
	cal.SetXWRCalName(clean(c.Name))
	cal.SetXWRTimezone(c.Zone.String())
	c.addZone(cal)
	for _, e := range c.Events {
		if e.UID == "" || e.Title == "" || e.Starts.IsZero() || e.Changed.IsZero() {
			return nil, fmt.Errorf("the event %q of the calendar %q needs a uid, a title, a beginning and a date of change", e.UID, c.Name)
		}
		e.add(cal, c.Zone)
	}
	return []byte(cal.Serialize(crlf)), nil
}

// addZone describes the zone of c, which keeps one offset all year: a calendar
// must hold a component even where nothing is to come.
func (c Calendar) addZone(cal *ics.Calendar) {
	offset := time.Unix(0, 0).In(c.Zone).Format("-0700")
	zone := cal.AddTimezone(c.Zone.String())
	standard := ics.NewStandard()
	standard.AddProperty(ics.ComponentPropertyDtStart, "19700101T000000")
	standard.AddProperty(ics.ComponentProperty(ics.PropertyTzoffsetfrom), offset)
	standard.AddProperty(ics.ComponentProperty(ics.PropertyTzoffsetto), offset)
	zone.Components = append(zone.Components, standard)
}

func (e Event) add(cal *ics.Calendar, zone *time.Location) {
	out := cal.AddEvent(e.UID)
	out.SetDtStampTime(e.Changed)
	out.SetSequence(e.Changes)
	e.addTimes(out, zone)
	out.SetSummary(clean(e.Title))
	if e.Summary != "" {
		out.SetDescription(clean(e.Summary))
	}
	if e.Place != "" {
		out.SetLocation(clean(e.Place))
	}
	if e.URL != "" {
		out.SetURL(e.URL)
	}
	out.SetStatus(ics.ObjectStatusConfirmed)
	if e.Cancelled {
		out.SetStatus(ics.ObjectStatusCancelled)
	}
}

// addTimes tells when e begins and ends: days by their dates in the zone, hours
// in UTC.
func (e Event) addTimes(out *ics.VEvent, zone *time.Location) {
	if e.WholeDays {
		out.SetAllDayStartAt(e.Starts.In(zone))
	} else {
		out.SetStartAt(e.Starts)
	}
	switch {
	case e.Ends.IsZero():
	case e.WholeDays:
		out.SetAllDayEndAt(e.Ends.In(zone))
	default:
		out.SetEndAt(e.Ends)
	}
}
