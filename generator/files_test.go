package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func TestExchange(t *testing.T) {
	for _, test := range []struct {
		name     string
		was      []byte // nil for no file, as now
		now      []byte
		want     string
		expected error
	}{
		{"what was read", []byte("old"), []byte("old"), "new", nil},
		{"saved in between", []byte("old"), []byte("saved"), "saved", errChanged},
		{"a new file", nil, nil, "new", nil},
		{"a file that has come in between", nil, []byte("saved"), "saved", errChanged},
		{"an empty file that has come in between", nil, []byte{}, "", errChanged},
		{"an empty file", []byte{}, []byte{}, "new", nil},
		{"removed in between", []byte("old"), nil, "", errChanged},
	} {
		t.Run(test.name, func(t *testing.T) {
			name := filepath.Join(t.TempDir(), "a.md")
			if test.now != nil {
				writeAs(t, name, test.now, 0o640)
			}
			err := exchange(name, test.was, []byte("new"))
			if !errors.Is(err, test.expected) {
				t.Errorf("error %v", err)
			}
			if got, err := held(name); err != nil || string(got) != test.want || (got == nil) != (test.now == nil && test.expected != nil) {
				t.Errorf("it holds %q, %v; want %q", got, err, test.want)
			}
			if entries, err := os.ReadDir(filepath.Dir(name)); err != nil || len(entries) > 1 {
				t.Errorf("beside it stand %v, %v", entries, err)
			}
		})
	}
}

// TestModes: a file keeps its permissions, a new one may be read by all.
func TestModes(t *testing.T) {
	dir := t.TempDir()
	writeAs(t, filepath.Join(dir, "old"), []byte("old"), 0o640)
	for name, want := range map[string]fs.FileMode{"old": 0o640, "new": 0o644} {
		if changed, err := replace(filepath.Join(dir, name), []byte("text")); err != nil || !changed {
			t.Errorf("%s: changed %v, %v", name, changed, err)
		}
		if changed, err := replace(filepath.Join(dir, name), []byte("text")); err != nil || changed {
			t.Errorf("%s, once more: changed %v, %v", name, changed, err)
		}
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode() != want {
			t.Errorf("%s has %v; want %v", name, info.Mode(), want)
		}
	}
}

// TestReplaceDevice: a report may go to a device, which stays one.
func TestReplaceDevice(t *testing.T) {
	if changed, err := replace(os.DevNull, bytes.Repeat([]byte("a"), 10)); err != nil || !changed {
		t.Errorf("changed %v, %v", changed, err)
	}
	info, err := os.Stat(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	if info.Mode().IsRegular() {
		t.Error("the device has become a file")
	}
}

func writeAs(t *testing.T, name string, text []byte, mode fs.FileMode) {
	t.Helper()
	if err := os.WriteFile(name, text, mode); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(name, mode); err != nil { // whatever the umask
		t.Fatal(err)
	}
}
