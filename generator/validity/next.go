package validity

import "time"

// Deadline is the first moment after t that closes a window, or ends s in
// whatever way, or one of its sessions; what is withdrawn or cancelled, or no
// longer holds, has none.
func (s Subject) Deadline(t time.Time) (time.Time, bool) {
	if s.off() || s.over(t) {
		return time.Time{}, false
	}
	ends := s.sessionEnds()
	for _, w := range s.Windows {
		if !w.Closes.IsZero() {
			ends = append(ends, w.Closes.After())
		}
	}
	return first(append(ends, s.end()), t)
}

// Next is the first moment after t at which an answer about s may change. What
// was cancelled is told until it would have been over.
func (s Subject) Next(t time.Time) (time.Time, bool) {
	switch {
	case s.Withdrawn:
		return time.Time{}, false
	case s.Cancelled:
		return first(append(s.sessionEnds(), s.end()), t)
	}
	at := append(s.sessionEnds(), s.end())
	for _, d := range []Date{s.From, s.Repealed, s.SupersededFrom} {
		if !d.IsZero() {
			at = append(at, d.First())
		}
	}
	if s.Kind == "policy" && !s.end().IsZero() {
		at = append(at, s.expiringFrom())
	}
	if !s.Reviewed.IsZero() {
		at = append(at, s.Reviewed.After().AddDate(0, reviewMonths, 0))
	}
	for _, w := range s.Windows {
		w = s.Within(w)
		if !w.Opens.IsZero() {
			at = append(at, w.Opens.First())
		}
		if !w.Closes.IsZero() {
			at = append(at, closingFrom(w.Closes), w.Closes.After())
		}
	}
	return first(at, t)
}

// first is the earliest of at that lies after t.
func first(at []time.Time, t time.Time) (next time.Time, ok bool) {
	for _, a := range at {
		if a.After(t) && (!ok || a.Before(next)) {
			next, ok = a, true
		}
	}
	return next, ok
}
