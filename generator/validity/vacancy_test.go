package validity

import (
	"testing"
	"time"
)

func TestOutdated(t *testing.T) {
	asOf := Date{Year: 2026, Month: 11, Day: 1}
	for name, c := range map[string]struct {
		asOf Date
		at   time.Time
		want bool
	}{
		"on the day":            {asOf, time.Date(2026, 11, 1, 12, 0, 0, 0, Zone), false},
		"the thirtieth day":     {asOf, time.Date(2026, 12, 1, 23, 59, 59, 0, Zone), false},
		"the day after":         {asOf, time.Date(2026, 12, 2, 0, 0, 0, 0, Zone), true},
		"that day in the zone":  {asOf, time.Date(2026, 12, 1, 16, 0, 0, 0, time.UTC), true},
		"where nothing is said": {Date{}, time.Date(2026, 12, 2, 0, 0, 0, 0, Zone), false},
	} {
		t.Run(name, func(t *testing.T) {
			if got := Outdated(c.asOf, c.at); got != c.want {
				t.Errorf("got %v", got)
			}
		})
	}
}
