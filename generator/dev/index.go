package dev

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"reflect"
	"sync"
	"sync/atomic"
	"time"

	"anju/generator/search"
	"anju/generator/site"
)

const (
	// settleDelay is how long nothing changes before an index is built anew.
	settleDelay = 2 * time.Second

	// rebuildThreshold is how many changed documents make searches slower than is worth
	// keeping.
	rebuildThreshold = 200
)

// index answers searches on the site as it is at the moment: by an index on the
// disk that is built now and then, with all changes since laid over it.
type index struct {
	dir string
	log *slog.Logger

	planned chan *site.Site // the newest, if run has not seen it
	first   chan struct{}   // closed when the first attempt to build has ended
	ended   chan struct{}   // closed when run has returned

	mu     sync.Mutex // protects the fields below
	base   *base      // nil until one could be built
	err    error      // why none could be
	latest *revision  // nil until something is searched
	closed bool
}

func newIndex(dir string, log *slog.Logger) *index {
	return &index{dir: dir, log: log, planned: make(chan *site.Site, 1), first: make(chan struct{}), ended: make(chan struct{})}
}

// revision is a Searcher on one planned site.
type revision struct {
	site     *site.Site
	base     *base
	searcher *search.Searcher
	users    atomic.Int64 // searches under way, and one while it is the latest
}

// tell lets the index know of a new site. Only one goroutine calls it.
func (x *index) tell(s *site.Site) {
	select {
	case <-x.planned: // the one before is of no interest any more
	default:
	}
	x.planned <- s
}

// run builds the first index, and another when many changes are laid over the
// last and there are no more of them for a while, until ctx ends and no build is
// under way.
func (x *index) run(ctx context.Context) {
	defer close(x.ended)
	var newest, indexed *site.Site
	var still <-chan time.Time
	for {
		select {
		case <-ctx.Done():
			return
		case newest = <-x.planned:
			still = time.After(settleDelay)
			if indexed == nil && x.build(newest) {
				indexed = newest
			}
		case <-still:
			if indexed != nil && heavy(newest, indexed) && x.build(newest) {
				indexed = newest
			}
		}
	}
}

// heavy reports whether what changed is worth an index of its own.
func heavy(newest, old *site.Site) bool {
	changed, gone := newest.Revised(old)
	return len(changed)+len(gone) > rebuildThreshold || !reflect.DeepEqual(newest.Lexicon, old.Lexicon)
}

// build puts an index of a site in the place of the last, and reports whether it
// could. Searchers made of the last stay until nobody uses them.
func (x *index) build(s *site.Site) bool {
	next, err := openBase(x.dir, s)
	x.mu.Lock()
	defer x.mu.Unlock()
	switch {
	case x.closed: // and nobody looks after the folder any more
		x.drop(next)
		return false
	case err != nil:
		x.log.Error("build the index", "error", err)
	default:
		x.drop(x.base)
		x.base = next
	}
	x.err = err
	select {
	case <-x.first:
	default:
		close(x.first)
	}
	return err == nil
}

// searcher gives the Searcher on a site, and what to call when it is not used any
// more. It waits for the first index.
func (x *index) searcher(ctx context.Context, s *site.Site) (*search.Searcher, func(), error) {
	select {
	case <-x.first:
	case <-ctx.Done():
		return nil, nil, ctx.Err()
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.base == nil {
		return nil, nil, fmt.Errorf("build the index: %w", x.err)
	}
	if x.latest == nil || x.latest.site != s {
		next, err := revise(x.base, s)
		if err != nil {
			return nil, nil, err
		}
		x.leave(x.latest)
		x.latest = next
	}
	r := x.latest
	r.users.Add(1)
	return r.searcher, func() { x.leave(r) }, nil
}

// revise lays what changed over an index.
func revise(b *base, s *site.Site) (*revision, error) {
	r := &revision{site: s, base: b, searcher: b.searcher}
	r.users.Store(1)
	if s != b.site {
		changed, was := s.Revised(b.site)
		gone := make([]string, len(was))
		for i, d := range was {
			gone[i] = d.ID
		}
		var err error
		if r.searcher, err = b.reviser.Revise(changed, gone, s.Lexicon); err != nil {
			return nil, fmt.Errorf("lay the changes over the index: %w", err)
		}
	}
	b.users.Add(1)
	return r, nil
}

// leave ends one use of a revision. The last closes it.
func (x *index) leave(r *revision) {
	if r == nil || r.users.Add(-1) > 0 {
		return
	}
	if r.searcher != r.base.searcher {
		if err := r.searcher.Close(); err != nil {
			x.log.Error("close a searcher", "error", err)
		}
	}
	x.drop(r.base)
}

func (x *index) drop(b *base) {
	if b == nil {
		return
	}
	if err := b.leave(); err != nil {
		x.log.Error("close an index", "error", err)
	}
}

// close lets go of the index once no search is under way. It does not wait for a
// build.
func (x *index) close() {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.leave(x.latest)
	x.drop(x.base)
	x.latest, x.base, x.err, x.closed = nil, nil, errors.New("closed"), true
}
