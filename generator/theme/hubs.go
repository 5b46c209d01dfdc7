package theme

// The pages about places and about what is known of them.

// CitiesPage lists all cities.
type CitiesPage struct {
	Page
	Cities []CityCard
}

// CityPage is the hub of a city. What is empty is not shown.
type CityPage struct {
	Page
	City          string
	Counts        []Link // how much there is of each kind, leading to its section
	Communities   Group
	Homes         Group
	Benefits      BenefitTable // a row for each kind of benefit
	Groups        []Group      // the other entries by kind, practices apart
	Practices     []Practice
	Figures       []Chart
	Commutes      []Commute
	Organisations []Link // brands and operators of the city
	Above         Group  // what a level above issued for all
	Gaps          []Gap
	Ask           []Contact
	Calendar      string // address of the city's events to come, or ""
	Pairs         []Link // the city beside each other one; none where there are too many cities
}

// Practice is how a place goes about something, as a section of its city.
type Practice struct {
	Title, URL, Summary string
	Lang                Foreign // set where the text is not in the page's language
	Measures            []DatedMeasure
}

// DatedMeasure is a measure with the date of its source: what was there when
// that was written may be so no longer. Dated is never empty.
type DatedMeasure struct {
	Measure
	Dated string
}

// Commute is a place of work with the communities near it, the nearest first.
type Commute struct {
	To    string
	Lang  Foreign // set where To is not in the page's language
	Items []Way
}

// Way is a community with how long it takes to a place from there.
type Way struct {
	Community Link
	Lang      Foreign // set where the title is not in the page's language
	Time      string  // 地铁20分钟
}

// ComparePage shows cities side by side.
type ComparePage struct {
	Page
	Pairs    []PairChoice // none where there are too many cities
	Counts   CountTable
	Benefits []BenefitTable
	Singles  []SingleBenefit
	Charts   []Chart
}

// PairChoice is a city with its pages beside each other one.
type PairChoice struct {
	City   string
	Others []Link
}

// PairPage shows two cities side by side. Each list of cells has one for each.
type PairPage struct {
	Page
	Answers  []string // the outcome, as sentences
	Cities   []Link
	Counts   []PairCount
	Coverage []PairTopic
	Benefits []BenefitTable // kinds that both give
	Singles  []SingleBenefit
	Above    Link // what a level above gives in both; no URL where nothing
	Ask      []PairAsk
}

// PairCount is how much is known of a kind in each of two cities.
type PairCount struct {
	Kind  string
	Cells []Link
}

// PairTopic is what is known of a topic in each of two cities.
type PairTopic struct {
	Topic string
	Cells []CoverageCell
}

// PairAsk is where to ask in a city.
type PairAsk struct {
	City     string
	Contacts []Contact
}

// CountTable is how much is known of each city, by kind.
type CountTable struct {
	Kinds []string
	Rows  []CountRow
}

// CountRow is a city with a number for each kind, each leading to its list.
type CountRow struct {
	City   Link
	Counts []Link
	Gaps   Link // how many things were looked for in vain
}

// BenefitTable shows what policies give by degree: one kind of benefit by city,
// or one city by kind of benefit.
type BenefitTable struct {
	ID, Title string
	Degrees   []string // names of the columns; only those with something in them
	Rows      []BenefitRow
	Missing   []Gap    // of the same topic: what was looked for in vain, and when
	Unsought  []string // cities of which nothing is known, and nobody looked
}

// BenefitRow is a city, or a kind of benefit, with what is given for each
// degree: the spans fill the columns of the table.
type BenefitRow struct {
	ID    string // fragment of the row, or ""
	Of    Link
	Spans []BenefitSpan
}

// BenefitSpan is what is given for the degrees of one column, or alike for those
// of several that stand side by side. Label names the degrees.
type BenefitSpan struct {
	Columns int
	Label   string
	Cells   []BenefitCell
	More    Link // to the policies behind those that are not shown, or ""
}

