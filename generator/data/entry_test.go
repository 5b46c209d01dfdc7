package data

import (
	"slices"
	"testing"
	"time"

	"anju/generator/content"
	"anju/generator/validity"
)

func TestSessions(t *testing.T) {
	day := func(s string) validity.Date {
		d, err := validity.ParseDate(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	at := func(s string) content.Moment {
		m, err := time.Parse(time.RFC3339, s)
		if err != nil {
			t.Fatal(err)
		}
		return content.Moment{Time: m}
	}
	weekly := &content.Repeat{Every: "week", Until: day("2026-12-31"), Except: []validity.Date{day("2026-12-23")}}
	tests := []struct {
		name  string
		event content.Event
		want  []Session
	}{
		{"one day", content.Event{StartsOn: day("2026-12-05")}, []Session{{"2026-12-05", "2026-12-05"}}},
		{"days", content.Event{StartsOn: day("2026-12-31"), EndsOn: day("2027-01-02")}, []Session{{"2026-12-31", "2027-01-02"}}},
		{"hours, from another zone", content.Event{StartsAt: at("2026-12-05T06:00:00Z"), EndsAt: at("2026-12-05T08:30:00Z")},
			[]Session{{"2026-12-05T14:00:00+08:00", "2026-12-05T16:30:00+08:00"}}},
		{"no end", content.Event{StartsAt: at("2026-12-05T14:00:00+08:00")}, []Session{{Starts: "2026-12-05T14:00:00+08:00"}}},
		{"every week", content.Event{StartsOn: day("2026-12-16"), Repeats: weekly, AlsoOn: []validity.Date{day("2027-01-03")}},
			[]Session{{"2026-12-16", "2026-12-16"}, {"2026-12-30", "2026-12-30"}, {"2027-01-03", "2027-01-03"}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := sessions(&tt.event); !slices.Equal(got, tt.want) {
				t.Errorf("%v, want %v", got, tt.want)
			}
		})
	}
}
