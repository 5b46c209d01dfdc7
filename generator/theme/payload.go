package theme

import "html/template"

// Frame is what all pages of a release share. It is staged as site.json, so
// that the endpoint frames its result pages as the build framed the others.
type Frame struct {
	Title     map[string]string               `json:"title"` // by language
	Languages []string                        `json:"languages"`
	BaseURL   string                          `json:"base_url"` // without a slash at the end; "" when unknown
	Publisher Publisher                       `json:"publisher"`
	Sample    bool                            `json:"sample"`   // a demonstration: banner and noindex
	Built     string                          `json:"built"`    // the build day, ISO 8601
	BuiltOn   map[string]string               `json:"built_on"` // the same, spelled, by language
	Sections  []string                        `json:"sections"` // folders of the kinds that have entries, in the order of the menu
	Calendar  bool                            `json:"calendar"` // there is a calendar of the whole site
	Labels    map[string]map[string]Labels    `json:"labels"`   // language → facet → slug → label
	Homes     map[string][]string             `json:"homes"`    // facet → the values that homes have, in the order in which a form offers them
	Pages     map[string][]Link               `json:"pages"`    // by language: about the site itself, for the footer
	Redirects map[string]string               `json:"redirects"`
	Ask       map[string]map[string][]Contact `json:"ask"` // whom to ask, by language and city; under "" what holds for all cities
	Gone      []string                        `json:"gone"`
	Share     Picture                         `json:"share,omitzero"` // for pages that have no picture of their own
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
	Police     string            `json:"police,omitempty"` // 公安备案号
	Host       string            `json:"host,omitempty"`
	Organiser  string            `json:"organiser,omitempty"`
}

// Link is a labelled address. An empty URL is plain text.
type Link struct {
	Text, URL string
	Current   bool
	Lang      Foreign // set where the text is not in the page's language
}

// Picture is an image with its size in pixels. Alt says what it shows.
type Picture struct {
	URL    string `json:"url"` // absolute
	Alt    string `json:"alt,omitempty"`
	Width  int    `json:"width"`
	Height int    `json:"height"`
}

// LeadPicture is a picture at the top of an entry's page. Its URL is a path;
// Credit says who made it and by what licence it is used.
type LeadPicture struct {
	Picture
	Srcset, Sizes string
	Credit        string
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
	Refresh     string      // where browsers go on from here by themselves, or ""
	Alternates  []Alternate // all languages, this one too: for readers
	// Translations are the languages in which the page is really written, this
	// one too, by absolute addresses: for search engines. The first is Chinese.
	// There are none where it is written in one language or not in this one.
	Translations []Alternate
	Breadcrumbs  []Link      // from home to the page itself, which has no URL
	Section      string      // the navigation item to mark: communities, homes, policies, guides, jobs, events, cities or ""
	Feed         string      // address of the Atom feed of this page, or ""
	Data         string      // address of what it shows as JSON, or ""
	Correction   string      // where to report a mistake of this page
	Column       string      // the part of the site in which it stands, or ""
	Record       *Record     // of the entry that it shows, or nil
	Query        string      // what stands in the search box
	Image        Picture     // the picture to share it by, or none for that of the site
	JSONLD       template.JS // what it states as linked data

	theme *Theme // set by Execute
}

// Record is what the page of an entry says of the entry's own keeping.
type Record struct {
	Ref       string   // policy:ID, for whoever reports a mistake
	Published string   // the day it first stood on this site, as a sentence
	Checked   string   // the day it was last compared with its sources, or that nobody did, in words
	CheckedBy Link     // who did, if anyone
	PubDate   string   // the first of these days as 2006-01-02 15:04
	Source    string   // whom its first source names as publisher, or ""
	Keywords  []string // what it is about
	QR        QR
}

// QR is a QR code as a path of SVG in a square whose side is Size, the quiet
// zone included. It is empty where there is no address to lead to.
type QR struct {
	Path string
	Size int
}

// Icon names a symbol of the theme's icons.svg.
type Icon string

// Notice is a banner above the text. Kind is info, warning or ended.
type Notice struct {
	Kind, Text string
	Links      []Link // what Text names: what takes the place of the entry
	First      bool   // stands before the title: what follows does not hold, or is not sure to, or only until a day to come
}

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
	Lang            Foreign    // set where the text is not in the page's language
	Facts           []CardFact // a few short values worth comparing
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
	Lang, PublisherLang         Foreign // set where Title, or Publisher, is not in the page's language
}

// Figure is a number with all that makes it true.
type Figure struct {
	Label, Value, Scope, AsOf string
	StatedAs                  string // under construction, planned, demanded, intended, as a label; "" for existing
	Source                    int
	Lang, ScopeLang           Foreign // set where Label, or Scope, is not in the page's language
}

// Change is a line of the change notes.
type Change struct {
	Date, Kind, Note string
	Lang             Foreign // set where Note is not in the page's language
}

// Heading is a line of the table of contents.
type Heading struct {
	Level    int
	ID, Text string
}

// Entry is what pages of every kind carry.
type Entry struct {
	Page
	Ref       string // "policy:ID"
	Kind      string
	KindLabel string
	Heading   string // the title
	Summary   string
	BodyLang  Foreign // set where the text is not in the page's language
	Notices   []Notice
	Status    *Status
	Glance    []GlanceRow // in ten seconds; the kinds that have none leave it empty
	Facts     []Fact
	Picture   *LeadPicture // at the top, or nil
	Body      template.HTML
	Contents  []Heading // empty when too short to need one
	Figures   []Figure
	Sources   []Source
	Changes   []Change
	Tags      []Link
	Related   []Group // links from both sides, grouped by kind
	Nearby    []Group // what else its city has: not linked here, chosen by place
}
