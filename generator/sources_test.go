package main

import (
	"os"
	"testing"
	"time"

	"anju/generator/config"
	"anju/generator/content"
)

// TestSourcesAgree: the real content speaks of one address as of one
// publisher's, of one kind and one day.
func TestSourcesAgree(t *testing.T) {
	text, err := os.ReadFile("../config.yaml")
	if err != nil {
		t.Fatal(err)
	}
	cfg, list := config.Load(text)
	lib, more := content.Load(os.DirFS(".."), cfg, content.Options{Now: time.Now()})
	if list = append(list, more...); list.HasErrors() {
		t.Fatal(list)
	}
	first := map[string]content.Source{}
	where := map[string]content.Ref{}
	for _, e := range lib.Entries {
		for _, s := range e.Common().Sources {
			was, seen := first[s.URL]
			if !seen {
				first[s.URL], where[s.URL] = s, e.Common().Ref()
				continue
			}
			if was.Publisher != s.Publisher || was.Kind != s.Kind || was.PublishedOn != s.PublishedOn {
				t.Errorf("%s: %s says %s, %s, %v; %s says %s, %s, %v", s.URL,
					where[s.URL], was.Publisher, was.Kind, was.PublishedOn, e.Common().Ref(), s.Publisher, s.Kind, s.PublishedOn)
			}
		}
	}
}
