package publish

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"time"
)

// Paths inside a release that every room agrees on.
const (
	// ManifestPath is where a release keeps its manifest.
	ManifestPath = "_release/manifest.json"
	// IndexPath is the folder of the search index. Its bytes differ at every
	// build, so the release id counts the index's fingerprint instead.
	IndexPath = "_release/index"

	gitkeep = ".gitkeep"
	format  = 1
)

// Manifest says what a release is made of. Its JSON is the contract's.
type Manifest struct {
	Format  int    `json:"format"`
	Release string `json:"release"` // 16 hex digits, see releaseID
	Meta
	Files  []File `json:"files"`  // all but the manifest and .gitkeep, sorted by path
	Digest string `json:"digest"` // SHA-256 of the manifest as written with an empty digest
}

// Meta is what the builder of a release knows about it beside its files.
type Meta struct {
	Generator      string    `json:"generator"`
	BuiltAt        time.Time `json:"built_at"`
	NextTransition time.Time `json:"next_transition,omitzero"` // when a status changes next; zero: never
	Documents      int       `json:"documents"`
	Index          Index     `json:"index"`
	Removed        []string  `json:"removed"`        // paths of entries withdrawn or gone
	Gone           []string  `json:"gone,omitempty"` // those that are gone for good
}

// Index identifies what the search index was built from and by.
type Index struct {
	Fingerprint string `json:"fingerprint"`
	Mapping     int    `json:"mapping"`
	Bleve       string `json:"bleve"`
}

// File is one file of a release: its slash-separated path, the SHA-256 of its
// bytes in hex, and its size in bytes.
type File struct {
	Path   string `json:"path"`
	SHA256 string `json:"sha256"`
	Size   int64  `json:"size"`
}

// ReadManifest reads the manifest of the release in dir and checks its digest,
// but none of the files it lists. A manifest that is missing or damaged gives a
// *Damage.
func ReadManifest(dir string) (Manifest, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return Manifest{}, fmt.Errorf("open release: %w", err)
	}
	defer root.Close()
	return readManifest(root)
}

func readManifest(root *os.Root) (Manifest, error) {
	data, err := root.ReadFile(ManifestPath)
	if errors.Is(err, fs.ErrNotExist) {
		return Manifest{}, &Damage{Dir: root.Name(), Missing: []string{ManifestPath}}
	}
	if err != nil {
		return Manifest{}, fmt.Errorf("read manifest: %w", err)
	}
	m, ok := decodeManifest(data)
	if !ok {
		return Manifest{}, &Damage{Dir: root.Name(), Changed: []string{ManifestPath}}
	}
	if m.Format != format {
		return Manifest{}, fmt.Errorf("release in %s has format %d, this program knows %d", root.Name(), m.Format, format)
	}
	return m, nil
}

// newManifest describes files, and returns the manifest with its bytes.
func newManifest(meta Meta, files []File) (Manifest, []byte, error) {
	m := Manifest{Format: format, Meta: meta, Files: slices.Clone(files)}
	slices.SortFunc(m.Files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	m.Removed = append([]string{}, meta.Removed...) // never null in JSON
	slices.Sort(m.Removed)
	m.Gone = slices.Sorted(slices.Values(meta.Gone))
	m.Release = releaseID(m.Files, m.Index.Fingerprint)
	blank, err := encode(m)
	if err != nil {
		return Manifest{}, nil, err
	}
	m.Digest = hexSum(blank)
	data, err := encode(m)
	return m, data, err
}

// decodeManifest reports false for bytes that no builder wrote: not JSON, a
// digest that is not theirs, or a release id that is not that of the files.
func decodeManifest(data []byte) (Manifest, bool) {
	var m Manifest
	if err := json.Unmarshal(data, &m); err != nil {
		return Manifest{}, false
	}
	// The digest is taken over the bytes as they stand, not over m encoded
	// anew: else a change that JSON ignores would go unseen.
	blank := bytes.Replace(data, []byte(`"digest":"`+m.Digest+`"`), []byte(`"digest":""`), 1)
	if hexSum(blank) != m.Digest {
		return Manifest{}, false
	}
	return m, m.Format != format || m.Release == releaseID(m.Files, m.Index.Fingerprint)
}

func encode(m Manifest) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(m); err != nil {
		return nil, fmt.Errorf("encode manifest: %w", err)
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

// releaseID names what readers see: the first 16 hex digits of SHA-256 over
// the lines "sha256  path" of all files outside the index, sorted by path, and
// a last line with the fingerprint of the index.
func releaseID(sorted []File, fingerprint string) string {
	h := sha256.New()
	for _, f := range sorted {
		if !within(f.Path, IndexPath) {
			fmt.Fprintf(h, "%s  %s\n", f.SHA256, f.Path)
		}
	}
	fmt.Fprintf(h, "%s\n", fingerprint)
	return hex.EncodeToString(h.Sum(nil))[:16]
}

// within reports whether path lies in folder.
func within(path, folder string) bool {
	return strings.HasPrefix(path, folder+"/")
}

func hexSum(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
