package dev

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"anju/generator/config"
	"anju/generator/content"
)

// followed are the folders of the source that are watched with all that is in
// them. Of the source folder itself only config.yaml counts.
var followed = []string{content.Root, "themes"}

// mtimeResolution is the coarsest clock of a file system. A file that changed within it
// before it was looked at may change again and look the same.
const mtimeResolution = 2 * time.Second

// watches are the folders, by their places on the disk, of whose changes there
// is word. A *fsnotify.Watcher is.
type watches interface {
	Add(dir string) error
	Remove(dir string) error
	WatchList() []string
}

// tree is what is known of the files of a source folder, by their paths in it.
// Links are files here: nothing is read through them.
type tree struct {
	root    string
	files   map[string]fs.FileInfo
	dirs    map[string]map[string]bool // the names in each folder
	seen    time.Time                  // when the files were last compared, all of them
	watches watches
}

func newTree(root string, w watches) *tree {
	return &tree{root: root, files: map[string]fs.FileInfo{}, dirs: map[string]map[string]bool{}, watches: w}
}

// place is where a path stands on the disk.
func (t *tree) place(name string) string { return filepath.Join(t.root, filepath.FromSlash(name)) }

// concerns reports whether a path can have to do with the site. What editors'
// programs put beside a text while it is open does not.
func concerns(name string) bool {
	top, below, _ := strings.Cut(name, "/")
	if !slices.Contains(followed, top) {
		return name == config.File
	}
	return top != content.Root || !slices.ContainsFunc(strings.Split(below, "/"), content.Ignored)
}

// passingTime is how long a passing file is held back.
const passingTime = 2 * time.Second

// lasting are the ends of names of files that a site is made of.
var lasting = []string{
	".md", ".yaml", ".html", ".css", ".js", ".svg", ".png", ".ico", ".jpg", ".jpeg", ".webp", ".gif", ".pdf",
}

// passing reports whether a file of this name may be one that a program makes
// for the moment of saving, as sed (sedAb3xYz), Vim (4913) and office programs
// (.tmp, .bak) do: none that a site is made of. It may be a stray file, too.
func passing(name string) bool { return !slices.Contains(lasting, strings.ToLower(path.Ext(name))) }

// look takes in what stands at a path now, and calls changed for it or, where it
// is a folder, for each file below it. The error is of watching.
func (t *tree) look(name string, changed func(name string)) error {
	info, err := os.Lstat(t.place(name))
	switch {
	case err != nil: // what cannot be seen is not there
		t.forget(name, changed)
		changed(name)
	case !info.IsDir():
		t.files[name] = info
		t.note(name)
		changed(name)
	default:
		return t.enter(name, changed)
	}
	return nil
}

// note lists a path in its folder.
func (t *tree) note(name string) {
	if names := t.dirs[path.Dir(name)]; names != nil {
		names[path.Base(name)] = true
	}
}

// enter takes in a folder, which is watched before its files are read, so that
// none escapes between the two. It may vanish at any moment: then there will be
// word of that.
func (t *tree) enter(name string, changed func(name string)) error {
	if err := t.watches.Add(t.place(name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	t.note(name)
	if t.dirs[name] == nil {
		t.dirs[name] = map[string]bool{}
	}
	entries, _ := os.ReadDir(t.place(name))
	for _, e := range entries {
		below := name + "/" + e.Name()
		if !concerns(below) {
			continue
		}
		if err := t.look(below, changed); err != nil {
			return err
		}
	}
	return nil
}

// forget drops a path and all below it, and calls changed for each file there
// was below it. A folder that is still somewhere else is not watched under this
// name any more.
func (t *tree) forget(name string, changed func(name string)) {
	delete(t.dirs[path.Dir(name)], path.Base(name))
	delete(t.files, name)
	names, ok := t.dirs[name]
	if !ok {
		return
	}
	delete(t.dirs, name)
	_ = t.watches.Remove(t.place(name)) // a folder that is removed has lost its watch already
	for below := range names {
		if _, file := t.files[name+"/"+below]; file {
			changed(name + "/" + below)
		}
		t.forget(name+"/"+below, changed)
	}
}

// compare looks at all files there are, watches all folders anew, and calls
// changed for the files that are not as they were known, or may not be. The
// error is of watching.
func (t *tree) compare(changed func(name string)) error {
	old, since := t.files, t.seen.Add(-mtimeResolution)
	t.files, t.dirs, t.seen = map[string]fs.FileInfo{}, map[string]map[string]bool{}, time.Now()
	err := t.all()
	for name, info := range t.files {
		if before, ok := old[name]; !ok || !same(before, info) || info.ModTime().After(since) {
			changed(name)
		}
	}
	for name := range old {
		if _, ok := t.files[name]; !ok {
			changed(name)
		}
	}
	return err
}

// all takes in every file of the source. Watches under names that folders had
// before would hide those under the names that they have now.
func (t *tree) all() error {
	for _, dir := range t.watches.WatchList() {
		if rel, err := filepath.Rel(t.root, dir); err == nil && concerns(filepath.ToSlash(rel)) {
			_ = t.watches.Remove(dir) // it may be gone
		}
	}
	err := t.watches.Add(t.root)
	entries, _ := os.ReadDir(t.root) // planning tells when the folder is not there
	for _, e := range entries {
		if !concerns(e.Name()) {
			continue
		}
		if failed := t.look(e.Name(), func(string) {}); failed != nil {
			err = failed
		}
	}
	return err
}

// same reports whether a file seems not to have changed.
func same(a, b fs.FileInfo) bool {
	return os.SameFile(a, b) && a.Size() == b.Size() && a.Mode() == b.Mode() && a.ModTime().Equal(b.ModTime())
}

// noWatches are those of a system that tells of nothing.
type noWatches struct{}

func (noWatches) Add(string) error    { return nil }
func (noWatches) Remove(string) error { return nil }
func (noWatches) WatchList() []string { return nil }
