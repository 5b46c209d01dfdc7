package main

import (
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"anju/generator/build"
	"anju/generator/content"
)

// officialCopy is the demonstration as a government's own site.
func officialCopy(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("testdata/demo")); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "config.yaml")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	official := strings.Replace(string(text), "  kind: unofficial\n", `  kind: official
  site_id: "3200000001"
  icp: 苏ICP备12345678号
  police: 苏公网安备32010002000001号
  host: 示例市人民政府
  organiser: 示例市大数据中心
`, 1)
	if err := os.WriteFile(file, []byte(official), 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

// meta is the value of a meta element that a page bears once; "" else.
func (p page) meta(name string) string {
	if values := p.metas()[name]; len(values) == 1 {
		return values[0]
	}
	return ""
}

// ofClass are the elements of a class.
func (p page) ofClass(class string) (out []*html.Node) {
	for n := range p.root.Descendants() {
		value, _ := attr(n, "class")
		if n.Type == html.ElementNode && slices.Contains(strings.Fields(value), class) {
			out = append(out, n)
		}
	}
	return out
}

// governmentMetas are the names of the meta elements of government sites.
var governmentMetas = regexp.MustCompile(`^(Site(Name|Domain|IDCode)|Column(Name|Description|Keywords|Type)|ArticleTitle|PubDate|ContentSource|Keywords)$`)

// TestOfficialSite builds the demonstration as a government's own site: the
// meta elements and the furniture stand on every page.
func TestOfficialSite(t *testing.T) {
	f := renderSource(t, os.DirFS(officialCopy(t)))
	pages, planned := f.pages, f.planned
	for name, p := range pages {
		title := "安居演示站"
		if p.lang() == "en" {
			title = "Anju demonstration"
		}
		if p.meta("SiteName") != title || p.meta("SiteDomain") != "anju.example.org" || p.meta("SiteIDCode") != "3200000001" {
			t.Errorf("%s: SiteName %q, SiteDomain %q, SiteIDCode %q", name, p.meta("SiteName"), p.meta("SiteDomain"), p.meta("SiteIDCode"))
		}
		foot := inner(p.ofClass("bottom")[0])
		for _, want := range []string{"示例市人民政府", "示例市大数据中心", "3200000001", "苏ICP备12345678号", "苏公网安备32010002000001号", "示例市样板路1号"} {
			if !strings.Contains(foot, want) {
				t.Errorf("%s: the footer lacks %s", name, want)
			}
		}
		if p.lang() == "zh-Hans" {
			for _, want := range []string{"主办单位", "承办单位", "网站标识码", "ICP备案号", "公安备案号", "联系方式", "网站地图", "我要纠错"} {
				if !strings.Contains(foot, want) {
					t.Errorf("%s: the footer lacks %s", name, want)
				}
			}
		}
		if len(p.ofClass("unofficial")) > 0 {
			t.Errorf("%s says that it is unofficial", name)
		}
	}
	for _, e := range planned.Library.Entries {
		h := e.Common()
		p := pages[strings.TrimPrefix(content.KindOf(h.Kind).Path(h.ID), "/")+"index.html"]
		if p.meta("ArticleTitle") != h.Title || p.meta("PubDate") != h.Published.String()+" 00:00" ||
			p.meta("ContentSource") == "" || p.meta("Keywords") == "" || p.meta("ColumnName") == "" || p.meta("description") == "" {
			t.Errorf("%s: %v", h.Ref(), p.metas())
		}
	}
	if p := pages["policies/index.html"]; p.meta("ColumnName") != "政策" || p.meta("ColumnType") != "政策" || p.meta("ColumnDescription") == "" {
		t.Errorf("the list of policies: %v", p.metas())
	}
}

// checkUnofficial: a site that is no government's has nothing that makes it look
// like one, and says on every page what it is.
func checkUnofficial(t *testing.T, pages map[string]page) {
	t.Helper()
	says := map[string]string{"zh-Hans": "本站不是政府网站，以官方原文为准", "en": "not a government website. The official text prevails"}
	for name, p := range pages {
		for meta := range p.metas() {
			if governmentMetas.MatchString(meta) {
				t.Errorf("%s has a meta element %s", name, meta)
			}
		}
		foot := inner(p.ofClass("bottom")[0])
		for _, not := range []string{"主办单位", "承办单位", "网站标识码", "Government website code", "Responsible body"} {
			if strings.Contains(foot, not) {
				t.Errorf("%s: the footer has %s", name, not)
			}
		}
		if at := p.ofClass("unofficial"); len(at) != 1 || !strings.Contains(inner(at[0]), says[p.lang()]) {
			t.Errorf("%s does not say that it is unofficial", name)
		}
	}
}

// checkTrust: on every page the footer begins with the same block, which says
// who publishes and of when the site is, and where to report a mistake; of an
// entry also when it was checked, or that nobody did, and its reference.
func checkTrust(t *testing.T, pages map[string]page, planned *build.Planned) {
	t.Helper()
	built := map[string]string{"zh-Hans": "2026年12月1日", "en": "1 December 2026"}
	report := map[string]string{"zh-Hans": "我要纠错", "en": "Report a mistake"}
	for name, p := range pages {
		block := p.ofClass("keeping")
		if len(block) != 1 || !firstIn(block[0], p.ofClass("bottom")[0]) {
			t.Errorf("%s: the footer does not begin with one block of its keeping", name)
			continue
		}
		for _, want := range []string{planned.Config.Publisher.Name.In(p.lang()), built[p.lang()], report[p.lang()]} {
			if !strings.Contains(inner(block[0]), want) {
				t.Errorf("%s: %q lacks %s", name, inner(block[0]), want)
			}
		}
	}
	for _, e := range planned.Library.Entries {
		h := e.Common()
		p := pages[strings.TrimPrefix(content.KindOf(h.Kind).Path(h.ID), "/")+"index.html"]
		checked := "还没有人对照来源核对过"
		if !h.ReviewedOn.IsZero() {
			checked = h.ReviewedOn.In("zh-Hans")
		}
		if said := inner(p.ofClass("keeping")[0]); !strings.Contains(said, checked) || !strings.Contains(said, string(h.Ref())) {
			t.Errorf("%s: %q", h.Ref(), said)
		}
		if !strings.Contains(p.text, "="+url.QueryEscape(string(h.Ref()))+`"`) {
			t.Errorf("%s: the link to report a mistake does not carry the reference", h.Ref())
		}
	}
}

// firstIn reports whether n is the first element of parent.
func firstIn(n, parent *html.Node) bool {
	for c := range parent.ChildNodes() {
		if c.Type == html.ElementNode {
			return c == n
		}
	}
	return false
}

// checkTree: the site map leads to every list, city, brand, operator, page of
// the site and feed.
func checkTree(t *testing.T, pages map[string]page, planned *build.Planned) {
	t.Helper()
	want := []string{"/cities/", "/compare/", "/a-z/", "/gaps/", "/corrections/", "/search/", "/brands/", "/operators/", "/feed.atom"}
	for _, folder := range planned.Site.Frame.Sections {
		want = append(want, "/"+folder+"/")
	}
	vocab := planned.Library.Vocab
	for _, c := range vocab.Cities {
		want = append(want, "/cities/"+c.Slug+"/", "/cities/"+c.Slug+"/feed.atom")
	}
	for _, p := range planned.Library.Pages {
		want = append(want, "/"+p.ID+"/")
	}
	for _, b := range vocab.Brands {
		want = append(want, "/brands/"+b.Slug+"/")
	}
	for _, o := range vocab.Operators {
		want = append(want, "/operators/"+o.Slug+"/")
	}
	for _, root := range []string{"", "/en"} {
		led := pages[fileOf(root+"/sitemap/")].leadsTo(atom.Main, "")
		for _, path := range want {
			if !slices.Contains(led, root+path) {
				t.Errorf("%s/sitemap/ does not lead to %s", root, path)
			}
		}
		if !slices.Contains(led, "/data/index.json") {
			t.Errorf("%s/sitemap/ does not lead to the data", root)
		}
	}
}

// checkCodes: the page of every entry bears one QR code, with words for those
// who cannot see it; other pages bear none.
func checkCodes(t *testing.T, pages map[string]page, lib *content.Library) {
	t.Helper()
	entries := map[string]bool{}
	for _, e := range lib.Entries {
		path := strings.TrimPrefix(content.KindOf(e.Common().Kind).Path(e.Common().ID), "/")
		entries[path+"index.html"], entries["en/"+path+"index.html"] = true, true
	}
	for name, p := range pages {
		codes := p.ofClass("qr")
		if entries[name] && len(codes) != 1 {
			t.Errorf("%s: %d codes", name, len(codes))
		}
		for _, code := range codes {
			if role, _ := attr(code, "role"); role != "img" || inner(code) == "" {
				t.Errorf("%s: the code has no words", name)
			}
		}
	}
}
