package validity

import (
	"slices"
	"time"
)

// Status is what holds of an entry at a moment. Its values are the contract's.
type Status string

const (
	None        Status = "" // the kind has none
	Withdrawn   Status = "withdrawn"
	Reported    Status = "reported" // known from news only
	Repealed    Status = "repealed"
	Superseded  Status = "superseded"
	Expired     Status = "expired"
	Announced   Status = "announced" // starts later
	InForce     Status = "in_force"
	NoEndStated Status = "no_end_stated"
	Open        Status = "open"   // job
	Closed      Status = "closed" // job
	Upcoming    Status = "upcoming"
	Past        Status = "past"
	Cancelled   Status = "cancelled"
)

// Expiring is no status of its own but a filter: in force and ending soon.
const Expiring Status = "expiring"

// The spans of the contract, in days.
const (
	expiringDays = 60
	closingDays  = 14
)

// reviewMonths is how long a look at an entry without a stated end is trusted.
const reviewMonths = 18

// WindowState is the state of an application window.
type WindowState string

const (
	WindowUpcoming WindowState = "upcoming"
	WindowOpen     WindowState = "open"
	WindowClosing  WindowState = "closing" // open, and closes within 14 days
	WindowClosed   WindowState = "closed"
	WindowRolling  WindowState = "rolling" // open without an end
)

// Window is a span in which one can apply. Both dates are inclusive.
type Window struct {
	Opens   Date `json:"opens,omitzero"`
	Closes  Date `json:"closes,omitzero"`
	Rolling bool `json:"rolling,omitempty"`
}

// State is the state of w at t; "" where nothing is stated.
func (w Window) State(t time.Time) WindowState {
	switch {
	case !w.Opens.IsZero() && t.Before(w.Opens.First()):
		return WindowUpcoming
	case !w.Closes.IsZero() && !t.Before(w.Closes.After()):
		return WindowClosed
	case !w.Closes.IsZero() && !t.Before(closingFrom(w.Closes)):
		return WindowClosing
	case !w.Closes.IsZero():
		return WindowOpen
	case w.Rolling:
		return WindowRolling
	case !w.Opens.IsZero():
		return WindowOpen
	}
	return ""
}

func closingFrom(closes Date) time.Time { return closes.After().AddDate(0, 0, -closingDays-1) }

// Subject is all that the status of an entry depends on.
type Subject struct {
	Kind      string `json:"kind"` // policy, job, event; others have no status
	Withdrawn bool   `json:"withdrawn,omitempty"`
	Reported  bool   `json:"reported,omitempty"`  // policy: basis news_report
	Cancelled bool   `json:"cancelled,omitempty"` // event

	From           Date `json:"from,omitzero"` // effective_from or else issued; posted; starts
	To             Date `json:"to,omitzero"`   // the last day; an event's end
	Repealed       Date `json:"repealed,omitzero"`
	SupersededFrom Date `json:"superseded_from,omitzero"` // when the replacing policy starts
	Reviewed       Date `json:"reviewed,omitzero"`

	// An event with hours states moments; they take the place of From and To.
	Starts time.Time `json:"starts,omitzero"`
	Ends   time.Time `json:"ends,omitzero"`

	// An event that takes place more than once states every time, the first
	// one too; they take the place of all the others.
	Sessions []Session `json:"sessions,omitempty"`

	Windows []Window `json:"windows,omitempty"`
}

// Status is the first of the contract's values that holds at t.
func (s Subject) Status(t time.Time) Status {
	if s.Withdrawn {
		return Withdrawn
	}
	switch s.Kind {
	case "policy":
		return s.policy(t)
	case "job":
		if s.ended(t) {
			return Closed
		}
		return Open
	case "event":
		return s.event(t)
	}
	return None
}

func (s Subject) policy(t time.Time) Status {
	switch {
	case s.Reported:
		return Reported
	case reached(s.Repealed, t):
		return Repealed
	case reached(s.SupersededFrom, t):
		return Superseded
	case s.ended(t):
		return Expired
	case !s.From.IsZero() && !reached(s.From, t):
		return Announced
	case !s.end().IsZero():
		return InForce
	}
	return NoEndStated
}

