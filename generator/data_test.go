package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var dataLink = regexp.MustCompile(`<link rel="alternate" type="application/json" href="([^"]*)">`)

// TestPagesLeadToData: entries and lists name what they show as data, in every
// language; what was withdrawn, and other pages, name none.
func TestPagesLeadToData(t *testing.T) {
	site := releaseOf(t, "testdata/demo")
	for page, want := range map[string]string{
		"/policies/shili-zufang-2026/": "/policies/shili-zufang-2026/index.json", "/en/events/luyan-20261210/": "/events/luyan-20261210/index.json",
		"/policies/": "/data/policies.json", "/en/policies/": "/data/policies.json", "/homes/": "/data/homes.json",
		"/policies/shili-cuowu-2024/": "", "/": "", "/cities/": "",
	} {
		got := ""
		if link := dataLink.FindStringSubmatch(get(site, page)); link != nil {
			got = link[1]
		}
		if got != want {
			t.Errorf("%s leads to the data %q, want %q", page, got, want)
		}
		if want != "" && !json.Valid([]byte(get(site, want))) {
			t.Errorf("%s is not there", want)
		}
	}
}

// TestHitsAreInTheData: what the search finds bears the name that it has in the
// data, and all of it is found, but for the pages of the site, gaps that are
// filled and what was withdrawn.
func TestHitsAreInTheData(t *testing.T) {
	for _, source := range []string{"..", "testdata/demo"} {
		site := releaseOf(t, source)
		found, held := map[string]bool{}, map[string]bool{}
		for _, typ := range strings.Fields("community policy guide job event home city brand operator gap") {
			for page, more := 1, true; more; page++ {
				var answer struct {
					Total int
					Hits  []struct{ ID, Status string }
				}
				decode(t, get(site, fmt.Sprintf("/api/v1/search?per_page=50&type=%s&page=%d", typ, page)), &answer)
				for _, h := range answer.Hits {
					if h.Status != "withdrawn" {
						found[h.ID] = true
					}
				}
				more = page*50 < answer.Total
			}
		}
		var index struct{ Files []struct{ URL, Type string } }
		decode(t, get(site, "/data/index.json"), &index)
		for _, f := range index.Files {
			_, path, _ := strings.Cut(f.URL, "/data/")
			var doc any
			if decode(t, get(site, "/data/"+path), &doc); f.Type != "page" {
				noteRefs(held, doc)
			}
		}
		if !maps.Equal(found, held) || len(held) < 50 {
			t.Errorf("%s: found are %q\nin the data are %q", source, slices.Sorted(maps.Keys(found)), slices.Sorted(maps.Keys(held)))
		}
	}
}

func decode(t *testing.T, text string, to any) {
	t.Helper()
	if err := json.Unmarshal([]byte(text), to); err != nil {
		t.Fatalf("%v: %.300s", err, text)
	}
}

// noteRefs notes the refs of all objects in v.
func noteRefs(to map[string]bool, v any) {
	switch v := v.(type) {
	case map[string]any:
		if ref, ok := v["ref"].(string); ok && v["found"] == nil { // a gap that is filled is no hit
			to[ref] = true
		}
		for _, of := range v {
			noteRefs(to, of)
		}
	case []any:
		for _, of := range v {
			noteRefs(to, of)
		}
	}
}
