package site

import (
	"anju/generator/search"
	"anju/generator/theme"
)

// index finds pages and files by their paths.
type index struct {
	pages map[string]int
	files map[string]int
}

func (s *Site) index() index {
	x := index{make(map[string]int, len(s.Pages)), make(map[string]int, len(s.Files))}
	for i, page := range s.Pages {
		x.pages[page.Path] = i
	}
	for i, f := range s.Files {
		x.files[f.Path] = i
	}
	return x
}

// Page is the page that stands at a path in the release.
func (s *Site) Page(path string) (Page, bool) {
	i, ok := s.byPath().pages[path]
	if !ok {
		return Page{}, false
	}
	return s.Pages[i], true
}

// File is the file that stands at a path in the release, if it is no page.
func (s *Site) File(path string) (File, bool) {
	i, ok := s.byPath().files[path]
	if !ok {
		return File{}, false
	}
	return s.Files[i], true
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
