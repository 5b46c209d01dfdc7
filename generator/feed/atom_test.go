package feed

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"testing"
	"time"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func sample() Feed {
	shanghai := time.FixedZone("CST", 8*60*60)
	return Feed{
		ID:      "https://example.com/policies/feed.xml",
		Title:   "政策 <更新> & \"变化\"",
		Self:    "https://example.com/policies/feed.xml?city=suzhou&kind=policy",
		Home:    "https://example.com/policies/",
		Lang:    "zh-Hans",
		Updated: time.Date(2024, 6, 1, 9, 30, 0, 123, shanghai),
		Author:  "安居",
		Entries: []Entry{{
			ID:        "tag:example.com,2024:policy:suzhou-rent",
			Title:     "租房\x00补贴\x1b ]]> \uFFFE完",
			URL:       "https://example.com/policies/suzhou-rent/",
			Summary:   "每月 <b>800</b> 元\n第二行",
			Updated:   time.Date(2024, 6, 1, 9, 30, 0, 0, shanghai),
			Published: time.Date(2023, 1, 2, 0, 0, 0, 0, time.UTC),
		}, {
			ID:      "tag:example.com,2024:policy:plain",
			Title:   "Without a summary",
			URL:     "https://example.com/policies/plain/",
			Updated: time.Date(2024, 5, 1, 0, 0, 0, 0, shanghai),
		}},
	}
}

func TestAtom(t *testing.T) {
	const file = "testdata/atom.xml"
	got, err := Atom(sample())
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestAtomIsReadable reads the feed again, with types of its own.
func TestAtomIsReadable(t *testing.T) {
	data, err := Atom(sample())
	if err != nil {
		t.Fatal(err)
	}
	const atom = "http://www.w3.org/2005/Atom"
	var f struct {
		XMLName xml.Name
		Lang    string    `xml:"http://www.w3.org/XML/1998/namespace lang,attr"`
		Title   string    `xml:"http://www.w3.org/2005/Atom title"`
		Updated time.Time `xml:"http://www.w3.org/2005/Atom updated"`
		Author  string    `xml:"http://www.w3.org/2005/Atom author>name"`
		Links   []struct {
			Rel  string `xml:"rel,attr"`
			Href string `xml:"href,attr"`
		} `xml:"http://www.w3.org/2005/Atom link"`
		Entries []struct {
			Title   string `xml:"title"`
			Summary string `xml:"summary"`
		} `xml:"http://www.w3.org/2005/Atom entry"`
	}
	if err := xml.Unmarshal(data, &f); err != nil {
		t.Fatal(err)
	}
	in := sample()
	if f.XMLName.Space != atom || f.XMLName.Local != "feed" || f.Lang != in.Lang || f.Author != in.Author {
		t.Errorf("root: %v lang %q author %q", f.XMLName, f.Lang, f.Author)
	}
	if f.Title != in.Title || !f.Updated.Equal(in.Updated.Truncate(time.Second)) {
		t.Errorf("title %q updated %v", f.Title, f.Updated)
	}
	if len(f.Links) != 2 || f.Links[0].Rel != "self" || f.Links[0].Href != in.Self || f.Links[1].Href != in.Home {
		t.Errorf("links: %v", f.Links)
	}
	if len(f.Entries) != 2 || f.Entries[0].Title != "租房补贴 ]]> 完" || f.Entries[0].Summary != in.Entries[0].Summary {
		t.Errorf("entries: %q", f.Entries)
	}
}

func TestAtomDemandsWhatTheRFCDemands(t *testing.T) {
	for name, spoil := range map[string]func(*Feed){
		"feed id":       func(f *Feed) { f.ID = "" },
		"feed title":    func(f *Feed) { f.Title = "" },
		"feed author":   func(f *Feed) { f.Author = "" },
		"feed updated":  func(f *Feed) { f.Updated = time.Time{} },
		"entry id":      func(f *Feed) { f.Entries[1].ID = "" },
		"entry title":   func(f *Feed) { f.Entries[1].Title = "" },
		"entry updated": func(f *Feed) { f.Entries[1].Updated = time.Time{} },
	} {
		t.Run(name, func(t *testing.T) {
			f := sample()
			spoil(&f)
			if data, err := Atom(f); err == nil || data != nil {
				t.Errorf("accepted: %s", data)
			}
		})
	}
}

func FuzzAtom(f *testing.F) {
	f.Add("标题", "zh", "a\x00b]]>\ufffe\xff")
	f.Fuzz(func(t *testing.T, title, lang, summary string) {
		in := sample()
		in.Title, in.Lang, in.Entries[0].Summary = "x"+title, lang, summary
		data, err := Atom(in)
		if err != nil {
			t.Fatal(err)
		}
		dec := xml.NewDecoder(bytes.NewReader(data))
		for {
			if _, err := dec.Token(); err != nil {
				if !errors.Is(err, io.EOF) {
					t.Fatalf("%v in %q", err, data)
				}
				return
			}
		}
	})
}
