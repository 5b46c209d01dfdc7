package validity

import "time"

// AvailabilityDays is how many days a statement of how many homes are free is
// taken as it stands.
const AvailabilityDays = 30

// OutdatedFrom is the moment from which what was said of vacancies on a day may
// no longer hold.
func OutdatedFrom(asOf Date) time.Time {
	return asOf.First().AddDate(0, 0, AvailabilityDays+1)
}

// Outdated reports whether vacancies as of a day are too old to rely on at t.
// Where no day is known there is nothing that could be.
func Outdated(asOf Date, t time.Time) bool {
	return !asOf.IsZero() && !t.Before(OutdatedFrom(asOf))
}
