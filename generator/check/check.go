package check

import (
	"maps"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"anju/generator/diag"
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
// alive tells addresses that no file answers but the endpoint does. Findings
// name the rendered page, sorted by path.
func Links(pages Pages, alive func(path string) bool) (list diag.List) {
	read := map[string]page{}
	for name, data := range pages {
		if strings.HasSuffix(name, ".html") && served(name) {
			read[name] = parse(data)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(read)) {
		list = append(list, twice(name, read[name])...)
		list = append(list, follow(name, read, pages, alive)...)
	}
	return list
}

func twice(name string, p page) (list diag.List) {
	for _, id := range slices.Sorted(maps.Keys(p.ids)) {
		if p.ids[id] > 1 {
			list = append(list, codeSameID.At(diag.Pos{File: name}, id))
		}
	}
	return list
}

func follow(name string, read map[string]page, pages Pages, alive func(string) bool) (list diag.List) {
	base := &url.URL{Path: "/" + strings.TrimSuffix(name, "index.html")}
	told := map[string]bool{}
	for _, link := range read[name].links {
		u, err := base.Parse(link)
		if told[link] || err == nil && (u.Host != "" || u.Scheme != "") {
			continue
		}
		told[link] = true
		if err != nil {
			list = append(list, codeLink.At(diag.Pos{File: name}, link))
			continue
		}
		target := file(u.Path)
		_, exists := pages[target]
		switch {
		case !(exists && served(target)) && !alive(u.Path):
			list = append(list, codeLink.At(diag.Pos{File: name}, link))
		case exists && u.Fragment != "" && strings.HasSuffix(target, ".html") && read[target].ids[u.Fragment] == 0:
			list = append(list, codeAnchor.At(diag.Pos{File: name}, link, u.Fragment))
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
				}
			}
		}
	}
}
