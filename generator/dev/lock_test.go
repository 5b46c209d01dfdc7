package dev

import (
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"testing"
)

// TestTaken: of two that would serve one folder the second is told where the
// first is, and may begin when that has ended. What a build that was cut short
// left behind is tidied up then.
func TestTaken(t *testing.T) {
	dir := demoCopy(t)
	o := Options{Dir: dir, Build: buildOptions(t, dir), Now: atNoon, Lang: "zh-Hans", Log: slog.New(slog.DiscardHandler), OnAttempt: ignore}
	first, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	var taken *Taken
	if _, err := New(o); !errors.As(err, &taken) || taken.URL != "" {
		t.Errorf("a second gets %v", err)
	}
	half := filepath.Join(dir, filepath.FromSlash(Folder), indexName+"half-1")
	if err := errors.Join(first.Close(), os.Mkdir(half, 0o755)); err != nil {
		t.Fatal(err)
	}
	s := serve(t, dir, ignore)
	s.get(t, "/search?q=x")
	if _, err := New(o); !errors.As(err, &taken) || taken.URL != s.url {
		t.Errorf("a second gets %v, want the address %s", err, s.url)
	}
	if _, err := os.Stat(half); err == nil {
		t.Error("half an index is still there")
	}
}
