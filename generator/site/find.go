package site

import (
	"sync"

	"anju/generator/search"
	"anju/generator/theme"
	"anju/generator/view"
)

// index finds pages and files by their paths.
type index struct {
	pages map[string]int
	files map[string]int
}

// indexOf makes the index when it is first asked for.
func indexOf(pages []Page, files []File) func() index {
	return sync.OnceValue(func() index {
		x := index{make(map[string]int, len(pages)), make(map[string]int, len(files))}
		for i, page := range pages {
			x.pages[page.Path] = i
		}
		for i, f := range files {
			x.files[f.Path] = i
		}
		return x
	})
}

// Page is the page that stands at a path in the release.
func (s *Site) Page(path string) (Page, bool) {
	i, ok := s.plan.stands().pages[path]
	if !ok {
		return Page{}, false
	}
	return s.Pages[i], true
}

// File is the file that stands at a path in the release, if it is no page.
func (s *Site) File(path string) (File, bool) {
	i, ok := s.plan.stands().files[path]
	if !ok {
		return File{}, false
	}
	return s.Files[i], true
}

// Payload is what a page of the site shows. It is made anew each time.
func (s *Site) Payload(p Page) theme.Payload {
	ed := s.plan.in(p.Lang)
	return ed.stated(p.payload(ed))
}

// Links are the links of the text that a page of the site shows; none where it
// shows no text of an entry.
func (s *Site) Links(p Page) []view.Link {
	if p.links == nil {
		return nil
	}
	return p.links(s.plan.in(p.Lang))
}

// Bytes makes a file of the site that is not copied. They are made anew each time.
func (s *Site) Bytes(f File) []byte { return f.data(s.plan) }

// Documents are what the search finds.
func (s *Site) Documents() []search.Document {
	docs := make([]search.Document, len(s.written))
	for i, d := range s.written {
		docs[i] = *d
	}
	return docs
}

// Coverage says in a language how much is known of each topic in each place.
func (s *Site) Coverage(lang string) theme.Coverage { return s.plan.in(lang).coverage() }

// Revised tells how the Documents differ from those of an earlier Site of the
// same Memory: changed are those that are new or otherwise than they were, and
// gone are the earlier ones that were changed or are no more.
func (s *Site) Revised(since *Site) (changed, gone []search.Document) {
	return without(s.written, since.written), without(since.written, s.written)
}

// without are the documents that are not among others. Those that did not change
// are the very same.
func without(docs, others []*search.Document) (out []search.Document) {
	known := make(map[*search.Document]bool, len(others))
	for _, d := range others {
		known[d] = true
	}
	for _, d := range docs {
		if !known[d] {
			out = append(out, *d)
		}
	}
	return out
}
