package main

import (
	"testing"
)

// testQuiet opens every page: the browser refuses nothing for the content
// security policy, misses no file, meets no exception, and asks no other site.
func testQuiet(t *testing.T, r servedSite) {
	b := openTab(t, r.url)
	for _, name := range sampled(pageFiles(t, r.dir), 10) {
		b.open(address(name))
		for _, complaint := range b.complained() {
			t.Errorf("%s: %s", name, complaint)
		}
	}
}

// complained is what the browser complained about since it was asked last.
func (b *tab) complained() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	out := b.complaints
	b.complaints = nil
	return out
}
