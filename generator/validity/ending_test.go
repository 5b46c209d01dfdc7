package validity

import "testing"

// Subjects of the tables that do not run to the end that they state.
var (
	noEndRepealed = noEnd.with(func(s *Subject) { s.Repealed = d("2024-07-01") })
	noEndReplaced = noEnd.with(func(s *Subject) { s.SupersededFrom = d("2024-07-01") })
	toTheEve      = policy("2024-03-01", "2024-06-30").with(func(s *Subject) { s.Repealed = d("2024-07-01") })
	expiresFirst  = policy("2024-03-01", "2024-05-31").with(func(s *Subject) { s.Repealed, s.SupersededFrom = d("2024-07-01"), d("2024-08-01") })
)

func TestEnding(t *testing.T) {
	tests := []struct {
		name    string
		subject Subject
		day     string
		then    Status
	}{
		{"expiry", year2024, "2024-12-31", Expired},
		{"repeal before expiry", repealed, "2024-07-01", Repealed},
		{"replacement before expiry", replaced, "2024-07-01", Superseded},
		{"replacement before repeal", both, "2024-06-01", Superseded},
		{"expiry before repeal", expiresFirst, "2024-05-31", Expired},
		{"repeal when it expires", toTheEve, "2024-07-01", Repealed},
		{"repeal and replacement together", noEndRepealed.with(func(s *Subject) { s.SupersededFrom = s.Repealed }), "2024-07-01", Repealed},
		{"repeal alone", noEndRepealed, "2024-07-01", Repealed},
		{"repeal in a month", noEnd.with(func(s *Subject) { s.Repealed = d("2024-07") }), "2024-07", Repealed},
		{"none", noEnd, "", None},
		{"reported", reported, "", None},
		{"job", job, "", None},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			day, then := tt.subject.Ending()
			if then != tt.then || tt.day != "" && day != d(tt.day) || tt.day == "" && !day.IsZero() {
				t.Errorf("%s on %v, want %s on %s", then, day, tt.then, tt.day)
			}
		})
	}
}

// TestBeforeTheEnd asks what holds of a policy that a text already ends.
func TestBeforeTheEnd(t *testing.T) {
	tests := []struct {
		name     string
		subject  Subject
		at       string
		status   Status
		expiring bool
		deadline string // "" for none
	}{
		{"61 days before the last day", repealed, "2024-04-30", InForce, false, "2024-07-01T00:00:00+08:00"},
		{"60 days before it", repealed, "2024-05-01", InForce, true, "2024-07-01T00:00:00+08:00"},
		{"the last day", repealed, "2024-06-30", InForce, true, "2024-07-01T00:00:00+08:00"},
		{"the day of the repeal", repealed, "2024-07-01T00:00:00+08:00", Repealed, false, ""},
		{"replaced soon", replaced, "2024-06-30", InForce, true, "2024-07-01T00:00:00+08:00"},
		{"replaced", replaced, "2024-07-01", Superseded, false, ""},
		{"repealed without an end of its own", noEndRepealed, "2024-06-30", InForce, true, "2024-07-01T00:00:00+08:00"},
		{"replaced without an end of its own", noEndReplaced, "2024-04-30", InForce, false, "2024-07-01T00:00:00+08:00"},
		{"not yet in force", noEndRepealed, "2024-02-29", Announced, false, "2024-07-01T00:00:00+08:00"},
		{"expired before its repeal", expiresFirst, "2024-06-15", Expired, false, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.subject.Status(at(tt.at)); got != tt.status {
				t.Errorf("%s, want %s", got, tt.status)
			}
			if got := tt.subject.Expiring(at(tt.at)); got != tt.expiring {
				t.Errorf("expiring: %v", got)
			}
			got, ok := tt.subject.Deadline(at(tt.at))
			if ok != (tt.deadline != "") || ok && !got.Equal(at(tt.deadline)) {
				t.Errorf("deadline %v, %v, want %q", got.In(Zone), ok, tt.deadline)
			}
		})
	}
}

// TestWindowsAtTheEnd looks at windows of a policy that is repealed on 1 July.
func TestWindowsAtTheEnd(t *testing.T) {
	spring := Window{Opens: d("2024-04-01"), Closes: d("2024-04-30")}
	across := Window{Opens: d("2024-06-01"), Closes: d("2024-09-30")}
	tests := []struct {
		name   string
		window Window
		at     string
		want   WindowState
		never  bool
		closes string
	}{
		{"over before the end", spring, "2024-03-20", WindowUpcoming, false, "2024-04-30"},
		{"across the end, not open yet", across, "2024-05-31", WindowUpcoming, false, "2024-06-30"},
		{"across the end, open", across, "2024-06-15", WindowOpen, false, "2024-06-30"},
		{"across the end, 14 days before it", across, "2024-06-16", WindowClosing, false, "2024-06-30"},
		{"across the end, after it", across, "2024-07-01", WindowClosed, false, "2024-06-30"},
		{"opens on the day of the repeal", Window{Opens: d("2024-07-01")}, "2024-06-15", "", true, ""},
		{"opens later", Window{Opens: d("2024-10-01"), Rolling: true}, "2024-06-15", "", true, ""},
		{"would have opened by now", Window{Opens: d("2024-10-01")}, "2024-11-01", WindowClosed, true, ""},
		{"opens on the last day", Window{Opens: d("2024-06-30")}, "2024-06-15", WindowUpcoming, false, ""},
		{"rolling", rolling, "2024-06-15", WindowRolling, false, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := repealed.with(func(s *Subject) { s.Windows = []Window{tt.window} })
			best, state := s.BestWindow(at(tt.at))
			if got := s.StateOf(tt.window, at(tt.at)); got != tt.want || state != got {
				t.Errorf("%q, the best is %q, want %q", got, state, tt.want)
			}
			if got := s.NeverOpens(tt.window); got != tt.never {
				t.Errorf("never opens: %v", got)
			}
			within := s.Within(tt.window)
			if tt.closes != "" && within.Closes != d(tt.closes) || tt.closes == "" && within != tt.window {
				t.Errorf("within it is %v, want it to close on %q", within, tt.closes)
			}
			if state != "" && best != within {
				t.Errorf("the best is %v, not %v", best, within)
			}
		})
	}
}
