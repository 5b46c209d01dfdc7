package feed

import (
	"encoding/xml"
	"strings"
	"time"
)

// Feed is an Atom feed. ID and the entries' IDs never change once published.
type Feed struct {
	ID, Title, Lang string
	Self, Home      string // addresses of the feed and of the page it belongs to
	Author          string
	Updated         time.Time
	Entries         []Entry
}

// Entry is one item. Updated moves only when readers should hear of it.
type Entry struct {
	ID, Title, URL, Summary string
	Published, Updated      time.Time
}

// The elements of RFC 4287 that a feed uses, in the order it writes them.
type (
	atomFeed struct {
		XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
		Lang    string      `xml:"xml:lang,attr"`
		ID      string      `xml:"id"`
		Title   string      `xml:"title"`
		Updated string      `xml:"updated"`
		Links   []atomLink  `xml:"link"`
		Author  string      `xml:"author>name"`
		Entries []atomEntry `xml:"entry"`
	}
	atomEntry struct {
		ID        string   `xml:"id"`
		Title     string   `xml:"title"`
		Published string   `xml:"published"`
		Updated   string   `xml:"updated"`
		Link      atomLink `xml:"link"`
		Summary   string   `xml:"summary"`
	}
	atomLink struct {
		Rel  string `xml:"rel,attr"`
		Type string `xml:"type,attr,omitempty"`
		Href string `xml:"href,attr"`
	}
)

// Atom writes f as RFC 4287 has it.
func Atom(f Feed) []byte {
	out := atomFeed{
		Lang: f.Lang, ID: f.ID, Title: clean(f.Title), Updated: stamp(f.Updated), Author: clean(f.Author),
		Links: []atomLink{{"self", "application/atom+xml", f.Self}, {"alternate", "text/html", f.Home}},
	}
	for _, e := range f.Entries {
		out.Entries = append(out.Entries, atomEntry{
			ID: e.ID, Title: clean(e.Title), Published: stamp(e.Published), Updated: stamp(e.Updated),
			Link: atomLink{Rel: "alternate", Type: "text/html", Href: e.URL}, Summary: clean(e.Summary),
		})
	}
	body, err := xml.MarshalIndent(out, "", " ")
	if err != nil {
		panic(err) // cannot happen: the types above can all be written
	}
	return append([]byte(xml.Header), append(body, '\n')...)
}

func stamp(t time.Time) string { return t.Format(time.RFC3339) }

// clean drops what XML cannot hold: control characters but tab and newline.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, s)
}
