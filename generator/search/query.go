package search

import (
	"time"

	"anju/generator/validity"
)

// Query is a question as understood: bounded, and with a moment.
type Query struct {
	Text    string              // folded by Search; at most MaxRunes characters, MaxWords words
	Literal bool                // read no filters out of Text
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
	Sort    string        // relevance, newest, closing, rent
	Page    int           // from 1
	PerPage int
	Lang    string // language of titles, snippets and URLs
}

// Result is the answer to a Query.
type Result struct {
	Asked  Query    // the query as answered: with the filters that were read out of its text
	Rest   string   // the text that was left to look for, as typed
	Read   []string // names of the parameters that were read out of the text
	Missed Query    // the filters that the text also named, but that nothing fits: they are not in force

	Overruled Query // the filters that the text also named, but another value of which was chosen

	Total   int
	Full    int    // hits that hold all words; those that follow hold only some
	Relaxed string // "", most-words, any-word, pinyin: what was given up to find something
	Hits    []Hit
	Facets  []Facet

	Numbered    *Hit     // the hit with the document number that was asked for
	Suggestions []string // other spellings that find something
	Gap         *Hit     // where little was found: what is known to be missing about it
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
	Partial     bool   // it holds some of the words only, though others hold all
	Facts       []string
	Outdated    bool // the vacancies among the facts were stated too long ago, at the moment asked about
	Sections    []SectionHit
}

// SectionHit is a passage of a hit that stands under a heading of its own.
type SectionHit struct{ Title, URL, SnippetHTML string }

// Suggestion completes what is being typed.
type Suggestion struct {
	Text, URL string
	Kind      string // of the document, or the facet of a vocabulary word
}

// Facet is a dimension with the values found.
type Facet struct {
	Name   string
	Own    bool // only some kinds have it
	Values []FacetValue
}

// FacetValue counts what choosing Value alone in its facet would give, all
// other parameters kept.
type FacetValue struct {
	Value string
	Count int
}
