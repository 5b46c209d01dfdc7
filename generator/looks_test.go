package main

import (
	"io/fs"
	"net/url"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"anju/themes"
)

// look is a page that people look at.
type look struct{ name, path string }

// looks are the pages of each kind that people look at first.
var looks = []look{
	{"home", "/"},
	{"community", "/communities/dongfang-qingnian/"},
	{"policy", "/policies/wuxi-2020-rent-subsidy/"},
	{"guide", "/guides/policy-terms/"},
	{"event", "/events/dongfang-qingnian-20230627/"},
	{"list", "/policies/"},
	{"homes", "/homes/"},
	{"hub", "/cities/suzhou/"},
	{"hub-empty", "/cities/huaian/"},
	{"cities", "/cities/"},
	{"compare", "/compare/"},
	{"compare-two", "/compare/suzhou/nantong/"},
	{"gaps", "/gaps/"},
	{"gap", "/gaps/nanjing/hukou/"},
	{"corrections", "/corrections/"},
	{"a-z", "/a-z/"},
	{"brand", "/brands/suchuangwan/"},
	{"practice", "/guides/nanjing-yincai-lianheti/"},
	{"about", "/about/"},
	{"sitemap", "/sitemap/"},
	{"search", "/search?q=" + "人才公寓"},
	{"search-filtered", "/search?q=补贴&type=policy&city=wuxi"},
	{"search-nothing", "/search?q=zzzz"},
	{"search-empty", "/search/"},
	{"missing", missing},
}

// demoLooks are those of the demonstration, where every block is filled.
var demoLooks = []look{
	{"home", "/"},
	{"community", "/communities/hupan-qingnian/"},
	{"homes", "/homes/"},
	{"homes-found", "/search?type=home&city=shili&rent_max=1500&available=true"},
	{"hub", "/cities/shili/"},
	{"cities", "/cities/"},
	{"compare", "/compare/"},
	{"compare-two", "/compare/shili/linshi/"},
	{"gaps", "/gaps/"},
	{"gap", "/gaps/shili/housing-fund/"},
	{"corrections", "/corrections/"},
	{"a-z", "/a-z/"},
	{"operator", "/operators/shili-zuolin/"},
	{"jobs", "/jobs/"},
	{"job", "/jobs/houduan-gongchengshi/"},
	{"events", "/events/"},
	{"event", "/events/luyan-20261210/"},
	{"policy", "/policies/shili-zufang-2026/"},
	{"practice", "/guides/jiucang-gaizao/"},
	{"guide", "/guides/shenqing-gongyu/"},
	{"part", "/guides/shenqing-gongyu/入住以后/"},
	{"about", "/about/"},
	{"sitemap", "/sitemap/"},
	{"search", "/search?q=" + "租房"},
	{"search-nothing", "/search?q=zzzz"},
	{"search-empty", "/search/"},
	{"missing", missing},
}

// looksOf are the pages to look at of a site.
func looksOf(site string) []look {
	if site == "demo" {
		return demoLooks
	}
	return looks
}

// sampled is everything under ANJU_FULL=1, and a few spread over it otherwise.
func sampled[T any](all []T, few int) []T {
	if os.Getenv("ANJU_FULL") == "1" || len(all) <= few {
		return all
	}
	out := make([]T, few)
	for i := range out {
		out[i] = all[i*len(all)/few]
	}
	return out
}

// languagePrefixes lead to the pages of each language.
var languagePrefixes = []string{"", "/en"}

// missing is the address of no page.
const missing = "/missing/"

var layoutOf = regexp.MustCompile(`<body class="layout-([a-z-]+)`)

// TestLooksShowEveryLayout: what the gates of pages look at leaves no layout of
// the theme out, and of each site none that it uses.
func TestLooksShowEveryLayout(t *testing.T) {
	files, err := fs.Glob(themes.Default, "default/layouts/*.html")
	if err != nil {
		t.Fatal(err)
	}
	unseen := []string{}
	for _, file := range files {
		unseen = append(unseen, strings.TrimSuffix(path.Base(file), ".html"))
	}
	unseen = slices.DeleteFunc(unseen, func(layout string) bool { return layout == "base" || layout == "style" }) // TestStylePage sees the latter
	for _, site := range sites {
		used, seen := usedLayouts(t, site.source), lookLayouts(t, site.name, site.source)
		for layout, example := range used {
			if !seen[layout] {
				t.Errorf("%s: no look shows the layout %s, as %s does", site.name, layout, example)
			}
		}
		unseen = slices.DeleteFunc(unseen, func(layout string) bool { return seen[layout] })
	}
	for _, layout := range unseen {
		t.Errorf("no look shows the layout %s", layout)
	}
}

// usedLayouts maps the layouts of a site's pages to one page of each.
func usedLayouts(t *testing.T, source string) map[string]string {
	t.Helper()
	used := map[string]string{}
	for name, p := range renderSite(t, source).pages {
		if m := layoutOf.FindStringSubmatch(p.text); m != nil {
			used[m[1]] = name
		}
	}
	return used
}

// lookLayouts are the layouts of a site's looks.
func lookLayouts(t *testing.T, name, source string) map[string]bool {
	t.Helper()
	site, seen := releaseOf(t, source), map[string]bool{}
	for _, look := range looksOf(name) {
		way, query, _ := strings.Cut(look.path, "?")
		values, err := url.ParseQuery(query)
		if err != nil {
			t.Fatal(err)
		}
		m := layoutOf.FindStringSubmatch(get(site, way+"?"+values.Encode()))
		if m == nil {
			t.Errorf("%s: %s has no layout", name, look.path)
		} else if (m[1] == "message") != (look.path == missing) {
			t.Errorf("%s: %s shows the layout %s", name, look.path, m[1])
		} else {
			seen[m[1]] = true
		}
	}
	return seen
}
