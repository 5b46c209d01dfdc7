package theme

import (
	"fmt"
	"io/fs"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"anju/generator/diag"
)

// TestBlame: what an override does to the default is told at the override's
// file.
func TestBlame(t *testing.T) {
	const main = `{{define "main"}}`
	tests := map[string]struct {
		file, src, want string // the place and the code, and a part of the message
	}{
		"symbol drawn by the default": {"assets/icons.svg", without(t, "assets/icons.svg", `<symbol id="print"[^\n]*`), "assets/icons.svg theme/no-symbol: no symbol print, which layouts/"},
		"symbol named by data":        {"assets/icons.svg", without(t, "assets/icons.svg", `<symbol id="until"[^\n]*`), "assets/icons.svg theme/no-symbol: no symbol until, which layouts/"},
		"symbol drawn by the layout":  {"layouts/cities.html", main + `{{.Icon "nobody"}}{{end}}`, "layouts/cities.html:1:20 theme/no-symbol: has no symbol nobody"},
		"no drawing":                  {"assets/icons.svg", "<svg><symbol", "assets/icons.svg theme/unreadable: EOF"},
		"layout without main":         {"layouts/part.html", "<p>{{.Heading}}</p>", "layouts/part.html theme/no-main: "},
		"empty layout":                {"layouts/part.html", "", "layouts/part.html theme/no-main: "},
		"payload for a partial":       {"layouts/cities.html", main + `{{template "partials/card.html" .}}{{end}}`, "layouts/cities.html theme/layout: layouts/partials/card.html:"},
		"values of a text":            {"strings/zh-Hans.yaml", "list.total: \"%d %d\"\n", "strings/zh-Hans.yaml:1:13 theme/string-verbs: strings/en.yaml"},
		"picture":                     {"assets/share.png", "GIF89a", "assets/share.png theme/picture: PNG"},
		"picture for a phone":         {"assets/touch.png", "", "assets/touch.png theme/picture: PNG"},
		"icon":                        {"assets/favicon.ico", "\x89PNG\r\n\x1a\n", "assets/favicon.ico theme/picture: ICO"},
		"icon without pictures":       {"assets/favicon.ico", "\x00\x00\x01\x00\x00\x00", "assets/favicon.ico theme/picture: ICO"},
		"icon cut off":                {"assets/favicon.ico", original(t, "assets/favicon.ico")[:40], "assets/favicon.ico theme/picture: ICO"},
		"answer in two":               {"layouts/partials/answer.html", `<div data-title="a"></div><p></p>`, "layouts/search.html theme/search-answer: "},
		"answer without its title":    {"layouts/partials/answer.html", "<div></div>", "layouts/search.html theme/search-answer: "},
		"search without an answer":    {"layouts/search.html", main + searchForm + `{{template "partials/answer.html" .}}{{end}}`, "layouts/search.html theme/search-answer: "},
		"search without a form":       {"layouts/search.html", main + `<div id="answer">{{template "partials/answer.html" .}}</div>{{end}}`, "layouts/search.html theme/search-form: "},
		"field outside of the form":   {"layouts/search.html", main + `<form id="search"></form><input type="search" name="q"><div id="answer">{{template "partials/answer.html" .}}</div>{{end}}`, "layouts/search.html theme/search-form: "},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			_, findings := Load(fstest.MapFS{tt.file: {Data: []byte(tt.src)}}, defaultFiles(t), languages)
			if len(findings) == 0 {
				t.Fatal("nothing is told")
			}
			place, part, _ := strings.Cut(tt.want, ": ")
			if got := told(findings[0]); got != place || !strings.Contains(findings[0].Message.En, part) {
				t.Errorf("got %s: %s\nwant %s", got, findings[0].Message.En, tt.want)
			}
			for _, more := range findings[1:] { // the answer is looked at alone, too
				if tt.file != more.File {
					t.Errorf("also told: %s", told(more))
				}
			}
		})
	}
}

const searchForm = `<form id="search"><input type="search" name="q"></form>`

func told(d diag.Diagnostic) string { return fmt.Sprintf("%s %s", d.Pos, d.Code) }

// original is a file of the default.
func original(t *testing.T, file string) string {
	t.Helper()
	src, err := fs.ReadFile(defaultFiles(t), file)
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

// without is a file of the default without what a pattern finds.
func without(t *testing.T, file, pattern string) string {
	t.Helper()
	src := original(t, file)
	out := regexp.MustCompile(pattern).ReplaceAllString(src, "")
	if src == out {
		t.Fatalf("%s has no %s", file, pattern)
	}
	return out
}

// TestBlameOfTexts: a text that takes more than the default's layout gives is
// told where it is written.
func TestBlameOfTexts(t *testing.T) {
	more := fstest.MapFS{
		"strings/zh-Hans.yaml": {Data: []byte("list.total: \"%d %d\"\n")},
		"strings/en.yaml":      {Data: []byte("list.total: \"%d %d\"\n")},
	}
	_, findings := Load(more, defaultFiles(t), languages)
	for _, d := range findings {
		if d.Code != "theme/string-arguments" || !strings.HasPrefix(d.File, "strings/") || d.Line != 1 {
			t.Errorf("told: %s", told(d))
		}
	}
	if len(findings) < len(languages) {
		t.Errorf("%d findings", len(findings))
	}
}

// TestSymbols: attributes stand in any order, ids are of letters, digits and
// hyphens.
func TestSymbols(t *testing.T) {
	got, findings := symbols([]byte(`<svg><symbol viewBox='0 0 1 1' id='Who_2-a'/><symbol
 id = "b"></symbol><g id="c"/><symbol id="a&quot;b"/><!-- <symbol id="d"/> --></svg>`))
	if len(findings) > 0 || len(got) != 2 || !got["Who_2-a"] || !got["b"] {
		t.Errorf("symbols %v, %v", got, findings)
	}
}
