package validity

import "time"

// ending is how a policy ends: the first moment at which it no longer holds,
// the day by which people name that, and the status from then on.
type ending struct {
	at   time.Time
	day  Date
	then Status
}

// Ending is how a policy ends, as far as that is known: the status that it will
// have, or has, once it no longer holds, and the day. Of a repeal and of a
// replacement that is the first day without the policy, of an expiry the last
// day with it. Of several ends the first counts, and of those that come
// together the one that Status tells. The status is None where no end is known,
// of what is known from news only, and of other kinds.
func (s Subject) Ending() (Date, Status) {
	e := s.ending()
	return e.day, e.then
}

func (s Subject) ending() (first ending) {
	if s.Kind != "policy" || s.Reported {
		return ending{}
	}
	for _, e := range []ending{
		{s.Repealed.First(), s.Repealed, Repealed},
		{s.SupersededFrom.First(), s.SupersededFrom, Superseded},
		{s.To.After(), s.To, Expired},
	} {
		if !e.day.IsZero() && (first.then == None || e.at.Before(first.at)) {
			first = e
		}
	}
	return first
}

// NeverOpens reports whether s ends before w opens, so that nobody can ever
// apply in it.
func (s Subject) NeverOpens(w Window) bool {
	e := s.ending()
	return e.then != None && !w.Opens.IsZero() && !w.Opens.First().Before(e.at)
}

// Within is w as far as it lies within s: a window that states when it closes
// closes on the last day of s at the latest.
func (s Subject) Within(w Window) Window {
	e := s.ending()
	if e.then != None && !w.Closes.IsZero() && e.at.Before(w.Closes.After()) {
		w.Closes = DateOf(e.at.Add(-time.Nanosecond))
	}
	return w
}
