package feed

import (
	"encoding/xml"
	"fmt"
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
// Summary and Published may be missing.
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
		Published string   `xml:"published,omitempty"`
		Updated   string   `xml:"updated"`
		Link      atomLink `xml:"link"`
		Summary   string   `xml:"summary,omitempty"`
	}
	atomLink struct {
		Rel  string `xml:"rel,attr"`
		Type string `xml:"type,attr,omitempty"`
		Href string `xml:"href,attr"`
	}
)

// Atom writes f as RFC 4287 has it, the same bytes for the same feed. It fails
// where the feed or an entry lacks what the RFC demands: an id, a title, the
// moment of the last change, and the feed's author.
func Atom(f Feed) ([]byte, error) {
	if err := f.complete(); err != nil {
		return nil, err
	}
	body, err := xml.MarshalIndent(f.atom(), "", " ")
	if err != nil {
		return nil, fmt.Errorf("writing the feed %s: %w", f.ID, err)
	}
	return append([]byte(xml.Header), append(body, '\n')...), nil
}

func (f Feed) complete() error {
	if f.ID == "" || f.Title == "" || f.Author == "" || f.Updated.IsZero() {
		return fmt.Errorf("the feed %q needs an id, a title, an author and a date", f.ID)
	}
	for _, e := range f.Entries {
		if e.ID == "" || e.Title == "" || e.Updated.IsZero() {
			return fmt.Errorf("the entry %q of the feed %q needs an id, a title and a date", e.ID, f.ID)
		}
	}
	return nil
}

func (f Feed) atom() atomFeed {
	out := atomFeed{
		Lang: clean(f.Lang), ID: f.ID, Title: clean(f.Title), Updated: stamp(f.Updated), Author: clean(f.Author),
		Links: []atomLink{{"self", "application/atom+xml", f.Self}, {"alternate", "text/html", f.Home}},
	}
	for _, e := range f.Entries {
		out.Entries = append(out.Entries, atomEntry{
			ID: e.ID, Title: clean(e.Title), Published: stamp(e.Published), Updated: stamp(e.Updated),
			Link: atomLink{Rel: "alternate", Type: "text/html", Href: e.URL}, Summary: clean(e.Summary),
		})
	}
	return out
}

// stamp spells t as RFC 3339 has it, or not at all where it is unknown.
func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339)
}

// clean drops what XML cannot hold: control characters but tab and newline.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, s)
}
