package dev

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"anju/generator/publish"
)

// Taken says that another process serves the source folder already. Two would
// remove each other's indexes.
type Taken struct {
	URL string // of that one, or "" where it has not begun to listen
}

func (t *Taken) Error() string {
	return "the source folder is served already" + strings.TrimSuffix(" at "+t.URL, " at ")
}

// lockName is the file in dev's folder that the process locks which uses the
// folder. It holds the address under which that one can be reached.
const lockName = "lock"

// take takes dev's folder for this process, until the lock is given up or the
// process ends. The error is a *Taken where another has it.
func take(dir string) (*os.File, error) {
	f, err := os.OpenFile(filepath.Join(dir, lockName), os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, fmt.Errorf("open the lock of %s: %w", Folder, err)
	}
	ok, err := publish.TryLock(f)
	switch {
	case err != nil:
		return nil, errors.Join(fmt.Errorf("lock %s: %w", Folder, err), f.Close())
	case !ok:
		url, _ := os.ReadFile(f.Name()) // what it says helps, and no more
		return nil, errors.Join(&Taken{string(url)}, f.Close())
	}
	if err := f.Truncate(0); err != nil {
		return nil, errors.Join(err, publish.Unlock(f))
	}
	return f, nil
}
