package server

import (
	"context"
	"os"
	"path/filepath"
	"time"

	"anju/generator/publish"
)

const (
	pollInterval = time.Second

	// retryPolls is how many polls a refused release is left alone: to verify
	// it costs a reading of every file. It is tried again all the same, for a
	// copy by other tools may have been under way.
	retryPolls = 30
)

// refusal says why what is in the folder is not served. Its zero value says
// that it is.
type refusal struct {
	digest string // of the manifest; "" when that could not be read
	err    error
	polls  int // still to pass before the next attempt
}

// watch looks for a new release at every poll until ctx ends.
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
// another one and verifies; else the server stays with what it has. The
// manifest of a large site has megabytes: it is read when its file is another.
func (s *Server) Refresh() {
	if s.unchanged() {
		return
	}
	m, err := publish.ReadManifest(s.dir)
	if err == nil {
		if !s.wants(m.Digest) {
			return
		}
		var next *live
		if next, err = openLive(s.dir, s.now()); err == nil {
			s.change(next)
			return
		}
	}
	s.stay(m.Digest, err)
}

// unchanged reports whether the manifest's file is the one that was looked at
// last, and no attempt is due.
func (s *Server) unchanged() bool {
	info, err := os.Stat(filepath.Join(s.dir, filepath.FromSlash(publish.ManifestPath)))
	s.mu.Lock()
	defer s.mu.Unlock()
	last := s.seen
	s.seen = info
	return err == nil && last != nil && os.SameFile(info, last) && info.ModTime().Equal(last.ModTime()) &&
		info.Size() == last.Size() && s.refused.err == nil
}

// wants reports whether a release is new and worth an attempt to open it.
func (s *Server) wants(digest string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case s.closed:
		return false
	case digest == s.current.release.Manifest.Digest:
		s.refused = refusal{}
		return false
	case digest == s.refused.digest && s.refused.polls > 0:
		s.refused.polls--
		return false
	}
	return true
}

// change moves the one pointer. The old release is closed by the last request
// that uses it.
func (s *Server) change(next *live) {
	s.mu.Lock()
	if s.closed {
		s.mu.Unlock()
		s.leave(next)
		return
	}
	old := s.current
	s.current, s.refused = next, refusal{}
	s.mu.Unlock()
	s.log.Info("changed release", "from", old.Release, "to", next.Release)
	s.leave(old)
}

// stay notes why another release is not served. The log tells it once.
func (s *Server) stay(digest string, err error) {
	s.mu.Lock()
	known := s.refused.err != nil && s.refused.err.Error() == err.Error()
	s.refused = refusal{digest, err, retryPolls}
	s.mu.Unlock()
	if !known {
		s.log.Error("a new release was refused", "error", err)
	}
}
