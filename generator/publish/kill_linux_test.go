package publish

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// childEnv makes the test binary a publisher that is to be killed. Its value is
// "MODE|STEP|DIR": at STEP the child kills itself; 0 means that it publishes
// until it is killed from outside.
const childEnv = "ANJU_PUBLISH_CHILD"

func TestMain(m *testing.M) {
	job, ok := os.LookupEnv(childEnv)
	if !ok {
		os.Exit(m.Run())
	}
	if err := child(job); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func child(job string) error {
	part := strings.SplitN(job, "|", 3)
	if part[0] == onMount {
		return childOnMount(part[2])
	}
	step, err := strconv.Atoi(part[1])
	if err != nil {
		return err
	}
	d, dir := diskOf(part[0], part[2]), part[2]
	if step > 0 {
		_, err := publishWith(mortal(d, step), dir, newSite)
		return err
	}
	for n := 0; ; n++ {
		if _, err := publishWith(d, dir, []site{newSite, oldSite}[n%2]); err != nil {
			return err
		}
	}
}

// mortal makes the process die by SIGKILL just before the given step.
func mortal(d disk, step int) disk {
	count := func() {
		if step--; step == 0 {
			syscall.Kill(os.Getpid(), syscall.SIGKILL)
			select {}
		}
	}
	return disk{
		write:      func(r *os.Root, p string, b []byte) error { count(); return d.write(r, p, b) },
		rename:     func(from, to string) error { count(); return d.rename(from, to) },
		exchange:   func(a, b string) error { count(); return d.exchange(a, b) },
		sync:       func(folder string) error { count(); return d.sync(folder) },
		syncFolder: func(folder string) error { count(); return d.syncFolder(folder) },
	}
}

// command returns the child, which dies when ctx ends.
func command(ctx context.Context, mode string, step int, dir string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, os.Args[0])
	cmd.Env = append(os.Environ(), fmt.Sprintf("%s=%s|%d|%s", childEnv, mode, step, dir))
	return cmd
}

func TestKillAtEveryStep(t *testing.T) {
	t.Parallel()
	oldID, newID := idOf(t, oldSite), idOf(t, newSite)
	for _, mode := range modes {
		t.Run(mode, func(t *testing.T) {
			t.Parallel()
			dir := filepath.Join(t.TempDir(), "public")
			seen := map[string]bool{}
			for step := 1; ; step++ {
				mustPublish(t, dir, oldSite)
				out, err := command(t.Context(), mode, step, dir).CombinedOutput()
				if err == nil {
					break // the step was never reached
				}
				if len(out) > 0 {
					t.Fatalf("step %d: %s", step, out)
				}
				live := checkAfterKill(t, mode, dir)
				seen[live] = true
				if live == newID {
					if m, err := rollback(dir, false, diskOf(mode, dir)); err != nil || m.Release != oldID {
						t.Fatalf("step %d: rolled back to %s (%v), want %s", step, m.Release, err, oldID)
					}
				}
			}
			if !seen[oldID] || !seen[newID] || len(seen) != 2 {
				t.Errorf("after kills, there was live %v, want both %s and %s", seen, oldID, newID)
			}
		})
	}
}

// checkAfterKill returns the release that is live once the next build begins.
// An exchange never leaves anything to mend.
func checkAfterKill(t *testing.T, mode, dir string) string {
	t.Helper()
	if mode == byExchange {
		if _, err := Verify(dir); err != nil {
			t.Fatal(err)
		}
	}
	s, err := begin(dir, diskOf(mode, dir))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Abort(); err != nil {
		t.Fatal(err)
	}
	if got := asideNames(t, dir); len(got) > 0 && !slices.Equal(got, []string{previousName}) {
		t.Fatalf("after a build began, there stand %v", got)
	}
	m, err := Verify(dir)
	if err != nil {
		t.Fatal(err)
	}
	return m.Release
}

func TestKillAtRandom(t *testing.T) {
	t.Parallel()
	rounds := 8
	if os.Getenv("ANJU_FULL") == "1" {
		rounds = 300
	}
	known := []string{idOf(t, oldSite), idOf(t, newSite)}
	for _, mode := range modes {
		t.Run(mode, func(t *testing.T) {
			t.Parallel()
			dir := filepath.Join(t.TempDir(), "public")
			mustPublish(t, dir, oldSite)
			for range rounds {
				life := time.Duration(10+rand.IntN(60)) * time.Millisecond
				ctx, cancel := context.WithTimeout(t.Context(), life)
				out, err := command(ctx, mode, 0, dir).CombinedOutput()
				cancel()
				if err == nil || len(out) > 0 {
					t.Fatalf("the child ended by itself: %v %s", err, out)
				}
				if live := checkAfterKill(t, mode, dir); !slices.Contains(known, live) {
					t.Fatalf("%s is live, which was never published", live)
				}
			}
		})
	}
}
