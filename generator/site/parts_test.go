package site_test

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"anju/generator/build"
	"anju/generator/diag"
	"anju/generator/theme"
	"anju/themes"
)

const partsArchive = "testdata/parts.txtar"

// TestPartPages: what pages a guide in parts has, and which of them may be found.
func TestPartPages(t *testing.T) {
	s := planOf(t, partsArchive)
	var got []string
	for _, p := range s.Pages {
		if strings.Contains(p.URL, "/guides/ban/") || strings.Contains(p.URL, "/guides/zi/") {
			state := map[bool]string{true: " hidden", false: ""}[p.Hidden]
			got = append(got, p.Path+state)
		}
	}
	want := []string{
		"guides/ban/index.html", "guides/ban/who/index.html", "guides/ban/材料/index.html", "guides/ban/print/index.html hidden",
		"guides/zi/index.html", "guides/zi/甲/index.html", "guides/zi/乙/index.html", "guides/zi/print/index.html hidden",
		"en/guides/ban/index.html", "en/guides/ban/who/index.html", "en/guides/ban/材料/index.html", "en/guides/ban/print/index.html hidden",
		"en/guides/zi/index.html hidden", "en/guides/zi/甲/index.html hidden", "en/guides/zi/乙/index.html hidden", "en/guides/zi/print/index.html hidden",
	}
	same(t, got, want)
	for _, f := range s.Files {
		if f.Path != "sitemap.xml" {
			continue
		}
		text := string(s.Bytes(f))
		if !strings.Contains(text, "<loc>https://anju.example/en/guides/ban/who/</loc><lastmod>") || strings.Contains(text, "/print/") {
			t.Errorf("the sitemap: %s", text)
		}
	}
}

func TestPartPage(t *testing.T) {
	s := planOf(t, partsArchive)
	tests := []struct {
		url, name, lang, canonical string
		prev, next                 string
	}{
		{"/guides/ban/who/", "条件", "", "https://anju.example/guides/ban/who/", "", "/guides/ban/%E6%9D%90%E6%96%99/"},
		{"/en/guides/ban/%E6%9D%90%E6%96%99/", "What to bring", "", "https://anju.example/en/guides/ban/%E6%9D%90%E6%96%99/", "/en/guides/ban/who/", ""},
		{"/en/guides/zi/%E7%94%B2/", "甲", "zh-Hans", "https://anju.example/guides/zi/%E7%94%B2/", "", "/en/guides/zi/%E4%B9%99/"},
	}
	for _, test := range tests {
		t.Run(test.url, func(t *testing.T) {
			p := payloadAt[*theme.PartPage](t, s, test.url)
			if string(p.Name) != test.name || string(p.BodyLang) != test.lang || p.Canonical != test.canonical {
				t.Errorf("%q in %q, canonical %s", p.Name, p.BodyLang, p.Canonical)
			}
			if p.Prev.URL != test.prev || p.Next.URL != test.next {
				t.Errorf("from %q to %q", p.Prev.URL, p.Next.URL)
			}
			if len(p.Sources) != 1 || len(p.Figures) != 0 || len(p.Parts) != 2 {
				t.Errorf("%d sources, %d figures, %d parts", len(p.Sources), len(p.Figures), len(p.Parts))
			}
		})
	}
	papers := payloadAt[*theme.PartPage](t, s, "/en/guides/ban/%E6%9D%90%E6%96%99/")
	if want := `<a href="/en/guides/ban/who/#age">`; !strings.Contains(string(papers.Body), want) {
		t.Errorf("the text has no %s: %s", want, papers.Body)
	}
}

