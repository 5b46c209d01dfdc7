package build

import (
	"bytes"
	"crypto/sha256"
	"os"
	"path/filepath"
	"regexp"

	"anju/generator/site"
)

// shelf is a folder of copies of pictures that earlier builds made, by their
// keys; "" is none. Each file begins with the digest of what follows, so that a
// copy that a failing machine left half written is made anew. Whatever is wrong
// with the folder costs time and nothing else.
type shelf string

func (s shelf) path(key string) string { return filepath.Join(string(s), key) }

// get is a copy that is kept whole, and is what f says.
func (s shelf) get(f site.File) (data []byte, ok bool) {
	if s == "" {
		return nil, false
	}
	text, err := os.ReadFile(s.path(f.Picture.Key(f.Width)))
	if err != nil || len(text) < sha256.Size {
		return nil, false
	}
	data = text[sha256.Size:]
	sum := sha256.Sum256(data)
	return data, bytes.Equal(sum[:], text[:sha256.Size]) && f.Picture.Fits(data, f.Width)
}

// put keeps a copy if it can.
func (s shelf) put(f site.File, data []byte) {
	if s == "" || os.MkdirAll(string(s), 0o755) != nil {
		return
	}
	sum := sha256.Sum256(data)
	_ = os.WriteFile(s.path(f.Picture.Key(f.Width)), append(sum[:], data...), 0o644) // else it is made again
}

// keyName is what the shelf calls its files: nothing else there is touched.
var keyName = regexp.MustCompile(`^[0-9a-f]{64}$`)

// prune takes off the shelf what files have no use for, as far as it can.
func (s shelf) prune(files []site.File) {
	if s == "" {
		return
	}
	used := map[string]bool{}
	for _, f := range files {
		used[f.Picture.Key(f.Width)] = true
	}
	entries, _ := os.ReadDir(string(s)) // what cannot be read cannot be used either
	for _, e := range entries {
		if keyName.MatchString(e.Name()) && !used[e.Name()] {
			_ = os.Remove(s.path(e.Name()))
		}
	}
}
