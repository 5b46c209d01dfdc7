package main

import (
	"bytes"
	"encoding/xml"
	"maps"
	"net/http"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/mmcdole/gofeed/atom"
)

// checkFeeds reads every feed with a parser that is not the writer's: it has
// all that RFC 4287 demands, an id of its own, and leads to pages of the site;
// the page that it belongs to leads to it.
func (f found) checkFeeds(t *testing.T) {
	t.Helper()
	ids := map[string]string{}
	for name, data := range f.files {
		if path.Ext(name) != ".atom" {
			continue
		}
		parsed, err := (&atom.Parser{}).Parse(bytes.NewReader(data))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for _, complaint := range f.feedComplaints(name, parsed) {
			t.Errorf("%s: %s", name, complaint)
		}
		if other := ids[parsed.ID]; other != "" {
			t.Errorf("%s and %s have the same id", name, other)
		}
		ids[parsed.ID] = name
	}
	if len(ids) < 4 {
		t.Errorf("only %d feeds", len(ids))
	}
}

func (f found) feedComplaints(name string, feed *atom.Feed) (out []string) {
	lang := page{name: name}.lang()
	if feed.ID == "" || feed.Title == "" || feed.UpdatedParsed == nil || len(feed.Authors) != 1 || feed.Authors[0].Name == "" || feed.Language != lang {
		out = append(out, "lacks an id, a title, a date, an author or its language "+lang)
	}
	if linkOf(feed.Links, "self") != siteBase+"/"+name {
		out = append(out, "is not where it says that it is")
	}
	home := linkOf(feed.Links, "alternate")
	if !strings.Contains(f.pages[nameOf(home)].text, `type="application/atom+xml" href="/`+name+`"`) {
		out = append(out, "belongs to "+home+", which does not lead to it")
	}
	var ids []string
	for _, e := range feed.Entries {
		if e.ID == "" || slices.Contains(ids, e.ID) || e.Title == "" || e.UpdatedParsed == nil || feed.UpdatedParsed.Before(*e.UpdatedParsed) {
			out = append(out, "has an entry without an id of its own, a title or a date: "+e.Title)
		}
		if to := linkOf(e.Links, "alternate"); !strings.HasPrefix(to, siteBase+"/") || !f.holds(to) {
			out = append(out, "leads nowhere: "+to)
		}
		ids = append(ids, e.ID)
	}
	return out
}

func linkOf(links []*atom.Link, rel string) string {
	for _, l := range links {
		if l.Rel == rel {
			return l.Href
		}
	}
	return ""
}

// checkSitemap: it lists pages that are to be found, and of every entry, hub
// and list; with the languages that their heads name.
func (f found) checkSitemap(t *testing.T) {
	t.Helper()
	var list struct {
		URLs []struct {
			Loc     string `xml:"loc"`
			LastMod string `xml:"lastmod"`
			Links   []struct {
				Lang string `xml:"hreflang,attr"`
				Href string `xml:"href,attr"`
			} `xml:"http://www.w3.org/1999/xhtml link"`
		} `xml:"url"`
	}
	if err := xml.Unmarshal(f.files["sitemap.xml"], &list); err != nil {
		t.Fatal(err)
	}
	for _, u := range list.URLs {
		p, ok := f.pages[nameOf(u.Loc)]
		if !ok || !p.indexed() {
			t.Errorf("the sitemap has %s, which is not to be found", u.Loc)
			continue
		}
		named := map[string]string{}
		for _, l := range u.Links {
			named[l.Lang] = l.Href
		}
		if head := p.hreflangs(); !maps.Equal(named, head) {
			t.Errorf("the sitemap names for %s %v, its head %v", u.Loc, named, head)
		}
		if u.LastMod != "" && !dayPattern.MatchString(u.LastMod) {
			t.Errorf("%s was changed %s", u.Loc, u.LastMod)
		}
	}
	if hidden := slices.Contains(f.pages["index.html"].metas()["robots"], "noindex"); hidden != (len(list.URLs) == 0) {
		t.Errorf("the sitemap has %d pages, and the front door is not to be found: %v", len(list.URLs), hidden)
	}
	if !strings.Contains(string(f.files["robots.txt"]), "Sitemap: "+siteBase+"/sitemap.xml\n") {
		t.Error("robots.txt does not name the sitemap")
	}
}

// searchTemplate is the address of answers in the description of a search.
var searchTemplate = regexp.MustCompile(`type="text/html" template="https?://[^/"]*(/[^"]*)"`)

// TestOpenSearchAnswers asks the server as a browser does that was told how: the
// description has its media type, and the address in it answers.
func TestOpenSearchAnswers(t *testing.T) {
	s := serve(t, smallSite(t))
	for _, name := range []string{"/opensearch.xml", "/en/opensearch.xml"} {
		r, err := http.Get(s.url + name)
		if err != nil {
			t.Fatal(err)
		}
		r.Body.Close()
		if kind := r.Header.Get("Content-Type"); kind != "application/opensearchdescription+xml" {
			t.Errorf("%s is sent as %s", name, kind)
		}
		text, _, err := s.get(name)
		m := searchTemplate.FindStringSubmatch(text)
		if err != nil || m == nil {
			t.Fatalf("%s: %v\n%s", name, err, text)
		}
		answer, _, err := s.get(strings.ReplaceAll(m[1], "{searchTerms}", url.QueryEscape("人才公寓 租金")))
		if err != nil || !strings.Contains(answer, `value="人才公寓 租金"`) {
			t.Errorf("%s leads to an address that does not answer: %v", name, err)
		}
	}
}
