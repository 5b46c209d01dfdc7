package content

import (
	"cmp"
	"io/fs"
	"path"
	"slices"
	"strings"

	"anju/generator/diag"
)

// Memory lets a load take over from the one before what has not changed. Its
// zero value remembers nothing. It is for one source folder, for one load at a
// time, and not for several goroutines.
//
// What it takes over is the same value: as long as a file has not changed, its
// Entry is the same pointer in every Library, and so is a translation laid over
// its original as long as neither has changed.
type Memory struct {
	started bool
	changed []string // since the last load

	vocab        *vocabularies
	texts        []*loaded // every file of an entry, in order
	translations []*loaded // the same in other languages
	strays       []stray

	basis *basis // of the last check
	links links

	comparison comparison
}

// Changed says that files or whole folders have changed, appeared or gone:
// slash paths in the source folder, "." for all of it. The next load looks at
// these alone.
func (m *Memory) Changed(paths ...string) { m.changed = append(m.changed, paths...) }

// places are what a load reads as a whole, each a file or a folder with all in
// it: content/FOLDER/NAME, or what holds that.
type places map[string]bool

// placeOf is the smallest place that the file name is in: an entry's file, or
// its folder with pictures and translations.
func placeOf(name string) string {
	parts := strings.SplitN(name, "/", 4)
	return strings.Join(parts[:min(len(parts), 3)], "/")
}

// hold reports whether place, or a folder that it stands in, is one of p.
func (p places) hold(place string) bool {
	for end := len(place); end >= 0; end = strings.LastIndexByte(place[:end], '/') {
		if p[place[:end]] {
			return true
		}
	}
	return false
}

// due lists the places that must be read, none of them in another, and tells
// whether the vocabularies must be. Nothing is due any more afterwards.
func (m *Memory) due() (list []string, vocab bool) {
	all := places{}
	if !m.started {
		m.changed = []string{Root}
	}
	for _, name := range m.changed {
		if name = path.Clean(name); name == "." {
			name = Root
		}
		if name != Root && !strings.HasPrefix(name, Root+"/") || hidden(name) {
			continue
		}
		for !fs.ValidPath(name) { // only a list of the folder tells whether it is there
			name = path.Dir(name)
		}
		switch folder := path.Join(Root, vocabFolder); {
		case name == Root:
			vocab = true
		case name == folder || strings.HasPrefix(name, folder+"/"):
			name, vocab = folder, true
		}
		all[m.blocked(placeOf(name))] = true
	}
	m.started, m.changed = true, nil
	for place := range all {
		if place == Root || !all.hold(path.Dir(place)) {
			list = append(list, place)
		}
	}
	slices.Sort(list)
	return list, vocab
}

// hidden reports whether name, or a folder above it, is none that a walk
// enters.
func hidden(name string) bool {
	return slices.ContainsFunc(strings.Split(name, "/"), Ignored)
}

// blocked is place, or the folder above it that the last walk could not enter,
// for want of it or because it was no folder.
func (m *Memory) blocked(place string) string {
	for above := path.Dir(place); above != "."; above = path.Dir(above) {
		if _, found := slices.BinarySearchFunc(m.strays, above, stray.compare); found {
			return above
		}
	}
	return place
}

// forget drops all that was read of the places.
func (m *Memory) forget(list []string) {
	due := places{}
	for _, place := range list {
		due[place] = true
	}
	old := func(l *loaded) bool { return due.hold(l.place) }
	m.texts, m.translations = slices.DeleteFunc(m.texts, old), slices.DeleteFunc(m.translations, old)
	m.strays = slices.DeleteFunc(m.strays, func(s stray) bool { return due.hold(s.place) })
}

// learn adds what was read anew.
func (m *Memory) learn(files []*loaded, strays []stray) {
	slices.SortFunc(files, (*loaded).compare)
	var texts, translations []*loaded
	for _, l := range files {
		if l.lang == "" {
			texts = append(texts, l)
		} else {
			translations = append(translations, l)
		}
	}
	m.texts = merged(m.texts, texts, (*loaded).compare)
	m.translations = merged(m.translations, translations, (*loaded).compare)
	m.strays = append(m.strays, strays...)
	slices.SortStableFunc(m.strays, func(a, b stray) int {
		return cmp.Or(cmp.Compare(a.place, b.place), cmp.Compare(a.File, b.File))
	})
}

// merged is one sorted list of two. It may use the memory of a.
func merged[T any](a, b []T, compare func(T, T) int) []T {
	if len(a) == 0 {
		return b
	}
	for i := len(b) - 1; i >= 0; i-- {
		at, _ := slices.BinarySearchFunc(a, b[i], compare)
		a = slices.Insert(a, at, b[i])
	}
	return a
}

// apart lists what only one of two sorted lists holds. A file that has changed
// is in both, each time as another value.
func apart(before, now []*loaded) (gone, come []*loaded) {
	for len(before) > 0 && len(now) > 0 {
		switch was, is := before[0], now[0]; {
		case was == is:
			before, now = before[1:], now[1:]
		case was.compare(is) <= 0:
			gone, before = append(gone, was), before[1:]
		default:
			come, now = append(come, is), now[1:]
		}
	}
	return append(gone, before...), append(come, now...)
}

// stray is what was found wrong where no entry was read.
type stray struct {
	place string
	diag.Diagnostic
}

func (s stray) compare(place string) int { return cmp.Compare(s.place, place) }
