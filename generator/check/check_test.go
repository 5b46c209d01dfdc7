package check

import (
	"reflect"
	"testing"

	"anju/generator/diag"
	"anju/generator/view"
)

// findings are the findings on the pages, each as file, code and message.
func findings(list diag.List) (out []string) {
	for _, d := range list {
		out = append(out, d.Pos.String()+": "+d.Message.En+" ["+d.Code+"]")
	}
	return out
}

// dead is the finding on a link of the page under test.
func dead(link string) []string {
	return []string{"page/index.html: the link " + link + " leads nowhere [check/dead-link]"}
}

func none(string) bool { return false }

func pages(files map[string]string) Pages {
	p := Pages{}
	for name, text := range files {
		p[name] = []byte(text)
	}
	return p
}

func TestLinks(t *testing.T) {
	others := map[string]string{
		"policies/index.html":            `<h1 id="top">`,
		"policies/zufang/index.html":     `<h2 id="租房补贴">租房补贴</h2><h2 id="who">Who</h2>`,
		"pages/租房/index.html":            `<p id=a>`,
		"404.html":                       `<p>`,
		"assets/style.abc.css":           `a { color: red }`,
		"_release/theme/layouts/x.html":  `<a href="/nowhere/"><p id=a><p id=a>`,
		"_release/manifest.json":         `{}`,
		"policies/zufang/map.png":        `PNG`,
		"data/policies.json":             `<a href="/not-html/">`,
		"communities/yinxing/index.html": `<a href="../../policies/zufang/#who">`,
	}
	tests := []struct {
		name, html string
		want       []string
	}{
		{"page", `<a href="/policies/zufang/">`, nil},
		{"page that is not there", `<a href="/policies/none/">`, dead("/policies/none/")},
		{"page without its slash", `<a href="/policies/zufang">`, dead("/policies/zufang")},
		{"home that is not there", `<a href="/">`, dead("/")},
		{"file", `<a href="/404.html">`, nil},
		{"query", `<a href="/policies/?a=1&amp;b=2">`, nil},
		{"itself", `<a href=""><a href="./"><a href="?q=a">`, nil},
		{"one link twice is told once", `<a href="/x/"><a href="/x/">`, dead("/x/")},

		{"anchor", `<a href="/policies/zufang/#who">`, nil},
		{"anchor that is not there", `<a href="/policies/zufang/#when">`, []string{"page/index.html: the link /policies/zufang/#when finds no #when on its page [check/dead-anchor]"}},
		{"anchor on this page", `<a href="#b"><p id="b">`, nil},
		{"anchor that is not on this page", `<a href="#c"><p id="b">`, []string{"page/index.html: the link #c finds no #c on its page [check/dead-anchor]"}},
		{"anchor in Chinese", `<a href="/policies/zufang/#租房补贴">`, nil},
		{"anchor in Chinese, encoded", `<a href="/policies/zufang/#%E7%A7%9F%E6%88%BF%E8%A1%A5%E8%B4%B4">`, nil},
		{"anchor of a page that is not there", `<a href="/x/#who">`, dead("/x/#who")},
		{"fragment of a file that is no page", `<a href="/policies/zufang/map.png#x">`, nil},

		{"relative", `<a href="../policies/zufang/"><img src="../policies/zufang/map.png">`, nil},
		{"relative to the page, not to the root", `<a href="policies/zufang/">`, dead("policies/zufang/")},
		{"above the root", `<a href="../../../policies/">`, nil},
		{"path in Chinese, encoded", `<a href="/pages/%E7%A7%9F%E6%88%BF/#a">`, nil},
		{"path in Chinese", `<a href="/pages/租房/">`, nil},
		{"path in Chinese that is not there", `<a href="/pages/%E6%88%BF/">`, dead("/pages/%E6%88%BF/")},
		{"escape that is none", `<a href="/policies/%zz/">`, dead("/policies/%zz/")},

		{"style", `<link rel=stylesheet href="/assets/style.abc.css">`, nil},
		{"style that is not there", `<link rel=stylesheet href="/assets/style.old.css">`, dead("/assets/style.old.css")},
		{"picture that is not there", `<img src="map.png"/>`, dead("map.png")},
		{"copies of a picture", `<img srcset="/policies/zufang/map.png 480w, ../policies/zufang/map.png 960w">`, nil},
		{"copy that is not there", `<img srcset="/policies/zufang/map.png 480w, map-960.png 960w">`, dead("map-960.png")},
		{"form", `<form action="/policies/">`, nil},
		{"form that leads nowhere", `<form action="/find">`, dead("/find")},
		{"files that are never served", `<a href="/_release/manifest.json">`, dead("/_release/manifest.json")},

		{"elsewhere", `<a href="https://example.cn/x"><a href="//example.cn/x#y"><a href="mailto:a@example.cn"><a href="tel:12345"><img src="data:image/png;base64,AA">`, nil},
		{"in a comment and in text", `<!-- <a href="/x/"> --> &lt;a href="/x/"&gt;`, nil},

		{"id twice", `<p id="b"><p id="b"><p id="c">`, []string{`page/index.html: the page has the id "b" twice [check/same-id]`}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := pages(others)
			p["page/index.html"] = []byte(tt.html)
			if got := findings(Links(p, nil, none)); !reflect.DeepEqual(got, tt.want) {
				t.Errorf("got %q\nwant %q", got, tt.want)
			}
		})
	}
}

