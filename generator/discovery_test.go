package main

import (
	"bytes"
	"image"
	_ "image/jpeg"
	_ "image/png"
	"io/fs"
	"maps"
	"net/url"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html/atom"

	"anju/generator/config"
)

// foundSites are both sites, and the demonstration as if it were none: asking
// not to be found, it tells search engines little.
func foundSites(t *testing.T) map[string]found {
	t.Helper()
	out := map[string]found{"demo to be found": renderSource(t, toBeFound(t, "testdata/demo"))}
	for _, site := range sites {
		out[site.name] = renderSite(t, site.source)
	}
	return out
}

// toBeFound is a demonstration whose configuration does not say that it is one.
func toBeFound(t *testing.T, dir string) fs.FS {
	t.Helper()
	source := fstest.MapFS{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(os.DirFS(dir), name)
		source[name] = &fstest.MapFile{Data: data, Mode: 0o644}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	text := string(source[config.File].Data)
	if !strings.Contains(text, "sample: true") {
		t.Fatalf("%s is no demonstration", dir)
	}
	source[config.File].Data = []byte(strings.ReplaceAll(text, "sample: true", "sample: false"))
	return source
}

// TestDiscovery reads every page of the sites as search engines, chats and
// browsers do.
func TestDiscovery(t *testing.T) {
	for name, site := range foundSites(t) {
		t.Run(name, func(t *testing.T) {
			for _, name := range slices.Sorted(maps.Keys(site.pages)) {
				p := site.pages[name]
				for _, complaint := range slices.Concat(site.headComplaints(p), site.languageComplaints(p), site.linkedComplaints(p)) {
					t.Errorf("%s: %s", name, complaint)
				}
			}
			site.checkUnique(t)
			site.checkSitemap(t)
			site.checkFeeds(t)
			site.checkIcons(t)
		})
	}
}

// holds reports whether an address is absolute and, where it is the site's own,
// leads to a file of it.
func (f found) holds(address string) bool {
	u, err := url.Parse(address)
	if err != nil || !u.IsAbs() || u.Host == "" {
		return false
	}
	_, ok := f.files[nameOf(address)]
	return ok || !strings.HasPrefix(address, siteBase)
}

// nameOf is the file at an absolute address of the site.
func nameOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	name := strings.TrimPrefix(u.Path, "/")
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	return name
}

// metas are the values of the meta elements of a page by their name or property.
func (p page) metas() map[string][]string {
	out := map[string][]string{}
	for _, n := range p.all(atom.Meta) {
		name, named := attr(n, "name")
		if !named {
			name, _ = attr(n, "property")
		}
		value, _ := attr(n, "content")
		out[name] = append(out[name], value)
	}
	return out
}

// indexed reports whether search engines are to show a page at its own address.
func (p page) indexed() bool {
	return !slices.Contains(p.metas()["robots"], "noindex") && nameOf(p.canonical()) == p.name
}

// The limits of what others show of a page, in characters.
const (
	mostTitle       = 60
	mostDescription = 160
)

// headComplaints are what is missing or wrong in what a page tells those with
// whom it is shared.
func (f found) headComplaints(p page) (out []string) {
	metas := p.metas()
	for _, name := range []string{
		"description", "og:title", "og:description", "og:type", "og:site_name", "og:locale", "twitter:card",
		"og:image", "og:image:width", "og:image:height", "og:image:alt",
	} {
		if values := metas[name]; len(values) != 1 || strings.TrimSpace(values[0]) == "" {
			out = append(out, name+" is not there once: "+strings.Join(values, " | "))
		}
	}
	if len(metas["theme-color"]) != 2 {
		out = append(out, "there are not two theme colours")
	}
	if len(out) > 0 {
		return out
	}
	title, heading := inner(p.all(atom.Title)[0]), metas["og:title"][0]
	if title != heading && len([]rune(title)) > mostTitle {
		out = append(out, "the title is long and has the name of the site: "+title)
	}
	if description := metas["description"][0]; len([]rune(description)) > mostDescription || description != metas["og:description"][0] {
		out = append(out, "the description is too long or told twice: "+description)
	}
	if locale := map[string]string{"zh-Hans": "zh_CN", "en": "en_US"}[p.lang()]; metas["og:locale"][0] != locale {
		out = append(out, "og:locale is "+metas["og:locale"][0])
	}
	if canonical := p.canonical(); canonical != "" && (!slices.Equal(metas["og:url"], []string{canonical}) || !f.holds(canonical)) {
		out = append(out, "the canonical address is no page, or not og:url: "+canonical)
	}
	return append(out, f.pictureComplaint(metas)...)
}

