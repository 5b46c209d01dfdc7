package main

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"anju/generator/check"
	"anju/generator/config"
	"anju/generator/content"
)

// TestSites renders both sites whole and reads every page of them.
func TestSites(t *testing.T) {
	for _, site := range sites {
		t.Run(site.name, func(t *testing.T) {
			f := renderSite(t, site.source)
			files, pages, planned := f.files, f.pages, f.planned
			for _, d := range check.Links(check.Pages(files), written(planned.Site), answered) {
				t.Errorf("%s: %s", d.File, d.Message.En)
			}
			for _, name := range slices.Sorted(maps.Keys(pages)) {
				for _, complaint := range pages[name].complaints() {
					t.Errorf("%s: %s", name, complaint)
				}
			}
			checkAlternates(t, pages)
			checkFormats(t, files)
			checkReach(t, pages, planned)
			checkBothWays(t, pages, planned.Library)
			checkEnglish(t, pages, planned.Library)
			checkParts(t, pages, planned.Library)
			checkSample(t, pages, planned.Config.Sample)
			checkChineseIsMarked(t, pages)
			checkSwitcher(t, pages)
			checkTranslationNotices(t, pages, planned.Library)
			checkUnofficial(t, pages)
			checkTrust(t, pages, planned)
			checkTree(t, pages, planned)
			checkCodes(t, pages, planned.Library)
		})
	}
}

// checkAlternates demands of every page that the pages it names as its other
// languages exist and name it in turn.
func checkAlternates(t *testing.T, pages map[string]page) {
	t.Helper()
	named := map[string]map[string]string{} // page → language → address
	for name, p := range pages {
		named[address(name)] = p.alternates()
	}
	for from, others := range named {
		for lang, to := range others {
			if to == from {
				continue
			}
			if !slices.Contains(slices.Collect(maps.Values(named[to])), from) {
				t.Errorf("%s names %s as its %s, which does not name it", from, to, lang)
			}
		}
	}
}

// checkFormats parses what programs read: feeds, sitemap, data, linked data.
func checkFormats(t *testing.T, files rendered) {
	t.Helper()
	for name, data := range files {
		switch path.Ext(name) {
		case ".json":
			if !json.Valid(data) {
				t.Errorf("%s is no JSON", name)
			}
		case ".xml", ".atom", ".svg":
			d := xml.NewDecoder(strings.NewReader(string(data)))
			for {
				_, err := d.Token()
				if errors.Is(err, io.EOF) {
					break
				}
				if err != nil {
					t.Errorf("%s: %v", name, err)
					break
				}
			}
		}
	}
	for _, want := range []string{"feed.atom", "sitemap.xml", "robots.txt", "404.html", "data/policies.json", "search/index.html"} {
		if _, ok := files[want]; !ok {
			t.Errorf("there is no %s", want)
		}
	}
}

// checkEnglish demands an English page for every Chinese one. Where the text is
// not translated, it is marked as Chinese, and search engines are sent to the
// Chinese page.
func checkEnglish(t *testing.T, pages map[string]page, lib *content.Library) {
	t.Helper()
	for name := range pages {
		if !strings.HasPrefix(name, "en/") && pages["en/"+name].root == nil {
			t.Errorf("%s has no English counterpart", name)
		}
	}
	for _, e := range lib.Entries {
		h := e.Common()
		chinese := content.KindOf(h.Kind).Path(h.ID)
		english, ok := pages["en"+chinese+"index.html"]
		if !ok {
			continue // told above
		}
		_, translated := lib.In(e, "en")
		lang, marked := attr(english.all(atom.H1)[0], "lang")
		if marked == translated || marked && lang != config.Language {
			t.Errorf("/en%s: translated %v, but lang=%q", chinese, translated, lang)
		}
		if own := strings.HasSuffix(english.canonical(), "/en"+chinese); own != translated {
			t.Errorf("/en%s: translated %v, but canonical %s", chinese, translated, english.canonical())
		}
	}
}

// checkSample: a demonstration says so on every page and asks not to be found.
func checkSample(t *testing.T, pages map[string]page, sample bool) {
	t.Helper()
	for name, p := range pages {
		noindex := slices.ContainsFunc(p.all(atom.Meta), func(n *html.Node) bool {
			kind, _ := attr(n, "name")
			value, _ := attr(n, "content")
			return kind == "robots" && strings.Contains(value, "noindex")
		})
		banner := strings.Contains(p.text, `class="sample"`)
		if sample && (!noindex || !banner) {
			t.Errorf("%s of a sample: noindex %v, banner %v", name, noindex, banner)
		}
		if !sample && banner {
			t.Errorf("%s has the banner of a sample", name)
		}
	}
}
