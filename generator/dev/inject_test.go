package dev

import (
	"strings"
	"testing"
	"testing/fstest"

	"anju/generator/build"
)

func TestInject(t *testing.T) {
	tests := []struct{ name, before, after string }{ // what is added stands between before and after
		{"a page", "<!doctype html><html><head></head><body class=\"layout-home\">", "<p>x</p></body></html>"},
		{"in capitals", "<HTML><BODY CLASS=x>", "<p>x</p></BODY>"},
		{"without attributes", "<body>", "x</body>"},
		{"over lines", "<body\n class='a'\n>", "x"},
		{"a bracket in a value", `<body data-x="a>b" data-y='c>d'>`, "x</body>"},
		{"the first of two", "<body>", "<p>&lt;body></p><body>"},
		{"no body is left as it is", "<ol class=\"hits\"><li>x</li></ol>", ""},
		{"another element is none", "<bodyguard>x</bodyguard>", ""},
		{"text is none", "<p>&lt;body&gt;</p>", ""},
		{"nothing", "", ""},
	}
	s := &state{version: 7, source: fstest.MapFS{}}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := string(newBrowsers("", "zh-Hans").inject([]byte(test.before+test.after), "/", s))
			added, ok := strings.CutPrefix(got, test.before)
			added, back := strings.CutSuffix(added, test.after)
			if !ok || !back {
				t.Fatalf("the page is not in %q", got)
			}
			wanted := strings.Contains(strings.ToLower(test.before), "<body") && !strings.Contains(test.before, "guard")
			if wanted != (added != "") || wanted && (strings.Count(added, `src="/_dev/dev.js" data-version="7"`) != 1 || strings.Count(added, `<aside id="dev"`) != 1) {
				t.Errorf("added %q", added)
			}
		})
	}
}

// TestPageMark: a page counts as another when anything of it changes but the
// version of its style sheet.
func TestPageMark(t *testing.T) {
	b, s := newBrowsers("", "zh-Hans"), &state{version: 1, source: fstest.MapFS{}}
	mark := func(html string) string {
		_, rest, _ := strings.Cut(string(b.script([]byte(html), s)), `data-page="`)
		mark, _, _ := strings.Cut(rest, `"`)
		return mark
	}
	const page = `<link rel="stylesheet" href="/assets/style.0123456789.css"><script src="/assets/search.0123456789.js"></script><body>x`
	same := map[string]bool{
		strings.Replace(page, "style.0123456789", "style.abcdef0123", 1):   true,
		strings.Replace(page, "search.0123456789", "search.abcdef0123", 1): false,
		strings.Replace(page, "style.", "other.", 1):                       false,
		page + "y": false,
	}
	for other, want := range same {
		if got := mark(other) == mark(page); got != want {
			t.Errorf("%s counts as the same: %v", other, got)
		}
	}
	s.version, s.err = 2, build.ErrFindings // what is not of the page
	if again := mark(page); again != mark(page) || again == "" {
		t.Errorf("the mark is %q", again)
	}
}
