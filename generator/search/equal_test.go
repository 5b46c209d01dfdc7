package search_test

import (
	"slices"
	"strings"
	"testing"

	"anju/generator/search"
)

// TestEqual asks the groups of equal.txt: "site | relation | text | text …".
//
// The site is real, demo or both. Of the relations, same demands that all texts
// find the same documents, ahead that all documents of the first text stand
// before all others that the second finds, and "first ID" that the first
// document of every text is the one with the id, or with one of several with
// commas between.
func TestEqual(t *testing.T) {
	groups := lines(t, "equal.txt")
	for name, site := range map[string]corpus{"real": published, "demo": demonstration} {
		t.Run(name, func(t *testing.T) {
			s, _ := site.index(t)
			for _, g := range groups {
				if g[0] != name && g[0] != "both" {
					continue
				}
				found := map[string][]string{}
				for _, text := range g[2:] {
					ids, err := s.IDs(t.Context(), search.Query{Text: text, At: site.now, Lang: "zh-Hans"})
					if err != nil {
						t.Fatalf("%s: %v", text, err)
					}
					found[text] = ids
				}
				related(t, g[1], g[2:], found)
			}
		})
	}
}

// related checks that the relation holds of what the texts have found.
func related(t *testing.T, relation string, texts []string, found map[string][]string) {
	t.Helper()
	id, first := strings.CutPrefix(relation, "first ")
	for _, text := range texts {
		ids, base := found[text], found[texts[0]]
		switch {
		case len(ids) == 0:
			t.Errorf("%s finds nothing", text)
		case first && !slices.Contains(strings.Split(id, ","), ids[0]):
			t.Errorf("%s finds %s first, not %s", text, ids[0], id)
		case relation == "same" && !slices.Equal(sorted(ids), sorted(base)):
			t.Errorf("%s and %s do not find the same: more %v, less %v", text, texts[0], without(ids, base), without(base, ids))
		case relation == "ahead" && !slices.Equal(sorted(ids[:min(len(ids), len(base))]), sorted(base)):
			t.Errorf("what %s finds does not stand ahead in %s: %v, %v", texts[0], text, base, ids)
		case !first && relation != "same" && relation != "ahead":
			t.Fatalf("there is no relation %s", relation)
		}
	}
}

func sorted(ids []string) []string { return slices.Sorted(slices.Values(ids)) }

// without are the ids that are not among others.
func without(ids, others []string) (out []string) {
	for _, id := range ids {
		if !slices.Contains(others, id) {
			out = append(out, id)
		}
	}
	return out
}
