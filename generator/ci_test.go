package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// workflow is a pipeline in the format of GitHub, as far as it is run here.
type workflow struct {
	Permissions map[string]string
	Jobs        map[string]struct {
		Steps []struct {
			Name, Uses, Run string
			If              string
			Env             map[string]string
		}
	}
}

func readWorkflow(t *testing.T) workflow {
	t.Helper()
	text, err := os.ReadFile("doc/ci/github.yml")
	if err != nil {
		t.Fatal(err)
	}
	var w workflow
	if err := yaml.Unmarshal(text, &w); err != nil {
		t.Fatal(err)
	}
	return w
}

// TestPipelines: what the ready pipelines take from others is pinned to a
// commit, they may write nothing, and all of them run the one script.
func TestPipelines(t *testing.T) {
	w := readWorkflow(t)
	if len(w.Permissions) != 1 || w.Permissions["contents"] != "read" {
		t.Errorf("permissions are %v", w.Permissions)
	}
	pinned := regexp.MustCompile(`@[0-9a-f]{40}$`)
	for _, step := range w.Jobs["review"].Steps {
		if step.Uses != "" && !pinned.MatchString(step.Uses) {
			t.Errorf("%s is not pinned to a commit", step.Uses)
		}
	}
	for _, name := range []string{"github.yml", "gitee-go.yml", "gitlab-ci.yml"} {
		text, err := os.ReadFile(filepath.Join("doc/ci", name))
		if err != nil {
			t.Fatal(err)
		}
		if err := yaml.Unmarshal(text, new(any)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if !strings.Contains(string(text), "sh generator/doc/ci/review.sh") {
			t.Errorf("%s does not run the script", name)
		}
	}
}

// TestPipeline runs the steps of the workflow, one after another as its host
// would, on a clone of this repository in which an editor changed content:
// first rightly, then with a slip.
func TestPipeline(t *testing.T) {
	if testing.Short() || os.Getenv("ANJU_FULL") != "1" {
		t.Skip("builds the generator in a clone: ANJU_FULL=1")
	}
	if err := exec.Command("git", "rev-parse", "HEAD").Run(); err != nil {
		t.Skip("not in a repository")
	}
	dir := filepath.Join(t.TempDir(), "clone")
	git(t, ".", "clone", "--quiet", "..", dir)
	base := strings.TrimSpace(git(t, dir, "rev-parse", "HEAD"))
	const entry = "content/guides/suqing-yizhan.md"
	commit := func(old, text string) {
		t.Helper()
		name := filepath.Join(dir, entry)
		before, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		after := strings.Replace(string(before), old, text, 1)
		if after == string(before) {
			t.Fatalf("%s has no %q", entry, old)
		}
		if err := os.WriteFile(name, []byte(after), 0o644); err != nil {
			t.Fatal(err)
		}
		git(t, dir, "commit", "--quiet", "-am", "an edit")
	}

	commit("title: ", "title: 试改·")
	out, ok := runSteps(t, dir, base)
	if !ok {
		t.Fatalf("a good change fails:\n%s", out)
	}
	report, err := os.ReadFile(filepath.Join(dir, "summary.md"))
	if err != nil || !strings.Contains(string(report), "试改·") || strings.Count(string(report), "## 读者会看到的变化") != 1 {
		t.Errorf("the report does not tell the new title, or is not there once: %v\n%s", err, report)
	}
	if page, err := os.ReadFile(filepath.Join(dir, "preview/public/guides/suqing-yizhan/index.html")); err != nil || !strings.Contains(string(page), "试改·") {
		t.Errorf("the preview does not show the new title: %v", err)
	}

	commit("title: ", "titel: ")
	out, ok = runSteps(t, dir, base)
	if ok || !strings.Contains(out, "::error file="+entry+",line=2,") {
		t.Errorf("a slip passes, or is not told where it is:\n%s", out)
	}
}

// runSteps runs the steps with a command as bash -e does; a step that must
// always run does, others only while none has failed.
func runSteps(t *testing.T, dir, base string) (out string, ok bool) {
	t.Helper()
	ok = true
	for _, step := range readWorkflow(t).Jobs["review"].Steps {
		if step.Run == "" || !ok && step.If != "always()" {
			continue
		}
		cmd := exec.Command("bash", "-e", "-o", "pipefail", "-c", step.Run)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "CI=true", "GITHUB_STEP_SUMMARY="+filepath.Join(dir, "summary.md"))
		for name, value := range step.Env {
			if strings.Contains(value, "github.event") {
				value = base
			}
			cmd.Env = append(cmd.Env, name+"="+value)
		}
		b, err := cmd.CombinedOutput()
		out += string(b)
		ok = ok && err == nil
	}
	return out, ok
}

func git(t *testing.T, dir string, args ...string) string {
	t.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GIT_AUTHOR_NAME=editor", "GIT_AUTHOR_EMAIL=editor@example.org", "GIT_COMMITTER_NAME=editor", "GIT_COMMITTER_EMAIL=editor@example.org")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return string(out)
}