// pictureComplaint holds the picture of a page against what is said of it.
func (f found) pictureComplaint(metas map[string][]string) []string {
	address := metas["og:image"][0]
	data, ok := f.files[strings.TrimPrefix(address, siteBase+"/")]
	if !ok {
		return []string{"there is no picture " + address}
	}
	size, _, err := image.DecodeConfig(bytes.NewReader(data))
	stated := metas["og:image:width"][0] + "x" + metas["og:image:height"][0]
	if err != nil || stated != strconv.Itoa(size.Width)+"x"+strconv.Itoa(size.Height) || size.Width < 300 || size.Height < 300 {
		return []string{address + " is said to be " + stated}
	}
	return nil
}

// hreflangs are the absolute addresses that a page gives for languages.
func (p page) hreflangs() map[string]string {
	out := map[string]string{}
	for _, n := range p.all(atom.Link) {
		if lang, ok := attr(n, "hreflang"); ok {
			out[lang], _ = attr(n, "href")
		}
	}
	return out
}

// languageComplaints: a page that is to be found names itself and every page
// that is the same in another language, all with the same words; others name
// none. The one for all other languages is the Chinese one.
func (f found) languageComplaints(p page) (out []string) {
	named := p.hreflangs()
	if len(named) == 0 {
		return nil
	}
	if !p.indexed() {
		return []string{"names languages, and is not to be found"}
	}
	if named[p.lang()] != p.canonical() {
		out = append(out, "does not name itself")
	}
	if named["x-default"] == "" || named["x-default"] != named[config.Language] {
		out = append(out, "x-default is not the Chinese page")
	}
	for lang, to := range named {
		other, there := f.pages[nameOf(to)]
		if !strings.HasPrefix(to, siteBase+"/") || !there || !maps.Equal(other.hreflangs(), named) {
			out = append(out, "names "+to+" for "+lang+", which names others")
		}
	}
	return out
}

// checkUnique: no two pages to be found have the same title and description.
func (f found) checkUnique(t *testing.T) {
	t.Helper()
	seen := map[string]string{}
	for _, name := range slices.Sorted(maps.Keys(f.pages)) {
		p := f.pages[name]
		if !p.indexed() {
			continue
		}
		told := inner(p.all(atom.Title)[0]) + "\n" + strings.Join(p.metas()["description"], "")
		if seen[told] != "" {
			t.Errorf("%s and %s have the same title and description", seen[told], name)
		}
		seen[told] = name
	}
}

// checkIcons: what browsers ask for is there.
func (f found) checkIcons(t *testing.T) {
	t.Helper()
	if !bytes.HasPrefix(f.files["favicon.ico"], []byte{0, 0, 1, 0}) {
		t.Error("favicon.ico is missing, or no icon")
	}
	for _, n := range f.pages["index.html"].all(atom.Link) {
		if rel, _ := attr(n, "rel"); rel != "apple-touch-icon" {
			continue
		}
		href, _ := attr(n, "href")
		size, kind, err := image.DecodeConfig(bytes.NewReader(f.files[strings.TrimPrefix(href, "/")]))
		if err != nil || kind != "png" || size.Width != 180 || size.Height != 180 {
			t.Errorf("%s is %s, %dx%d: %v", href, kind, size.Width, size.Height, err)
		}
		return
	}
	t.Error("there is no icon for telephones")
}
