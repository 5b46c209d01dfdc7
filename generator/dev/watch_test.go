package dev

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
)

// watched is a watcher on a small source folder.
func watched(t *testing.T) (w *watcher, dir string) {
	t.Helper()
	dir = t.TempDir()
	for _, name := range []string{
		"config.yaml", "content/policies/a.md", "content/policies/b.md", "content/communities/hu/index.md", "content/communities/hu/gate.jpg",
		"content/vocab/tags.yaml", "themes/own/layouts/base.html", "aside/new/index.md", "aside/new/deep/map.png",
	} {
		write(t, dir, name, name)
	}
	own := filepath.Join(dir, ".anju", "dev")
	if err := os.MkdirAll(own, 0o755); err != nil {
		t.Fatal(err)
	}
	w, err := watch(dir, own, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := w.close(); err != nil {
			t.Error(err)
		}
	})
	return w, dir
}

// taken is what there is to take after a sync.
func taken(t *testing.T, w *watcher) []string {
	t.Helper()
	if err := w.sync(t.Context()); err != nil {
		t.Fatal(err)
	}
	return w.take()
}

// hand does to a source folder what a table of tests says.
type hand struct {
	t   *testing.T
	dir string
}

func (h hand) place(name string) string { return filepath.Join(h.dir, filepath.FromSlash(name)) }

func (h hand) write(name string) { write(h.t, h.dir, name, "written "+name) }

func (h hand) move(from, to string) { h.must(os.Rename(h.place(from), h.place(to))) }

func (h hand) remove(name string) { h.must(os.RemoveAll(h.place(name))) }

func (h hand) must(err error) {
	h.t.Helper()
	if err != nil {
		h.t.Fatal(err)
	}
}

// work is what people and programs do to files, with all files that change.
type work struct {
	do   func(h hand)
	want []string
}

// folder reports whether a path is of a folder, of which there may be word, too.
func (c work) folder(name string) bool {
	return filepath.Ext(name) == "" && !slices.Contains(c.want, name)
}

var handiwork = map[string]work{
	"nothing":            {func(hand) {}, nil},
	"a file":             {func(h hand) { h.write("content/policies/a.md") }, []string{"content/policies/a.md"}},
	"a new file":         {func(h hand) { h.write("content/policies/c.md") }, []string{"content/policies/c.md"}},
	"configuration":      {func(h hand) { h.write("config.yaml") }, []string{"config.yaml"}},
	"a layout":           {func(h hand) { h.write("themes/own/layouts/base.html") }, []string{"themes/own/layouts/base.html"}},
	"a removed file":     {func(h hand) { h.remove("content/policies/a.md") }, []string{"content/policies/a.md"}},
	"a renamed file":     {func(h hand) { h.move("content/policies/a.md", "content/policies/c.md") }, []string{"content/policies/a.md", "content/policies/c.md"}},
	"a file left behind": {func(h hand) { h.write("content/policies/.a.md.swp"); h.write("content/policies/a.md~") }, nil},
	"an office program":  {func(h hand) { h.write("content/policies/~$a.docx"); h.write("content/policies/.~lock.a.odt#") }, nil},
	"a passing file":     {func(h hand) { h.write("content/policies/4913"); h.write("content/policies/a.md.tmp") }, nil},
	"another file above": {func(h hand) { h.write("README.md"); h.write("4913") }, nil},
	"saved beside": {func(h hand) {
		h.write("content/policies/.new~")
		h.move("content/policies/.new~", "content/policies/a.md")
	}, []string{"content/policies/a.md"}},
	"new folders": {func(h hand) {
		h.write("content/guides/x/index.md")
		h.write("content/guides/x/map.png")
	}, []string{"content/guides/x/index.md", "content/guides/x/map.png"}},
	"a removed folder": {func(h hand) { h.remove("content/communities/hu") }, []string{
		"content/communities/hu/gate.jpg", "content/communities/hu/index.md"}},
	"a folder moved out": {func(h hand) { h.move("content/communities/hu", "aside/hu"); h.write("aside/hu/index.md") }, []string{
		"content/communities/hu/gate.jpg", "content/communities/hu/index.md"}},
	"a folder moved in": {func(h hand) { h.move("aside/new", "content/communities/new") }, []string{
		"content/communities/new/deep/map.png", "content/communities/new/index.md"}},
	"all of the content": {func(h hand) { h.move("content", "aside/content") }, []string{
		"content/communities/hu/gate.jpg", "content/communities/hu/index.md", "content/policies/a.md", "content/policies/b.md", "content/vocab/tags.yaml"}},
	"a file for a folder": {func(h hand) { h.remove("content/communities/hu"); h.write("content/communities/hu") }, []string{
		"content/communities/hu/gate.jpg", "content/communities/hu/index.md"}},
	"a link": {func(h hand) { h.must(os.Symlink("../../aside/new", h.place("content/policies/link.md"))) }, []string{"content/policies/link.md"}},
	"the release, git and drafts elsewhere": {func(h hand) {
		h.write("public/index.html")
		h.write(".git/index")
		h.write("aside/new/index.md")
	}, nil},
}

func TestWatch(t *testing.T) {
	for name, c := range handiwork {
		t.Run(name, func(t *testing.T) {
			w, dir := watched(t)
			c.do(hand{t, dir})
			got := slices.DeleteFunc(taken(t, w), c.folder)
			if !slices.Equal(got, c.want) {
				t.Errorf("took %q, want %q", got, c.want)
			}
			if again := taken(t, w); ordered && len(again) > 0 {
				t.Errorf("then took %q once more", again)
			}
		})
	}
}

