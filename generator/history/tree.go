package history

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"
)

// Tree is what the folder held at the revision rev: a commit, a branch or a
// tag. It reads files when they are asked for, and is to be closed. Symbolic
// links are told as such and not followed. The error is ErrUnknownRevision, or
// ErrNotFetched where the clone is shallow and may only lack it.
func (r *Repo) Tree(ctx context.Context, rev string) (*Tree, error) {
	if rev == "" || strings.HasPrefix(rev, "-") { // git would take it for an option
		return nil, fmt.Errorf("%w: %q", ErrUnknownRevision, rev)
	}
	commit, err := r.output(ctx, "rev-parse", "--verify", "--quiet", rev+"^{commit}")
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil && r.Shallow():
		return nil, fmt.Errorf("%w: %q", ErrNotFetched, rev)
	case err != nil:
		return nil, fmt.Errorf("%w: %q", ErrUnknownRevision, rev)
	}
	return r.openTree(ctx, strings.TrimSpace(commit))
}

func (r *Repo) openTree(ctx context.Context, commit string) (*Tree, error) {
	nodes, err := r.listing(ctx, commit)
	if err != nil {
		return nil, err
	}
	t := &Tree{nodes: map[string]*node{".": {name: ".", mode: fs.ModeDir | 0o555}}}
	for name, n := range nodes {
		t.place(name, n)
	}
	t.blobs, err = r.openBlobs(ctx)
	return t, err
}

// listing is what the folder holds at a commit, by slash path below the folder.
// Parts of other repositories are left out.
func (r *Repo) listing(ctx context.Context, commit string) (map[string]*node, error) {
	out, err := r.output(ctx, "ls-tree", "-r", "-l", "-z", "--full-tree", commit)
	if err != nil {
		return nil, err
	}
	nodes := map[string]*node{}
	for line := range strings.SplitSeq(strings.TrimSuffix(out, "\x00"), "\x00") {
		facts, name, _ := strings.Cut(line, "\t")
		name, inside := strings.CutPrefix(name, r.prefix)
		fields := strings.Fields(facts) // mode, type, id, size
		if !inside || len(fields) != 4 || fields[1] != "blob" {
			continue
		}
		size, err := strconv.ParseInt(fields[3], 10, 64)
		if err != nil {
			return nil, fmt.Errorf("read git's tree: %w", err)
		}
		n := &node{name: path.Base(name), id: fields[2], size: size, mode: 0o444}
		if fields[0] == "120000" {
			n.mode |= fs.ModeSymlink
		}
		nodes[name] = n
	}
	return nodes, nil
}

// place puts a file into the folders that its path names.
func (t *Tree) place(name string, n *node) {
	if !fs.ValidPath(name) { // a hostile tree
		return
	}
	t.nodes[name] = n
	for child := n; name != "."; name = path.Dir(name) {
		parent := path.Dir(name)
		folder, there := t.nodes[parent]
		if !there {
			folder = &node{name: path.Base(parent), mode: fs.ModeDir | 0o555}
			t.nodes[parent] = folder
		}
		folder.children = append(folder.children, child)
		if there {
			return
		}
		child = folder
	}
}

// Tree is a read-only file system.
type Tree struct {
	nodes map[string]*node
	blobs *blobs
}

// Close ends the program that reads files.
func (t *Tree) Close() error { return t.blobs.close() }

func (t *Tree) node(op, name string) (*node, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: op, Path: name, Err: fs.ErrInvalid}
	}
	n, ok := t.nodes[name]
	if !ok {
		return nil, &fs.PathError{Op: op, Path: name, Err: fs.ErrNotExist}
	}
	return n, nil
}

// Open opens a file or a folder, and no link.
func (t *Tree) Open(name string) (fs.File, error) {
	n, err := t.node("open", name)
	switch {
	case err != nil:
		return nil, err
	case n.IsDir():
		return &openFolder{node: n, left: n.entries()}, nil
	}
	text, err := t.ReadFile(name)
	if err != nil {
		return nil, err
	}
	return openFile(n, text), nil
}

// errLink refuses what may lead out of the tree.
var errLink = errors.New("a symbolic link is not followed")

// ReadFile reads a file whole, and no link. The error is a *fs.PathError: of
// fs.ErrNotExist, of fs.ErrInvalid for a folder or no path, or of ErrNotFetched
// where the clone lacks its bytes.
func (t *Tree) ReadFile(name string) ([]byte, error) {
	n, err := t.node("read", name)
	if err == nil && n.IsDir() {
		err = &fs.PathError{Op: "read", Path: name, Err: fs.ErrInvalid}
	}
	if err == nil && n.mode&fs.ModeSymlink != 0 {
		err = &fs.PathError{Op: "read", Path: name, Err: errLink}
	}
	if err != nil {
		return nil, err
	}
	text, err := t.blobs.read(n.id)
	if err != nil {
		return nil, &fs.PathError{Op: "read", Path: name, Err: err}
	}
	return text, nil
}

// ReadDir lists a folder, sorted by name.
func (t *Tree) ReadDir(name string) ([]fs.DirEntry, error) {
	n, err := t.node("readdir", name)
	if err == nil && !n.IsDir() {
		err = &fs.PathError{Op: "readdir", Path: name, Err: fs.ErrInvalid}
	}
	if err != nil {
		return nil, err
	}
	return n.entries(), nil
}

// Stat tells the facts of a file, a folder, or a link itself.
func (t *Tree) Stat(name string) (fs.FileInfo, error) { return t.Lstat(name) }

// Lstat is Stat.
func (t *Tree) Lstat(name string) (fs.FileInfo, error) {
	n, err := t.node("stat", name)
	if err != nil {
		return nil, err
	}
	return n, nil
}

// ReadLink is where a link leads.
func (t *Tree) ReadLink(name string) (string, error) {
	n, err := t.node("readlink", name)
	if err == nil && n.mode&fs.ModeSymlink == 0 {
		err = &fs.PathError{Op: "readlink", Path: name, Err: fs.ErrInvalid}
	}
	if err != nil {
		return "", err
	}
	to, err := t.blobs.read(n.id)
	return string(to), err
}
