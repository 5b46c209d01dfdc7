package server

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
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
	Site
	release *publish.Release
	users   atomic.Int64 // requests that it answers, and one while it is current
}

// openLive opens, verifies and warms the release in dir. at is the moment that
// the first queries will ask about.
func openLive(dir string, at time.Time) (*live, error) {
	release, err := publish.Open(dir)
	if err != nil {
		return nil, err
	}
	files := releaseFiles{release.Root, map[string]publish.File{}}
	for _, f := range release.Manifest.Files {
		files.listed[f.Path] = f
	}
	l := &live{Site: Site{Release: release.Manifest.Release, Files: files, Frame: new(theme.Frame)}, release: release}
	l.users.Store(1)
	if err := l.open(at); err != nil {
		return nil, errors.Join(err, l.close())
	}
	return l, nil
}

// releaseFiles are the files that a manifest lists, in the folder that was
// opened with it.
type releaseFiles struct {
	root   *os.Root
	listed map[string]publish.File
}

func (f releaseFiles) Has(name string) bool {
	_, ok := f.listed[name]
	return ok
}

// Open gives a file with a part of its digest as validator.
func (f releaseFiles) Open(name string) (io.ReadSeekCloser, string, error) {
	entry, ok := f.listed[name]
	if !ok {
		return nil, "", fs.ErrNotExist
	}
	file, err := f.root.Open(name)
	if err != nil {
		return nil, "", err // not file: an interface that holds nothing is not nil
	}
	return file, entry.SHA256[:32], nil
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
	l.Searcher = searcher
	return l.warm(at)
}

func (l *live) readFrame() error {
	data, err := l.release.Root.ReadFile(framePath)
	if err != nil {
		return fmt.Errorf("read the frame: %w", err)
	}
	if err := json.Unmarshal(data, l.Frame); err != nil {
		return fmt.Errorf("read %s: %w", framePath, err)
	}
	return nil
}

func (l *live) readTheme() error {
	folder, err := fs.Sub(l.release.Root.FS(), themeFolder)
	if err != nil {
		return fmt.Errorf("open the release's theme: %w", err)
	}
	t, list := theme.Load(nil, folder, l.Frame.Languages)
	for i, d := range list {
		if list[i : i+1].HasErrors() {
			return fmt.Errorf("the release's theme does not load: %s: %s", d.File, d.Message.En)
		}
	}
	l.Theme = t
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
	if _, err := l.Searcher.Search(context.Background(), search.Query{Text: "人才公寓", At: at}); err != nil {
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
	if l.Searcher != nil {
		err = l.Searcher.Close()
	}
	return errors.Join(err, l.release.Close())
}
