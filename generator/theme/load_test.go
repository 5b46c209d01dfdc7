package theme

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func TestFindings(t *testing.T) {
	tests := map[string]struct {
		file, src string
		want      string // places and codes
	}{
		"syntax":           {"layouts/cities.html", "{{define \"main\"}}\n{{if}}{{end}}{{end}}", "layouts/cities.html:2:0 theme/layout"},
		"unknown function": {"layouts/cities.html", "{{define \"main\"}}{{env \"HOME\"}}{{end}}", "layouts/cities.html:1:0 theme/layout"},
		"unknown field":    {"layouts/cities.html", "{{define \"main\"}}\n中文 {{.Nothing}}{{end}}", "layouts/cities.html:2:6 theme/layout"},
		"in a list":        {"layouts/cities.html", "{{define \"main\"}}\n{{range .Cities}}{{.Nmae}}{{end}}{{end}}", "layouts/cities.html:2:20 theme/layout"},
		"in an else":       {"layouts/cities.html", "{{define \"main\"}}{{if .Cities}}{{else}}\n{{.Nmae}}{{end}}{{end}}", "layouts/cities.html:2:3 theme/layout"},
		"fragment":         {"layouts/partials/suggestions.html", "\n{{range .Options}}{{.Txet}}{{end}}", "layouts/partials/suggestions.html:2:21 theme/layout"},
		"partial":          {"layouts/partials/cities.html", "\n{{.Nothing}}", "layouts/partials/cities.html:2:3 theme/layout"},
		"unknown string":   {"layouts/cities.html", "{{define \"main\"}}\n{{.T \"no.such\"}}{{end}}", "layouts/cities.html:2:3 theme/no-string, layouts/cities.html:2:3 theme/no-string"},
		"too few values":   {"layouts/cities.html", "{{define \"main\"}}{{.T \"list.total\"}}{{end}}", "layouts/cities.html:1:20 theme/string-arguments, layouts/cities.html:1:20 theme/string-arguments"},
		"unknown asset":    {"layouts/cities.html", "{{define \"main\"}}{{$.Asset \"no.png\"}}{{end}}", "layouts/cities.html:1:20 theme/no-asset"},
		"asset type":       {"assets/font.woff2", "x", "assets/font.woff2:0:0 theme/asset-type"},
		"string":           {"strings/en.yaml", "odd\n", "strings/en.yaml:1:1 yaml/wrong-type"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			over := fstest.MapFS{tt.file: {Data: []byte(tt.src)}}
			_, findings := Load(over, defaultFiles(t), languages)
			var got []string
			for _, f := range findings {
				got = append(got, fmt.Sprintf("%s:%d:%d %s", f.File, f.Line, f.Col, f.Code))
			}
			if strings.Join(got, ", ") != tt.want {
				t.Errorf("findings %q, want %s", got, tt.want)
			}
		})
	}
}

func TestMissingFiles(t *testing.T) {
	_, findings := Load(nil, fstest.MapFS{}, []string{"zh-Hans"})
	codes := map[string]int{}
	for _, f := range findings {
		codes[f.Code]++
	}
	if codes["theme/unreadable"] != 1 || codes["theme/no-layout"] != len(payloads) {
		t.Errorf("findings %v", codes)
	}
}

func TestOverride(t *testing.T) {
	over := fstest.MapFS{
		"layouts/message.html": {Data: []byte(`{{define "main"}}<h1>{{.Heading}}</h1><p>{{.T "skip"}}{{.T "own.text"}}</p>{{end}}`)},
		"strings/zh-Hans.yaml": {Data: []byte("skip: \"直接看正文\"\nown.text: \"自己的\"\n")},
		"strings/en.yaml":      {Data: []byte("own.text: \"own\"\n")},
		"assets/style.css":     {Data: []byte("body{}")},
	}
	th, findings := Load(over, defaultFiles(t), languages)
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	page := string(render(t, th, samplePages("zh-Hans")["message"]))
	if !strings.Contains(page, "<p>直接看正文自己的</p>") {
		t.Errorf("the page does not follow the override: %s", page)
	}
	if got := th.String("en", "skip"); got != "Skip to the text" {
		t.Errorf("skip in English = %q, want the default's", got)
	}
	if got := render(t, th, samplePages("zh-Hans")["cities"]); !bytes.Contains(got, []byte(th.assets["style.css"].Path)) {
		t.Error("a layout of the default does not use the style of the override")
	}
}

// TestFilesGiveTheSameTheme: a release carries what the endpoint needs.
func TestFilesGiveTheSameTheme(t *testing.T) {
	over := fstest.MapFS{"strings/en.yaml": {Data: []byte("skip: \"Go to the text\"\n")}}
	first, findings := Load(over, defaultFiles(t), languages)
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	staged := fstest.MapFS{}
	for _, f := range first.Files() {
		staged[f.Path] = &fstest.MapFile{Data: f.Data}
	}
	second, findings := Load(nil, staged, languages)
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	for name := range payloads {
		a, b := render(t, first, samplePages("en")[name]), render(t, second, samplePages("en")[name])
		if !bytes.Equal(a, b) {
			t.Errorf("%s differs when loaded from Files", name)
		}
	}
}

