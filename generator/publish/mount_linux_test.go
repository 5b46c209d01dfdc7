package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

// onMount is the job of a child that publishes to a mount point.
const onMount = "mount"

// childOnMount mounts a file system of its own on dir, in a mount namespace of
// its own, and publishes to it.
func childOnMount(dir string) error {
	if err := unix.Mount("tmpfs", dir, "tmpfs", 0, ""); err != nil {
		return fmt.Errorf("mount: %w", err)
	}
	if err := os.WriteFile(filepath.Join(dir, gitkeep), nil, 0o644); err != nil {
		return err
	}
	first, err := publishWith(realDisk(), dir, oldSite)
	if err != nil {
		return err
	}
	if _, err := publishWith(realDisk(), dir, newSite); err != nil {
		return err
	}
	if _, err := Rollback(dir, false); err != nil {
		return err
	}
	if m, err := Verify(dir); err != nil || m.Release != first.Release {
		return fmt.Errorf("%s is live after the rollback, want %s: %w", m.Release, first.Release, err)
	}
	return nil
}

func TestMountPoint(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "public")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	cmd := command(t.Context(), onMount, 0, dir)
	cmd.SysProcAttr = &syscall.SysProcAttr{
		Cloneflags:  unix.CLONE_NEWUSER | unix.CLONE_NEWNS,
		UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}},
	}
	out, err := cmd.CombinedOutput()
	if errors.Is(err, fs.ErrPermission) || strings.HasPrefix(string(out), "mount: ") {
		t.Skipf("this machine does not let tests mount: %v %s", err, out)
	}
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
}

func TestReadOnlyParent(t *testing.T) {
	t.Parallel()
	parent := t.TempDir()
	dir := filepath.Join(parent, "public")
	for _, folder := range []string{filepath.Dir(parent), parent} {
		if err := os.Chmod(folder, 0o555); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() {
		for _, folder := range []string{filepath.Dir(parent), parent} {
			if err := os.Chmod(folder, 0o755); err != nil {
				t.Error(err)
			}
		}
	})
	err := asNobody(func() error {
		s, err := Begin(dir)
		if err == nil {
			s.Abort()
		}
		return err
	})
	if !errors.Is(err, fs.ErrPermission) || !strings.Contains(err.Error(), "no place to publish beside "+dir) {
		t.Errorf("publishing to a read-only folder gives %v", err)
	}
}

// asNobody calls f on a thread that has lost root's power over files, if it had
// it. The thread ends with the call.
func asNobody(f func() error) error {
	result := make(chan error)
	go func() {
		runtime.LockOSThread() // never unlocked: the thread must not be used again
		unix.Setfsuid(65534)
		result <- f()
	}()
	return <-result
}
