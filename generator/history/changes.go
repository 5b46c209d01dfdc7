package history

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode"
)

// Change is the last change of what a file holds.
type Change struct {
	Commit  string    // its id
	Date    time.Time // when it was written, in its author's time zone
	Subject string    // the first line of what its author said of it
	Renamed time.Time // when the file last got another name since, and nothing more; zero for never
	Edge    bool      // a shallow clone ends here: the change is of Date or older, and Subject may be another's
}

// LastChanges finds the last change of each of the files, slash paths below the
// folder, through renames. A rename alone is no change. Files that git does not
// know are not in the map. It reads no further back than it must.
func (r *Repo) LastChanges(ctx context.Context, files []string) (map[string]Change, error) {
	if head, err := r.Head(ctx); head == "" {
		return nil, err
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel() // ends git when all is known
	// -c: of a merge, the files that are none of its parents'
	cmd := r.command(ctx, "log", "-z", "-c", "--name-status", "-M", "--no-ext-diff", "--no-textconv",
		"--format=%x01%H%x00%aI%x00%s", "HEAD", "--", ".")
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, fmt.Errorf("run git: %w", err)
	}
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("run git: %w", err)
	}
	t := newTrail(r, files)
	err = t.follow(bufio.NewReader(out))
	if err == nil && len(t.names) == 0 { // all is known before the end
		cancel()
		_ = cmd.Wait() // it was ended, which is no error
		return t.found, nil
	}
	return t.found, errors.Join(err, cmd.explain(cmd.Wait()))
}

// trail follows files back in time.
type trail struct {
	repo    *Repo
	names   map[string][]string // the files not found yet, by what they were called at this commit
	renamed map[string]time.Time
	found   map[string]Change
	at      Change // the commit being read
}

func newTrail(r *Repo, files []string) *trail {
	t := &trail{repo: r, names: map[string][]string{}, renamed: map[string]time.Time{}, found: map[string]Change{}}
	for _, f := range files {
		name := r.compose(r.prefix + f)
		t.names[name] = append(t.names[name], f)
	}
	return t
}

// follow reads what git log -z prints: of each commit what the format gives,
// then the state of each file it changed and its name or, for a rename, both.
func (t *trail) follow(log *bufio.Reader) error {
	for len(t.names) > 0 {
		token, err := next(log)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if commit, ok := strings.CutPrefix(token, "\x01"); ok {
			err = t.begin(log, commit)
		} else if token != "" {
			err = t.file(log, token)
		}
		if err != nil {
			return fmt.Errorf("read git's log: %w", err)
		}
	}
	return nil
}

// next is what stands before the next NUL. Git puts a line's end before the
// files of a commit.
func next(log *bufio.Reader) (string, error) {
	token, err := log.ReadString(0)
	return strings.TrimPrefix(strings.TrimSuffix(token, "\x00"), "\n"), err
}

func (t *trail) begin(log *bufio.Reader, commit string) error {
	date, err := next(log)
	if err != nil {
		return err
	}
	subject, err := next(log)
	if err != nil {
		return err
	}
	written, err := time.Parse(time.RFC3339, date)
	t.at = Change{Commit: commit, Date: written, Subject: plain(subject), Edge: t.repo.edge[commit]}
	return err
}

// file takes in that the commit made a file what it is. A merge has a state for
// each parent.
func (t *trail) file(log *bufio.Reader, state string) error {
	name, err := next(log)
	if err != nil {
		return err
	}
	if !renames(state) {
		t.changed(name)
		return nil
	}
	to, err := next(log)
	if err != nil {
		return err
	}
	if state != "R100" {
		t.changed(to)
		return nil
	}
	t.moved(name, to)
	return nil
}

// renames reports whether state, R and a percentage of likeness, is followed by
// two names. That of a merge is letters alone, with one name.
func renames(state string) bool {
	return len(state) > 1 && state[0] == 'R' && '0' <= state[1] && state[1] <= '9'
}

// changed ends the trail of what is called name at this commit.
func (t *trail) changed(name string) {
	name = t.repo.compose(name)
	for _, file := range t.names[name] {
		c := t.at
		c.Renamed = t.renamed[file]
		t.found[file] = c
	}
	delete(t.names, name)
}

// moved goes on with the trail under the name that the file had before.
func (t *trail) moved(from, to string) {
	from, to = t.repo.compose(from), t.repo.compose(to)
	for _, file := range t.names[to] {
		if t.renamed[file].IsZero() {
			t.renamed[file] = t.at.Date
		}
		t.names[from] = append(t.names[from], file)
	}
	delete(t.names, to)
}

// maxSubject is how much of a subject is kept, in code points.
const maxSubject = 100

// plain is a subject as it can stand on a terminal, of bounded length.
func plain(subject string) string {
	r := []rune(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
			return unicode.ReplacementChar
		}
		return r
	}, subject))
	if len(r) > maxSubject {
		return string(r[:maxSubject]) + "…"
	}
	return string(r)
}