func (s Subject) event(t time.Time) Status {
	switch {
	case s.Cancelled:
		return Cancelled
	case s.ended(t):
		return Past
	}
	return Upcoming
}

// ended reports whether the last moment of s has passed. An event that states
// no end is over when its day, or its starting hour's day, is.
func (s Subject) ended(t time.Time) bool {
	end := s.end()
	return !end.IsZero() && !t.Before(end)
}

func (s Subject) end() time.Time {
	if s.Kind == "policy" && !s.Reported {
		return s.ending().at
	}
	switch {
	case len(s.Sessions) > 0:
		return slices.MaxFunc(s.sessionEnds(), time.Time.Compare)
	case !s.Ends.IsZero():
		return s.Ends
	case !s.Starts.IsZero():
		return DateOf(s.Starts).After()
	case !s.To.IsZero():
		return s.To.After()
	case s.Kind == "event" && !s.From.IsZero():
		return s.From.After()
	}
	return time.Time{}
}

func reached(d Date, t time.Time) bool { return !d.IsZero() && !t.Before(d.First()) }

// Expiring reports whether s is in force with 60 days or less to its end.
func (s Subject) Expiring(t time.Time) bool {
	return s.Status(t) == InForce && !t.Before(s.expiringFrom())
}

func (s Subject) expiringFrom() time.Time { return s.end().AddDate(0, 0, -expiringDays-1) }

// ReviewedLately reports whether somebody looked at s within 18 months of t.
func (s Subject) ReviewedLately(t time.Time) bool {
	return !s.Reviewed.IsZero() && t.Before(s.Reviewed.After().AddDate(0, reviewMonths, 0))
}

// off reports whether s was taken back, and so nothing can be applied for.
func (s Subject) off() bool { return s.Withdrawn || s.Cancelled }

// over reports whether s no longer holds at t, whatever its windows say.
func (s Subject) over(t time.Time) bool {
	switch s.Status(t) {
	case Repealed, Superseded, Expired:
		return true
	}
	return false
}

// StateOf is the state of a window of s at t: "" where s is withdrawn or
// cancelled, or will have ended before the window opens, closed where s no
// longer holds. A window closes with s at the latest.
func (s Subject) StateOf(w Window, t time.Time) WindowState {
	switch {
	case s.off():
		return ""
	case s.over(t):
		return WindowClosed
	case s.NeverOpens(w):
		return ""
	}
	return s.Within(w).State(t)
}

// Window is the state of the most useful window of s at t; "" where s has none.
func (s Subject) Window(t time.Time) WindowState {
	_, state := s.BestWindow(t)
	return state
}

// BestWindow is the most useful window of s at t, as far as it lies Within s,
// with its state: what one can still use before what one cannot, of several the
// next to open or to close, and of those that are over the last. The state is ""
// where s has none.
func (s Subject) BestWindow(t time.Time) (best Window, state WindowState) {
	for _, w := range s.Windows {
		now := s.StateOf(w, t)
		w = s.Within(w)
		if use(now) > use(state) || now == state && now != "" && w.nearer(best, now) {
			best, state = w, now
		}
	}
	return best, state
}

// nearer reports whether w matters before v where both are in the same state.
func (w Window) nearer(v Window, state WindowState) bool {
	switch {
	case state == WindowUpcoming:
		return w.Opens.Before(v.Opens)
	case state == WindowClosed:
		return v.Closes.Before(w.Closes)
	case w.Closes.IsZero():
		return false
	}
	return v.Closes.IsZero() || w.Closes.Before(v.Closes)
}

// use orders window states by what an applicant can still do.
func use(w WindowState) int {
	switch w {
	case WindowClosing:
		return 5
	case WindowOpen:
		return 4
	case WindowRolling:
		return 3
	case WindowUpcoming:
		return 2
	case WindowClosed:
		return 1
	}
	return 0
}

// Rank orders entries whose text matches equally well: 0 comes first.
func (s Subject) Rank(t time.Time) int {
	switch s.Status(t) {
	case Announced:
		return 1
	case NoEndStated:
		if !s.ReviewedLately(t) {
			return 2
		}
	case Reported:
		return 3
	case Expired, Repealed, Superseded, Closed, Past, Cancelled:
		return 4
	case Withdrawn:
		return 5
	}
	return 0
}
