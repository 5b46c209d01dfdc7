package theme

import "html/template"

// Frame is what all pages of a release share. It is staged as site.json, so
// that the endpoint frames its result pages as the build framed the others.
type Frame struct {
	Title     map[string]string            `json:"title"` // by language
	Languages []string                     `json:"languages"`
	BaseURL   string                       `json:"base_url"` // without a slash at the end; "" when unknown
	Publisher Publisher                    `json:"publisher"`
	Sample    bool                         `json:"sample"`   // a demonstration: banner and noindex
	Built     string                       `json:"built"`    // the build day, ISO 8601
	BuiltOn   map[string]string            `json:"built_on"` // the same, spelled, by language
	Sections  []string                     `json:"sections"` // folders of the kinds that have entries, in the order of the menu
	Labels    map[string]map[string]Labels `json:"labels"`   // language → facet → slug → label
	Pages     map[string][]Link            `json:"pages"`    // by language: about the site itself, for the footer
	Redirects map[string]string            `json:"redirects"`
	Gone      []string                     `json:"gone"`
}

// Labels holds what slugs are called.
type Labels map[string]string

// Publisher says who answers for the site.
type Publisher struct {
	Name       map[string]string `json:"name"`
	Official   bool              `json:"official"`
	Contact    string            `json:"contact"`
	Correction string            `json:"correction"` // mailto: or URL
	SiteID     string            `json:"site_id,omitempty"`
	ICP        string            `json:"icp,omitempty"`
	Host       string            `json:"host,omitempty"`
}

// Link is a labelled address. An empty URL is plain text.
type Link struct {
	Text, URL string
	Current   bool
}

// Alternate is the same page in another language.
type Alternate struct{ Lang, Name, URL string }

// Page is what the base layout needs; every payload embeds it.
type Page struct {
	*Frame
	Lang        string // "zh-Hans" or "en"
	Layout      string // name of the layout without .html
	Path        string // "/policies/x/"
	Title       string // of the page; the site's title is appended by the layout
	Description string
	Canonical   string // absolute, or "" where no base URL is known
	NoIndex     bool
	Alternates  []Alternate // all languages, this one too
	Breadcrumbs []Link      // from home to the page itself, which has no URL
	Section     string      // the navigation item to mark: communities, policies, guides, jobs, events, cities or ""
	Feed        string      // address of the Atom feed of this page, or ""
	Correction  string      // where to report a mistake of this page
	Query       string      // what stands in the search box

	theme *Theme // set by Execute
}

// Notice is a banner above the text. Kind is info, warning or ended.
type Notice struct{ Kind, Text string }

// Fact is a line of a definition list. Several values are listed.
type Fact struct {
	Label  string
	Values []Link
}

// Status is a computed status, "as of" the build day on static pages.
type Status struct{ Value, Label, AsOf string }

// Card stands for an entry in a list.
type Card struct {
	Kind, KindLabel string
	Title, URL      string
	Summary         string
	City            string
	Date            string // spelled for readers
	DateISO         string
	Status          *Status
	Lang            string // set where the text is not in the page's language
	Facts           []Link // a few short values worth comparing
}

// Group is a titled list of cards with the address of the whole list.
type Group struct {
	Title string
	ID    string
	Cards []Card
	More  Link // "" when all are shown
}

// Source is a line of the source list; Number counts from 1.
type Source struct {
	Number                      int
	Title, URL, Publisher, Kind string
	Published, Accessed         string
	Quote                       string
}

// Figure is a number with all that makes it true.
type Figure struct {
	Label, Value, Scope, AsOf string
	StatedAs                  string // existing, planned, demanded, intended, as a label; "" for existing
	Source                    int
}

// Change is a line of the change notes.
type Change struct{ Date, Kind, Note string }

// Heading is a line of the table of contents.
type Heading struct {
	Level    int
	ID, Text string
}

// Entry is what pages of every kind carry.
type Entry struct {
	Page
	Ref        string // "policy:ID"
	Kind       string
	KindLabel  string
	Heading    string // the title
	Summary    string
	BodyLang   string // set where the text is not in the page's language
	Notices    []Notice
	Status     *Status
	Facts      []Fact
	Body       template.HTML
	Contents   []Heading // empty when too short to need one
	Figures    []Figure
	Sources    []Source
	Changes    []Change
	Tags       []Link
	Related    []Group // links from both sides, grouped by kind
	Published  string  // spelled
	Reviewed   string
	ReviewedBy string
	JSONLD     template.JS
}

// Text is a titled block of a few words or paragraphs.
type Text struct {
	Title string
	Lines []string
}

// Home is a unit type of a community. ID is its fragment, "home-ID".
type Home struct {
	ID, Title, UnitType  string
	Rent, Area, For      string // "来源未载明" is said by view, not by layouts
	Available, Asked     string
	Lease, Apply         string
	ApplyURL             string
	Features, Conditions []string
	Source               int
}

// Item is a facility, amenity or recognition: a thing with remarks.
type Item struct {
	Name   string
	Detail string
	State  string // planned, under construction: "" for existing
	Source int
}

