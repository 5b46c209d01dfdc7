package publish

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// site is a release in short: page path to text. Index files live under
// IndexPath and are written by way of Folder.
type site map[string]string

var (
	oldSite = site{
		"index.html":             "old home",
		"policies/a/index.html":  "policy a",
		"assets/style.1.css":     "body{}",
		IndexPath + "/root.bolt": "old index",
	}
	newSite = site{
		"index.html":             "new home",
		"policies/b/index.html":  "policy b",
		"policies/a":             "a file where a folder was",
		"assets/style.2.css":     "body{color:red}",
		IndexPath + "/root.bolt": "new index",
		IndexPath + "/store/1":   "segment",
	}
	builtAt = time.Date(2026, 3, 1, 8, 0, 0, 0, time.UTC)
)

func metaFor(pages site, removed ...string) Meta {
	return Meta{
		Generator: "anju test",
		BuiltAt:   builtAt,
		Documents: len(pages),
		Index:     Index{Fingerprint: pages[IndexPath+"/root.bolt"], Mapping: 1, Bleve: "v2"},
		Removed:   removed,
	}
}

// stageAll writes pages into s.
func stageAll(s *Staging, pages site) error {
	for path, text := range pages {
		if !within(path, IndexPath) {
			if err := s.Write(path, []byte(text)); err != nil {
				return err
			}
			continue
		}
		folder, err := s.Folder(IndexPath)
		if err != nil {
			return err
		}
		file := filepath.Join(folder, strings.TrimPrefix(path, IndexPath))
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			return err
		}
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			return err
		}
	}
	return nil
}

// publishWith publishes pages to dir, and aborts when it fails.
func publishWith(d disk, dir string, pages site, removed ...string) (Manifest, error) {
	s, err := begin(dir, d)
	if err != nil {
		return Manifest{}, err
	}
	if err := stageAll(s, pages); err != nil {
		return Manifest{}, errors.Join(err, s.Abort())
	}
	m, err := s.Commit(metaFor(pages, removed...))
	return m, errors.Join(err, s.Abort())
}

// quickDisk does not wait for the disk: only a power failure would show it.
func quickDisk() disk {
	d := realDisk()
	d.sync = func(string) error { return nil }
	d.syncFolder = d.sync
	return d
}

func mustPublish(t *testing.T, dir string, pages site, removed ...string) Manifest {
	t.Helper()
	m, err := publishWith(quickDisk(), dir, pages, removed...)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// idOf returns the release id that pages have, without publishing them.
func idOf(t *testing.T, pages site) string {
	t.Helper()
	return mustPublish(t, filepath.Join(t.TempDir(), "public"), pages).Release
}

func mustVerify(t *testing.T, dir, release string) {
	t.Helper()
	m, err := Verify(dir)
	if err != nil {
		t.Fatal(err)
	}
	if m.Release != release {
		t.Fatalf("live release is %s, want %s", m.Release, release)
	}
}

// readTree returns the text of every file in dir but the manifest.
func readTree(t *testing.T, dir string) site {
	t.Helper()
	got := site{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path == ManifestPath {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, path))
		got[path] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// asideNames returns what stands beside dir, the lock left out.
func asideNames(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(filepath.Join(filepath.Dir(dir), ".anju", filepath.Base(dir)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		if e.Name() != lockName {
			names = append(names, e.Name())
		}
	}
	return names
}

func toJSON(t *testing.T, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
