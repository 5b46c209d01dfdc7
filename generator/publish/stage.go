package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"unicode"
)

// Staging is a release being written, beside the live one. Write and Folder may
// be called from several goroutines; Commit and Abort come last.
type Staging struct {
	store *store
	root  *os.Root
	path  string // of the staging folder; "" once it has gone live

	mu    sync.Mutex
	files map[string]File // what is written and hashed; mu protects it
}

// Begin starts a release for the folder dir, which need not exist. It removes
// what killed builds left, and holds a lock until Commit succeeds or Abort:
// ErrBusy says that another process has it. A folder with files that belong to
// no release is refused.
func Begin(dir string) (*Staging, error) {
	return begin(dir, realDisk())
}

func begin(dir string, d disk) (*Staging, error) {
	st, err := openStore(dir, d)
	if err != nil {
		return nil, err
	}
	s := &Staging{store: st, files: map[string]File{}}
	if err := s.makeFolder(); err != nil {
		return nil, errors.Join(fmt.Errorf("stage a release: %w", err), s.Abort())
	}
	return s, nil
}

// makeFolder makes the staging folder, with the live folder's .gitkeep.
func (s *Staging) makeFolder() (err error) {
	if s.path, err = os.MkdirTemp(s.store.aside, stagingPrefix); err != nil {
		return err
	}
	if s.root, err = os.OpenRoot(s.path); err != nil {
		return err
	}
	kept, err := readRegular(filepath.Join(s.store.live, gitkeep))
	if err != nil {
		return err
	}
	return s.store.disk.write(s.root, gitkeep, kept)
}

// readRegular returns the bytes of a file, none when there is no regular file.
func readRegular(path string) ([]byte, error) {
	if info, err := os.Lstat(path); err != nil || !info.Mode().IsRegular() {
		return nil, nil
	}
	return os.ReadFile(path)
}

// Write adds a file. The path is slash-separated and relative; one that leaves
// the release, was written before, or belongs to this package is an error.
func (s *Staging) Write(path string, data []byte) error {
	if err := checkPath(path); err != nil {
		return err
	}
	if !s.claim(File{Path: path, SHA256: hexSum(data), Size: int64(len(data))}) {
		return fmt.Errorf("stage %s: it is written twice", path)
	}
	if err := s.store.disk.write(s.root, path, data); err != nil {
		return fmt.Errorf("stage %s: %w", path, err)
	}
	return nil
}

func (s *Staging) claim(f File) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, taken := s.files[f.Path]; taken {
		return false
	}
	s.files[f.Path] = f
	return true
}

// checkPath refuses paths that leave the release, that would break the lines of
// the release id, or that some file system reads differently.
func checkPath(path string) error {
	odd := func(r rune) bool { return unicode.IsControl(r) || r == '\\' }
	if !fs.ValidPath(path) || path == "." || unlisted(path) || strings.ContainsFunc(path, odd) {
		return fmt.Errorf("%q cannot be the path of a file in a release", path)
	}
	return nil
}

// Folder makes a folder for a library that writes files by itself, and returns
// its absolute path. Commit hashes what it finds there.
func (s *Staging) Folder(path string) (string, error) {
	if err := checkPath(path); err != nil {
		return "", err
	}
	if err := s.root.MkdirAll(path, 0o755); err != nil {
		return "", fmt.Errorf("stage %s: %w", path, err)
	}
	return filepath.Join(s.path, filepath.FromSlash(path)), nil
}

// Reuse takes the files of a folder over from the live release, as hard links.
// It reports false, and leaves nothing behind, when there are none, when one of
// them does not have the bytes that the live manifest promises, or when the
// file system does not link: then the folder must be made anew.
func (s *Staging) Reuse(folder string) (bool, error) {
	if err := checkPath(folder); err != nil {
		return false, err
	}
	files := s.store.intact(folder)
	if len(files) == 0 {
		return false, nil
	}
	for _, f := range files {
		if err := s.link(f); err != nil {
			return false, s.root.RemoveAll(folder)
		}
	}
	for _, f := range files {
		if !s.claim(f) {
			return false, fmt.Errorf("reuse %s: %s is written already", folder, f.Path)
		}
	}
	return true, nil
}

