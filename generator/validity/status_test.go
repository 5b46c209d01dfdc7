package validity

import (
	"testing"
	"time"
)

// at reads a moment of a table; a date alone is noon there.
func at(s string) time.Time {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		t = d(s).First().Add(12 * time.Hour)
	}
	return t
}

func policy(from, to string) Subject { return Subject{Kind: "policy", From: d(from), To: d(to)} }

func (s Subject) with(change func(*Subject)) Subject {
	change(&s)
	return s
}

// The subjects of the tables.
var (
	year2024  = policy("2024-03-01", "2024-12-31")
	leapDay   = policy("2024-01-01", "2024-02-29")
	noEnd     = policy("2024-03-01", "")
	repealed  = year2024.with(func(s *Subject) { s.Repealed = d("2024-07-01") })
	replaced  = year2024.with(func(s *Subject) { s.SupersededFrom = d("2024-07-01") })
	both      = repealed.with(func(s *Subject) { s.SupersededFrom = d("2024-06-01") })
	reported  = year2024.with(func(s *Subject) { s.Reported = true })
	withdrawn = year2024.with(func(s *Subject) { s.Withdrawn, s.Reported = true, true })
	job       = Subject{Kind: "job", From: d("2024-03-01"), To: d("2024-03-31")}
	dayEvent  = Subject{Kind: "event", From: d("2024-03-01")}
	fair      = Subject{Kind: "event", From: d("2024-03-01"), To: d("2024-03-03")}
	talk      = Subject{Kind: "event", Starts: at("2024-03-01T14:00:00+08:00")}
	meeting   = talk.with(func(s *Subject) { s.Ends = at("2024-03-01T16:00:00+08:00") })
	cancelled = fair.with(func(s *Subject) { s.Cancelled = true })
)

