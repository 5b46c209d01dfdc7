package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"syscall"
)

// disk is what a publisher does to the disk on the way to a new live folder.
// Tests put failing steps in their place.
type disk struct {
	write      func(root *os.Root, path string, data []byte) error
	rename     func(from, to string) error
	exchange   func(a, b string) error
	sync       func(tree string) error   // brings all files under tree to the disk
	syncFolder func(folder string) error // brings the names in one folder there
}

func realDisk() disk {
	return disk{write: writeFile, rename: os.Rename, exchange: exchange, sync: syncTree, syncFolder: syncFolder}
}

// writeFile writes a file of a release with its folders. The mode is 0644
// whatever the umask.
func writeFile(root *os.Root, name string, data []byte) error {
	f, err := root.Create(name)
	if errors.Is(err, fs.ErrNotExist) {
		if err := makeFolder(root, path.Dir(name)); err != nil {
			return err
		}
		f, err = root.Create(name)
	}
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Chmod(0o644), f.Close())
}

// makeFolder makes a folder whose parent is usually there, which MkdirAll
// would open and make again for each of tens of thousands of pages.
func makeFolder(root *os.Root, name string) error {
	err := root.Mkdir(name, 0o755)
	if errors.Is(err, fs.ErrNotExist) {
		return root.MkdirAll(name, 0o755)
	}
	if errors.Is(err, fs.ErrExist) { // made by another goroutine
		return nil
	}
	return err
}

// swap makes the folder next the live one, and returns the folder in which what
// was live then stands: next itself after an exchange, "" if nothing was live.
// When it fails, what was live still is.
//
// Where folders cannot be exchanged (another system, an old kernel), the live
// one is renamed out of the way first. Where it cannot be renamed either (a
// mount point, a layer of a container), its files are replaced one by one.
func (s *store) swap(next string) (old string, err error) {
	if !exists(s.live) {
		return "", s.disk.rename(next, s.live)
	}
	if err := s.disk.exchange(next, s.live); !cannotMove(err) {
		return next, err
	}
	outgoing := s.path(outgoingName)
	if err := s.disk.rename(s.live, outgoing); cannotMove(err) {
		return outgoing, s.swapFiles(next, outgoing)
	} else if err != nil {
		return "", err
	}
	if err := s.disk.rename(next, s.live); err != nil {
		return "", errors.Join(err, s.disk.rename(outgoing, s.live))
	}
	return outgoing, nil
}

// cannotMove reports whether the system refuses to move the folders at all, as
// opposed to having failed to.
func cannotMove(err error) bool {
	return errors.Is(err, errors.ErrUnsupported) || errors.Is(err, syscall.EBUSY) ||
		errors.Is(err, syscall.EXDEV) || errors.Is(err, syscall.EINVAL)
}

// swapFiles copies the live release to the folder outgoing, then makes the live
// one equal to next. Until the manifest is in place the live folder does not
// verify, so that servers keep what they have.
func (s *store) swapFiles(next, outgoing string) error {
	aside := s.path(copyName)
	if err := os.MkdirAll(aside, 0o755); err != nil {
		return err
	}
	if err := s.disk.mirror(s.live, aside); err != nil {
		return errors.Join(err, os.RemoveAll(aside))
	}
	if err := s.disk.rename(aside, outgoing); err != nil {
		return errors.Join(err, os.RemoveAll(aside))
	}
	if err := s.disk.mirror(next, s.live); err != nil {
		if undo := s.disk.mirror(outgoing, s.live); undo != nil {
			return fmt.Errorf("%w; the live folder is damaged now, the old release is in %s: %w", err, outgoing, undo)
		}
		return errors.Join(err, os.RemoveAll(outgoing))
	}
	return nil
}

// finish is what comes after next went live: old becomes the previous release,
// unless an exchange has put it there.
func (s *store) finish(old string) error {
	if old != "" && old != s.path(previousName) {
		if err := s.settle(old); err != nil {
			return fmt.Errorf("the release is live, but the old one could not be put away: %w", err)
		}
	}
	err := errors.Join(s.disk.syncFolder(filepath.Dir(s.live)), s.disk.syncFolder(s.aside))
	if err != nil {
		return fmt.Errorf("the release is live, but may not outlast a power failure: %w", err)
	}
	return nil
}

func syncFolder(folder string) error {
	if runtime.GOOS == "windows" {
		return nil // folders cannot be synced there
	}
	f, err := os.Open(folder)
	if err != nil {
		return err
	}
	defer f.Close()
	return f.Sync()
}
