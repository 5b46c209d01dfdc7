package publish

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync/atomic"
	"syscall"
	"testing"
)

// The three ways in which a release goes live, by what the system allows.
const (
	byExchange = "exchange"
	byRenames  = "two renames"
	byFiles    = "file by file"
)

var modes = []string{byExchange, byRenames, byFiles}

// diskOf returns a disk that offers only what mode needs: byFiles, dir behaves
// like a mount point.
func diskOf(mode, dir string) disk {
	d := quickDisk()
	if mode != byExchange {
		d.exchange = func(string, string) error { return syscall.ENOSYS }
	}
	if mode == byFiles {
		d.rename = func(from, to string) error {
			if from == dir || to == dir {
				return &os.LinkError{Op: "rename", Old: from, New: to, Err: syscall.EBUSY}
			}
			return os.Rename(from, to)
		}
	}
	return d
}

var errFault = errors.New("injected fault")

// faulty makes the n-th step on d fail, and all later ones too if the fault
// stays. A failing write leaves half a file.
func faulty(d disk, n int64, stays bool) (disk, *atomic.Int64) {
	var steps atomic.Int64
	fails := func() bool {
		step := steps.Add(1)
		return step == n || stays && step > n
	}
	return disk{
		write: func(root *os.Root, path string, data []byte) error {
			if fails() {
				return errors.Join(errFault, d.write(root, path, data[:len(data)/2]))
			}
			return d.write(root, path, data)
		},
		rename: func(from, to string) error {
			if fails() {
				return errFault
			}
			return d.rename(from, to)
		},
		exchange: func(a, b string) error {
			if fails() {
				return errFault
			}
			return d.exchange(a, b)
		},
		sync: func(folder string) error {
			if fails() {
				return errFault
			}
			return d.sync(folder)
		},
		syncFolder: func(folder string) error {
			if fails() {
				return errFault
			}
			return d.syncFolder(folder)
		},
	}, &steps
}

// After a failure at any step, the live folder is the old release or the new
// one, and the next build goes through.
func TestFaultAtEveryStep(t *testing.T) {
	t.Parallel()
	oldID, newID := idOf(t, oldSite), idOf(t, newSite)
	for _, mode := range modes {
		for _, stays := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s/stays=%v", mode, stays), func(t *testing.T) {
				t.Parallel()
				seen := map[string]bool{}
				for n := int64(1); ; n++ {
					dir := filepath.Join(t.TempDir(), "public")
					mustPublish(t, dir, oldSite)
					d, steps := faulty(diskOf(mode, dir), n, stays)
					_, err := publishWith(d, dir, newSite)
					if steps.Load() < n { // the fault was never reached
						if err != nil {
							t.Fatal(err)
						}
						break
					}
					if err == nil {
						t.Fatalf("step %d failed unseen", n)
					}
					seen[checkAfterFault(t, dir, mode, stays, n, oldID, newID)] = true
					mustHeal(t, dir, mode)
				}
				if !seen[oldID] {
					t.Error("no fault left the old release live: the test reaches nothing")
				}
			})
		}
	}
}

// checkAfterFault returns the release that is live. Where the disk is gone for
// good half way through replacing files, or between two renames, the damage
// cannot be undone; then it must show.
func checkAfterFault(t *testing.T, dir, mode string, stays bool, n int64, oldID, newID string) string {
	t.Helper()
	m, err := Verify(dir)
	if stays && mode != byExchange && err != nil {
		return ""
	}
	if err != nil {
		t.Fatalf("after a fault at step %d: %v", n, err)
	}
	if m.Release != oldID && m.Release != newID {
		t.Fatalf("after a fault at step %d, %s is live", n, m.Release)
	}
	return m.Release
}

func mustHeal(t *testing.T, dir, mode string) {
	t.Helper()
	s, err := begin(dir, diskOf(mode, dir))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Abort(); err != nil {
		t.Fatal(err)
	}
	if _, err := Verify(dir); err != nil {
		t.Fatalf("after the next build began: %v", err)
	}
	m, err := publishWith(diskOf(mode, dir), dir, site{"index.html": "healed"})
	if err != nil {
		t.Fatal(err)
	}
	mustVerify(t, dir, m.Release)
	if got := asideNames(t, dir); !slices.Equal(got, []string{previousName}) {
		t.Errorf("after healing, there stand %v", got)
	}
}

func TestFaultInRollback(t *testing.T) {
	t.Parallel()
	for _, mode := range modes {
		t.Run(mode, func(t *testing.T) {
			t.Parallel()
			for n := int64(1); ; n++ {
				dir := filepath.Join(t.TempDir(), "public")
				first, second := mustPublish(t, dir, oldSite), mustPublish(t, dir, newSite)
				d, steps := faulty(diskOf(mode, dir), n, false)
				_, err := rollback(dir, false, d)
				if steps.Load() < n {
					if err != nil {
						t.Fatal(err)
					}
					return
				}
				m, verifyErr := Verify(dir)
				if err == nil || verifyErr != nil || m.Release != first.Release && m.Release != second.Release {
					t.Fatalf("fault at step %d: rollback says %v, live is %s (%v)", n, err, m.Release, verifyErr)
				}
				mustHeal(t, dir, mode)
			}
		})
	}
}

func TestEveryModePublishes(t *testing.T) {
	t.Parallel()
	for _, mode := range modes {
		for _, first := range []string{"absent", "gitkeep", "release", "damaged"} {
			if mode == byFiles && first == "absent" {
				continue // a mount point exists
			}
			t.Run(mode+"/"+first, func(t *testing.T) {
				t.Parallel()
				dir := filepath.Join(t.TempDir(), "public")
				want := []string{previousName}
				switch first {
				case "absent":
					want = nil
				case "gitkeep":
					write(t, filepath.Join(dir, gitkeep), "")
					want = nil
				case "damaged":
					mustPublish(t, dir, oldSite)
					mustRemove(t, filepath.Join(dir, "policies"))
					link(t, t.TempDir(), filepath.Join(dir, "policies"))
				default:
					mustPublish(t, dir, oldSite)
				}
				m, err := publishWith(diskOf(mode, dir), dir, newSite)
				if err != nil {
					t.Fatal(err)
				}
				mustVerify(t, dir, m.Release)
				if got := asideNames(t, dir); !slices.Equal(got, want) {
					t.Errorf("beside the live folder stand %v, want %v", got, want)
				}
			})
		}
	}
}
