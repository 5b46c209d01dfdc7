package site

import (
	"crypto/sha1" // for UUIDs, which ask for it; nothing secret
	"fmt"
	"slices"
	"time"

	"anju/generator/content"
	"anju/generator/feed"
	"anju/generator/validity"
	"anju/generator/view"
)

// feedEntries is how many entries a feed holds.
const feedEntries = 50

// feeds are the site's feed and one for each city, in the edition's language.
func (ed edition) feeds() (files []File) {
	add := func(page, title, city string) {
		self := page + "feed.atom"
		files = append(files, ed.file(self, func(ed edition) []byte { return ed.feed(page, self, title, ed.newest(city)) }))
	}
	add("/", ed.cfg.Title.In(ed.Lang), "")
	for _, c := range ed.lib.Vocab.Cities {
		add(view.CityPath(c.Slug), ed.T("feed.city", ed.cfg.Title.In(ed.Lang), c.In(ed.Lang)), c.Slug)
	}
	return files
}

// newest are the entries that changed last; of one city unless it is "".
func (ed edition) newest(city string) []content.Entry {
	all := ed.all(func(h *content.Head) bool { return city == "" || h.City == city })
	slices.SortStableFunc(all, func(a, b content.Entry) int { return updated(b).Compare(updated(a)) })
	return all[:min(feedEntries, len(all))]
}

// updated is the moment at which the day of the newest change begins.
func updated(e content.Entry) time.Time { return view.Updated(e).First() }

func (ed edition) feed(page, self, title string, entries []content.Entry) []byte {
	f := feed.Feed{
		ID: permanent(ed.Lang, page), Title: title, Lang: ed.Lang,
		Self: ed.absolute(ed.URL(self)), Home: ed.absolute(ed.URL(page)),
		Author: ed.cfg.Publisher.Name.In(ed.Lang), Updated: validity.DateOf(ed.now).First(),
	}
	for i, e := range entries {
		local, _ := ed.In(e)
		h := local.Common()
		f.Entries = append(f.Entries, feed.Entry{
			ID: permanent(ed.Lang, string(h.Ref())), Title: h.Title, URL: ed.absolute(ed.EntryURL(h)), Summary: h.Summary,
			Published: e.Common().Published.First(), Updated: updated(e),
		})
		if i == 0 {
			f.Updated = updated(e)
		}
	}
	data, err := feed.Atom(f)
	if err != nil {
		panic(err) // cannot happen: content has made sure of titles and dates
	}
	return data
}

// permanent is an id that outlives every address: a name-based UUID (RFC 9562,
// version 5) of what a feed or an entry is, in a language.
func permanent(lang, name string) string {
	sum := sha1.Sum([]byte("anju feed\n" + lang + "\n" + name))
	id := sum[:16]
	id[6], id[8] = id[6]&0x0f|0x50, id[8]&0x3f|0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", id[:4], id[4:6], id[6:8], id[8:10], id[10:])
}