func (s *Staging) link(f File) error {
	to := filepath.Join(s.path, filepath.FromSlash(f.Path))
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	return os.Link(filepath.Join(s.store.live, filepath.FromSlash(f.Path)), to)
}

// intact returns the live release's files in folder, hashed now, or nil when
// they are not exactly those of its manifest.
func (s *store) intact(folder string) []File {
	root, err := os.OpenRoot(s.live)
	if err != nil {
		return nil
	}
	defer root.Close()
	m, err := readManifest(root)
	if err != nil {
		return nil
	}
	promised := slices.DeleteFunc(m.Files, func(f File) bool { return !within(f.Path, folder) })
	paths, irregular, err := walk(root, folder)
	if err != nil || len(irregular) > 0 {
		return nil
	}
	found, err := hashFiles(root, paths)
	if err != nil {
		return nil
	}
	slices.SortFunc(found, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	if !slices.Equal(found, promised) {
		return nil
	}
	return found
}

// Commit completes the release, verifies it and makes it the live one; what was
// live becomes the previous release. When it fails before that, the live folder
// is unchanged. It may fail afterwards too, while putting the old release away:
// the error says so.
func (s *Staging) Commit(meta Meta) (Manifest, error) {
	m, err := s.complete(meta)
	if err != nil {
		return Manifest{}, fmt.Errorf("complete the release: %w", err)
	}
	next := s.store.path(swapPrefix + m.Release)
	if err := s.store.disk.rename(s.path, next); err != nil {
		return Manifest{}, fmt.Errorf("publish: %w", err)
	}
	s.path = next
	old, err := s.store.swap(next)
	if err != nil {
		return Manifest{}, fmt.Errorf("publish: %w", err)
	}
	s.path = "" // next may hold the old release now: Abort must not remove it
	err = s.store.finish(old)
	if err == nil {
		err = os.RemoveAll(next) // it stands there still when its files were copied
	}
	return m, errors.Join(err, s.Abort())
}

// complete writes the manifest, verifies what is on the disk against it, and
// syncs.
func (s *Staging) complete(meta Meta) (Manifest, error) {
	if err := s.hashRest(); err != nil {
		return Manifest{}, err
	}
	m, data, err := newManifest(meta, slices.Collect(maps.Values(s.files)))
	if err != nil {
		return Manifest{}, err
	}
	if err := s.store.disk.write(s.root, ManifestPath, data); err != nil {
		return Manifest{}, err
	}
	if err := setModes(s.root); err != nil {
		return Manifest{}, err
	}
	if err := m.verify(s.root); err != nil {
		return Manifest{}, err
	}
	if err := s.store.disk.sync(s.path); err != nil {
		return Manifest{}, err
	}
	return m, s.root.Close() // an open folder cannot be renamed on Windows
}

// hashRest hashes the files that others wrote into folders.
func (s *Staging) hashRest() error {
	paths, irregular, err := walk(s.root, ".")
	if err != nil {
		return err
	}
	if len(irregular) > 0 {
		return fmt.Errorf("not a regular file: %s", abridged(irregular))
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	rest := slices.DeleteFunc(paths, func(p string) bool {
		_, hashed := s.files[p]
		return hashed || unlisted(p)
	})
	files, err := hashFiles(s.root, rest)
	for _, f := range files {
		s.files[f.Path] = f
	}
	return err
}

// setModes gives files 0644 and folders 0755, whatever the umask and whatever
// libraries chose.
func setModes(root *os.Root) error {
	return fs.WalkDir(root.FS(), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		want := fs.FileMode(0o644)
		if d.IsDir() {
			want = 0o755
		}
		info, err := root.Lstat(path)
		if err != nil || info.Mode().Perm() == want {
			return err
		}
		return root.Chmod(path, want)
	})
}

// Abort removes the staging folder and lets the next build begin. After a
// successful Commit it does nothing.
func (s *Staging) Abort() error {
	if s.store == nil {
		return nil
	}
	var errs []error
	if s.root != nil {
		errs = append(errs, s.root.Close())
	}
	if s.path != "" {
		errs = append(errs, os.RemoveAll(s.path))
	}
	errs = append(errs, s.store.close())
	s.store = nil
	return errors.Join(errs...)
}
