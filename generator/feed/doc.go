// Package feed writes Atom (RFC 4287), iCalendar (RFC 5545) and the description
// of a search (OpenSearch 1.1). In come plain values, out go bytes. It knows
// nothing of entries or URLs.
package feed
