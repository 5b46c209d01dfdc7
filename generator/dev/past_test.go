package dev

import (
	"os/exec"
	"testing"

	"anju/generator/check"
)

// TestPast reads what git knows once for every state and every commit.
func TestPast(t *testing.T) {
	dir := demoCopy(t)
	git := func(args ...string) {
		t.Helper()
		args = append([]string{"-C", dir, "-c", "user.name=bian", "-c", "user.email=bian@example.org", "-c", "commit.gpgsign=false"}, args...)
		if out, err := exec.Command("git", args...).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
	}
	p := &past{dir: dir}
	of := func(s *state) *check.Past {
		t.Helper()
		read, err := p.of(t.Context(), s)
		if err != nil {
			t.Fatal(err)
		}
		return read
	}
	git("init", "-q")
	s := *demoState(t)
	before := of(&s)
	if of(&s) != before || len(before.Changes) > 0 {
		t.Errorf("before the first commit: %d changes; or it was read again", len(before.Changes))
	}
	git("add", ".")
	git("commit", "-q", "-m", "begin")
	after := of(&s)
	if len(after.Changes) == 0 {
		t.Error("the commit is not known")
	}
	s.version++
	if of(&s) == after {
		t.Error("another state is given what was read for the last")
	}
}
