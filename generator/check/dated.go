package check

import (
	"cmp"
	"slices"
	"strings"

	"anju/generator/content"
	"anju/generator/diag"
	"anju/generator/validity"
)

// expiring are policies that end within 60 days, the soonest first.
func (d Desk) expiring() []Line {
	return d.ending("%s 到期", "ends on %s", func(s validity.Subject) bool { return s.Expiring(d.Now) })
}

// expired are policies and jobs that have ended, the latest last.
func (d Desk) expired() []Line {
	return d.ending("%s 已到期", "ended on %s", func(s validity.Subject) bool {
		status := s.Status(d.Now)
		return status == validity.Expired || status == validity.Closed
	})
}

// ending lists entries that keep keeps by the day that ends them.
func (d Desk) ending(zh, en string, keep func(validity.Subject) bool) (out []Line) {
	var kept []content.Entry
	for _, e := range d.entries() {
		if keep(d.Library.Subject(e)) {
			kept = append(kept, e)
		}
	}
	last := func(e content.Entry) validity.Date {
		day, _ := d.Library.Subject(e).Ending()
		return cmp.Or(day, d.Library.Subject(e).To)
	}
	slices.SortStableFunc(kept, func(a, b content.Entry) int { return last(a).After().Compare(last(b).After()) })
	for _, e := range kept {
		text := d.say(zh, en, last(e))
		if _, then := d.Library.Subject(e).Ending(); then == validity.Repealed || then == validity.Superseded {
			text = d.say("%s 起失效", "no longer holds from %s", last(e))
		}
		out = append(out, Line{e.Common().File, text})
	}
	return out
}

// stale are vacancies that may have changed since, and entries that somebody
// wanted to look at again by now.
func (d Desk) stale() (out []Line) {
	for _, e := range d.entries() {
		h := e.Common()
		if by := h.ReviewBy; !by.IsZero() && !d.Now.Before(by.After()) {
			out = append(out, Line{h.File, d.say("应在 %s 前再核对", "was to be reviewed by %s", by)})
		}
		c, ok := e.(*content.Community)
		if !ok {
			continue
		}
		for _, home := range c.Homes {
			if a := home.Availability; a != nil && validity.Outdated(a.AsOf, d.Now) {
				out = append(out, Line{h.File, d.say("户型 %s 的空房是 %s 的，超过 %d 天",
					"the vacancies of %s are of %s, more than %d days ago", home.ID, a.AsOf, validity.AvailabilityDays)})
			}
		}
	}
	return out
}

// unreviewed are entries that nobody reviewed within 18 months: first those
// that nobody ever did.
func (d Desk) unreviewed() (out []Line) {
	var kept []content.Entry
	for _, e := range d.entries() {
		if e.Common().Kind != "page" && !d.Library.Subject(e).ReviewedLately(d.Now) {
			kept = append(kept, e)
		}
	}
	slices.SortStableFunc(kept, func(a, b content.Entry) int {
		return strings.Compare(a.Common().ReviewedOn.String(), b.Common().ReviewedOn.String())
	})
	for _, e := range kept {
		why := d.say("没有核对过", "never reviewed")
		if on := e.Common().ReviewedOn; !on.IsZero() {
			why = d.say("%s 核对，已超过 18 个月", "reviewed on %s, more than 18 months ago", on)
		}
		out = append(out, Line{e.Common().File, why})
	}
	return out
}

// windowStates are the states of windows in the order of the list, with their
// names.
var windowStates = []struct {
	state validity.WindowState
	name  diag.Text
}{
	{validity.WindowClosing, diag.Text{Zh: "即将截止", En: "closing"}},
	{validity.WindowOpen, diag.Text{Zh: "开放", En: "open"}},
	{validity.WindowRolling, diag.Text{Zh: "常年受理", En: "rolling"}},
	{validity.WindowUpcoming, diag.Text{Zh: "尚未开始", En: "upcoming"}},
	{validity.WindowClosed, diag.Text{Zh: "已截止", En: "closed"}},
}

// windows are all windows of entries by state, each with its dates, the first
// to close first.
func (d Desk) windows() (out []Line) {
	type window struct {
		file string
		validity.Window
	}
	byState := map[validity.WindowState][]window{}
	for _, e := range d.entries() {
		s := d.Library.Subject(e)
		for _, w := range s.Windows {
			state := s.StateOf(w, d.Now)
			byState[state] = append(byState[state], window{e.Common().File, w})
		}
	}
	for _, s := range windowStates {
		windows := byState[s.state]
		slices.SortStableFunc(windows, func(a, b window) int { return cmp.Compare(closing(a.Window), closing(b.Window)) })
		for _, w := range windows {
			out = append(out, Line{w.file, s.name.In(d.Lang), span(w.Window)})
		}
	}
	return out
}

// span is what is known of the dates of w.
func span(w validity.Window) string {
	if w.Opens.IsZero() && w.Closes.IsZero() {
		return ""
	}
	return strings.TrimSpace(w.Opens.String() + " – " + w.Closes.String())
}

// closing is the second at which w closes, or one after all others.
func closing(w validity.Window) int64 {
	if w.Closes.IsZero() {
		return 1<<63 - 1
	}
	return w.Closes.After().Unix()
}
