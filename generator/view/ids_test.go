package view

import (
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"testing"

	"anju/generator/content"
	"anju/themes"
)

var (
	idInLayout = regexp.MustCompile(`\bid="([^"{]+)"`)
	idInScript = regexp.MustCompile(`\bid(?: = |: |", )"([^"]+)"( \+)?`) // with a plus, the start of numbered ones
)

// TestReservedIDs: no heading can get an id that the default theme writes.
func TestReservedIDs(t *testing.T) {
	v := View{lib: &content.Library{}}
	taken := v.taken(&content.Head{})
	for file, ids := range idsOfTheme(t) {
		for _, id := range ids {
			if !slices.Contains(taken, id) {
				t.Errorf("%s has the id %q, which is not reserved in ids.go", file, id)
			}
		}
	}
}

// idsOfTheme are the ids written out in each file of the default theme.
func idsOfTheme(t *testing.T) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	find := func(pattern string, id *regexp.Regexp) {
		files, _ := fs.Glob(themes.Default, pattern) // fails for a bad pattern only
		found := 0
		for _, file := range files {
			src, err := fs.ReadFile(themes.Default, file)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range id.FindAllStringSubmatch(string(src), -1) {
				found++
				if len(m) < 3 || m[2] == "" {
					out[file] = append(out[file], m[1])
					continue
				}
				for i := range maxOptions {
					out[file] = append(out[file], fmt.Sprint(m[1], i))
				}
			}
		}
		if found == 0 {
			t.Errorf("%s: no ids found", pattern)
		}
	}
	find("default/layouts/*.html", idInLayout)
	find("default/layouts/partials/*.html", idInLayout)
	find("default/assets/*.js", idInScript)
	return out
}
