package server

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"sync"
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

// live is an open release with all that answers need. It does not change.
type live struct {
	release  *publish.Release
	pages    fs.FS
	files    map[string]publish.File
	searcher *search.Searcher
	frame    *theme.Frame
	theme    *theme.Theme
	gone     map[string]bool
	users    sync.WaitGroup // requests that it answers
}

// openLive opens, verifies and warms the release in dir.
func openLive(dir string) (_ *live, err error) {
	l := &live{files: map[string]publish.File{}, gone: map[string]bool{}}
	if l.release, err = publish.Open(dir); err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, l.close())
		}
	}()
	l.pages = l.release.Root.FS()
	for _, f := range l.release.Manifest.Files {
		l.files[f.Path] = f
	}
	if err := l.readFrame(); err != nil {
		return nil, err
	}
	path, err := l.release.Path()
	if err != nil {
		return nil, err
	}
	if l.searcher, err = search.Open(filepath.Join(path, filepath.FromSlash(publish.IndexPath))); err != nil {
		return nil, fmt.Errorf("open the index: %w", err)
	}
	return l, l.warm()
}

func (l *live) readFrame() error {
	data, err := fs.ReadFile(l.pages, framePath)
	if err != nil {
		return fmt.Errorf("read the frame: %w", err)
	}
	if err := json.Unmarshal(data, &l.frame); err != nil {
		return fmt.Errorf("read %s: %w", framePath, err)
	}
	for _, path := range l.frame.Gone {
		l.gone[path] = true
	}
	folder, err := fs.Sub(l.pages, themeFolder)
	if err != nil {
		return err
	}
	t, list := theme.Load(nil, folder, l.frame.Languages)
	if list.HasErrors() {
		return fmt.Errorf("the release's theme: %s: %s", list[0].File, list[0].Message.En)
	}
	l.theme = t
	return nil
}

// warm touches the index once, so that the first reader does not wait for it.
func (l *live) warm() error {
	q := search.Query{Text: "人才公寓", Page: 1, PerPage: 20, Sort: "relevance", At: time.Now()}
	if _, err := l.searcher.Search(context.Background(), q); err != nil {
		return fmt.Errorf("warm the index: %w", err)
	}
	return nil
}

// retire closes the release after its last request.
func (l *live) retire() error {
	l.users.Wait()
	return l.close()
}

func (l *live) close() error {
	var err error
	if l.searcher != nil {
		err = l.searcher.Close()
	}
	return errors.Join(err, l.release.Close())
}

// watch looks for a new release once a second until ctx ends.
func (s *Server) watch(ctx context.Context) {
	tick := time.NewTicker(pollInterval)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			s.Refresh()
		}
	}
}

// Refresh changes over to the release that is in the folder now, if it is
// another one and verifies; else the server stays with what it has.
func (s *Server) Refresh() {
	m, err := publish.ReadManifest(s.dir)
	s.mu.RLock()
	known := s.current == nil || err == nil && (m.Digest == s.current.release.Manifest.Digest || m.Digest == s.failed)
	s.mu.RUnlock()
	if known || err != nil {
		return // a manifest that cannot be read is one being written, or damage that readers need not feel
	}
	next, err := openLive(s.dir)
	if err != nil {
		s.log.Error("a new release was refused", "release", m.Release, "error", err)
		s.mu.Lock()
		s.failed, s.problem = m.Digest, err
		s.mu.Unlock()
		return
	}
	s.change(next)
}

// change moves the one pointer, and closes the old release behind the last
// request that uses it.
func (s *Server) change(next *live) {
	s.mu.Lock()
	old := s.current
	if old == nil { // closed meanwhile
		s.mu.Unlock()
		s.report(next.close())
		return
	}
	s.current, s.failed, s.problem = next, "", nil
	s.mu.Unlock()
	s.log.Info("changed release", "from", old.release.Manifest.Release, "to", next.release.Manifest.Release)
	go func() { s.report(old.retire()) }()
}

func (s *Server) report(err error) {
	if err != nil {
		s.log.Error("closing a release", "error", err)
	}
}
