package server

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"anju/generator/publish"
	"anju/generator/search"
	"anju/generator/theme"
)

// Where a release keeps what the endpoint needs.
const (
	framePath   = "_release/site.json"
	themeFolder = "_release/theme"
)

// baseLanguage is the one whose addresses carry no prefix.
const baseLanguage = "zh-Hans"

// live is an open release with all that answers need. But for the count of its
// users it does not change.
type live struct {
	release  *publish.Release
	files    map[string]publish.File
	gone     map[string]bool
	frame    *theme.Frame
	theme    *theme.Theme
	searcher *search.Searcher
	users    atomic.Int64 // requests that it answers, and one while it is current
}

// openLive opens, verifies and warms the release in dir. at is the moment that
// the first queries will ask about.
func openLive(dir string, at time.Time) (*live, error) {
	release, err := publish.Open(dir)
	if err != nil {
		return nil, err
	}
	l := &live{release: release, files: map[string]publish.File{}, gone: map[string]bool{}, frame: new(theme.Frame)}
	l.users.Store(1)
	for _, f := range release.Manifest.Files {
		l.files[f.Path] = f
	}
	if err := l.open(at); err != nil {
		return nil, errors.Join(err, l.close())
	}
	return l, nil
}

func (l *live) open(at time.Time) error {
	if err := l.readFrame(); err != nil {
		return err
	}
	if err := l.readTheme(); err != nil {
		return err
	}
	searcher, err := openIndex(l.release.Path, l.release.Manifest.Index.Fingerprint)
	if err != nil {
		return fmt.Errorf("open the index: %w", err)
	}
	l.searcher = searcher
	return l.warm(at)
}

func (l *live) readFrame() error {
	data, err := l.release.Root.ReadFile(framePath)
	if err != nil {
		return fmt.Errorf("read the frame: %w", err)
	}
	if err := json.Unmarshal(data, l.frame); err != nil {
		return fmt.Errorf("read %s: %w", framePath, err)
	}
	for _, path := range l.frame.Gone {
		l.gone[path] = true
	}
	return nil
}

func (l *live) readTheme() error {
	folder, err := fs.Sub(l.release.Root.FS(), themeFolder)
	if err != nil {
		return fmt.Errorf("open the release's theme: %w", err)
	}
	t, list := theme.Load(nil, folder, l.frame.Languages)
	for i, d := range list {
		if list[i : i+1].HasErrors() {
			return fmt.Errorf("the release's theme does not load: %s: %s", d.File, d.Message.En)
		}
	}
	l.theme = t
	return nil
}

// errForeign says that an index is not the one that the manifest names.
var errForeign = errors.New("the index is another release's")

// openIndex opens the index with a fingerprint in the folder that path tells,
// for bleve knows no os.Root. A publisher may put another release there at any
// moment: then what is opened is that one's, or parts of both, or cannot be
// opened at all, and the path is asked for anew.
func openIndex(path func() (string, error), fingerprint string) (*search.Searcher, error) {
	const attempts = 20 // each lost to a publisher that finished in between
	var failure error
	for range attempts {
		dir, err := path()
		if err != nil {
			return nil, err
		}
		searcher, err := search.Open(filepath.Join(dir, filepath.FromSlash(publish.IndexPath)))
		if err != nil {
			failure = err
			continue
		}
		if searcher.Fingerprint() == fingerprint {
			return searcher, nil
		}
		failure = errors.Join(errForeign, searcher.Close())
	}
	return nil, failure
}

// warm asks once for everything, so that the first reader does not wait for
// what is read or computed at first use.
func (l *live) warm(at time.Time) error {
	if _, err := l.searcher.Search(context.Background(), search.Query{Text: "人才公寓", At: at}); err != nil {
		return fmt.Errorf("warm the index: %w", err)
	}
	return nil
}

// leave ends one use. The last one closes the release.
func (l *live) leave() error {
	if l.users.Add(-1) > 0 {
		return nil
	}
	return l.close()
}

func (l *live) close() error {
	var err error
	if l.searcher != nil {
		err = l.searcher.Close()
	}
	return errors.Join(err, l.release.Close())
}

// place parts a path into the language in whose part of the site it lies, and
// the path there.
func (l *live) place(path string) (lang, rest string) {
	first, _, _ := strings.Cut(strings.TrimPrefix(path, "/"), "/")
	if first != baseLanguage && slices.Contains(l.frame.Languages, first) {
		return first, strings.TrimPrefix(path, "/"+first)
	}
	return baseLanguage, path
}

// isSearch reports whether path is the search of a language.
func (l *live) isSearch(path string) bool {
	_, rest := l.place(path)
	return rest == "/search" || rest == "/search/"
}
