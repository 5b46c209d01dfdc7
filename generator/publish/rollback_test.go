package publish

import (
	"errors"
	"path/filepath"
	"slices"
	"testing"
)

func TestRollback(t *testing.T) {
	t.Parallel()
	for _, mode := range modes {
		t.Run(mode, func(t *testing.T) {
			t.Parallel()
			dir := filepath.Join(t.TempDir(), "public")
			first, second := mustPublish(t, dir, oldSite), mustPublish(t, dir, newSite)
			for _, want := range []Manifest{first, second, first} {
				m, err := rollback(dir, false, diskOf(mode, dir))
				if err != nil || m.Release != want.Release {
					t.Fatalf("rolled back to %s (%v), want %s", m.Release, err, want.Release)
				}
				mustVerify(t, dir, want.Release)
				if got := asideNames(t, dir); !slices.Equal(got, []string{previousName}) {
					t.Errorf("beside the live folder stand %v", got)
				}
			}
		})
	}
}

func TestRollbackRefused(t *testing.T) {
	t.Parallel()
	removed := func(dir, path string) string { return filepath.Join(dir, path) }
	aside := func(dir, path string) string {
		return filepath.Join(filepath.Dir(dir), ".anju", "public", previousName, path)
	}
	for _, tt := range []struct {
		name           string
		removedThen    []string
		removedNow     []string
		damage         func(t *testing.T, dir string)
		paths          []string
		refused, force bool // refused without, and with, force
	}{
		{name: "nothing removed"},
		{name: "removed in both", removedThen: []string{"/a/", "/b/"}, removedNow: []string{"/a/"}},
		{name: "would revive", removedThen: []string{"/a/"}, removedNow: []string{"/a/", "/b/"}, paths: []string{"/b/"}, refused: true},
		{name: "live damaged", damage: func(t *testing.T, dir string) { write(t, removed(dir, "index.html"), "!") }},
		{name: "live manifest lost", damage: func(t *testing.T, dir string) { mustRemove(t, removed(dir, ManifestPath)) }, refused: true},
		{name: "live lost", damage: func(t *testing.T, dir string) { mustRemove(t, dir) }, refused: true},
		{name: "previous damaged", damage: func(t *testing.T, dir string) { write(t, aside(dir, "index.html"), "!") }, refused: true, force: true},
		{name: "previous manifest lost", damage: func(t *testing.T, dir string) { mustRemove(t, aside(dir, ManifestPath)) }, refused: true, force: true},
		{name: "no previous", damage: func(t *testing.T, dir string) { mustRemove(t, aside(dir, "")) }, refused: true, force: true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			for _, force := range []bool{false, true} {
				dir := filepath.Join(t.TempDir(), "public")
				first := mustPublish(t, dir, oldSite, tt.removedThen...)
				mustPublish(t, dir, newSite, tt.removedNow...)
				if tt.damage != nil {
					tt.damage(t, dir)
				}
				_, err := Rollback(dir, force)
				want := tt.refused && !force || tt.force && force
				var refusal *Refusal
				if errors.As(err, &refusal) != want || err != nil != want {
					t.Fatalf("force=%v: got %v, want refusal %v", force, err, want)
				}
				if !want {
					mustVerify(t, dir, first.Release)
				} else if !slices.Equal(refusal.Paths, tt.paths) {
					t.Errorf("refused for %v, want %v", refusal.Paths, tt.paths)
				}
			}
		})
	}
}
