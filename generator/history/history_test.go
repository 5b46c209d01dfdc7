package history_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"anju/generator/hanzi"
	"anju/generator/history"
)

// work is a repository being made, in which each commit is an hour later.
type work struct {
	*testing.T
	dir  string
	hour int
}

func newWork(t *testing.T) *work {
	t.Helper()
	w := &work{T: t, dir: t.TempDir()}
	w.git("init", "-q", "-b", "main")
	return w
}

// git runs the program as somebody with no settings, far from the zone of the
// content.
func (w *work) git(args ...string) string {
	w.Helper()
	date := time.Date(2026, 3, 1, 20+w.hour, 0, 0, 0, time.FixedZone("", -5*3600)).Format(time.RFC3339)
	cmd := exec.Command("git", args...)
	cmd.Dir = w.dir
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_NOSYSTEM=1",
		"GIT_AUTHOR_NAME=x", "GIT_AUTHOR_EMAIL=x@example.org", "GIT_COMMITTER_NAME=x", "GIT_COMMITTER_EMAIL=x@example.org",
		"GIT_AUTHOR_DATE="+date, "GIT_COMMITTER_DATE="+date)
	out, err := cmd.CombinedOutput()
	if err != nil {
		w.Fatalf("git %v: %v\n%s", args, err, out)
	}
	return strings.TrimSpace(string(out))
}

func (w *work) write(name, text string) {
	w.Helper()
	path := filepath.Join(w.dir, filepath.FromSlash(name))
	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(text), 0o644)); err != nil {
		w.Fatal(err)
	}
}

func (w *work) commit(subject string) {
	w.Helper()
	w.git("add", "-A")
	w.git("commit", "-q", "--allow-empty", "-m", subject)
	w.hour++
}

func (w *work) open(folder string) *history.Repo {
	w.Helper()
	repo, err := history.Open(w.Context(), filepath.Join(w.dir, folder), hanzi.Compose)
	if err != nil {
		w.Fatal(err)
	}
	return repo
}

func (w *work) changes(repo *history.Repo, files ...string) map[string]history.Change {
	w.Helper()
	got, err := repo.LastChanges(w.Context(), files)
	if err != nil {
		w.Fatal(err)
	}
	return got
}

// long is a text of which a small edit leaves nearly all.
var long = strings.Repeat("毕业生租房，每月补贴六百元。\n", 30)

