package history

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
)

// What keeps a folder's history from being read.
var (
	// ErrNoGit says that the machine has no git program.
	ErrNoGit = errors.New("git is not installed")
	// ErrNotTracked says that no git repository holds the folder.
	ErrNotTracked = errors.New("the folder is not in a git repository")
	// ErrUntrusted says that git refuses a repository of another user.
	ErrUntrusted = errors.New("git does not trust the repository: it belongs to another user")
	// ErrUnknownRevision says that the repository has no such revision.
	ErrUnknownRevision = errors.New("the repository has no such revision")
	// ErrNotFetched says that a clone is not complete, and lacks what was asked
	// for.
	ErrNotFetched = errors.New("the clone does not hold it")
)

// harmless are settings over those of a repository, which may be a stranger's:
// none of the programs that it names is run, nothing is fetched, and its changes
// are listed whole. An empty orderFile would be looked for: the null device
// stands for none.
var harmless = []string{
	"--no-pager", "--literal-pathspecs",
	"-c", "core.fsmonitor=false", "-c", "core.hooksPath=" + os.DevNull, "-c", "protocol.allow=never",
	"-c", "log.showRoot=true", "-c", "diff.relative=false", "-c", "diff.orderFile=" + os.DevNull,
	"-c", "log.showSignature=false", "-c", "color.ui=false", "-c", "i18n.logOutputEncoding=UTF-8",
}

// environment is that of this process without what points git to another
// repository, as it does for a hook. Settings of the machine stay.
func environment() (env []string) {
	for _, v := range os.Environ() {
		isGit := strings.HasPrefix(v, "GIT_")
		if !isGit || strings.HasPrefix(v, "GIT_CONFIG_") || strings.HasPrefix(v, "GIT_CEILING_") {
			env = append(env, v)
		}
	}
	return append(env, "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "GIT_NO_LAZY_FETCH=1")
}

// run is a run of git.
type run struct {
	*exec.Cmd
	ctx  context.Context
	said complaint
}

// complaint keeps the beginning of what a program says on its standard error.
type complaint []byte

// maxComplaint is how much of it is kept, in bytes.
const maxComplaint = 4 << 10

func (c *complaint) Write(b []byte) (int, error) {
	*c = append(*c, b[:min(len(b), maxComplaint-len(*c))]...)
	return len(b), nil
}

// command is a run of git in the folder, which ends with ctx.
func (r *Repo) command(ctx context.Context, args ...string) *run {
	c := &run{Cmd: exec.CommandContext(ctx, r.git, append(harmless[:len(harmless):len(harmless)], args...)...), ctx: ctx}
	c.Dir, c.Env, c.Stderr = r.dir, environment(), &c.said
	return c
}

// output is what a short run of git prints.
func (r *Repo) output(ctx context.Context, args ...string) (string, error) {
	c := r.command(ctx, args...)
	out, err := c.Output()
	return string(out), c.explain(err)
}

// explain is the error with which a run ended, with what git said of it.
func (c *run) explain(err error) error {
	var exit *exec.ExitError
	switch {
	case err == nil:
		return nil
	case c.ctx.Err() != nil:
		return c.ctx.Err()
	case !errors.As(err, &exit):
		return fmt.Errorf("run git: %w", err)
	}
	said := strings.ReplaceAll(string(bytes.TrimSpace(c.said)), "\n", "; ")
	switch {
	case strings.Contains(said, "dubious ownership"):
		return fmt.Errorf("%w: %s", ErrUntrusted, said)
	case strings.Contains(said, "not a git repository"), strings.Contains(said, "must be run in a work tree"):
		return ErrNotTracked
	case strings.Contains(said, "promisor"), strings.Contains(said, "lazy fetching"), strings.Contains(said, "not allowed"): // a partial clone would fetch
		return fmt.Errorf("%w: %s", ErrNotFetched, said)
	}
	return fmt.Errorf("git: %w: %s", exit, said)
}
