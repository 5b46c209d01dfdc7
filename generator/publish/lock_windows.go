package publish

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// lockShared waits for a shared lock on f. It ends with Unlock, or when the
// process dies.
func lockShared(f *os.File) error { return lockByte(f, 0) }

// TryLock takes the exclusive lock on f, or reports false when another open
// file holds a lock.
func TryLock(f *os.File) (bool, error) {
	err := lockByte(f, windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY)
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return false, nil
	}
	return err == nil, err
}

// Unlock gives up the lock on f and closes it.
func Unlock(f *os.File) error {
	return errors.Join(windows.UnlockFileEx(windows.Handle(f.Fd()), 0, 1, 0, farByte()), f.Close())
}

// lockByte locks one byte far beyond the end of f: locks are mandatory on
// Windows, and the manifest must stay readable.
func lockByte(f *os.File, flags uint32) error {
	err := windows.LockFileEx(windows.Handle(f.Fd()), flags, 0, 1, 0, farByte())
	return os.NewSyscallError("LockFileEx", err)
}

func farByte() *windows.Overlapped { return &windows.Overlapped{OffsetHigh: 1 << 30} }
