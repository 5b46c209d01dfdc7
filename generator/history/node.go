package history

import (
	"bytes"
	"cmp"
	"io"
	"io/fs"
	"slices"
	"time"
)

// node is a file or a folder of a Tree, and its own fs.FileInfo and
// fs.DirEntry: git keeps no more of it.
type node struct {
	name     string
	id       string // of the file's bytes
	size     int64
	mode     fs.FileMode
	children []*node
}

func (n *node) Name() string               { return n.name }
func (n *node) Size() int64                { return n.size }
func (n *node) Mode() fs.FileMode          { return n.mode }
func (n *node) Type() fs.FileMode          { return n.mode.Type() }
func (n *node) ModTime() time.Time         { return time.Time{} } // a tree has no times
func (n *node) IsDir() bool                { return n.mode.IsDir() }
func (n *node) Sys() any                   { return nil }
func (n *node) Info() (fs.FileInfo, error) { return n, nil }
func (n *node) String() string             { return fs.FormatDirEntry(n) }

// entries are those of a folder, sorted by name.
func (n *node) entries() []fs.DirEntry {
	sorted := slices.SortedFunc(slices.Values(n.children), func(a, b *node) int { return cmp.Compare(a.name, b.name) })
	out := make([]fs.DirEntry, len(sorted))
	for i, child := range sorted {
		out[i] = child
	}
	return out
}

// file is an open file, whose bytes are in memory.
type file struct {
	*bytes.Reader
	*node
}

func openFile(n *node, text []byte) fs.File { return file{bytes.NewReader(text), n} }

func (f file) Size() int64                { return f.node.size }
func (f file) Stat() (fs.FileInfo, error) { return f.node, nil }
func (f file) Close() error               { return nil }

// openFolder is an open folder.
type openFolder struct {
	*node
	left []fs.DirEntry
}

func (f *openFolder) Stat() (fs.FileInfo, error) { return f.node, nil }
func (f *openFolder) Close() error               { return nil }

func (f *openFolder) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: f.name, Err: fs.ErrInvalid}
}

// ReadDir gives the next n entries, or all that are left where n is not above 0.
func (f *openFolder) ReadDir(n int) ([]fs.DirEntry, error) {
	if n <= 0 {
		n = len(f.left)
	} else if len(f.left) == 0 {
		return nil, io.EOF
	}
	n = min(n, len(f.left))
	out := f.left[:n]
	f.left = f.left[n:]
	return out, nil
}
