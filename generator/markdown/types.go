package markdown

import "anju/generator/diag"

// Heading is a heading of the document, for the table of contents.
type Heading struct {
	Level int    // 2 to 6; an editor's # is told to be ##
	ID    string // fragment, unescaped
	Text  string
}

// Section is the plain text between one heading and the next. The first one
// may have no heading.
type Section struct{ ID, Title, Text string }

// Link is a link or image destination as the editor wrote it.
type Link struct {
	Dest  string
	Image bool
	Pos   diag.Pos
}

// Document is a converted text.
type Document struct {
	HTML     string
	Headings []Heading
	Sections []Section
	Links    []Link

	Intro string // of a divided text: what stands before its first part, as HTML
	Parts []Part // of a divided text
}

// Resolve turns a destination as written (policy:ID, a file's name, an
// address) into the address to print. A false ok makes it a finding with the
// remedy that Resolve gives.
type Resolve func(dest string) (href string, remedy diag.Text, ok bool)

// Source is a text and where it stands in its file.
type Source struct {
	File string
	Line int    // of the first line of Text, from 1
	Lang string // of the few words that Convert adds: "en", or else Chinese
	Text []byte

	Show  Show     // finds its pictures
	Taken []string // ids that the page has besides: no heading gets one of them

	Division *Division // over several pages; nil for a text on one
}