func TestStatus(t *testing.T) {
	tests := []struct {
		name    string
		subject Subject
		at      string
		want    Status
	}{
		{"policy, day before the first", year2024, "2024-02-29", Announced},
		{"policy, last second before", year2024, "2024-02-29T23:59:59+08:00", Announced},
		{"policy, first moment", year2024, "2024-03-01T00:00:00+08:00", InForce},
		{"policy, first moment seen from UTC", year2024, "2024-02-29T16:00:00Z", InForce},
		{"policy, a second earlier seen from UTC", year2024, "2024-02-29T15:59:59Z", Announced},
		{"policy, first day", year2024, "2024-03-01", InForce},
		{"policy, day before the last", year2024, "2024-12-30", InForce},
		{"policy, last day", year2024, "2024-12-31", InForce},
		{"policy, last second", year2024, "2024-12-31T23:59:59+08:00", InForce},
		{"policy, last second seen from UTC", year2024, "2024-12-31T15:59:59Z", InForce},
		{"policy, over, seen from UTC on the last day", year2024, "2024-12-31T16:00:00Z", Expired},
		{"policy, day after the last", year2024, "2025-01-01", Expired},
		{"policy to the leap day, the day before", leapDay, "2024-02-28", InForce},
		{"policy to the leap day, on it", leapDay, "2024-02-29", InForce},
		{"policy to the leap day, the day after", leapDay, "2024-03-01", Expired},
		{"policy to the end of a month, on its last day", policy("2023", "2024-02"), "2024-02-29", InForce},
		{"policy to the end of a month, the day after", policy("2023", "2024-02"), "2024-03-01", Expired},
		{"policy to the end of a year, on its last day", policy("2023", "2024"), "2024-12-31", InForce},
		{"policy to the end of a year, the day after", policy("2023", "2024"), "2025-01-01", Expired},
		{"policy from a month, on its first day", policy("2024-03", ""), "2024-03-01", NoEndStated},
		{"policy from a month, the day before", policy("2024-03", ""), "2024-02-29", Announced},
		{"policy without an end, day before", noEnd, "2024-02-29", Announced},
		{"policy without an end, first day", noEnd, "2024-03-01", NoEndStated},
		{"policy without an end, long after", noEnd, "2044-03-01", NoEndStated},
		{"policy without dates", policy("", ""), "2024-03-01", NoEndStated},
		{"policy without a start", policy("", "2024-12-31"), "1999-01-01", InForce},
		{"policy to be repealed, day before", repealed, "2024-06-30", InForce},
		{"repealed policy, first day", repealed, "2024-07-01", Repealed},
		{"repealed policy, after its end", repealed, "2025-07-01", Repealed},
		{"policy to be replaced, day before", replaced, "2024-06-30", InForce},
		{"replaced policy, first day", replaced, "2024-07-01", Superseded},
		{"replaced policy, after its end", replaced, "2025-07-01", Superseded},
		{"replaced, not yet repealed", both, "2024-06-30", Superseded},
		{"replaced and repealed", both, "2024-07-01", Repealed},
		{"reported policy, before", reported, "2024-02-29", Reported},
		{"reported policy, during", reported, "2024-06-01", Reported},
		{"reported policy, after", reported, "2025-06-01", Reported},
		{"withdrawn, whatever else", withdrawn, "2024-06-01", Withdrawn},
		{"withdrawn guide", Subject{Kind: "guide", Withdrawn: true}, "2024-06-01", Withdrawn},
		{"guide", Subject{Kind: "guide", From: d("2020")}, "2024-06-01", None},

		{"job, before it was posted", job, "2024-02-29", Open},
		{"job, last day", job, "2024-03-31", Open},
		{"job, last second", job, "2024-03-31T23:59:59+08:00", Open},
		{"job, day after", job, "2024-04-01T00:00:00+08:00", Closed},
		{"job without an end", Subject{Kind: "job", From: d("2024-03-01")}, "2034-03-01", Open},

		{"event of a day, day before", dayEvent, "2024-02-29", Upcoming},
		{"event of a day, on it", dayEvent, "2024-03-01", Upcoming},
		{"event of a day, midnight after", dayEvent, "2024-03-02T00:00:00+08:00", Past},
		{"event of days, between", fair, "2024-03-02", Upcoming},
		{"event of days, last second", fair, "2024-03-03T23:59:59+08:00", Upcoming},
		{"event of days, day after", fair, "2024-03-04", Past},
		{"event by the hour without an end, late that day", talk, "2024-03-01T23:59:59+08:00", Upcoming},
		{"event by the hour without an end, next day", talk, "2024-03-02T00:00:00+08:00", Past},
		{"event by the hour, before its end", meeting, "2024-03-01T15:59:59+08:00", Upcoming},
		{"event by the hour, at its end", meeting, "2024-03-01T16:00:00+08:00", Past},
		{"event by the hour, at its end seen from UTC", meeting, "2024-03-01T08:00:00Z", Past},
		{"cancelled event, before", cancelled, "2024-02-29", Cancelled},
		{"cancelled event, after", cancelled, "2024-03-04", Cancelled},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.subject.Status(at(tt.at)); got != tt.want {
				t.Errorf("%q at %s, want %q", got, tt.at, tt.want)
			}
		})
	}
}

// The end is 2024-12-31: 60 days before it is 1 November.
func TestExpiring(t *testing.T) {
	tests := []struct {
		name    string
		subject Subject
		at      string
		want    bool
	}{
		{"61 days before the last", year2024, "2024-10-31", false},
		{"last second of that day", year2024, "2024-10-31T23:59:59+08:00", false},
		{"60 days before", year2024, "2024-11-01", true},
		{"first second of that day, seen from UTC", year2024, "2024-10-31T16:00:00Z", true},
		{"last day", year2024, "2024-12-31", true},
		{"day after", year2024, "2025-01-01", false},
		{"without an end", noEnd, "2024-11-01", false},
		{"reported", reported, "2024-11-01", false},
		{"repealed", repealed, "2024-11-01", false},
		{"not in force yet", policy("2024-03-01", "2024-03-31"), "2024-02-29", false},
		{"short one from its first day", policy("2024-03-01", "2024-03-31"), "2024-03-01", true},
		{"job", job, "2024-03-30", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.subject.Expiring(at(tt.at)); got != tt.want {
				t.Errorf("%v at %s", got, tt.at)
			}
		})
	}
}

