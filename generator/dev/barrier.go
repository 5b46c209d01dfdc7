package dev

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"github.com/fsnotify/fsnotify"
)

// patience is how long word of a change may be on its way before it counts as
// lost.
const patience = 2 * time.Second

// notification is what the system tells: a change, or that it has lost some.
type notification struct {
	fsnotify.Event
	err error
}

// queue passes on changes and errors in the order in which they come, until both
// end.
func queue(changes <-chan fsnotify.Event, failures <-chan error, out chan<- notification) {
	defer close(out)
	var waiting []notification
	for changes != nil || failures != nil || len(waiting) > 0 {
		var first notification
		var to chan<- notification // nil, and so not ready, while nothing waits
		if len(waiting) > 0 {
			first, to = waiting[0], out
		}
		select {
		case e, open := <-changes:
			if !open {
				changes = nil
				continue
			}
			waiting = append(waiting, notification{Event: e})
		case err, open := <-failures:
			if !open {
				failures = nil
				continue
			}
			waiting = append(waiting, notification{err: err})
		case to <- first:
			waiting = waiting[1:]
		}
	}
}

// sync waits until all changes that were made before the call can be taken. The
// error is that of ctx.
func (w *watcher) sync(ctx context.Context) error {
	sentinel, seen := w.expect()
	if seen == nil {
		return nil
	}
	path := filepath.Join(w.sentinels, sentinel)
	defer os.Remove(path)
	if err := os.WriteFile(path, nil, 0o644); err != nil {
		w.giveUp(sentinel)
		return nil
	}
	late := time.NewTimer(patience)
	defer late.Stop()
	select {
	case <-seen:
	case <-late.C:
		w.giveUp(sentinel)
	case <-ctx.Done():
		w.mu.Lock()
		defer w.mu.Unlock()
		w.seen(sentinel)
		return ctx.Err()
	}
	return nil
}

// expect is the name of a new sentinel, and what is closed when word of it comes:
// nil where nothing tells of changes in their order.
func (w *watcher) expect() (sentinel string, seen <-chan struct{}) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.pollingBecause != nil || !ordered {
		return "", nil
	}
	w.made++
	sentinel = strconv.Itoa(w.made)
	c := make(chan struct{})
	w.waiting[sentinel] = c
	return sentinel, c
}

// seen lets go on who waits for a sentinel. The lock is held.
func (w *watcher) seen(sentinel string) {
	if c, ok := w.waiting[sentinel]; ok {
		close(c)
		delete(w.waiting, sentinel)
	}
}

// giveUp stops waiting for a sentinel: the next take compares all files.
func (w *watcher) giveUp(sentinel string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.seen(sentinel)
	w.lost = true
}

// empty gives what there is to take. The lock is held.
func (w *watcher) empty() []string {
	names := slices.Sorted(maps.Keys(w.pending))
	clear(w.pending)
	return names
}
