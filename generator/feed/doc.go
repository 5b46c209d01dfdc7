// Package feed writes Atom (RFC 4287) and iCalendar (RFC 5545). In come plain
// values, out go bytes. It knows nothing of entries or URLs.
package feed
