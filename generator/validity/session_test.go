package validity

import (
	"encoding/json"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// day is a session of one whole day.
func day(s string) Session { return Session{d(s).First(), d(s).After()} }

// Events of the tables that take place more than once.
var (
	course = Subject{Kind: "event", Sessions: []Session{day("2024-02-22"), day("2024-02-29"), day("2024-03-07")}}
	hourly = Subject{Kind: "event", Starts: at("2024-02-29T14:00:00+08:00"), Ends: at("2024-02-29T16:00:00+08:00"), Sessions: []Session{
		{at("2024-02-29T14:00:00+08:00"), at("2024-02-29T16:00:00+08:00")}, {at("2024-03-07T14:00:00+08:00"), at("2024-03-07T16:00:00+08:00")},
	}}
	evening   = Subject{Kind: "event", Sessions: []Session{{Starts: at("2024-02-28T19:00:00+08:00")}, {Starts: at("2024-02-29T19:00:00+08:00")}}}
	calledOff = course.with(func(s *Subject) { s.Cancelled = true })
)

// TestSessions asks at moments around the first, a middle and the last session.
func TestSessions(t *testing.T) {
	tests := []struct {
		name    string
		subject Subject
		at      string
		status  Status
		coming  []string // the days of the sessions to come
		next    string   // the first end of a session after at, "" for none
	}{
		{"day before the first", course, "2024-02-21", Upcoming, []string{"2024-02-22", "2024-02-29", "2024-03-07"}, "2024-02-23T00:00:00+08:00"},
		{"first day", course, "2024-02-22", Upcoming, []string{"2024-02-22", "2024-02-29", "2024-03-07"}, "2024-02-23T00:00:00+08:00"},
		{"day after the first", course, "2024-02-23T00:00:00+08:00", Upcoming, []string{"2024-02-29", "2024-03-07"}, "2024-03-01T00:00:00+08:00"},
		{"leap day, its last second", course, "2024-02-29T23:59:59+08:00", Upcoming, []string{"2024-02-29", "2024-03-07"}, "2024-03-01T00:00:00+08:00"},
		{"leap day, seen from UTC when over", course, "2024-02-29T16:00:00Z", Upcoming, []string{"2024-03-07"}, "2024-03-08T00:00:00+08:00"},
		{"last day", course, "2024-03-07T23:59:59+08:00", Upcoming, []string{"2024-03-07"}, "2024-03-08T00:00:00+08:00"},
		{"day after the last", course, "2024-03-08T00:00:00+08:00", Past, nil, ""},
		{"by the hour, before the end", hourly, "2024-02-29T15:59:59+08:00", Upcoming, []string{"2024-02-29", "2024-03-07"}, "2024-02-29T16:00:00+08:00"},
		{"by the hour, at the end", hourly, "2024-02-29T16:00:00+08:00", Upcoming, []string{"2024-03-07"}, "2024-03-07T16:00:00+08:00"},
		{"by the hour, over", hourly, "2024-03-07T16:00:00+08:00", Past, nil, ""},
		{"without a stated end, late that day", evening, "2024-02-29T23:59:59+08:00", Upcoming, []string{"2024-02-29"}, "2024-03-01T00:00:00+08:00"},
		{"without a stated end, next day", evening, "2024-03-01", Past, nil, ""},
		{"called off, before", calledOff, "2024-02-21", Cancelled, nil, "2024-02-23T00:00:00+08:00"},
		{"called off, after", calledOff, "2024-03-08", Cancelled, nil, ""},
		{"once, on its days", fair, "2024-03-03", Upcoming, []string{"2024-03-01"}, "2024-03-04T00:00:00+08:00"},
		{"once, over", fair, "2024-03-04", Past, nil, ""},
		{"once by the hour", meeting, "2024-03-01", Upcoming, []string{"2024-03-01"}, "2024-03-01T16:00:00+08:00"},
		{"a job has none", job, "2024-03-31", Open, nil, "2024-04-01T00:00:00+08:00"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			now := at(tt.at)
			if got := tt.subject.Status(now); got != tt.status {
				t.Errorf("%q, want %q", got, tt.status)
			}
			var coming []string
			for _, s := range tt.subject.Coming(now) {
				coming = append(coming, DateOf(s.Starts).String())
			}
			if !slices.Equal(coming, tt.coming) {
				t.Errorf("to come %v, want %v", coming, tt.coming)
			}
			for name, ask := range map[string]func(time.Time) (time.Time, bool){"Next": tt.subject.Next, "Deadline": tt.subject.Deadline} {
				want := tt.next
				if name == "Deadline" && tt.status == Cancelled {
					want = "" // though it is told until it would have been over
				}
				if got, ok := ask(now); ok != (want != "") || ok && !got.Equal(at(want)) {
					t.Errorf("%s is %v, %v, want %q", name, got.In(Zone), ok, want)
				}
			}
		})
	}
}

// An event is upcoming as long as a session of it is to come, whatever their
// order; and what is to come changes at a Next only.
func TestSessionsAgreeWithStatus(t *testing.T) {
	anySession := rapid.Custom(func(t *rapid.T) Session {
		s := Session{Starts: anyTime.Draw(t, "starts")}
		if rapid.Bool().Draw(t, "ends stated") {
			s.Ends = s.Starts.Add(time.Duration(rapid.IntRange(1, 100).Draw(t, "hours")) * time.Hour)
		}
		return s
	})
	rapid.Check(t, func(t *rapid.T) {
		s := Subject{Kind: "event", Sessions: rapid.SliceOfN(anySession, 1, 6).Draw(t, "sessions")}
		now := anyTime.Draw(t, "now")
		coming := s.Coming(now)
		if got := s.Status(now) == Upcoming; got != (len(coming) > 0) {
			t.Fatalf("upcoming %v with %v to come", got, coming)
		}
		next, ok := s.Next(now)
		if ok != (len(coming) > 0) {
			t.Fatalf("next %v, %v with %v to come", next, ok, coming)
		}
		if ok && (len(s.Coming(next)) >= len(coming) || len(s.Coming(next.Add(-time.Nanosecond))) != len(coming)) {
			t.Fatalf("%v to come at %v, then %v at %v", coming, now, s.Coming(next), next)
		}
	})
}

func TestSessionsAsJSON(t *testing.T) {
	text, err := json.Marshal(evening)
	if want := `{"kind":"event","sessions":[{"starts":"2024-02-28T19:00:00+08:00"},{"starts":"2024-02-29T19:00:00+08:00"}]}`; err != nil || string(text) != want {
		t.Errorf("%s, %v", text, err)
	}
	if text, err = json.Marshal(fair); err != nil || slices.Contains(text, '[') {
		t.Errorf("an event that takes place once tells of sessions: %s, %v", text, err)
	}
}