func TestLastChanges(t *testing.T) {
	w := newWork(t)
	w.write("README", "outside")
	w.write("site/content/租房.md", long)
	w.write("site/content/改名.md", long+"二")
	w.write("site/content/改名又改.md", long+"三")
	w.write("site/content/没动.md", "四")
	w.write("site/content/quo\"te\t.md", "五")
	w.write("site/content/caf\u00e9.md", "六")
	w.commit("第一版")
	w.write("site/content/租房.md", long+"加一句")
	w.commit("租房：加一句\x1b[31m")
	w.git("mv", "site/content/改名.md", "site/content/新名.md")
	w.commit("只改名")
	w.git("mv", "site/content/改名又改.md", "site/content/改好.md")
	w.write("site/content/改好.md", long+"三加")
	w.commit("改名，也改了字")
	w.git("mv", "site/content/新名.md", "site/content/更新的名.md")
	w.commit("又改名")
	w.write("README", "outside, again")
	w.commit("别处")
	repo := w.open("site")
	got := w.changes(repo, "content/租房.md", "content/更新的名.md", "content/改好.md", "content/没动.md", "content/quo\"te\t.md", "content/cafe\u0301.md", "content/没有.md")

	want := map[string]struct{ date, subject, renamed string }{
		"content/租房.md":         {"2026-03-01T21:00:00-05:00", "租房：加一句�[31m", ""},
		"content/更新的名.md":       {"2026-03-01T20:00:00-05:00", "第一版", "2026-03-02T00:00:00-05:00"},
		"content/改好.md":         {"2026-03-01T23:00:00-05:00", "改名，也改了字", ""},
		"content/没动.md":         {"2026-03-01T20:00:00-05:00", "第一版", ""},
		"content/quo\"te\t.md":  {"2026-03-01T20:00:00-05:00", "第一版", ""},
		"content/cafe\u0301.md": {"2026-03-01T20:00:00-05:00", "第一版", ""},
	}
	for file, w := range want {
		c := got[file]
		renamed := ""
		if !c.Renamed.IsZero() {
			renamed = c.Renamed.Format(time.RFC3339)
		}
		if c.Date.Format(time.RFC3339) != w.date || c.Subject != w.subject || renamed != w.renamed || c.Edge || c.Commit == "" {
			t.Errorf("%s: %+v, want %+v", file, c, w)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d files, want %d: %v", len(got), len(want), got)
	}
	if repo.Shallow() {
		t.Error("a whole repository is called shallow")
	}
}

// What people set for their own use of git changes nothing.
func TestLastChangesWhateverIsSet(t *testing.T) {
	w := newWork(t)
	w.write("README", "outside")
	w.write("site/content/a.md", "first")
	w.commit("first")
	w.write("site/content/b.md", "second")
	w.commit("second")
	for key, value := range map[string]string{
		"diff.relative": "true", "log.showRoot": "false", "diff.orderFile": "nowhere", "diff.renames": "false",
		"diff.noprefix": "true", "diff.external": "false", "log.follow": "true", "log.showSignature": "true", "color.ui": "always",
		"core.quotePath": "true", "format.pretty": "oneline", "log.date": "relative", "diff.ignoreSubmodules": "all",
	} {
		w.git("config", key, value)
	}
	got := w.changes(w.open("site"), "content/a.md", "content/b.md")
	if got["content/a.md"].Subject != "first" || got["content/b.md"].Subject != "second" {
		t.Errorf("%+v", got)
	}
}

// A merge is the last change of a file only where it holds what none of its
// parents has.
func TestLastChangesOfMerges(t *testing.T) {
	w := newWork(t)
	w.write("both.md", "a\n")
	w.write("theirs.md", "a\n")
	w.commit("first")
	w.git("checkout", "-q", "-b", "side")
	w.write("both.md", "side\n")
	w.write("theirs.md", "side\n")
	w.commit("on the side")
	w.git("checkout", "-q", "main")
	w.write("both.md", "main\n")
	w.commit("on main")
	w.git("merge", "-q", "--no-commit", "-s", "ours", "side")
	w.write("both.md", "both\n")
	w.write("theirs.md", "side\n")
	w.commit("merged")
	got := w.changes(w.open("."), "both.md", "theirs.md")
	if got["both.md"].Subject != "merged" || got["theirs.md"].Subject != "on the side" {
		t.Errorf("%+v", got)
	}
}

func TestShallow(t *testing.T) {
	w := newWork(t)
	w.write("old.md", "a")
	w.commit("old")
	w.write("new.md", "a")
	w.commit("edge")
	w.write("last.md", "a")
	w.commit("last")
	first := w.git("rev-parse", "HEAD~2")
	clone := &work{T: t, dir: t.TempDir()}
	clone.git("clone", "-q", "--depth", "2", "file://"+w.dir, ".")
	repo := clone.open(".")
	if !repo.Shallow() {
		t.Error("not called shallow")
	}
	got := clone.changes(repo, "old.md", "new.md", "last.md")
	if c := got["last.md"]; c.Edge || c.Subject != "last" {
		t.Errorf("last.md: %+v", c)
	}
	for _, name := range []string{"old.md", "new.md"} { // nobody can tell them apart
		if c := got[name]; !c.Edge || c.Date.Hour() != 21 {
			t.Errorf("%s: %+v", name, c)
		}
	}
	for _, rev := range []string{first, "HEAD~2", "v1"} {
		if _, err := repo.Tree(t.Context(), rev); !errors.Is(err, history.ErrNotFetched) {
			t.Errorf("%s: %v", rev, err)
		}
	}
}

// A clone without the bytes of old files cannot tell a rename with an edit from
// a new file: it says so, and fetches nothing.
func TestPartialClone(t *testing.T) {
	w := newWork(t)
	w.git("config", "uploadpack.allowFilter", "true")
	w.write("租房.md", long)
	w.commit("first")
	w.git("mv", "租房.md", "补贴.md")
	w.write("补贴.md", long+"加一句")
	w.commit("renamed and edited")
	clone := &work{T: t, dir: t.TempDir()}
	clone.git("clone", "-q", "--filter=blob:none", "file://"+w.dir, ".")
	repo := clone.open(".")
	if got, err := repo.LastChanges(t.Context(), []string{"补贴.md"}); !errors.Is(err, history.ErrNotFetched) {
		t.Errorf("last changes: %v, %v", got, err)
	}
	if _, err := repo.Tree(t.Context(), "HEAD~1"); !errors.Is(err, history.ErrNotFetched) {
		t.Errorf("tree: %v", err)
	}
}

// A damaged repository is not taken for one without commits.
func TestDamaged(t *testing.T) {
	w := newWork(t)
	w.write("a.md", "a")
	w.commit("first")
	repo := w.open(".")
	id := w.git("rev-parse", "HEAD")
	commit := filepath.Join(w.dir, ".git/objects", id[:2], id[2:])
	for _, damage := range []struct {
		name string
		do   func() error
	}{
		{"corrupt", func() error { return errors.Join(os.Chmod(commit, 0o644), os.WriteFile(commit, []byte("x"), 0o644)) }},
		{"lost", func() error { return os.Remove(commit) }},
	} {
		if err := damage.do(); err != nil {
			t.Fatal(err)
		}
		if got, err := repo.LastChanges(t.Context(), []string{"a.md"}); err == nil || !strings.Contains(err.Error(), "fatal: ") {
			t.Errorf("%s: last changes: %v, %v", damage.name, got, err)
		}
		if got, err := repo.Uncommitted(t.Context(), []string{"a.md"}); err == nil {
			t.Errorf("%s: uncommitted: %v", damage.name, got)
		}
	}
}

func TestUncommitted(t *testing.T) {
	w := newWork(t)
	files := []string{"same.md", "windows.md", "edited.md", "gone.md", "新的.md"}
	if got := w.changes(w.open("."), files...); len(got) != 0 {
		t.Errorf("before the first commit: %v", got)
	}
	for _, name := range files[:4] {
		w.write("site/"+name, "一\n二\n")
	}
	w.commit("all")
	w.write("site/windows.md", "一\r\n二\r\n")
	w.write("site/edited.md", "一\n三\n")
	w.write("site/新的.md", "")
	if err := os.Remove(filepath.Join(w.dir, "site/gone.md")); err != nil {
		t.Fatal(err)
	}
	got, err := w.open("site").Uncommitted(t.Context(), files)
	if err != nil {
		t.Fatal(err)
	}
	for i, name := range files {
		if got[name] != (i > 1) {
			t.Errorf("%s: %v", name, got[name])
		}
	}
}

func TestOpenRefuses(t *testing.T) {
	w := newWork(t)
	if _, err := history.Open(t.Context(), t.TempDir(), hanzi.Compose); !errors.Is(err, history.ErrNotTracked) {
		t.Errorf("a folder without a repository: %v", err)
	}
	if _, err := history.Open(t.Context(), filepath.Join(w.dir, ".git"), hanzi.Compose); !errors.Is(err, history.ErrNotTracked) {
		t.Errorf("the repository itself: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := history.Open(ctx, w.dir, hanzi.Compose); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	t.Setenv("PATH", t.TempDir())
	if _, err := history.Open(t.Context(), w.dir, hanzi.Compose); !errors.Is(err, history.ErrNoGit) {
		t.Errorf("no git: %v", err)
	}
}

// The configuration of a repository names programs; none of them runs, and a
// variable that points git elsewhere does not either.
func TestHostileRepository(t *testing.T) {
	w := newWork(t)
	w.write("a.md", "a\n")
	w.write(".gitattributes", "*.md diff=evil filter=evil\n")
	w.commit("first")
	w.write("a.md", "b\n")
	w.commit("second")
	w.write("a.md", "c\n")
	mark := filepath.Join(t.TempDir(), "ran")
	program := filepath.Join(t.TempDir(), "evil.sh")
	if err := os.WriteFile(program, []byte("#!/bin/sh\ntouch "+mark+"\ncat\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{
		"core.fsmonitor", "core.pager", "pager.log", "diff.external", "diff.evil.command", "diff.evil.textconv",
		"filter.evil.clean", "filter.evil.smudge", "filter.evil.process", "gpg.program", "core.sshCommand",
	} {
		w.git("config", key, program)
	}
	w.git("config", "log.showSignature", "true")
	t.Setenv("GIT_DIR", "/nonexistent")
	t.Setenv("GIT_EXTERNAL_DIFF", program)
	t.Setenv("GIT_PAGER", program)
	repo := w.open(".")
	if got := w.changes(repo, "a.md")["a.md"]; got.Subject != "second" {
		t.Errorf("%+v", got)
	}
	if got, err := repo.Uncommitted(t.Context(), []string{"a.md"}); !got["a.md"] || err != nil {
		t.Errorf("%v, %v", got, err)
	}
	tree, err := repo.Tree(t.Context(), "HEAD")
	if err != nil {
		t.Fatal(err)
	}
	if text, err := fs.ReadFile(tree, "a.md"); string(text) != "b\n" || err != nil {
		t.Errorf("%q, %v", text, err)
	}
	if err := tree.Close(); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(mark); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a program of the repository ran: %v", err)
	}
}

// Git's own refusal of a repository of another user is told as such.
func TestUntrusted(t *testing.T) {
	w := newWork(t)
	w.commit("first")
	program := filepath.Join(t.TempDir(), "git")
	script := "#!/bin/sh\necho \"fatal: detected dubious ownership in repository at '/x'\" >&2\nexit 128\n"
	if err := os.WriteFile(program, []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", filepath.Dir(program)+":"+os.Getenv("PATH"))
	if _, err := history.Open(t.Context(), w.dir, hanzi.Compose); !errors.Is(err, history.ErrUntrusted) {
		t.Error(err)
	}
}