// TestCompared does the same while nothing tells of changes.
func TestCompared(t *testing.T) {
	for name, c := range handiwork {
		t.Run(name, func(t *testing.T) {
			w, dir := watched(t)
			w.mu.Lock()
			w.fallBackToPolling(errors.New("too many folders"))
			w.tree.seen = time.Now().Add(time.Hour) // so that only what is not as it was counts as changed
			w.mu.Unlock()
			c.do(hand{t, dir})
			if got := slices.DeleteFunc(taken(t, w), c.folder); !slices.Equal(got, c.want) {
				t.Errorf("took %q, want %q", got, c.want)
			}
		})
	}
}

// TestPassingFile: a file that comes to stay is taken after a while, and when it
// goes, that is taken, too.
func TestPassingFile(t *testing.T) {
	const name = "content/communities/hu/plan.bak"
	w, dir := watched(t)
	h := hand{t, dir}
	h.write(name)
	if got := taken(t, w); len(got) > 0 {
		t.Fatalf("took %q at once", got)
	}
	w.mu.Lock()
	w.held[name] = w.held[name].Add(-passingTime)
	w.mu.Unlock()
	if got := w.take(); !slices.Equal(got, []string{name}) {
		t.Errorf("took %q, want %q", got, name)
	}
	h.remove(name)
	if got := taken(t, w); !slices.Equal(got, []string{name}) {
		t.Errorf("of its removal took %q", got)
	}
}

// TestMovedFolders works on in folders that have moved: under the names that they
// have now.
func TestMovedFolders(t *testing.T) {
	w, dir := watched(t)
	h := hand{t, dir}
	h.write("content/communities/lin/deep/map.png")
	h.move("content/communities/hu", "content/communities/was")
	h.move("content/communities/lin", "content/communities/hu")
	h.move("content/communities/was", "content/communities/lin")
	taken(t, w)
	for _, name := range []string{"content/communities/hu/deep/map.png", "content/communities/lin/index.md", "content/communities/hu/deep/plan.png"} {
		h.write(name)
		if got := taken(t, w); !slices.Equal(got, []string{name}) {
			t.Errorf("took %q, want %q", got, name)
		}
	}
}

// TestManyFiles changes many at once, as a checkout does.
func TestManyFiles(t *testing.T) {
	w, dir := watched(t)
	files := 300
	if os.Getenv("ANJU_FULL") == "1" {
		files = 3000
	}
	var want []string
	for i := range files {
		name := fmt.Sprintf("content/guides/g%04d/index.md", i)
		write(t, dir, name, name)
		want = append(want, name)
	}
	got := slices.DeleteFunc(taken(t, w), func(name string) bool { return !strings.HasSuffix(name, ".md") })
	if !slices.Equal(got, want) {
		t.Errorf("took %d files, want %d", len(got), len(want))
	}
	if err := os.RemoveAll(filepath.Join(dir, "content", "guides")); err != nil {
		t.Fatal(err)
	}
	got = slices.DeleteFunc(taken(t, w), func(name string) bool { return !strings.HasSuffix(name, ".md") })
	if !slices.Equal(got, want) {
		t.Errorf("took %d removed files, want %d", len(got), len(want))
	}
}

// TestOverflow loses word of changes: the system says no more than that.
func TestOverflow(t *testing.T) {
	w, dir := watched(t)
	h := hand{t, dir}
	w.mu.Lock()
	for _, d := range w.notify.WatchList() {
		if d != w.sentinels {
			h.must(w.notify.Remove(d))
		}
	}
	w.mu.Unlock()
	h.write("content/policies/a.md")
	h.move("content/communities/hu", "content/communities/lin")
	w.handle(notification{err: fsnotify.ErrEventOverflow})
	select {
	case <-w.ready:
	default:
		t.Error("nobody is told")
	}
	got := taken(t, w)
	for _, name := range []string{"content/policies/a.md", "content/communities/hu/index.md", "content/communities/lin/index.md"} {
		if !slices.Contains(got, name) {
			t.Errorf("took %q, without %s", got, name)
		}
	}
	h.write("content/communities/lin/index.md")
	if got := taken(t, w); !slices.Contains(got, "content/communities/lin/index.md") {
		t.Errorf("afterwards took %q", got)
	}
}

// TestSync writes and syncs at once, many times, from several goroutines.
func TestSync(t *testing.T) {
	w, dir := watched(t)
	for i := range 200 {
		name := fmt.Sprintf("content/policies/p%d.md", i)
		write(t, dir, name, name)
		if got := taken(t, w); !slices.Contains(got, name) {
			t.Fatalf("write %d is not among %q", i, got)
		}
	}
}

// TestSyncWithoutMarks takes away the folder that sync needs, as git clean does:
// files are compared once, and there is another folder.
func TestSyncWithoutMarks(t *testing.T) {
	w, dir := watched(t)
	h := hand{t, dir}
	h.remove(".anju")
	h.write("content/policies/a.md")
	if got := taken(t, w); !slices.Contains(got, "content/policies/a.md") {
		t.Errorf("took %q", got)
	}
	if _, err := os.Stat(w.sentinels); err != nil {
		t.Error(err)
	}
}

func TestSyncGivenUp(t *testing.T) {
	w, _ := watched(t)
	h := hand{t, w.sentinels}
	h.must(w.notify.Remove(w.sentinels)) // so that no word of marks comes
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := w.sync(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("sync gives %v", err)
	}
	if len(w.waiting) > 0 {
		t.Error("a mark is still waited for")
	}
}
