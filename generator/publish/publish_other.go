//go:build !linux

package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
)

// exchange would swap two folders in one step; only Linux is known to.
func exchange(a, b string) error {
	return &os.LinkError{Op: "exchange", Old: a, New: b, Err: errors.ErrUnsupported}
}

// syncTree brings everything in folder to the disk, file by file.
func syncTree(folder string) error {
	return filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return fmt.Errorf("sync: %w", err)
		}
		if d.IsDir() && runtime.GOOS == "windows" {
			return nil // folders cannot be synced there
		}
		flag := os.O_RDWR // Windows syncs only what is open for writing
		if d.IsDir() {
			flag = os.O_RDONLY
		}
		f, err := os.OpenFile(path, flag, 0)
		if err != nil {
			return fmt.Errorf("sync: %w", err)
		}
		return errors.Join(f.Sync(), f.Close())
	})
}
