package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// errChanged says that a file is not, or no longer, what it was taken for.
var errChanged = errors.New("the file has been changed in the meantime")

// replace writes a file, if it does not hold that text already. Devices and
// pipes are written to as they are.
func replace(name string, text []byte) (changed bool, err error) {
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		return true, os.WriteFile(name, text, 0)
	}
	was, err := held(name)
	if err != nil || was != nil && bytes.Equal(was, text) {
		return false, err
	}
	return true, exchange(name, was, text)
}

// held is what a file holds, nil where there is none.
func held(name string) ([]byte, error) {
	text, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return text, err
}

// exchange puts text in the place of was, which the file held when it was read;
// nil stands for no file. It does so in one step: nobody reads half of a text,
// and where anything goes wrong nothing is left behind. A file that holds
// something else by now stays as it is, with errChanged. The permissions of a
// file stay; a new one may be read by all.
func exchange(name string, was, text []byte) error {
	f, err := os.CreateTemp(filepath.Dir(name), ".anju-*")
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	err = errors.Join(err, f.Chmod(modeOf(name)), f.Sync(), f.Close())
	if err == nil {
		err = swap(f.Name(), name, was)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}

// modeOf are the permissions of a file, or of one that is to be made.
func modeOf(name string) fs.FileMode {
	info, err := os.Stat(name)
	if err != nil {
		return 0o644
	}
	return info.Mode().Perm()
}

// swap renames a file to name, if what stands there is was.
func swap(from, name string, was []byte) error {
	now, err := held(name)
	if err != nil {
		return err
	}
	if (now == nil) != (was == nil) || !bytes.Equal(now, was) {
		return fmt.Errorf("%s: %w", name, errChanged)
	}
	return os.Rename(from, name)
}
