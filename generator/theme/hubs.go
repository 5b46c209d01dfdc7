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
	Homes         Group
	Groups        []Group // entries by kind, practices apart
	Benefits      []BenefitTable
	Practices     []Practice
	Figures       []Chart
	Commutes      []Commute
	Organisations []Link // brands and operators of the city
	Above         Group  // what a level above issued for all
	Gaps          []Gap
	Ask           []Contact
	Calendar      string // address of the city's events to come, or ""
}

// Practice is how a place goes about something, as a section of its city.
type Practice struct {
	Title, URL, Summary string
	Lang                string // set where the text is not in the page's language
	Measures            []Measure
}

// Commute is a place of work with the communities near it, the nearest first.
type Commute struct {
	To    string
	Items []Item // a community each; the detail says how long it takes
}

// ComparePage shows cities side by side.
type ComparePage struct {
	Page
	Counts   CountTable
	Benefits []BenefitTable
	Charts   []Chart
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

// BenefitTable is one kind of benefit, by city and degree.
type BenefitTable struct {
	ID, Title string
	Degrees   []string // the columns; the last may be "" for what names no degree
	Rows      []BenefitRow
	Missing   []Gap // of the same topic: what was looked for in vain, and when
}

// BenefitRow is a city with what it gives for each degree.
type BenefitRow struct {
	City  Link
	Cells [][]BenefitCell // by column of the table
}

// BenefitCell is what a policy gives, how it stands, and of when that is.
type BenefitCell struct {
	Amount string
	Policy Link
	Dated  string // the date of its source
	Status *Status
}

// Chart is bars with the numbers that they show as a table beside them.
type Chart struct {
	ID, Title, Note string
	Bars            []Bar
}

// Bar is a line of a chart. Width is its share of the longest, 0 to 100.
// StatedAs is the label of what is not there yet, which is drawn in outline.
type Bar struct {
	Label, Value, Dated string
	URL                 string
	StatedAs            string
	Width               float64
}

// Gap is something that was looked for and not found.
type Gap struct{ URL, Topic, Place, Text, Looked string }

// GapPage says of one thing what was not found, and where to ask.
type GapPage struct {
	Page
	Gap    Gap
	City   Link
	Found  []Link // what fills it by now
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
// (nobody looked). Date is the last check, spelled.
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
type Name struct{ Text, URL, Lang, Kind, City string }

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
	Lang          string // set where Note is not in the page's language
	Note          string
}

// EditorsPage is what editors see in dev and readers never: how complete
// entries are by a standard, and what waits for somebody.
type EditorsPage struct {
	Page
	Standard string
	Scores   []Score
	Lists    []EditorList
}

// Score is how complete an entry is, and each point that it lacks.
type Score struct {
	Entry   Link
	File    string
	Points  int
	Of      int
	Missing []string
}

// EditorList is a list of entries that wait for something, with the reason.
type EditorList struct {
	ID, Title string
	Rows      []EditorRow
}

// EditorRow is an entry and why it is listed.
type EditorRow struct{ Entry, Reason string }
