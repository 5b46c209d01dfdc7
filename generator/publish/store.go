package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// place is where the folders of one release stand.
type place struct {
	live  string // the release folder, absolute, links resolved
	aside string // PARENT/.anju/NAME beside it, with the folders named below
}

// What stands in the folder aside. Only the holder of the lock changes it.
const (
	lockName      = "lock"
	previousName  = "previous" // the release that Rollback brings back
	outgoingName  = "outgoing" // what was live, while a swap without exchange goes on
	copyName      = "staging-of-live"
	stagingPrefix = "staging-" // releases being written
	swapPrefix    = "swap-"    // swap-RELEASE: staged whole, about to be swapped
	retiredPrefix = "retired-" // superseded, kept while a server holds them
)

func locate(dir string) (place, error) {
	live, err := filepath.Abs(dir)
	if err != nil {
		return place{}, fmt.Errorf("locate release folder: %w", err)
	}
	// A linked release folder has its store beside the link's target: folders
	// are exchanged on one file system.
	if target, err := filepath.EvalSymlinks(live); err == nil {
		live = target
	}
	parent := filepath.Dir(live)
	if parent == live {
		return place{}, fmt.Errorf("%s cannot be a release folder: nothing can stand beside it", dir)
	}
	return place{live: live, aside: filepath.Join(parent, ".anju", filepath.Base(live))}, nil
}

// ErrBusy says that another process is publishing to the same folder.
var ErrBusy = errors.New("another build is running")

// store is a place under the publisher's lock.
type store struct {
	place
	disk disk
	lock *os.File
}

// openStore locks the place of dir and tidies up what a killed publisher left.
func openStore(dir string, d disk) (*store, error) {
	at, err := locate(dir)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(at.aside, 0o755); err != nil {
		return nil, fmt.Errorf("no place to publish beside %s: %w", dir, err)
	}
	lock, err := os.OpenFile(at.path(lockName), os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, fmt.Errorf("no place to publish beside %s: %w", dir, err)
	}
	s := &store{place: at, disk: d, lock: lock}
	if err := s.prepare(); err != nil {
		s.close()
		return nil, fmt.Errorf("cannot publish to %s: %w", dir, err)
	}
	return s, nil
}

func (s *store) prepare() error {
	ok, err := TryLock(s.lock)
	if err != nil {
		return err
	}
	if !ok {
		return ErrBusy
	}
	if err := s.recover(); err != nil {
		return fmt.Errorf("tidy up after a build that was killed: %w", err)
	}
	return s.refuseForeign()
}

func (s *store) close() error { return Unlock(s.lock) }

// path returns the path of a folder aside.
func (p place) path(name string) string { return filepath.Join(p.aside, name) }

// refuseForeign fails when the live folder holds files and was never a release:
// a swap would take them away from whoever put them there.
func (s *store) refuseForeign() error {
	entries, err := os.ReadDir(s.live)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	var foreign []string
	for _, entry := range entries {
		switch name := entry.Name(); {
		case name == filepath.Dir(ManifestPath) && entry.IsDir():
			return nil // a release, if a damaged one
		case name != gitkeep:
			foreign = append(foreign, name)
		}
	}
	if foreign == nil {
		return nil
	}
	return fmt.Errorf("it holds files that belong to no release (%s): move them away or choose another folder", abridged(foreign))
}

// recover brings the folders aside into order, whatever a killed publisher left.
func (s *store) recover() error {
	if err := s.endSwap(); err != nil {
		return err
	}
	entries, err := os.ReadDir(s.aside)
	if err != nil {
		return err
	}
	for _, entry := range entries {
		name := entry.Name()
		switch {
		case strings.HasPrefix(name, swapPrefix):
			err = s.recoverSwap(name)
		case strings.HasPrefix(name, stagingPrefix):
			err = os.RemoveAll(s.path(name))
		}
		if err != nil {
			return err
		}
	}
	return s.prune()
}

// endSwap finishes a swap without exchange, or takes it back. A live folder
// that does not verify was left half way through the replacing of its files.
func (s *store) endSwap() error {
	outgoing := s.path(outgoingName)
	if !exists(outgoing) {
		return nil
	}
	if !exists(s.live) {
		return s.disk.rename(outgoing, s.live)
	}
	if _, err := Verify(s.live); err == nil {
		return s.settle(outgoing)
	}
	if err := s.disk.mirror(outgoing, s.live); err != nil {
		return err
	}
	return s.retire(outgoing)
}

// recoverSwap finds out from the release inside whether the exchange had come
// about: then the folder swap-NEW holds the old release, which is to be kept.
// Else nobody needs it; but it is only retired, for when both are the same
// release a server may hold it.
func (s *store) recoverSwap(name string) error {
	m, err := ReadManifest(s.path(name))
	if err == nil && m.Release != strings.TrimPrefix(name, swapPrefix) {
		return s.settle(s.path(name))
	}
	return s.retire(s.path(name))
}

// settle makes the folder old, which was live, the previous release, and
// retires the one before it. What could not be rolled back to, no release or
// the same one as is live, is retired itself.
func (s *store) settle(old string) error {
	was, err := ReadManifest(old)
	is, liveErr := ReadManifest(s.live)
	if err != nil || liveErr == nil && was.Release == is.Release {
		return errors.Join(s.retire(old), s.prune())
	}
	if err := s.retire(s.path(previousName)); err != nil {
		return err
	}
	return errors.Join(s.disk.rename(old, s.path(previousName)), s.prune())
}

// retire gives the folder, if there is one, to prune.
func (s *store) retire(folder string) error {
	if !exists(folder) {
		return nil
	}
	for n := 0; ; n++ {
		to := s.path(fmt.Sprintf("%s%d", retiredPrefix, n))
		if !exists(to) {
			return s.disk.rename(folder, to)
		}
	}
}

// prune removes the retired releases that no server holds.
func (s *store) prune() error {
	entries, err := os.ReadDir(s.aside)
	if err != nil {
		return err
	}
	entries = slices.DeleteFunc(entries, func(e fs.DirEntry) bool {
		return !strings.HasPrefix(e.Name(), retiredPrefix)
	})
	var errs []error
	for _, entry := range entries {
		errs = append(errs, removeUnheld(s.path(entry.Name())))
	}
	return errors.Join(errs...)
}

// removeUnheld removes a release unless a server holds it. The lock is kept
// until the folder is gone, so that none can take hold meanwhile.
func removeUnheld(folder string) error {
	f, err := os.Open(filepath.Join(folder, ManifestPath))
	if errors.Is(err, fs.ErrNotExist) {
		return os.RemoveAll(folder)
	}
	if err != nil {
		return err
	}
	if ok, err := TryLock(f); !ok {
		return errors.Join(err, f.Close())
	}
	return errors.Join(os.RemoveAll(folder), Unlock(f))
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}
