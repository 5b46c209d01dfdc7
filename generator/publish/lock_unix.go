//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package publish

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// lockShared waits for a shared lock on f. It ends with Unlock, or when the
// process dies.
func lockShared(f *os.File) error { return flock(f, unix.LOCK_SH) }

// TryLock takes the exclusive lock on f, or reports false when another open
// file holds a lock.
func TryLock(f *os.File) (bool, error) {
	err := flock(f, unix.LOCK_EX|unix.LOCK_NB)
	if errors.Is(err, unix.EWOULDBLOCK) {
		return false, nil
	}
	return err == nil, err
}

// Unlock gives up the lock on f and closes it. To close alone would not do: a
// process being started elsewhere in this program shares the open file, and so
// the lock, until it executes.
func Unlock(f *os.File) error {
	return errors.Join(flock(f, unix.LOCK_UN), f.Close())
}

func flock(f *os.File, how int) error {
	for {
		err := unix.Flock(int(f.Fd()), how)
		if !errors.Is(err, unix.EINTR) {
			return os.NewSyscallError("flock", err)
		}
	}
}
