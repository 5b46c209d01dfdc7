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

// word is what the system tells: a change, or that it has lost some.
type word struct {
	fsnotify.Event
	err error
}

// queue passes on changes and errors in the order in which they come, until both
// end.
func queue(changes <-chan fsnotify.Event, failures <-chan error, out chan<- word) {
	defer close(out)
	var waiting []word
	for changes != nil || failures != nil || len(waiting) > 0 {
		var first word
		var to chan<- word // nil, and so not ready, while nothing waits
		if len(waiting) > 0 {
			first, to = waiting[0], out
		}
		select {
		case e, open := <-changes:
			if !open {
				changes = nil
				continue
			}
			waiting = append(waiting, word{Event: e})
		case err, open := <-failures:
			if !open {
				failures = nil
				continue
			}
			waiting = append(waiting, word{err: err})
		case to <- first:
			waiting = waiting[1:]
		}
	}
}

// sync waits until all changes that were made before the call can be taken. The
// error is that of ctx.
func (w *watcher) sync(ctx context.Context) error {
	mark, heard := w.expect()
	if heard == nil {
		return nil
	}
	path := filepath.Join(w.marks, mark)
	defer os.Remove(path)
	if err := os.WriteFile(path, nil, 0o644); err != nil {
		w.lose(mark)
		return nil
	}
	late := time.NewTimer(patience)
	defer late.Stop()
	select {
	case <-heard:
	case <-late.C:
		w.lose(mark)
	case <-ctx.Done():
		w.mu.Lock()
		defer w.mu.Unlock()
		w.passed(mark)
		return ctx.Err()
	}
	return nil
}

// expect is the name of a new mark, and what is closed when word of it comes:
// nil where nothing tells of changes in their order.
func (w *watcher) expect() (mark string, heard <-chan struct{}) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.blind != nil || !ordered {
		return "", nil
	}
	w.made++
	mark = strconv.Itoa(w.made)
	c := make(chan struct{})
	w.waiting[mark] = c
	return mark, c
}

// passed lets go on who waits for a mark. The lock is held.
func (w *watcher) passed(mark string) {
	if c, ok := w.waiting[mark]; ok {
		close(c)
		delete(w.waiting, mark)
	}
}

// lose gives a mark up: the next take compares all files.
func (w *watcher) lose(mark string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.passed(mark)
	w.lost = true
}

// empty gives what there is to take. The lock is held.
func (w *watcher) empty() []string {
	names := slices.Sorted(maps.Keys(w.pending))
	clear(w.pending)
	return names
}
