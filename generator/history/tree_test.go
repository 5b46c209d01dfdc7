package history_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"anju/generator/history"
)

func TestTree(t *testing.T) {
	w := newWork(t)
	w.write("outside.md", "x")
	w.write("site/config.yaml", "title: 安居\r\n")
	w.write("site/content/pages/关于.md", "")
	w.write("site/content/a-b.md", "b")
	w.write("site/content/a/c.md", "c")
	w.commit("first")
	w.git("tag", "v1")
	w.write("site/config.yaml", "title: 乐业\n")
	w.git("rm", "-q", "site/content/a-b.md")
	w.commit("second")
	tree, err := w.open("site").Tree(t.Context(), "v1")
	if err != nil {
		t.Fatal(err)
	}
	if err := fstest.TestFS(tree, "config.yaml", "content/pages/关于.md", "content/a-b.md", "content/a/c.md"); err != nil {
		t.Error(err)
	}
	if text, err := fs.ReadFile(tree, "config.yaml"); string(text) != "title: 安居\r\n" || err != nil {
		t.Errorf("%q, %v", text, err)
	}
	if _, err := fs.Stat(tree, "outside.md"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("what stands outside: %v", err)
	}
	if err := tree.Close(); err != nil {
		t.Error(err)
	}
}

func TestTreeWithLink(t *testing.T) {
	w := newWork(t)
	w.write("config.yaml", "x")
	if err := os.Symlink("/etc/passwd", filepath.Join(w.dir, "link.md")); err != nil {
		t.Skip(err)
	}
	w.commit("first")
	tree, err := w.open(".").Tree(t.Context(), "main")
	if err != nil {
		t.Fatal(err)
	}
	defer tree.Close()
	info, err := fs.Lstat(tree, "link.md")
	if err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("%v, %v", info, err)
	}
	if to, err := fs.ReadLink(tree, "link.md"); to != "/etc/passwd" || err != nil {
		t.Errorf("leads to %q, %v", to, err)
	}
	if text, err := fs.ReadFile(tree, "link.md"); err == nil {
		t.Errorf("followed: %q", text)
	}
}

func TestUnknownRevisions(t *testing.T) {
	w := newWork(t)
	w.commit("empty")
	repo := w.open(".")
	for _, rev := range []string{"", "v9", "HEAD~5", "--all", "-x", "HEAD:nothing", "a b", "main..main", "HEAD\nHEAD"} {
		if _, err := repo.Tree(t.Context(), rev); !errors.Is(err, history.ErrUnknownRevision) {
			t.Errorf("%q: %v", rev, err)
		}
	}
}

// A clone may lack the files of older revisions; they are not fetched unasked.
func TestTreeOfPartialClone(t *testing.T) {
	w := newWork(t)
	w.write("config.yaml", "one")
	w.commit("first")
	w.write("config.yaml", "two")
	w.commit("second")
	w.git("config", "uploadpack.allowFilter", "true")
	clone := &work{T: t, dir: t.TempDir()}
	clone.git("clone", "-q", "--filter=blob:none", "file://"+w.dir, ".")
	if _, err := clone.open(".").Tree(t.Context(), "HEAD~1"); !errors.Is(err, history.ErrNotFetched) {
		t.Error(err)
	}
}
