package check

import (
	"maps"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"anju/generator/diag"
	"anju/generator/view"
)

// Pages are rendered files by their path in the release; only HTML is read.
type Pages map[string][]byte

var (
	codeLink   = diag.New("check/dead-link", "链接 %s 打不开：没有这个页面", "the link %s leads nowhere")
	codeAnchor = diag.New("check/dead-anchor", "链接 %s 跳不到位：页面里没有 #%s", "the link %s finds no #%s on its page")
	codeSameID = diag.New("check/same-id", "页面里有两个 id=%q", "the page has the id %q twice")
)

// page is what other pages may lead to, and where it leads.
type page struct {
	ids   map[string]int
	links []string
}

// Links follows every link, form and asset of every page within the site.
// written are the links that editors wrote, by the page that shows them, and
// alive tells addresses that no file answers but the endpoint does. A finding
// stands where an editor wrote the link, once for all pages with that text;
// what comes from a layout stands on the page. Findings are sorted by place.
func Links(pages Pages, written map[string][]view.Link, alive func(path string) bool) diag.List {
	s := rendered{pages: pages, read: map[string]page{}, alive: alive}
	for name, data := range pages {
		if strings.HasSuffix(name, ".html") && served(name) {
			s.read[name] = parse(data)
		}
	}
	var list diag.List
	for _, name := range slices.Sorted(maps.Keys(s.read)) {
		list = append(list, twice(name, s.read[name])...)
		list = append(list, s.follow(name, written[name])...)
	}
	list.Sort()
	return slices.Compact(list) // a text that is not translated has two pages
}

func twice(name string, p page) (list diag.List) {
	for _, id := range slices.Sorted(maps.Keys(p.ids)) {
		if p.ids[id] > 1 {
			list = append(list, codeSameID.At(diag.Pos{File: name}, id))
		}
	}
	return list
}

// rendered is what links are followed in.
type rendered struct {
	pages Pages
	read  map[string]page
	alive func(path string) bool
}

// target is where an address leads within the site.
type target struct{ path, fragment string }

// follow looks at each target of a page once.
func (s rendered) follow(name string, written []view.Link) (list diag.List) {
	base := &url.URL{Path: "/" + strings.TrimSuffix(name, "index.html")}
	places := map[target][]diag.Pos{}
	for _, l := range written {
		if u, err := base.Parse(l.URL); err == nil {
			places[targetOf(u)] = append(places[targetOf(u)], l.Pos)
		}
	}
	told := map[target]bool{}
	for _, link := range s.read[name].links {
		u, err := base.Parse(link)
		if err != nil {
			list = append(list, codeLink.At(diag.Pos{File: name}, link))
			continue
		}
		to := targetOf(u)
		if told[to] || u.Host != "" || u.Scheme != "" {
			continue
		}
		told[to] = true
		at := places[to]
		if len(at) == 0 {
			at = []diag.Pos{{File: name}}
		}
		list = append(list, s.look(link, to, at)...)
	}
	return list
}

func targetOf(u *url.URL) target { return target{u.Path, u.Fragment} }

// look tells at each place what is wrong with the link.
func (s rendered) look(link string, to target, at []diag.Pos) (list diag.List) {
	name := file(to.path)
	_, exists := s.pages[name]
	for _, pos := range at {
		switch {
		case !(exists && served(name)) && !s.alive(to.path):
			list = append(list, codeLink.At(pos, link))
		case exists && to.fragment != "" && strings.HasSuffix(name, ".html") && s.read[name].ids[to.fragment] == 0:
			list = append(list, codeAnchor.At(pos, link, to.fragment))
		}
	}
	return list
}

// file is the file of the release that answers for an address.
func file(address string) string {
	name := strings.TrimPrefix(address, "/")
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	return name
}

// served reports whether readers can ask for a file of the release.
func served(name string) bool { return !strings.HasPrefix(name, "_release/") }

// parse reads ids and addresses out of a page.
func parse(data []byte) page {
	p := page{ids: map[string]int{}}
	z := html.NewTokenizer(strings.NewReader(string(data)))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return p
		case html.StartTagToken, html.SelfClosingTagToken:
			for _, a := range z.Token().Attr {
				switch a.Key {
				case "id":
					p.ids[a.Val]++
				case "href", "src", "action":
					p.links = append(p.links, a.Val)
				case "srcset":
					p.links = append(p.links, candidates(a.Val)...)
				}
			}
		}
	}
}

// candidates are the addresses of a srcset, whose commas stand behind widths.
func candidates(srcset string) (links []string) {
	for c := range strings.SplitSeq(srcset, ", ") {
		link, _, _ := strings.Cut(strings.TrimSpace(c), " ")
		links = append(links, link)
	}
	return links
}
