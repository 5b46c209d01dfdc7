package history

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// Repo is a folder in the work tree of a git repository.
type Repo struct {
	dir     string
	git     string // the program
	prefix  string // of the folder in the repository: "site/", or ""
	compose func(string) string
	edge    map[string]bool // commits behind which a shallow clone knows nothing
}

// Open finds the repository that holds the folder dir. compose writes a name in
// the one way (Unicode's form NFC) in which names are compared: a disk may
// spell out what git has composed. The error is ErrNoGit, ErrNotTracked or
// ErrUntrusted where one of them is the reason.
func Open(ctx context.Context, dir string, compose func(string) string) (*Repo, error) {
	git, err := exec.LookPath("git")
	if err != nil {
		return nil, ErrNoGit
	}
	r := &Repo{dir: dir, git: git, compose: compose}
	// --show-prefix is empty in the .git folder itself, too
	out, err := r.output(ctx, "rev-parse", "--is-inside-work-tree", "--is-shallow-repository", "--git-path", "shallow", "--show-prefix")
	if err != nil {
		return nil, err
	}
	lines := strings.Split(out, "\n")
	if len(lines) < 4 || lines[0] != "true" {
		return nil, ErrNotTracked
	}
	r.prefix = lines[3]
	if lines[1] == "true" {
		r.edge, err = r.readEdge(lines[2])
	}
	return r, err
}

// readEdge reads the commits at the edge of a shallow clone, a line each.
func (r *Repo) readEdge(file string) (map[string]bool, error) {
	if !filepath.IsAbs(file) {
		file = filepath.Join(r.dir, file)
	}
	text, err := os.ReadFile(file)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("read the edge of the clone: %w", err)
	}
	edge := map[string]bool{}
	for id := range strings.FieldsSeq(string(text)) {
		edge[id] = true
	}
	return edge, nil
}

// Shallow reports whether the clone knows nothing of what lies further back
// than its edge.
func (r *Repo) Shallow() bool { return len(r.edge) > 0 }

// Head is the id of the commit that is checked out, "" before the first. Its
// bytes may still be lost.
func (r *Repo) Head(ctx context.Context) (string, error) {
	id, err := r.output(ctx, "rev-parse", "--verify", "--quiet", "HEAD")
	var exit *exec.ExitError
	if errors.As(err, &exit) && exit.ExitCode() == 1 { // no such revision; damage ends in 128
		return "", nil
	}
	return strings.TrimSpace(id), err
}
