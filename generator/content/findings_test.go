package content

import (
	"cmp"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

const findingsFile = "../doc/findings.md"

// shownFinding is a finding as a case prints it.
type shownFinding struct{ code, severity, place, message, remedy, from string }

// A finding takes a line of its place and message, two of the excerpt where it
// has one, and one of the remedy.
var findingLine = regexp.MustCompile(`(?m)^(\S[^\n]*?): (error|warning): ([^\n]*) \[([a-z]+/[a-z-]+)\]\n((?:[^\n]*\|[^\n]*\n)*)(?: +[=] ([^\n]*)\n)?`)

// TestFindings keeps doc/findings.md equal to what the cases show: each code
// with an example of its message, of its remedy and of its place.
func TestFindings(t *testing.T) {
	want := findingsTable(t)
	if *update {
		if err := os.WriteFile(findingsFile, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	got, err := os.ReadFile(findingsFile)
	if err != nil || string(got) != want {
		t.Errorf("%s is behind testdata/broken; run go test ./generator/content -run Findings -update (%v)", findingsFile, err)
	}
}

func findingsTable(t *testing.T) string {
	t.Helper()
	byCode, all := map[string][]shownFinding{}, 0
	cases := brokenCases(t)
	for _, name := range cases {
		for _, f := range shownIn(t, name) {
			byCode[f.code] = append(byCode[f.code], f)
			all++
		}
	}
	var b strings.Builder
	b.WriteString("<!-- written by go test ./generator/content -run Findings -update from testdata/broken -->\n\n# What `check` finds in content\n\n")
	fmt.Fprintf(&b, "%d broken sources show %d findings of %d codes, each at its place. An example of each follows; the column “cases” counts its findings.\n\n", len(cases), all, len(byCode))
	b.WriteString("| code | severity | example | remedy | place | cases |\n|---|---|---|---|---|---:|\n")
	for _, code := range slices.Sorted(maps.Keys(byCode)) {
		seen := map[string]bool{}
		for _, f := range byCode[code] {
			if !seen[f.severity] {
				seen[f.severity] = true
				fmt.Fprintf(&b, "| `%s` | %s | %s | %s | [%s](../content/testdata/broken/%s) `%s` | %d |\n", code, f.severity,
					cell(f.message), cell(cmp.Or(f.remedy, "—")), strings.TrimSuffix(f.from, ".txtar"), f.from, f.place, len(byCode[code]))
			}
		}
	}
	return b.String()
}

// shownIn are the findings that a case prints in Chinese.
func shownIn(t *testing.T, name string) (out []shownFinding) {
	t.Helper()
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range archive.Files {
		if f.Name != "zh" {
			continue
		}
		for _, m := range findingLine.FindAllStringSubmatch(string(f.Data), -1) {
			out = append(out, shownFinding{code: m[4], severity: m[2], place: m[1], message: m[3], remedy: m[6], from: filepath.Base(name)})
		}
	}
	return out
}

func cell(text string) string { return strings.ReplaceAll(text, "|", `\|`) }

// noRemedy are the codes whose message says by itself what to write.
var noRemedy = []string{"yaml/bad-value", "yaml/too-short", "yaml/too-long", "yaml/out-of-range", "yaml/empty-field", "yaml/syntax"}

// Every finding tells what to do about it.
func TestRemedies(t *testing.T) {
	for _, name := range brokenCases(t) {
		for _, f := range shownIn(t, name) {
			if f.remedy == "" && !slices.Contains(noRemedy, f.code) {
				t.Errorf("%s: no remedy: %s [%s]", f.from, f.message, f.code)
			}
		}
	}
}
