package site

import (
	"reflect"
	"slices"
	"strings"
	"time"

	"anju/generator/config"
	"anju/generator/content"
	"anju/generator/diag"
	"anju/generator/search"
	"anju/generator/theme"
	"anju/generator/view"
)

// Memory remembers of the last plan the converted texts, what it found out about
// each entry, the structure, and the documents, so that the next plan
// makes those alone that can have changed. Everything else of a Site is decided
// anew, or made when it is asked for. The zero Memory remembers nothing. It is
// not safe for concurrent use; the Sites are.
type Memory struct {
	texts     view.Memory
	lib       *content.Library
	basis     basis
	known     []*known // by rank
	structure *structure
	docs      map[string]*search.Document // by id
}

// basis is what all that is known of entries depends on.
type basis struct {
	vocab     content.Vocab
	theme     *theme.Theme
	languages []string
}

// same reports whether what was found out on one basis is good on the other. Of
// a theme only its texts matter.
func (b basis) same(other basis) bool {
	return slices.Equal(b.languages, other.languages) && reflect.DeepEqual(b.vocab, other.vocab) &&
		(b.theme == other.theme || slices.EqualFunc(textsOf(b.theme), textsOf(other.theme), sameFile))
}

// textsOf are the interface texts of a theme; none for nil.
func textsOf(th *theme.Theme) []theme.File {
	if th == nil {
		return nil
	}
	return slices.DeleteFunc(th.Files(), func(f theme.File) bool { return !strings.HasPrefix(f.Path, "strings/") })
}

func sameFile(a, b theme.File) bool { return a.Path == b.Path && string(a.Data) == string(b.Data) }

// Texts tells what is wrong in the texts, where other findings forbid a plan.
func (m *Memory) Texts(lib *content.Library, cfg config.Config, th *theme.Theme, now time.Time) diag.List {
	_, list := m.texts.Views(lib, th, now, cfg.Languages)
	return list
}

// same is d, or the same document of the last plan: whoever compares two sites
// sees at once that it has not changed.
func (m *Memory) same(d search.Document) *search.Document {
	if m.docs == nil {
		m.docs = map[string]*search.Document{}
	}
	if old := m.docs[d.ID]; old != nil && reflect.DeepEqual(*old, d) {
		return old
	}
	m.docs[d.ID] = &d
	return &d
}

// forget drops the documents that are no more.
func (m *Memory) forget(docs []*search.Document) {
	if len(m.docs) == len(docs) {
		return
	}
	m.docs = make(map[string]*search.Document, len(docs))
	for _, d := range docs {
		m.docs[d.ID] = d
	}
}