// CommunityPage shows a community whole.
type CommunityPage struct {
	Entry
	Positioning  string
	Homes        []Home
	Facilities   []Item
	Amenities    []Item
	Recognitions []Item
	Contacts     []Contact
}

// Contact is where to ask.
type Contact struct{ Name, Address, Phone, Hours, URL string }

// Benefit is a line of the table of benefits.
type Benefit struct {
	ID, Name, Kind, Amount, Who, Conditions, Duration string
	Source                                            int
}

// WindowRow is a span of application with its state as of the build day.
type WindowRow struct{ Name, Opens, Closes, State string }

// PolicyPage shows a policy.
type PolicyPage struct {
	Entry
	Header     []Fact // the document header, in the order that officials expect
	Conditions []string
	Benefits   []Benefit
	StatedOn   string // of when the benefits are, where they may not hold now
	Windows    []WindowRow
	Claim      []string // steps
	Documents  []string
	Contacts   []Contact
	Official   string // address of the official text
}

// Step is a step of a procedure.
type Step struct{ Title, Text, Who, Where, Time string }

// GuidePage shows a guide.
type GuidePage struct {
	Entry
	Genre     string
	Steps     []Step
	Documents []Item
	Places    []Contact
}

// JobPage shows a job.
type JobPage struct {
	Entry
	Apply, ApplyURL string
}

// EventPage shows an event.
type EventPage struct {
	Entry
	Register, RegisterURL string
	Outcome               string // what came of it, once it is over
}

// PlainPage shows a page of content/pages.
type PlainPage struct{ Entry }

// TermPage shows a brand or an operator with its members.
type TermPage struct {
	Entry
	Members []Group
}

// CityCard is a city with true counts.
type CityCard struct {
	Name, URL string
	Counts    []Link // "3 个社区" …; empty when there is nothing yet
}

// HomePage is the front door.
type HomePage struct {
	Page
	Tasks  []Task
	Cities []CityCard
	Lately []Card // lately checked
	Counts []Link
}

// Task is one of the things people come for.
type Task struct{ Title, Text, URL string }

// ListPage is one page of a list.
type ListPage struct {
	Page
	Intro string
	Total int
	Facet []FacetLinks // lead to /search
	Cards []Card
	Else  []Link // where to go on from an empty list
	Pager Pager
}

// FacetLinks is a facet as plain links.
type FacetLinks struct {
	Title string
	Links []Link
}

// Pager leads from page to page. Prev and Next are "" at the ends.
type Pager struct {
	Number, Count int
	Prev, Next    string
	Pages         []Link
}

// CitiesPage lists all cities.
type CitiesPage struct {
	Page
	Cities []CityCard
}

// Gap is something that was looked for and not found. ID is its fragment.
type Gap struct{ URL, Topic, Text, Looked string }

// GapPage says of one thing what was not found, and where to ask.
type GapPage struct {
	Page
	Gap  Gap
	City Link
	Ask  []Contact
}

// GapsPage lists all that was not found, by city.
type GapsPage struct {
	Page
	Cities []GapCity
}

// GapCity is a city with what was not found there.
type GapCity struct {
	City Link
	Gaps []Gap
}

// CityPage is the hub of a city.
type CityPage struct {
	Page
	City   string
	Groups []Group
	Above  Group // what a level above issued for all
	Gaps   []Gap
	Ask    []Contact
}

// MessagePage says one thing: not found, gone, an error.
type MessagePage struct {
	Page
	Heading string
	Text    string
	Links   []Link
}

// SearchPage is the form and, from the endpoint, the answer.
type SearchPage struct {
	Page
	Live     bool // answered by the endpoint; else the static form
	Asked    bool // there was something to answer
	Note     string
	Total    int
	TookMS   string
	Relaxed  string // as a sentence
	Hits     []Hit
	Facets   []Facet
	Chips    []Chip
	Sort     []Link
	Hidden   []Field // parameters the form must carry on
	Pager    Pager
	Browse   []Link // lists, for where nothing was asked or found
	ResetURL string
}

// Field is a form parameter.
type Field struct{ Name, Value string }

// Hit is one line of the result list.
type Hit struct {
	URL                string
	Title, Snippet     template.HTML // escaped, with <mark>
	Kind, City, Date   string        // as readers read them, not slugs
	Status, StatusName string
	Lang               string // set where the text is not in the page's language
	Sections           []SectionHit
}

// SectionHit is a passage with an address of its own.
type SectionHit struct {
	Title, URL string
	Snippet    template.HTML
}

// Facet is a facet of the result page. The one named type is shown as a row of
// choices above the results, the others beside them.
type Facet struct {
	Name, Title string
	Open        bool // a value is chosen
	Values      []FacetValue
}

// FacetValue is a value with the address that chooses it, or takes it off.
type FacetValue struct {
	Label, URL string
	Count      int
	Chosen     bool
}

// Chip is a filter in force with the address without it.
type Chip struct{ Label, URL string }
