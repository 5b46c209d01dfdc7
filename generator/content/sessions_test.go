package content

import (
	"testing"
	"time"

	"anju/generator/validity"
)

// spelled are sessions as lines that people can check with a calendar.
func spelled(sessions []validity.Session) (out []string) {
	for _, s := range sessions {
		line := s.Starts.Format("Mon 2006-01-02 15:04")
		if !s.Ends.IsZero() {
			line += s.Ends.Format(" to 2006-01-02 15:04")
		}
		out = append(out, line)
	}
	return out
}

func TestSessions(t *testing.T) {
	day := func(y, m, d int) validity.Date { return validity.Date{Year: y, Month: m, Day: d} }
	hour := func(text string) (m Moment) {
		if err := m.UnmarshalText([]byte(text)); err != nil {
			t.Fatal(err)
		}
		return m
	}
	for _, tt := range []struct {
		name  string
		event Event
		want  []string
	}{
		{"no start", Event{AlsoOn: []validity.Date{day(2026, 12, 5)}}, nil},
		{"one day", Event{StartsOn: day(2026, 12, 5)}, []string{"Sat 2026-12-05 00:00 to 2026-12-06 00:00"}},
		{"an hour without an end", Event{StartsAt: hour("2026-12-05T14:00+08:00")}, []string{"Sat 2026-12-05 14:00"}},
		{"several days, every two weeks", Event{StartsOn: day(2026, 12, 5), EndsOn: day(2026, 12, 6),
			Repeats: &Repeat{Every: "two_weeks", Until: day(2027, 1, 2)}},
			[]string{"Sat 2026-12-05 00:00 to 2026-12-07 00:00", "Sat 2026-12-19 00:00 to 2026-12-21 00:00", "Sat 2027-01-02 00:00 to 2027-01-04 00:00"}},
		{"every week across New Year, but for one, and a day more", Event{
			StartsAt: hour("2026-12-19T14:00+08:00"), EndsAt: hour("2026-12-19T16:30+08:00"),
			Repeats: &Repeat{Every: "week", Until: day(2027, 1, 9), Except: []validity.Date{day(2026, 12, 26)}},
			AlsoOn:  []validity.Date{day(2027, 2, 1), day(2026, 12, 31)}},
			[]string{
				"Sat 2026-12-19 14:00 to 2026-12-19 16:30", "Thu 2026-12-31 14:00 to 2026-12-31 16:30",
				"Sat 2027-01-02 14:00 to 2027-01-02 16:30", "Sat 2027-01-09 14:00 to 2027-01-09 16:30",
				"Mon 2027-02-01 14:00 to 2027-02-01 16:30",
			}},
		{"every day over a leap day", Event{StartsOn: day(2028, 2, 28), Repeats: &Repeat{Every: "day", Until: day(2028, 3, 1)}},
			[]string{"Mon 2028-02-28 00:00 to 2028-02-29 00:00", "Tue 2028-02-29 00:00 to 2028-03-01 00:00", "Wed 2028-03-01 00:00 to 2028-03-02 00:00"}},
		{"every day where there is no leap day", Event{StartsOn: day(2027, 2, 28), Repeats: &Repeat{Every: "day", Until: day(2027, 3, 1)}},
			[]string{"Sun 2027-02-28 00:00 to 2027-03-01 00:00", "Mon 2027-03-01 00:00 to 2027-03-02 00:00"}},
		{"the day in Shanghai counts, over midnight", Event{StartsAt: hour("2026-12-05T20:00+00:00"), EndsAt: hour("2026-12-06T17:00+00:00"),
			Repeats: &Repeat{Every: "week", Until: day(2026, 12, 13)}},
			[]string{"Sun 2026-12-06 04:00 to 2026-12-07 01:00", "Sun 2026-12-13 04:00 to 2026-12-14 01:00"}},
		{"a day that is there already", Event{StartsOn: day(2026, 12, 5), AlsoOn: []validity.Date{day(2026, 12, 5), {}}},
			[]string{"Sat 2026-12-05 00:00 to 2026-12-06 00:00"}},
		{"an unknown rule", Event{StartsOn: day(2026, 12, 5), Repeats: &Repeat{Every: "month", Until: day(2027, 12, 5)}},
			[]string{"Sat 2026-12-05 00:00 to 2026-12-06 00:00"}},
	} {
		t.Run(tt.name, func(t *testing.T) { equal(t, "sessions", spelled(tt.event.Sessions()), tt.want) })
	}
}

// However far off its end is, an event does not repeat without bound.
func TestSessionsAreBounded(t *testing.T) {
	e := Event{StartsOn: validity.Date{Year: 1, Month: 1, Day: 1}, Repeats: &Repeat{Every: "day", Until: validity.Date{Year: 9999, Month: 12, Day: 31}}}
	equal(t, "number", len(e.Sessions()), maxSessions+1)
}

func TestSubjectHasSessions(t *testing.T) {
	const event = "content/events/kaifangri.md"
	once := load(t, valid(t), Options{Now: now})
	equal(t, "of an event that is once", len(once.Subject(once.Events[0]).Sessions), 0)

	weekly := load(t, edited(t, event, "venue:", "repeats: {every: week, until: 2026-12-19}\nvenue:"), Options{Now: now})
	s := weekly.Subject(weekly.Events[0])
	equal(t, "number", len(s.Sessions), 3)
	last := time.Date(2026, 12, 19, 17, 0, 0, 0, validity.Zone)
	equal(t, "in the last session", s.Status(last.Add(-time.Second)), validity.Upcoming)
	equal(t, "after the last session", s.Status(last), validity.Past)
}
