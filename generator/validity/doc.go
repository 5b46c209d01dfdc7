// Package validity computes from dates, and a moment, what holds at that
// moment: the status of an entry, how a policy ends, the state of an application
// window, the sessions of an event that are to come, whether vacancies may be
// out of date, and when any of these changes next.
//
// In come dates as a source states them (a year, a month or a day) and the
// moment asked about. Out go a Status, a WindowState, Sessions, the next
// transition.
// Days begin at midnight in Asia/Shanghai whatever the machine's zone, and end
// dates are inclusive.
//
// It never reads the clock, never stores a status, never formats for a page.
package validity
