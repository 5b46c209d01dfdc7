package validity

import (
	"cmp"
	"time"
)

// Session is one of the times at which an event takes place. Ends is exclusive,
// and zero where no end is stated; a session of whole days begins and ends at
// midnight in Zone.
type Session struct {
	Starts time.Time `json:"starts"`
	Ends   time.Time `json:"ends,omitzero"`
}

// Over is the first moment at which s is over: its end or, where none is
// stated, the end of the day on which it starts.
func (s Session) Over() time.Time {
	if s.Ends.IsZero() {
		return DateOf(s.Starts).After()
	}
	return s.Ends
}

// Times are the sessions of an event, in their order: where it takes place
// once, that one. What is no event, or states no date, has none.
func (s Subject) Times() []Session {
	switch {
	case s.Kind != "event" || len(s.Sessions) > 0:
		return s.Sessions
	case !s.Starts.IsZero():
		return []Session{{s.Starts, s.Ends}}
	case !s.From.IsZero():
		return []Session{{s.From.First(), cmp.Or(s.To, s.From).After()}}
	}
	return nil
}

// Coming are those of the Times of s that are not over at t; none of what is
// withdrawn or cancelled.
func (s Subject) Coming(t time.Time) (coming []Session) {
	if s.off() {
		return nil
	}
	for _, session := range s.Times() {
		if t.Before(session.Over()) {
			coming = append(coming, session)
		}
	}
	return coming
}

// sessionEnds are the moments at which the sessions of s are over.
func (s Subject) sessionEnds() (ends []time.Time) {
	for _, session := range s.Sessions {
		ends = append(ends, session.Over())
	}
	return ends
}
