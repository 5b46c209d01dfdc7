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
	log       *slog.Logger
	ready     chan struct{} // holds one value when there may be something to take
	sentinels string        // folder for the files that sync makes
	stop      chan struct{}
	ended     sync.WaitGroup

	notify *fsnotify.Watcher // nil where nothing tells of changes

	mu             sync.Mutex // protects the fields below
	tree           *tree
	pending        map[string]bool
	lost           bool  // word of a change may not have come
	pollingBecause error // why changes are found by comparing only; else nil
	waiting        map[string]chan struct{}
	made           int // sentinels so far

	held map[string]time.Time // since when a passing file has been there, which has not been passed on
}

// watch begins to watch a source folder, with a folder below dir for what sync
// makes, which nobody else uses. Both are absolute paths. The log is told once when changes can
// be found by comparing only.
func watch(root, dir string, log *slog.Logger) (*watcher, error) {
	sentinels := filepath.Join(dir, "sentinels")
	if err := errors.Join(os.RemoveAll(sentinels), os.MkdirAll(sentinels, 0o755)); err != nil {
		return nil, fmt.Errorf("make the folder for sentinels: %w", err)
	}
	w := &watcher{
		log: log, ready: make(chan struct{}, 1), sentinels: sentinels, stop: make(chan struct{}),
		tree: newTree(root, noWatches{}), pending: map[string]bool{}, waiting: map[string]chan struct{}{}, held: map[string]time.Time{},
	}
	err := w.follow()
	w.mu.Lock()
	defer w.mu.Unlock()
	if err != nil {
		w.fallBackToPolling(err)
	}
	w.compare()
	clear(w.pending) // the first plan reads everything
	clear(w.held)
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
	return errors.Join(err, os.RemoveAll(w.sentinels))
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
	notifications := make(chan notification)
	w.ended.Go(func() { queue(w.notify.Events, w.notify.Errors, notifications) })
	w.ended.Go(func() {
		for next := range notifications {
			w.handle(next)
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

// handle takes in what the system tells.
func (w *watcher) handle(n notification) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if n.err != nil {
		w.lost = true
		w.announce()
		return
	}
	if filepath.Dir(n.Name) == w.sentinels {
		w.seen(filepath.Base(n.Name))
		return
	}
	rel, err := filepath.Rel(w.tree.root, n.Name)
	name := filepath.ToSlash(rel)
	if err != nil || name == "." || !concerns(name) {
		return
	}
	if n.Has(fsnotify.Remove | fsnotify.Rename) {
		w.tree.forget(name, w.note)
	}
	if err := w.tree.look(name, w.note); err != nil {
		w.fallBackToPolling(err)
	}
}

// note adds a path to what there is to take. A passing file is held back for a
// while, for it must not be told as a finding in the moment until its program
// removes it; nor is its removal worth a plan of its own.
func (w *watcher) note(name string) {
	if !passing(name) {
		w.pending[name] = true
		w.announce()
		return
	}
	time.AfterFunc(passingTime, w.announce)
	if _, there := w.tree.files[name]; !there {
		delete(w.held, name)
		w.pending[name] = true // a plan of something else may have met it
	} else if w.held[name].IsZero() {
		w.held[name] = time.Now()
	}
}

// release lets those go that were held back and have come to stay. The lock is
// held.
func (w *watcher) release() {
	for name, since := range w.held {
		if time.Since(since) >= passingTime {
			delete(w.held, name)
			w.pending[name] = true
		}
	}
}

func (w *watcher) announce() {
	select {
	case w.ready <- struct{}{}:
	default: // it has been announced already
	}
}

// fallBackToPolling gives up watching: most often a user may watch only so many
// folders.
func (w *watcher) fallBackToPolling(err error) {
	if w.pollingBecause == nil {
		w.pollingBecause, w.tree.watches = err, noWatches{}
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
	if w.lost || w.pollingBecause != nil || !ordered {
		w.compare()
	}
	w.release()
	return w.empty()
}

// compare looks at all files where there may have been changes without a word.
// The lock is held.
func (w *watcher) compare() {
	w.lost = false
	if w.pollingBecause == nil {
		err := errors.Join(os.MkdirAll(w.sentinels, 0o755), w.tree.watches.Add(w.sentinels)) // somebody may have cleared .anju
		if err = errors.Join(err, w.tree.compare(w.note)); err == nil {
			return
		}
		w.fallBackToPolling(err)
	}
	_ = w.tree.compare(w.note) // without watches there are no errors
}
