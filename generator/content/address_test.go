package content

import "testing"

func TestWasAddress(t *testing.T) {
	for old, want := range map[string]bool{
		"old-id": true, "旧编号": true, "Old": false, "": false,
		"/guides/old/": true, "/guides/old": true, "/guides/old/part/": true, "/old/rent.html": true, "/租房.html": true, "/zufang": true,
		"/policies/old/part/": false, "/guides/a/b/c/": false,
		"/": false, "/index.html": false, "/..": false, "/../etc": false, "/.": false, "/a/./b": false, "/a//b": false,
		"/feed.atom": false, "/sitemap.xml": false, "/robots.txt": false, "/favicon.ico": false, "/calendar.ics": false,
		"/policies/": false, "/policies/index.html": false, "/policies/page/": false, "/guides/x/index.html": false, "/guides/feed.atom": false,
		"/search": false, "/search.html": false, "/cities/suzhou/": false, "/en/old/": false, "/assets/x.css": false, "/_release/x": false, "/data/x.json": false,
	} {
		if got := wasAddress(old); got != want {
			t.Errorf("%q can have been an address: %v, want %v", old, got, want)
		}
	}
}
