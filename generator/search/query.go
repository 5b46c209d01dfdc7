package search

import (
	"time"

	"anju/generator/validity"
)

// Query is a question as understood: bounded, and with a moment.
type Query struct {
	Text    string              // folded by Search; at most MaxRunes characters, MaxWords words
	Filters map[string][]string // facet name → values; values are ORed, names ANDed

	Amount        *float64 // yuan: a benefit whose amount or range contains it
	ClosingWithin *int     // days
	RentMin       *float64
	RentMax       *float64
	AreaMin       *float64
	AreaMax       *float64
	Available     bool
	Local         bool // scope=local: leave out what a level above issued for all

	At      time.Time     // the moment asked about
	AsOf    validity.Date // as typed; the caller turns it into At
	Sort    string        // relevance, newest, closing
	Page    int           // from 1
	PerPage int
	Lang    string // language of titles, snippets and URLs
}

// Result is the answer to a Query.
type Result struct {
	Total   int
	Relaxed string // "", most-words, any-word: what was given up to find something
	Hits    []Hit
	Facets  []Facet
}

// Hit is one document found. HTML fields are escaped text with <mark> around
// what matched.
type Hit struct {
	ID, Kind    string
	URL, Title  string
	TitleHTML   string
	SnippetHTML string
	Score       float64
	City        string
	Status      string
	Window      string
	Date        string
	Lang        string // language the title is in; differs from Query.Lang where there is no translation
	Sections    []SectionHit
}

// SectionHit is a passage of a hit that stands under a heading of its own.
type SectionHit struct{ Title, URL, SnippetHTML string }

// Facet is a dimension with the values found.
type Facet struct {
	Name   string
	Values []FacetValue
}

// FacetValue counts what choosing Value alone in its facet would give, all
// other parameters kept.
type FacetValue struct {
	Value string
	Count int
}
