package theme

import "html/template"

// GuidePage shows a guide. Of one in parts it is the page that leads to them, or
// the one with the whole text.
type GuidePage struct {
	Entry
	Parts     []PartLink // of a guide in parts
	Whole     Link       // to its whole text on one page
	Overview  Link       // back from there; no address on other pages
	Steps     []Step
	Documents []Item
	Places    []Contact
	Measures  []Measure
}

// PartLink leads to a part of a guide.
type PartLink struct {
	Number          int // from 1
	ID, Title, Lead string
	URL             string
	Below           []Heading // the headings inside
}

// PartPage shows a part of a guide. Its Entry is the guide's but for the text
// and what belongs to the guide as a whole.
type PartPage struct {
	Entry
	Guide      Link
	ID         string        // of the part's heading
	Name       template.HTML // that heading
	Parts      []PartLink
	Number     int  // of this part, from 1
	Prev, Next Link // no address at the ends
	Whole      Link // to the whole text on one page
}