// Addresses of the endpoint are no files; an anchor there cannot be checked.
func TestAlive(t *testing.T) {
	var asked []string
	alive := func(path string) bool {
		asked = append(asked, path)
		return path == "/search"
	}
	p := pages(map[string]string{
		"index.html":    `<form action="/search"><a href="/search?q=a#b"><a href="/a/"><a href="/api/v2/x">`,
		"a/index.html":  `<a href="../search">`,
		"en/index.html": `<a href="search">`,
	})
	want := []string{
		"en/index.html: the link search leads nowhere [check/dead-link]",
		"index.html: the link /api/v2/x leads nowhere [check/dead-link]",
	}
	if got := findings(Links(p, nil, alive)); !reflect.DeepEqual(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
	wantAsked := []string{"/search", "/en/search", "/search", "/search", "/api/v2/x"}
	if !reflect.DeepEqual(asked, wantAsked) {
		t.Errorf("asked for %q, want %q: only what no file answers", asked, wantAsked)
	}
}

// What an editor wrote is told where it stands, once for all pages that show
// it; what comes from a layout, on the page.
func TestPlaces(t *testing.T) {
	at := func(line int) diag.Pos { return diag.Pos{File: "content/guides/a.md", Line: line, Col: 3} }
	text := []view.Link{{URL: "/x/", Pos: at(7)}, {URL: "/x/", Pos: at(9)}, {URL: "/guides/a/#租", Pos: at(8)}, {URL: "/guides/a/", Pos: at(1)}}
	body := `<a href="/x/"><a href="/guides/a/#%E7%A7%9F"><a href="/guides/a/">`
	p := pages(map[string]string{
		"guides/a/index.html":    body + `<a href="/layout/">`,
		"en/guides/a/index.html": body,
		"guides/index.html":      `<a href="/x/">`,
	})
	got := findings(Links(p, map[string][]view.Link{"guides/a/index.html": text, "en/guides/a/index.html": text}, none))
	want := []string{
		"content/guides/a.md:7:3: the link /x/ leads nowhere [check/dead-link]",
		"content/guides/a.md:8:3: the link /guides/a/#%E7%A7%9F finds no #租 on its page [check/dead-anchor]",
		"content/guides/a.md:9:3: the link /x/ leads nowhere [check/dead-link]",
		"guides/a/index.html: the link /layout/ leads nowhere [check/dead-link]",
		"guides/index.html: the link /x/ leads nowhere [check/dead-link]",
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

// Findings are sorted by place, so that two runs read the same.
func TestFindingsAreSorted(t *testing.T) {
	p := pages(map[string]string{
		"b/index.html": `<a href="/z/"><a href="/y/"><p id=b><p id=b><p id=a><p id=a>`,
		"a/index.html": `<a href="/x/">`,
	})
	want := findings(Links(p, nil, none))
	if len(want) != 5 || want[0][:12] != "a/index.html" || want[3] != `b/index.html: the page has the id "a" twice [check/same-id]` {
		t.Fatalf("got %q", want)
	}
	for range 20 {
		if got := findings(Links(p, nil, none)); !reflect.DeepEqual(got, want) {
			t.Fatalf("got %q, before %q", got, want)
		}
	}
}
