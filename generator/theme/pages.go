package theme

import "html/template"

// The pages: what each layout is executed with, and the parts only they have.

// Home is a unit type of a community. ID is its fragment, "home-ID".
type Home struct {
	ID, Title, UnitType  string
	Rent, Area, For      string // "来源未载明" is said by view, not by layouts
	Dated                string // of when the source is, in words; "" where no day is known
	RentNote, Deposit    string // what the rent follows; "" where no source says
	Available, Asked     string
	Stale                string // says that Asked is long ago, or ""
	Lease, Apply         string
	ApplyURL             string
	ApplySteps, Papers   []string
	Audience             []Link
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

// ItemGroup is a titled list of items. Title is "" where all stand in one.
type ItemGroup struct {
	Title string
	Items []Item
}

// Circle is what lies within some minutes' walk of a community: a picture whose
// dots bear the numbers of the list beside it. It is no map: how far a dot is
// from the centre says the minutes, in which direction says nothing.
type Circle struct {
	Minutes int
	Kinds   int    // how many kinds of amenity lie inside
	Rings   []Ring // the outermost is the rim
	Dots    []Dot  // the nearest of Inside, as many as the picture holds
	Inside  []Item // in the order of their numbers, the nearest first
	Methods string // how the minutes were measured, in words
}

// Ring is a line of equal minutes in the picture of a Circle.
type Ring struct {
	Minutes int
	Radius  float64
}

// Dot is a place in the picture of a Circle, whose centre is 0, 0 and whose
// rim lies at 100.
type Dot struct {
	Number int
	X, Y   float64
	Name   string
}

// CommunityPage shows a community whole.
type CommunityPage struct {
	Entry
	Positioning  string
	Homes        []Home
	Facilities   []ItemGroup // by the need they serve
	Circle       *Circle     // nil where nothing is known to lie inside
	Amenities    []Item      // those not in the circle: farther, or of unknown minutes
	Commute      []Item
	Recognitions []Item // the star rating, too
	Background   []Fact // who runs it and how it came about
	Partners     []Item
	Contacts     []Contact
}

// Contact is where to ask.
type Contact struct {
	Name, Address, Phone, Hours, URL string
	Lang, DetailLang                 Foreign // set where Name, or the rest, is not in the page's language
}

// Benefit is a line of the table of benefits.
type Benefit struct {
	ID, Name, Kind, Amount, Who, Conditions, Duration string
	Source                                            int
}

// BenefitGroup is a part of the table of benefits. Title is "" where the table
// is not parted.
type BenefitGroup struct {
	Title string
	Rows  []Benefit
}

// WindowRow is a span of application with its state as of the build day. Left
// says how many days of it are left, or is "".
type WindowRow struct {
	Name, Opens, Closes, State, Left string
	Lang                             Foreign // set where Name is not in the page's language
}

// PolicyPage shows a policy.
type PolicyPage struct {
	Entry
	Header     []Fact // the document header, in the order that officials expect
	Unseen     bool   // the official text has not been seen: Header is what others say of it
	Conditions []string
	Benefits   []BenefitGroup
	StatedOn   string // of when the benefits are, where they may not hold now
	Windows    []WindowRow
	Claim      []string // steps
	Documents  []string
	Contacts   []Contact
	Official   string // address of the official text
	Pilot      string // says that it is a pilot, and where it runs; else ""
}

// Step is a step of a procedure.
type Step struct{ Title, Text, Who, Where, Time string }

// Measure is something that a place does, plans, demands or intends.
type Measure struct {
	Text, StatedAs string // StatedAs is the label: 现有, 计划 …
	Done           bool   // it is there: neither planned nor demanded nor intended
	Source         int
}

// JobPage shows a job.
type JobPage struct {
	Entry
	Apply, ApplyURL string
	Calendar        string // address of its closing day as a calendar entry, or ""
}

// EventPage shows an event.
type EventPage struct {
	Entry
	Register, RegisterURL string
	Outcome               string   // what came of it, once it is over
	Sessions              []string // the days still to come, where it takes place more than once
	Calendar              string   // address of it as calendar entries
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
type Task struct {
	Icon             Icon
	Title, Text, URL string
}

// ListPage is one page of a list.
type ListPage struct {
	Page
	Intro    string
	Total    int
	Facet    []FacetLinks // lead to /search
	Finder   *HomeFinder  // the form above a list of homes; else nil
	Calendar string       // address of what is to come as a calendar, or ""
	Groups   []Group      // what is to come before what is over; one without a title where that makes no difference
	Else     []Link       // where to go on from an empty list
	Pager    Pager
}

// HomeFinder is the form that asks the search for homes, filled in with what was
// asked.
type HomeFinder struct {
	Cities, UnitTypes []Option
	RentMax, AreaMin  string
	Available         bool
	Hidden            []Field // what the form carries on
}

// Option is a choice of a form.
type Option struct {
	Value, Label string
	Chosen       bool
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
	Count    string // how much was found, as a sentence
	Notices  []string
	Meant    []Link // other spellings that find something
	Jump     Link   // the document whose number was asked for, or ""
	City     Link   // the page of the city that was asked about, or ""
	Hits     []Hit
	Partial  []Hit     // what holds only some of the words, after what holds all
	Gap      *Hit      // what is known to be missing
	Loosen   []Link    // where nothing was found: the answers without a filter
	Ask      []Contact // likewise: whom to ask
	Facets   []Facet
	Finder   *HomeFinder // where homes alone are asked for; else nil
	Chips    []Chip
	Sort     []Link
	Hidden   []Field // parameters the form must carry on
	Pager    Pager
	Examples []Link // questions to begin with, where nothing was asked
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
	Lang               Foreign  // set where the text is not in the page's language
	Facts              []string // a few values worth comparing: rent, area …
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
