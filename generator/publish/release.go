package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
)

// Release is a verified release, held open. While it is open no publisher
// removes it, even when a newer one takes its place.
type Release struct {
	// Root is the folder of the release. It stays the same folder when a
	// publisher moves it aside.
	Root     *os.Root
	Manifest Manifest

	place place
	lock  *os.File // the manifest, under a shared lock
}

// ErrNone says that the release folder is not there.
var ErrNone = errors.New("there is no release")

// errMoved says that another release went live while this one was opened.
var errMoved = errors.New("the release was replaced while it was opened")

// Open opens the release in dir, takes a shared lock on it and verifies every
// file. It gives a *Damage when a file differs, and an error that is
// fs.ErrNotExist when there is no such folder. The caller closes the Release.
func Open(dir string) (*Release, error) {
	at, err := locate(dir)
	if err != nil {
		return nil, err
	}
	const attempts = 20 // each lost to a publisher that finished in between
	for range attempts {
		r, err := at.open()
		if !errors.Is(err, errMoved) {
			return r, err
		}
	}
	return nil, fmt.Errorf("open release in %s: %w", dir, errMoved)
}

// Verify checks the release in dir as Open does, and lets it go.
func Verify(dir string) (Manifest, error) {
	r, err := Open(dir)
	if err != nil {
		return Manifest{}, err
	}
	return r.Manifest, r.Close()
}

// Path returns the folder's present absolute path, for libraries that cannot
// work with Root. A publisher may move the folder at any moment: whoever opens
// files by path makes sure that they are this release's, or starts over.
func (r *Release) Path() (string, error) {
	own, err := r.Root.Stat(".")
	if err != nil {
		return "", fmt.Errorf("find release: %w", err)
	}
	const attempts = 100 // a look misses what is renamed under it
	for range attempts {
		if path, ok := r.look(own); ok {
			return path, nil
		}
		runtime.Gosched()
	}
	return "", fmt.Errorf("find release %s: %w", r.Manifest.Release, fs.ErrNotExist)
}

// look finds the folder own among those where a release can stand.
func (r *Release) look(own fs.FileInfo) (string, bool) {
	paths := []string{r.place.live}
	aside, _ := os.ReadDir(r.place.aside) // absent where nothing was ever built
	for _, entry := range aside {
		paths = append(paths, filepath.Join(r.place.aside, entry.Name()))
	}
	for _, path := range paths {
		if info, err := os.Stat(path); err == nil && os.SameFile(own, info) {
			return path, true
		}
	}
	return "", false
}

// Close lets go of the release: a publisher may remove it now.
func (r *Release) Close() error {
	return errors.Join(r.Root.Close(), Unlock(r.lock))
}

// open opens and verifies what is live now. It fails with errMoved when that
// was replaced before the lock was had, and so may be removed at any moment.
func (p place) open() (_ *Release, err error) {
	r := &Release{place: p}
	if r.Root, err = os.OpenRoot(p.live); errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%w: %w", ErrNone, err)
	} else if err != nil {
		return nil, fmt.Errorf("open release: %w", err)
	}
	if r.lock, err = p.hold(r.Root); err != nil {
		r.Root.Close()
		return nil, err
	}
	if r.Manifest, err = readManifest(r.Root); err == nil {
		err = r.Manifest.verify(r.Root)
	}
	if err != nil {
		r.Close()
		return nil, err
	}
	return r, nil
}

// hold locks the manifest under root, shared, and makes sure that it is still
// the live one.
func (p place) hold(root *os.Root) (*os.File, error) {
	f, err := root.Open(ManifestPath)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, p.noManifest(root)
	}
	if err != nil {
		return nil, fmt.Errorf("open manifest: %w", err)
	}
	if err := lockShared(f); err != nil {
		f.Close()
		return nil, fmt.Errorf("lock release: %w", err)
	}
	held, err := f.Stat()
	live, liveErr := os.Stat(filepath.Join(p.live, ManifestPath))
	if err != nil || liveErr != nil || !os.SameFile(held, live) {
		Unlock(f)
		return nil, errMoved
	}
	return f, nil
}

// noManifest tells a live folder without a manifest from one that was live when
// it was opened and has been removed since.
func (p place) noManifest(root *os.Root) error {
	own, err := root.Stat(".")
	live, liveErr := os.Stat(p.live)
	if err != nil || liveErr != nil || !os.SameFile(own, live) {
		return errMoved
	}
	return &Damage{Dir: root.Name(), Missing: []string{ManifestPath}}
}
