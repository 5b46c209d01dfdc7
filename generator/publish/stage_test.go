package publish

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestPublish(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "public")
	write(t, filepath.Join(dir, gitkeep), "kept as it is\n")
	first := mustPublish(t, dir, oldSite)
	second, err := publishWith(realDisk(), dir, newSite)
	if err != nil {
		t.Fatal(err)
	}
	mustVerify(t, dir, second.Release)

	want := maps.Clone(newSite)
	want[gitkeep] = "kept as it is\n"
	if got := readTree(t, dir); !maps.Equal(got, want) {
		t.Errorf("live folder holds %v, want %v", got, want)
	}
	if got := asideNames(t, dir); !slices.Equal(got, []string{previousName}) {
		t.Errorf("beside the live folder stand %v, want only the previous release", got)
	}
	previous, err := ReadManifest(filepath.Join(filepath.Dir(dir), ".anju", "public", previousName))
	if err != nil || previous.Release != first.Release {
		t.Errorf("previous release is %s (%v), want %s", previous.Release, err, first.Release)
	}
}

func TestSameReleaseKeepsPrevious(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "public")
	first := mustPublish(t, dir, oldSite)
	mustPublish(t, dir, newSite)
	mustPublish(t, dir, newSite)
	m, err := Rollback(dir, false)
	if err != nil || m.Release != first.Release {
		t.Errorf("rolled back to %s (%v), want %s", m.Release, err, first.Release)
	}
}

