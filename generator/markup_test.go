package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// testMarkup holds every page against html-validate's recommended rules;
// testdata/tools/README.md says which are set otherwise, and why.
func testMarkup(t *testing.T, r servedSite) {
	tool := toolFile(t, "node_modules/html-validate/bin/html-validate.mjs")
	for _, found := range validate(t, tool, r.dir, sampled(pageFiles(t, r.dir), 10)) {
		t.Error(strings.TrimPrefix(found, r.dir))
	}
}

// TestMarkupCatches shows that html-validate is run in earnest.
func TestMarkupCatches(t *testing.T) {
	tool, dir := toolFile(t, "node_modules/html-validate/bin/html-validate.mjs"), t.TempDir()
	const bad = `<!doctype html><html lang="en"><head><title>a</title></head><body><p><div>b</div></p></body></html>`
	if err := os.WriteFile(filepath.Join(dir, "bad.html"), []byte(bad), 0o644); err != nil {
		t.Fatal(err)
	}
	if found := validate(t, tool, dir, []string{"bad.html"}); len(found) == 0 {
		t.Error("a paragraph may hold a block")
	}
}

// pageFiles are the pages of a release, in order.
func pageFiles(t *testing.T, dir string) (out []string) {
	t.Helper()
	for name := range readRelease(t, dir) {
		if filepath.Ext(name) == ".html" && !strings.HasPrefix(name, "_release/") {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

// validate is what html-validate finds in the files of a folder.
func validate(t *testing.T, tool, dir string, files []string) (out []string) {
	t.Helper()
	config := toolFile(t, "html-validate.json")
	cmd := exec.CommandContext(t.Context(), "node", append([]string{tool, "--config", config, "--formatter", "json"}, files...)...)
	cmd.Dir = dir
	answer := filepath.Join(t.TempDir(), "found.json")
	to, err := os.Create(answer) // node may cut what it writes to a pipe
	if err != nil {
		t.Fatal(err)
	}
	defer to.Close()
	cmd.Stdout = to
	err = cmd.Run()
	if exit := (*exec.ExitError)(nil); err != nil && !(errors.As(err, &exit) && exit.ExitCode() == 1) { // 1: something was found
		t.Fatalf("html-validate: %v", err)
	}
	data, err := os.ReadFile(answer)
	if err != nil {
		t.Fatal(err)
	}
	var results []struct {
		File     string `json:"filePath"`
		Messages []struct {
			Rule     string `json:"ruleId"`
			Text     string `json:"message"`
			Line     int    `json:"line"`
			Selector string `json:"selector"`
		} `json:"messages"`
	}
	if err := json.Unmarshal(data, &results); err != nil {
		t.Fatalf("html-validate says %q: %v", data, err)
	}
	for _, r := range results {
		for _, m := range r.Messages {
			out = append(out, fmt.Sprintf("%s:%d: %s: %s at %s", r.File, m.Line, m.Rule, m.Text, m.Selector))
		}
	}
	return out
}
