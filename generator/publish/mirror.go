package publish

import (
	"bytes"
	"errors"
	"os"
	"path"
	"slices"
)

// mirror makes the folder to equal to the folder from, file by file and the
// manifest last. Files come before removals, so that pages which readers have
// open keep their style sheets as long as possible.
func (d disk) mirror(from, to string) error {
	src, err := os.OpenRoot(from)
	if err != nil {
		return err
	}
	defer src.Close()
	dst, err := os.OpenRoot(to)
	if err != nil {
		return err
	}
	defer dst.Close()
	paths, _, err := walk(src, ".")
	if err != nil {
		return err
	}
	// Marks the folder as a release, should this be killed half way.
	if err := makeWay(dst, ManifestPath); err != nil {
		return err
	}
	files := slices.DeleteFunc(slices.Clone(paths), func(p string) bool { return p == ManifestPath })
	for _, p := range files {
		if err := d.copyFile(src, dst, p); err != nil {
			return err
		}
	}
	if err := errors.Join(removeSurplus(dst, paths), setModes(dst), d.sync(to)); err != nil {
		return err
	}
	if len(files) == len(paths) { // from is no whole release
		return nil
	}
	return errors.Join(d.copyFile(src, dst, ManifestPath), d.sync(to))
}

// copyFile copies one file by way of a rename, so that readers meet the old
// bytes or the new ones, and servers keep the file that they have mapped.
func (d disk) copyFile(src, dst *os.Root, name string) error {
	const incoming = "_release/incoming"
	data, err := src.ReadFile(name)
	if err != nil {
		return err
	}
	if info, err := dst.Lstat(name); err == nil && info.Mode().IsRegular() {
		if old, err := dst.ReadFile(name); err == nil && bytes.Equal(old, data) {
			return nil
		}
	}
	if err := makeWay(dst, name); err != nil {
		return err
	}
	if err := d.write(dst, incoming, data); err != nil {
		return err
	}
	return dst.Rename(incoming, name)
}

// makeWay makes the folders on the way to name. A file or link that stands in
// place of one is removed, and so is a folder in place of name itself.
func makeWay(dst *os.Root, name string) error {
	if info, err := dst.Lstat(name); err == nil && info.IsDir() {
		return dst.RemoveAll(name)
	}
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if info, err := dst.Lstat(dir); err == nil && !info.IsDir() {
			if err := dst.Remove(dir); err != nil {
				return err
			}
		}
	}
	return dst.MkdirAll(path.Dir(name), 0o755)
}

// removeSurplus removes the files under root that are not in keep, and the
// folders that are empty then.
func removeSurplus(root *os.Root, keep []string) error {
	kept := make(map[string]bool, len(keep))
	for _, p := range keep {
		kept[p] = true
	}
	regular, irregular, err := walk(root, ".")
	if err != nil {
		return err
	}
	for _, p := range append(regular, irregular...) {
		if kept[p] {
			continue
		}
		if err := root.Remove(p); err != nil {
			return err
		}
		for dir := path.Dir(p); dir != "." && root.Remove(dir) == nil; dir = path.Dir(dir) {
		}
	}
	return nil
}
