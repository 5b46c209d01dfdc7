package content

import (
	"cmp"
	"time"
)

// Sooner compares two entries for readers who look for what is of use at now:
// what holds stands before what is over, events to come by their next session,
// and else the newest first.
func (l *Library) Sooner(a, b Entry, now time.Time) int {
	sa, sb := l.Subject(a), l.Subject(b)
	if c := cmp.Compare(sa.Rank(now), sb.Rank(now)); c != 0 {
		return c
	}
	if ca, cb := sa.Coming(now), sb.Coming(now); len(ca) > 0 && len(cb) > 0 {
		return ca[0].Starts.Compare(cb[0].Starts)
	}
	return SortDate(b).After().Compare(SortDate(a).After())
}
