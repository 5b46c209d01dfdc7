package main

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"anju/generator/build"
	"anju/generator/content"
)

// clicks is how far from the home page an entry may be.
const clicks = 3

// checkReach follows links from the home page: every entry that stands is near,
// and no page but the message for lost ones is out of reach.
func checkReach(t *testing.T, pages map[string]page, planned *build.Planned) {
	t.Helper()
	lib := planned.Library
	for _, root := range []string{"/", "/en/"} {
		distance := distances(pages, root)
		for _, e := range lib.Entries {
			h := e.Common()
			at := root + strings.TrimPrefix(content.KindOf(h.Kind).Path(h.ID), "/")
			if d, ok := distance[at]; h.Withdrawn == nil && (!ok || d > clicks) {
				t.Errorf("%s is %d links from %s (reachable: %v), want at most %d", at, d, root, ok, clicks)
			}
		}
		for name := range pages {
			at := address(name)
			if _, ok := distance[at]; !ok && strings.HasPrefix(at, "/en/") == (root == "/en/") && strings.HasSuffix(at, "/") && !withdrawn(lib, at) && !emptyList(lib, at) && planned.Site.Frame.Redirects[at] == "" {
				t.Errorf("no link leads to %s", at)
			}
		}
	}
}

// withdrawn reports whether an entry's page stays for its old links only.
func withdrawn(lib *content.Library, at string) bool {
	return slices.ContainsFunc(lib.Entries, func(e content.Entry) bool {
		h := e.Common()
		return h.Withdrawn != nil && strings.TrimPrefix(at, "/en") == content.KindOf(h.Kind).Path(h.ID)
	})
}

// emptyList reports whether a page lists what there is none of: nothing sends
// readers there.
func emptyList(lib *content.Library, at string) bool {
	at = strings.TrimPrefix(at, "/en")
	hasHomes := slices.ContainsFunc(lib.Communities, func(c *content.Community) bool { return len(c.Homes) > 0 })
	return at == "/jobs/" && len(lib.Jobs) == 0 || at == "/homes/" && !hasHomes
}

// distances are how many links each page is from root.
func distances(pages map[string]page, root string) map[string]int {
	distance := map[string]int{root: 0}
	for queue := []string{root}; len(queue) > 0; queue = queue[1:] {
		for _, to := range pages[fileOf(queue[0])].leadsTo(atom.Body, "") {
			if _, known := distance[to]; !known && pages[fileOf(to)].root != nil {
				distance[to] = distance[queue[0]] + 1
				queue = append(queue, to)
			}
		}
	}
	return distance
}

// fileOf is the file of the page at a path.
func fileOf(path string) string { return strings.TrimPrefix(path, "/") + "index.html" }

// leadsTo are the paths of this site that links within the element named lead
// to, but for those in sections of the class except.
func (p page) leadsTo(within atom.Atom, except string) (paths []string) {
	var visit func(n *html.Node, inside bool)
	visit = func(n *html.Node, inside bool) {
		class, _ := attr(n, "class")
		if except != "" && slices.Contains(strings.Fields(class), except) {
			return
		}
		inside = inside || n.DataAtom == within
		if href, ok := attr(n, "href"); ok && inside && n.DataAtom == atom.A {
			base := &url.URL{Path: address(p.name)}
			if u, err := base.Parse(href); err == nil && u.Host == "" && u.Scheme == "" {
				paths = append(paths, u.Path)
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			visit(c, inside)
		}
	}
	if p.root != nil {
		visit(p.root, false)
	}
	return paths
}

// checkBothWays: an entry, a brand or an operator that names another one in its
// text, fields or lists is named by it. What a page shows of its city besides
// (the class of-city) is bounded, and leads back over the hub of the city, which
// names every one of its entries or the list that does.
func checkBothWays(t *testing.T, pages map[string]page, lib *content.Library) {
	t.Helper()
	things := thingsOf(lib)
	links := 0
	for _, from := range things {
		for _, to := range pages[fileOf(from)].leadsTo(atom.Main, "of-city") {
			if to == from || !slices.Contains(things, to) {
				continue
			}
			links++
			if !slices.Contains(pages[fileOf(to)].leadsTo(atom.Main, "of-city"), from) {
				t.Errorf("%s leads to %s, which does not lead back", from, to)
			}
		}
	}
	if links < len(things)/2 {
		t.Errorf("only %d links between %d pages", links, len(things))
	}
	checkHubs(t, pages, lib)
}

// thingsOf are the paths of all that can name each other.
func thingsOf(lib *content.Library) (paths []string) {
	for _, e := range lib.Entries {
		if h := e.Common(); h.Kind != "page" {
			paths = append(paths, content.KindOf(h.Kind).Path(h.ID))
		}
	}
	for _, b := range lib.Vocab.Brands {
		paths = append(paths, "/brands/"+b.Slug+"/")
	}
	for _, o := range lib.Vocab.Operators {
		paths = append(paths, "/operators/"+o.Slug+"/")
	}
	return paths
}

// checkHubs: an entry of a city leads to its hub, and the hub to the entry or
// to the list of all entries of its kind there.
func checkHubs(t *testing.T, pages map[string]page, lib *content.Library) {
	t.Helper()
	for _, e := range lib.Entries {
		h := e.Common()
		if h.City == "" || h.Withdrawn != nil {
			continue
		}
		at, hub := content.KindOf(h.Kind).Path(h.ID), "/cities/"+h.City+"/"
		if !slices.Contains(pages[fileOf(at)].leadsTo(atom.Main, ""), hub) {
			t.Errorf("%s does not lead to its city", at)
		}
		whole := regexp.MustCompile(`/search\?city=` + h.City + `&amp;[^"]*type=` + h.Kind + `"`)
		if !slices.Contains(pages[fileOf(hub)].leadsTo(atom.Main, ""), at) && !whole.MatchString(pages[fileOf(hub)].text) {
			t.Errorf("%s leads neither to %s nor to all of its kind", hub, at)
		}
	}
}
