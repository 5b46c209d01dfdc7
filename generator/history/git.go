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
// none of the programs that it names is run, and nothing is fetched.
var harmless = []string{
	"--no-pager", "--literal-pathspecs",
	"-c", "core.fsmonitor=false", "-c", "core.hooksPath=" + os.DevNull, "-c", "protocol.allow=never",
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

// command is a run of git in the folder.
func (r *Repo) command(ctx context.Context, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, r.git, append(harmless[:len(harmless):len(harmless)], args...)...)
	cmd.Dir, cmd.Env = r.dir, environment()
	return cmd
}

// output is what a short run of git prints.
func (r *Repo) output(ctx context.Context, args ...string) (string, error) {
	out, err := r.command(ctx, args...).Output()
	return string(out), explain(ctx, err)
}

// explain is the error of a run with what git said of it.
func explain(ctx context.Context, err error) error {
	var exit *exec.ExitError
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil:
		return ctx.Err()
	case !errors.As(err, &exit):
		return fmt.Errorf("run git: %w", err)
	}
	said := string(bytes.TrimSpace(exit.Stderr))
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