// TestPartOverview: the guide's own page says how each part begins and where each
// of its headings is.
func TestPartOverview(t *testing.T) {
	s := planOf(t, partsArchive)
	var got []string
	for _, url := range []string{"/guides/ban/", "/en/guides/ban/"} {
		p := payloadAt[*theme.GuidePage](t, s, url)
		for _, part := range p.Parts {
			line := part.ID + " | " + part.Lead + " | " + part.URL
			for _, h := range part.Below {
				line += " | " + h.ID
			}
			got = append(got, line)
		}
		if strings.Contains(string(p.Body), "<h2") || p.Body == "" || len(p.Figures) != 1 {
			t.Errorf("%s shows %s and %d figures", url, p.Body, len(p.Figures))
		}
	}
	same(t, got, []string{
		"who | 年满十八岁。 | /guides/ban/who/ | 年龄", "材料 | 名称 | 份数 | /guides/ban/%E6%9D%90%E6%96%99/",
		"who | You are 18.5 years old. | /en/guides/ban/who/ | age", "what-to-bring | See age. | /en/guides/ban/%E6%9D%90%E6%96%99/",
	})
}

func TestWholePage(t *testing.T) {
	p := payloadAt[*theme.GuidePage](t, planOf(t, partsArchive), "/guides/ban/print/")
	if p.Canonical != "https://anju.example/guides/ban/" || !p.NoIndex || p.Overview.URL != "/guides/ban/" || len(p.Parts) != 0 {
		t.Errorf("canonical %s, noindex %v, back to %s, %d parts", p.Canonical, p.NoIndex, p.Overview.URL, len(p.Parts))
	}
	if data := string(p.JSONLD); strings.Contains(data, "全文") || !strings.Contains(data, `"name":"怎么办"`) {
		t.Errorf("the guide's address is stated as %s", data)
	}
	if strings.Count(string(p.Body), "<h2") != 2 {
		t.Errorf("the whole text is %s", p.Body)
	}
}

// TestWaysToParts: links of other texts, hits of the search and old names of the
// guide lead to the page of the part.
func TestWaysToParts(t *testing.T) {
	s := planOf(t, partsArchive)
	body := string(payloadAt[*theme.GuidePage](t, s, "/guides/lian/").Body)
	for _, href := range []string{"/guides/ban/who/#%E5%B9%B4%E9%BE%84", "/guides/ban/%E6%9D%90%E6%96%99/#%E6%9D%90%E6%96%99", "/guides/ban/"} {
		if !strings.Contains(body, `href="`+href+`"`) {
			t.Errorf("no link to %s in %s", href, body)
		}
	}
	var got []string
	for _, d := range s.Documents() {
		for _, section := range d.Text["en"].Sections {
			if d.ID == "guide:ban" && section.Anchor != "" {
				got = append(got, section.Page+"#"+section.Anchor)
			}
		}
	}
	same(t, got, []string{"who/#who", "who/#age", "%E6%9D%90%E6%96%99/#what-to-bring"})
	for from, to := range map[string]string{
		"/guides/laoban/": "/guides/ban/", "/en/guides/laoban/材料/": "/en/guides/ban/%E6%9D%90%E6%96%99/",
		"/guides/laoban/print/": "/guides/ban/print/", "/en/old/ban/print/": "/en/guides/ban/print/", "/guides/laolian/print/": "",
	} {
		if s.Frame.Redirects[from] != to {
			t.Errorf("%s leads to %q, want %s", from, s.Frame.Redirects[from], to)
		}
	}
}

// TestPartsOfTranslation: a translation has as many parts as its original.
func TestPartsOfTranslation(t *testing.T) {
	archive, err := txtar.ParseFile(partsArchive)
	if err != nil {
		t.Fatal(err)
	}
	source := fstest.MapFS{}
	for _, f := range archive.Files {
		source[f.Name] = &fstest.MapFile{Data: []byte(strings.Replace(string(f.Data), "## What to bring", "## What to bring\n\nTwo.\n\n## More", 1))}
	}
	look, err := fs.Sub(themes.Default, "default")
	if err != nil {
		t.Fatal(err)
	}
	_, list, _ := build.Plan(build.Options{Source: source, Theme: look, Now: plannedAt})
	i := slices.IndexFunc(list, func(d diag.Diagnostic) bool { return d.Code == "content/translation-shape" })
	if i < 0 || list[i].File != "content/guides/ban.en.md" || list[i].Line != 6 {
		t.Errorf("got %v", list)
	}
}