func TestReviewedLately(t *testing.T) {
	tests := []struct {
		name, reviewed, at string
		want               bool
	}{
		{"never", "", "2024-06-01", false},
		{"today", "2024-06-01", "2024-06-01", true},
		{"18 months ago to the day", "2022-12-15", "2024-06-15", true},
		{"a day longer ago", "2022-12-14", "2024-06-15", false},
		{"last second", "2022-12-15", "2024-06-15T23:59:59+08:00", true},
		{"midnight, seen from UTC", "2022-12-15", "2024-06-15T16:00:00Z", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := (Subject{Reviewed: d(tt.reviewed)}).ReviewedLately(at(tt.at)); got != tt.want {
				t.Errorf("%v at %s", got, tt.at)
			}
		})
	}
}

func TestRank(t *testing.T) {
	reviewed := func(s *Subject) { s.Reviewed = d("2024-01-01") }
	tests := []struct {
		name    string
		subject Subject
		at      string
		want    int
	}{
		{"in force", year2024, "2024-06-01", 0},
		{"no end stated, looked at lately", noEnd.with(reviewed), "2024-06-01", 0},
		{"announced", year2024, "2024-01-01", 1},
		{"no end stated, not looked at", noEnd, "2024-06-01", 2},
		{"no end stated, looked at long ago", noEnd.with(reviewed), "2025-07-02", 2},
		{"reported", reported, "2024-06-01", 3},
		{"expired", year2024, "2025-01-01", 4},
		{"repealed", repealed, "2024-07-01", 4},
		{"superseded", replaced, "2024-07-01", 4},
		{"withdrawn", withdrawn, "2024-06-01", 5},
		{"open job", job, "2024-03-01", 0},
		{"closed job", job, "2024-04-01", 4},
		{"coming event", fair, "2024-03-01", 0},
		{"past event", fair, "2024-04-01", 4},
		{"cancelled event", cancelled, "2024-03-01", 4},
		{"guide", Subject{Kind: "guide"}, "2024-06-01", 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.subject.Rank(at(tt.at)); got != tt.want {
				t.Errorf("%d, want %d", got, tt.want)
			}
		})
	}
}

// The days are those of Shanghai whatever zone the machine is in.
func TestZoneOfTheMachineDoesNotMatter(t *testing.T) {
	defer func(l *time.Location) { time.Local = l }(time.Local)
	for _, name := range []string{"UTC", "America/Los_Angeles", "Pacific/Kiritimati", "Asia/Kolkata"} {
		t.Run(name, func(t *testing.T) {
			t.Setenv("TZ", name)
			zone, err := time.LoadLocation(name)
			if err != nil {
				t.Fatal(err)
			}
			time.Local = zone
			last := at("2024-12-31T23:59:59+08:00").In(zone)
			if got := year2024.Status(last); got != InForce {
				t.Errorf("%v: %s", last, got)
			}
			if got := year2024.Status(last.Add(time.Second).Local()); got != Expired {
				t.Errorf("%v: %s", last.Add(time.Second), got)
			}
			if got := DateOf(last); got != d("2024-12-31") {
				t.Errorf("%v is on %v", last, got)
			}
			if got := d("2024-12-31").In("en"); got != "31 December 2024" {
				t.Errorf("reads %q", got)
			}
			if next, _ := year2024.Next(last); !next.Equal(at("2025-01-01T00:00:00+08:00")) {
				t.Errorf("next %v", next)
			}
		})
	}
}