func TestAssets(t *testing.T) {
	th := load(t)
	pattern := regexp.MustCompile(`^assets/[a-z-]+\.[0-9a-f]{10}\.[a-z]+$`)
	var names []string
	for _, a := range th.Assets() {
		if !pattern.MatchString(a.Path) {
			t.Errorf("asset %s has no fingerprint", a.Path)
		}
		names = append(names, a.Path)
	}
	if !slices.IsSorted(names) || len(names) == 0 {
		t.Errorf("assets %q are none or not sorted", names)
	}
	changed, _ := fingerprint([]File{{"assets/style.css", []byte("a")}})
	other, _ := fingerprint([]File{{"assets/style.css", []byte("b")}})
	if changed["style.css"].Path == other["style.css"].Path {
		t.Error("other bytes, same name")
	}
}

func TestExecuteErrors(t *testing.T) {
	th := load(t)
	wrong := samplePages("zh-Hans")["message"]
	wrong.page().Layout = "policy"
	if err := th.Execute(io.Discard, wrong); err == nil {
		t.Error("a message shown with the layout of a policy: no error")
	}
	wrong.page().Layout = "nothing"
	if err := th.Execute(io.Discard, wrong); err == nil || !strings.Contains(err.Error(), "/x/") {
		t.Errorf("unknown layout: error %v does not name the page", err)
	}
}

func TestPageHelpers(t *testing.T) {
	zh, en := samplePage("page", "zh-Hans", ""), samplePage("page", "en", "")
	tests := []struct{ name, got, want string }{
		{"Chinese address", zh.URL("/search"), "/search"},
		{"English address", en.URL("/search"), "/en/search"},
		{"label", en.Label("city", "shili"), "Example City"},
		{"label without a name", en.Label("city", "nowhere"), "nowhere"},
		{"label of no facet", en.Label("none", "x"), "x"},
		{"title", en.SiteTitle(), "Anju, Example City"},
		{"dial", dial("+86 (519) 1234-5678"), "+8651912345678"},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, tt.got, tt.want)
		}
	}
	en.Frame = &Frame{Title: map[string]string{"zh-Hans": "安居"}}
	if got := en.SiteTitle(); got != "安居" {
		t.Errorf("a site without an English title is called %q, want 安居", got)
	}
}

func TestString(t *testing.T) {
	th := load(t)
	if got := th.String("zh-Hans", "list.total", 3); got != "共3条" {
		t.Errorf("list.total = %q", got)
	}
	if got := th.String("zh-Hans", "no.such"); got != "⟦no.such⟧" {
		t.Errorf("a missing key = %q", got)
	}
	if th.Has("en", "no.such") || !th.Has("en", "skip") {
		t.Error("Has is wrong")
	}
}

// TestNoForgottenPartials finds partials that no layout uses any longer and that
// are no fragment.
func TestNoForgottenPartials(t *testing.T) {
	var all strings.Builder
	files := defaultFiles(t)
	partials, _ := fs.Glob(files, "layouts/partials/*.html")
	layouts, _ := fs.Glob(files, "layouts/*.html")
	for _, name := range slices.Concat(partials, layouts) {
		src, err := fs.ReadFile(files, name)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(src)
	}
	for _, name := range partials {
		_, alone := fragmentPayloads[strings.TrimSuffix(path.Base(name), ".html")]
		if used := `template "` + strings.TrimPrefix(name, "layouts/") + `"`; !alone && !strings.Contains(all.String(), used) {
			t.Errorf("no layout uses %s", name)
		}
	}
}

func TestCorrectionURL(t *testing.T) {
	tests := map[string]struct{ to, lang, ref, want string }{
		"mail":          {"mailto:fix@anju.example", "zh-Hans", "policy:a", "mailto:fix@anju.example?subject=policy%3Aa"},
		"address":       {"https://anju.example/fix?a=b#form", "en", "policy:a", "https://anju.example/fix?a=b&entry=policy%3Aa#form"},
		"page":          {"/fix/", "en", "", "/en/fix/"},
		"page, Chinese": {"/fix/", "zh-Hans", "guide:a b", "/fix/?entry=guide%3Aa%20b"},
		"without a ref": {"mailto:fix@anju.example", "en", "", "mailto:fix@anju.example"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			f := Frame{Publisher: Publisher{Correction: tt.to}}
			if got := f.CorrectionURL(tt.lang, tt.ref); got != tt.want {
				t.Errorf("CorrectionURL = %s, want %s", got, tt.want)
			}
		})
	}
}
