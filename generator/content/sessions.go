package content

import (
	"slices"
	"time"

	"anju/generator/validity"
)

// maxSessions bounds how often an event repeats: three weekly events for a
// year, or one every day for more than half of one.
const maxSessions = 200

// Sessions are the times at which e takes place, in their order: the first
// one, those of Repeats but for its exceptions, and the days of AlsoOn, all at
// the same hours and of the same length. An event known by its days alone ends
// with the last of them. There is none without a start.
func (e *Event) Sessions() (all []validity.Session) {
	start := Date(e)
	if start.IsZero() {
		return nil
	}
	days := e.regular()
	for _, d := range e.AlsoOn {
		if !d.IsZero() {
			days = append(days, d)
		}
	}
	slices.SortFunc(days, func(a, b validity.Date) int { return a.First().Compare(b.First()) })
	first := e.first()
	for _, d := range slices.Compact(days) {
		all = append(all, moved(first, daysBetween(start, d)))
	}
	return all
}

// first is the session that the fields of the start and the end state.
func (e *Event) first() validity.Session {
	if e.StartsAt.IsZero() {
		last := e.StartsOn
		if !e.EndsOn.IsZero() {
			last = e.EndsOn
		}
		return validity.Session{Starts: e.StartsOn.First(), Ends: last.After()}
	}
	s := validity.Session{Starts: e.StartsAt.In(validity.Zone)}
	if !e.EndsAt.IsZero() {
		s.Ends = e.EndsAt.In(validity.Zone)
	}
	return s
}

// moved is s so many days later, at the same hours.
func moved(s validity.Session, days int) validity.Session {
	s.Starts = s.Starts.AddDate(0, 0, days)
	if !s.Ends.IsZero() {
		s.Ends = s.Ends.AddDate(0, 0, days)
	}
	return s
}

// daysBetween counts from noon to noon in UTC, where every day has 24 hours.
func daysBetween(a, b validity.Date) int {
	day := func(d validity.Date) time.Time {
		return time.Date(d.Year, time.Month(d.Month), d.Day, 12, 0, 0, 0, time.UTC)
	}
	return int(day(b).Sub(day(a)) / (24 * time.Hour))
}

// interval is after how many days a session follows the one before.
func (r Repeat) interval() int {
	return map[string]int{"day": 1, "week": 7, "two_weeks": 14}[r.Every]
}

// regular are the days on which e begins by rule: the first, and those on which
// it repeats but for the exceptions.
func (e *Event) regular() []validity.Date {
	days := append([]validity.Date{Date(e)}, e.repeated()...)
	if e.Repeats == nil {
		return days
	}
	return slices.DeleteFunc(days, func(d validity.Date) bool { return slices.Contains(e.Repeats.Except, d) })
}

// repeated are the days after the first on which e begins again, exceptions
// included, and no more than maxSessions.
func (e *Event) repeated() (days []validity.Date) {
	r, start := e.Repeats, Date(e)
	if r == nil || r.interval() == 0 || r.Until.IsZero() {
		return nil
	}
	end := r.Until.After()
	for t := start.First().AddDate(0, 0, r.interval()); t.Before(end) && len(days) < maxSessions; t = t.AddDate(0, 0, r.interval()) {
		days = append(days, validity.DateOf(t))
	}
	return days
}
