package publish

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

// Damage says how the files in a folder differ from the manifest of the
// release. Each list is sorted by path. A link or a device where a file should
// be counts as changed.
type Damage struct {
	Dir                     string
	Changed, Missing, Added []string
}

// Error names the folder and at most ten paths of each list.
func (d *Damage) Error() string {
	var parts []string
	for _, list := range []struct {
		verb  string
		paths []string
	}{{"changed", d.Changed}, {"missing", d.Missing}, {"added", d.Added}} {
		if len(list.paths) > 0 {
			parts = append(parts, list.verb+" "+abridged(list.paths))
		}
	}
	return fmt.Sprintf("the release in %s does not verify: %s", d.Dir, strings.Join(parts, "; "))
}

// abridged joins at most ten paths, and says how many more there are.
func abridged(paths []string) string {
	const most = 10
	if len(paths) <= most {
		return strings.Join(paths, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(paths[:most], ", "), len(paths)-most)
}

func (d *Damage) empty() bool {
	return len(d.Changed)+len(d.Missing)+len(d.Added) == 0
}

// verify compares every file under root with the manifest. Differences come
// back as *Damage; what cannot be read, as an error of its own.
func (m Manifest) verify(root *os.Root) error {
	regular, irregular, err := walk(root, ".")
	if err != nil {
		return err
	}
	listed := make(map[string]File, len(m.Files))
	for _, f := range m.Files {
		listed[f.Path] = f
	}
	damage := &Damage{Dir: root.Name()}
	damage.noteIrregular(irregular, listed)
	hashed, err := hashFiles(root, damage.noteAdded(regular, listed))
	if err != nil {
		return err
	}
	for _, f := range hashed {
		if f != listed[f.Path] {
			damage.Changed = append(damage.Changed, f.Path)
		}
		delete(listed, f.Path)
	}
	damage.Missing = slices.Sorted(maps.Keys(listed))
	slices.Sort(damage.Changed)
	slices.Sort(damage.Added)
	if damage.empty() {
		return nil
	}
	return damage
}

// noteIrregular notes links and devices, as changed where a file should be, and
// takes them off the list.
func (d *Damage) noteIrregular(paths []string, listed map[string]File) {
	for _, path := range paths {
		if _, ok := listed[path]; ok || unlisted(path) {
			d.Changed = append(d.Changed, path)
		} else {
			d.Added = append(d.Added, path)
		}
		delete(listed, path)
	}
}

// noteAdded notes files that are not listed, and returns those that are.
func (d *Damage) noteAdded(paths []string, listed map[string]File) (known []string) {
	for _, path := range paths {
		if _, ok := listed[path]; ok {
			known = append(known, path)
		} else if !unlisted(path) {
			d.Added = append(d.Added, path)
		}
	}
	return known
}

// unlisted reports whether path is one that a manifest never lists.
func unlisted(path string) bool {
	return path == ManifestPath || path == gitkeep
}

// walk returns the paths of everything under folder that is not a folder, in
// lexical order. It follows no links.
func walk(root *os.Root, folder string) (regular, irregular []string, err error) {
	err = fs.WalkDir(root.FS(), folder, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.Type().IsRegular():
			regular = append(regular, path)
		case !d.IsDir():
			irregular = append(irregular, path)
		}
		return nil
	})
	if err != nil {
		return nil, nil, fmt.Errorf("list %s: %w", root.Name(), err)
	}
	return regular, irregular, nil
}

// hashFiles reads and hashes the files at paths, several at a time, and
// returns them in the order of paths.
func hashFiles(root *os.Root, paths []string) ([]File, error) {
	files := make([]File, len(paths))
	workers := min(runtime.GOMAXPROCS(0), len(paths))
	errs := make([]error, workers)
	var next atomic.Int64
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(paths)) && errs[w] == nil; i = next.Add(1) - 1 {
				files[i], errs[w] = hashFile(root, paths[i])
			}
		})
	}
	wg.Wait()
	return files, errors.Join(errs...)
}

func hashFile(root *os.Root, path string) (File, error) {
	f, err := root.Open(path)
	if err != nil {
		return File{}, fmt.Errorf("hash: %w", err)
	}
	defer f.Close()
	h := sha256.New()
	size, err := io.Copy(h, f)
	if err != nil {
		return File{}, fmt.Errorf("hash: %w", err)
	}
	return File{Path: path, SHA256: hex.EncodeToString(h.Sum(nil)), Size: size}, nil
}