func TestPathsRefused(t *testing.T) {
	t.Parallel()
	s, err := Begin(filepath.Join(t.TempDir(), "public"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Abort()
	if err := s.Write("a/b.html", nil); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{
		"", ".", "/etc/passwd", "../x", "a/../../x", "a//b", "a/", "a\nb", `a\b`, "a\xff",
		"a/b.html", ManifestPath, gitkeep,
	} {
		if err := s.Write(path, nil); err == nil {
			t.Errorf("Write(%q) succeeded", path)
		}
	}
	if _, err := s.Folder("../x"); err == nil {
		t.Error("Folder(../x) succeeded")
	}
	if _, err := s.Reuse("/x"); err == nil {
		t.Error("Reuse(/x) succeeded")
	}
}

func TestLinkInFolderRefused(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "public")
	s, err := Begin(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Abort()
	folder, err := s.Folder(IndexPath)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("/etc/hostname", filepath.Join(folder, "link")); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Commit(Meta{}); err == nil || !strings.Contains(err.Error(), IndexPath+"/link") {
		t.Errorf("Commit with a link in the index gives %v", err)
	}
	if exists(dir) {
		t.Error("a refused release went live")
	}
}

func TestTwoPublishers(t *testing.T) {
	t.Parallel()
	parent := t.TempDir()
	s, err := Begin(filepath.Join(parent, "public"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Begin(filepath.Join(parent, "public")); !errors.Is(err, ErrBusy) {
		t.Errorf("second publisher got %v, want ErrBusy", err)
	}
	if _, err := Rollback(filepath.Join(parent, "public"), true); !errors.Is(err, ErrBusy) {
		t.Errorf("rollback during a build got %v, want ErrBusy", err)
	}
	mustPublish(t, filepath.Join(parent, "preview"), oldSite) // a folder of its own
	if err := s.Abort(); err != nil {
		t.Fatal(err)
	}
	mustPublish(t, filepath.Join(parent, "public"), oldSite)
}

func TestForeignFiles(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name  string
		files []string
		want  string // in the error; "" = published
	}{
		{"nothing", nil, ""},
		{"gitkeep", []string{gitkeep}, ""},
		{"manifest lost", []string{"index.html", "_release/site.json"}, ""},
		{"foreign", []string{gitkeep, "thesis.docx"}, "thesis.docx"},
		{"foreign folder", []string{"photos/cat.jpg"}, "photos"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			dir := filepath.Join(t.TempDir(), "public")
			for _, f := range tt.files {
				write(t, filepath.Join(dir, f), "x")
			}
			_, err := publishWith(quickDisk(), dir, oldSite)
			if tt.want == "" {
				if err != nil {
					t.Fatal(err)
				}
				mustVerify(t, dir, idOf(t, oldSite))
				return
			}
			if err == nil || !strings.Contains(err.Error(), tt.want) || !strings.Contains(err.Error(), dir) {
				t.Errorf("got error %v, want one naming %s and %s", err, tt.want, dir)
			}
			for _, f := range tt.files {
				if !exists(filepath.Join(dir, f)) {
					t.Errorf("%s is gone", f)
				}
			}
		})
	}
}

func TestLinkedFolder(t *testing.T) {
	t.Parallel()
	parent := t.TempDir()
	target := filepath.Join(parent, "disk", "site")
	write(t, filepath.Join(target, gitkeep), "")
	link := filepath.Join(parent, "public")
	if err := os.Symlink(target, link); err != nil {
		t.Fatal(err)
	}
	m := mustPublish(t, link, oldSite)
	mustVerify(t, link, m.Release)
	if info, err := os.Lstat(link); err != nil || info.Mode().Type() != fs.ModeSymlink {
		t.Errorf("the link became %v (%v)", info.Mode(), err)
	}
	if !exists(filepath.Join(parent, "disk", ".anju", "site")) {
		t.Error("the staging folder is not beside the link's target")
	}
}

func TestReuse(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name   string
		damage func(t *testing.T, dir string)
		want   bool
	}{
		{"intact", func(*testing.T, string) {}, true},
		{"damaged elsewhere", func(t *testing.T, dir string) { write(t, filepath.Join(dir, "index.html"), "!") }, true},
		{"flipped", func(t *testing.T, dir string) { write(t, filepath.Join(dir, IndexPath, "root.bolt"), "new indey") }, false},
		{"missing", func(t *testing.T, dir string) { mustRemove(t, filepath.Join(dir, IndexPath, "store/1")) }, false},
		{"added", func(t *testing.T, dir string) { write(t, filepath.Join(dir, IndexPath, "x"), "") }, false},
		{"no manifest", func(t *testing.T, dir string) { mustRemove(t, filepath.Join(dir, ManifestPath)) }, false},
		{"no index", func(t *testing.T, dir string) { mustRemove(t, filepath.Join(dir, IndexPath)) }, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			dir := filepath.Join(t.TempDir(), "public")
			first := mustPublish(t, dir, newSite)
			before, err := os.Stat(filepath.Join(dir, IndexPath, "root.bolt"))
			if err != nil {
				t.Fatal(err)
			}
			tt.damage(t, dir)
			s, err := Begin(dir)
			if err != nil {
				t.Fatal(err)
			}
			defer s.Abort()
			got, err := s.Reuse(IndexPath)
			if err != nil || got != tt.want {
				t.Fatalf("Reuse = %v, %v, want %v", got, err, tt.want)
			}
			pages := maps.Clone(newSite)
			if got {
				maps.DeleteFunc(pages, func(p, _ string) bool { return within(p, IndexPath) })
			}
			if err := stageAll(s, pages); err != nil {
				t.Fatal(err)
			}
			if _, err := s.Commit(metaFor(newSite)); err != nil {
				t.Fatal(err)
			}
			mustVerify(t, dir, first.Release) // healed
			after, err := os.Stat(filepath.Join(dir, IndexPath, "root.bolt"))
			if err != nil || os.SameFile(before, after) != tt.want {
				t.Errorf("the index is the old file: %v (%v), want %v", !tt.want, err, tt.want)
			}
		})
	}
}

func mustRemove(t *testing.T, path string) {
	t.Helper()
	if err := os.RemoveAll(path); err != nil {
		t.Fatal(err)
	}
}
