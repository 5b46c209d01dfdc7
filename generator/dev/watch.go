package dev

import (
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"time"

	"github.com/fsnotify/fsnotify"
)

// poll is how often files are compared where nothing tells of changes.
const poll = time.Second

// watcher collects which files of a source folder changed. Whoever has called
// sync finds in take all changes that were made before.
//
// Where the system tells of changes in their order, sync makes a file in a
// watched folder: when word of that comes, word of all before it has come.
// Elsewhere, and where some may have been lost, all files are compared.
type watcher struct {
	log   *slog.Logger
	ready chan struct{} // holds one value when there may be something to take
	marks string        // folder for the files that sync makes
	stop  chan struct{}
	ended sync.WaitGroup

	notify *fsnotify.Watcher // nil where nothing tells of changes

	mu      sync.Mutex // protects the fields below
	tree    *tree
	pending map[string]bool
	lost    bool  // word of a change may not have come
	blind   error // why changes are found by comparing only; else nil
	waiting map[string]chan struct{}
	made    int // marks so far
}

// watch begins to watch a source folder, with a folder of its own below dir for
// what sync makes. Both are absolute paths. The log is told once when changes can
// be found by comparing only.
func watch(root, dir string, log *slog.Logger) (*watcher, error) {
	marks, err := os.MkdirTemp(dir, "marks-")
	if err != nil {
		return nil, fmt.Errorf("make the folder for marks: %w", err)
	}
	w := &watcher{
		log: log, ready: make(chan struct{}, 1), marks: marks, stop: make(chan struct{}),
		tree: newTree(root, noWatches{}), pending: map[string]bool{}, waiting: map[string]chan struct{}{},
	}
	err = w.follow()
	w.mu.Lock()
	defer w.mu.Unlock()
	if err != nil {
		w.goBlind(err)
	}
	w.compare()
	clear(w.pending) // the first plan reads everything
	return w, nil
}

// close ends the watch.
func (w *watcher) close() error {
	close(w.stop)
	var err error
	if w.notify != nil {
		err = w.notify.Close()
	}
	w.ended.Wait()
	return errors.Join(err, os.RemoveAll(w.marks))
}

// errRemote says that files lie where others may change them unheard.
var errRemote = errors.New("a file system of another machine")

// follow begins to take in what the system tells. That is read as fast as it
// comes, for the system keeps only so much, and its reader may hold a lock that
// adding a watch needs.
func (w *watcher) follow() (err error) {
	if remote(w.tree.root) {
		return errRemote
	}
	if w.notify, err = fsnotify.NewWatcher(); err != nil {
		return err
	}
	w.tree.watches = w.notify
	words := make(chan word)
	w.ended.Go(func() { queue(w.notify.Events, w.notify.Errors, words) })
	w.ended.Go(func() {
		for next := range words {
			w.hear(next)
		}
	})
	return nil
}

// poll compares all files now and then, while nothing tells of changes.
func (w *watcher) poll() {
	tick := time.NewTicker(poll)
	defer tick.Stop()
	for {
		select {
		case <-w.stop:
			return
		case <-tick.C:
			w.mu.Lock()
			w.compare()
			w.mu.Unlock()
		}
	}
}

// hear takes in what the system tells.
func (w *watcher) hear(what word) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if what.err != nil {
		w.lost = true
		w.announce()
		return
	}
	if filepath.Dir(what.Name) == w.marks {
		w.passed(filepath.Base(what.Name))
		return
	}
	rel, err := filepath.Rel(w.tree.root, what.Name)
	name := filepath.ToSlash(rel)
	if err != nil || name == "." || !concerns(name) {
		return
	}
	if what.Has(fsnotify.Remove | fsnotify.Rename) {
		w.tree.forget(name, w.note)
	}
	if err := w.tree.look(name, w.note); err != nil {
		w.goBlind(err)
	}
}

// note adds a path to what there is to take.
func (w *watcher) note(name string) {
	w.pending[name] = true
	w.announce()
}

func (w *watcher) announce() {
	select {
	case w.ready <- struct{}{}:
	default: // it has been announced already
	}
}

// goBlind gives up watching: most often a user may watch only so many folders.
func (w *watcher) goBlind(err error) {
	if w.blind == nil {
		w.blind, w.tree.watches = err, noWatches{}
		w.log.Warn("the system does not tell of changes: files are compared instead, which is slower", "error", err)
		w.ended.Go(w.poll)
		w.announce()
	}
}

// ordered reports whether word of changes comes in the order in which they were
// made, wherever they were.
const ordered = runtime.GOOS == "linux"

// take returns the paths of all that changed since it was called last, as far as
// word of it has come, sorted.
func (w *watcher) take() []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.lost || w.blind != nil || !ordered {
		w.compare()
	}
	return w.empty()
}

// compare looks at all files where there may have been changes without a word.
// The lock is held.
func (w *watcher) compare() {
	w.lost = false
	if w.blind == nil {
		err := errors.Join(os.MkdirAll(w.marks, 0o755), w.tree.watches.Add(w.marks)) // somebody may have cleared .anju
		if err = errors.Join(err, w.tree.compare(w.note)); err == nil {
			return
		}
		w.goBlind(err)
	}
	_ = w.tree.compare(w.note) // without watches there are no errors
}
