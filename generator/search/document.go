package search

import "anju/generator/validity"

// Document is one entry as search knows it.
type Document struct {
	ID   string `json:"id"` // "policy:suzhou-rent"; for a home "home:COMMUNITY/HOMEID"
	Kind string `json:"kind"`

	// Text by language slug. zh-Hans is always there; a document is found by
	// the words of any of its languages. One that is not translated may still
	// have the URL of its page in a language and its facts, and no title.
	Text    map[string]Text `json:"text"`
	Aliases []string        `json:"aliases,omitempty"` // hidden search words
	Number  string          `json:"number,omitempty"`  // 发文字号, as printed

	// TagWords are the labels of the tags and other vocabulary words that the
	// document bears, in all languages: Facets holds their slugs only.
	TagWords []string `json:"tag_words,omitempty"`

	City   string `json:"city,omitempty"`   // vocabulary slug
	Shared bool   `json:"shared,omitempty"` // it holds in every city: issued above them, or of no place

	// Facets holds the values of each facet but type, city, status and window,
	// which are computed: audience, benefit, level, degree, tag, unit_type, and
	// those that only some kinds have: facility, genre …
	Facets map[string][]string `json:"facets,omitempty"`

	Year      int              `json:"year,omitempty"`
	Date      validity.Date    `json:"date,omitzero"`     // issued, posted, starts, else published; of a home, when its vacancies were stated: shown, and sorts
	Amounts   []Range          `json:"amounts,omitempty"` // yuan
	Rent      *Range           `json:"rent,omitempty"`    // yuan a month
	Area      *Range           `json:"area,omitempty"`    // m²
	Available bool             `json:"available,omitempty"`
	Subject   validity.Subject `json:"subject"`
}

// Text is what a document says in one language.
type Text struct {
	URL      string    `json:"url"`
	Title    string    `json:"title"`
	Facts    []string  `json:"facts,omitempty"` // a few values worth comparing, spelled: shown, not searched
	Summary  string    `json:"summary,omitempty"`
	Sections []Section `json:"sections,omitempty"` // in the order of the page
}

// Section is the plain text under one heading. The text before the first
// heading, and what the page says outside its body, has no anchor and no title.
type Section struct {
	Page   string `json:"page,omitempty"` // of the page that it is on, below the document's: "fees/", escaped; "" for that page
	Anchor string `json:"anchor,omitempty"`
	Title  string `json:"title,omitempty"`
	Text   string `json:"text"`
}

// Range is a span of amounts, both ends inclusive. A single amount has equal
// ends. Max is nil where no upper end is stated; no lower end is 0.
type Range struct {
	Min float64  `json:"min"`
	Max *float64 `json:"max,omitempty"`
}

// Contains reports whether x lies in r.
func (r Range) Contains(x float64) bool { return r.Min <= x && (r.Max == nil || x <= *r.Max) }