// SingleBenefit is a kind of benefit that one city alone gives. ID is its
// fragment.
type SingleBenefit struct {
	ID, Kind string
	City     Link
	Cells    []BenefitCell // with their degrees: no column says them
	More     Link          // as of a span
	Missing  []Gap         // where else it was looked for in vain
}

// BenefitCell is what a policy gives, how it stands, and of when that is.
// Current says that it is in force by its text.
type BenefitCell struct {
	Amount, Name string
	Place        string  // which part of the city alone gives it, or ""
	Degrees      string  // whom it is for, where no column says it; or ""
	Detail       string  // to whom, for how long
	Lang         Foreign // set where the text is not in the page's language
	Policy       Link
	Dated        string // the date of its source, "" where none is stated
	Status       *Status
	Current      bool
}

// Chart is numbers as bars, each in the row of a table that says it in full.
// Plain numbers share no unit with another: they are a table only.
type Chart struct {
	ID, Title string
	URL       string  // of the entry that the numbers are from, or ""
	Lang      Foreign // set where Title is not in the page's language
	Note      string
	Plain     bool
	Bars      []Bar
}

// Bar is a row of a chart. Sure and Width are shares of the longest bar, from 0
// to 100: the number is certain up to Sure, and reaches at most to Width. They
// differ for a range and for "up to". StatedAs says how the number stands where
// it does not simply hold, Outline that its bar is drawn in outline: it is not
// there yet, or not known to hold.
type Bar struct {
	Label, Scope, Value, Dated string
	Lang                       Foreign // set where the text is not in the page's language
	Source                     Link
	StatedAs                   string
	Outline                    bool
	Sure, Width                float64
}

// Gap is something that was looked for and not found. Place is its city or the
// region; Found is what fills it by now, without an address where nothing does.
type Gap struct {
	URL, Topic, Place, Text, Looked string
	Found                           Link
}

// GapPage says of one thing what was not found, and where to ask.
type GapPage struct {
	Page
	Gap    Gap
	City   Link
	Ask    []Contact
	Others []Gap // the same topic elsewhere
}

// GapsPage says what was looked for in every city: what is known, and what was
// not found.
type GapsPage struct {
	Page
	Coverage Coverage
	Topics   []GapTopic
}

// GapTopic is a topic with what was not found, by place.
type GapTopic struct {
	ID, Title string
	Gaps      []Gap
}

// Coverage is a table of cities and topics.
type Coverage struct {
	Topics []string
	Rows   []CoverageRow
}

// CoverageRow is a city with a cell for each topic.
type CoverageRow struct {
	City  Link
	Cells []CoverageCell
}

// CoverageCell says how much is known. State is known, sought (in vain) or none
// (nobody looked). Date is the last check in ISO 8601: a table has no room for
// more. URL is "" where no one page shows what is known.
type CoverageCell struct {
	State, Text, URL, Date string
}

// AlphabetPage lists names by the first letter of their pinyin.
type AlphabetPage struct {
	Page
	Letters []Letter
}

// Letter is a letter with what begins with it. ID is its fragment.
type Letter struct {
	Name, ID string
	Names    []Name
}

// Name is what something is called, where its page stands, and what it is.
// Lang is set where Text is not in the page's language; Members says how many
// communities name an organisation, in lists of organisations only.
type Name struct {
	Text, URL, Kind, City, Members string
	Lang                           Foreign
}

// CorrectionsPage is the log of mistakes that were put right, newest first.
type CorrectionsPage struct {
	Page
	Rows []Correction
}

// Correction is one mistake put right.
type Correction struct {
	Date, DateISO string
	Kind          string
	Entry         Link
	Lang          Foreign // set where Note is not in the page's language
	Note          string
}

// SitemapPage is the site as a tree, with how much each branch holds.
type SitemapPage struct {
	Page
	Parts []SitemapPart
}

// SitemapPart is a part of the site. ID is its fragment.
type SitemapPart struct {
	ID, Title string
	Branches  []SitemapBranch
}

// SitemapBranch is a page or a file with how much it holds ("" where that is
// nothing to count), and what it leads on to.
type SitemapBranch struct {
	Link
	Count string
	Twigs []Link
}
