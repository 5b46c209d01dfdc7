package dev

import (
	"log/slog"
	"os"
	"path/filepath"
	"testing"

	"anju/generator/build"
	"anju/generator/search"
)

// TestIndexes lets one index take the place of another while a search is under
// way on the first.
func TestIndexes(t *testing.T) {
	source, dir := demoCopy(t), t.TempDir()
	planner := build.NewPlanner(buildOptions(t, source))
	plan := func() *build.Planned {
		t.Helper()
		p, list, err := planner.Plan(noon, ".")
		if err != nil {
			t.Fatal(err, list)
		}
		return p
	}
	x := newIndex(dir, slog.New(slog.NewTextHandler(t.Output(), nil)))
	find := func(s *search.Searcher, want int) {
		t.Helper()
		r, err := s.Search(t.Context(), search.Query{Text: "丹顶鹤", Literal: true, At: noon})
		if err != nil || r.Full != want {
			t.Errorf("found %d, %v, want %d", r.Full, err, want)
		}
	}
	old := plan()
	x.build(old.Site)
	first := x.base
	before, leave, err := x.searcher(t.Context(), old.Site)
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(source, "content", "vocab", "synonyms.yaml")
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	write(t, source, "content/vocab/synonyms.yaml", string(text)+"- words: [丹顶鹤, 仙鹤]\n")
	about := filepath.Join(source, "content", "pages", "about.md")
	if text, err = os.ReadFile(about); err != nil {
		t.Fatal(err)
	}
	write(t, source, "content/pages/about.md", string(text)+"\n丹顶鹤。\n")
	next := plan()
	if !heavy(next.Site, old.Site) || heavy(old.Site, old.Site) {
		t.Error("a new synonym is worth an index, and nothing is not")
	}
	after, leaveAfter, err := x.searcher(t.Context(), next.Site)
	if err != nil {
		t.Fatal(err)
	}
	find(after, 1)
	x.build(next.Site)
	find(before, 0)
	leave()
	leaveAfter()
	again, leave, err := x.searcher(t.Context(), next.Site)
	if err != nil || again != after {
		t.Errorf("the Searcher of the same site is another, %v", err)
	}
	leave()
	x.close()
	if n := first.users.Load(); n != 0 {
		t.Errorf("the first index still has %d users", n)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 1 {
		t.Errorf("there are %v, %v, want one index", entries, err)
	}
	if _, _, err := x.searcher(t.Context(), next.Site); err == nil {
		t.Error("a closed index gives a Searcher")
	}
	if x.build(next.Site) || x.base != nil { // which was under way when it was closed
		t.Error("a closed index takes another")
	}
}

// TestIndexKept opens the index of an earlier run, and builds one that is damaged
// anew.
func TestIndexKept(t *testing.T) {
	dir := t.TempDir()
	p, list, err := build.Plan(buildOptions(t, demoCopy(t)))
	if err != nil {
		t.Fatal(err, list)
	}
	stat := func() os.FileInfo {
		t.Helper()
		b, err := openBase(dir, p.Site)
		if err != nil {
			t.Fatal(err)
		}
		if err := b.leave(); err != nil {
			t.Error(err)
		}
		entries, err := os.ReadDir(dir)
		if err != nil || len(entries) != 1 {
			t.Fatal(entries, err)
		}
		info, err := entries[0].Info()
		if err != nil {
			t.Fatal(err)
		}
		return info
	}
	first := stat()
	if again := stat(); !again.ModTime().Equal(first.ModTime()) {
		t.Error("the index was built anew")
	}
	texts := filepath.Join(dir, first.Name(), "texts.bin")
	if err := os.Remove(texts); err != nil {
		t.Fatal(err)
	}
	stat()
	if _, err := os.Stat(texts); err != nil {
		t.Error("the damaged index was not built anew:", err)
	}
}
