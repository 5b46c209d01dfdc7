package theme

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestDocumentTitle(t *testing.T) {
	frame := &Frame{Title: map[string]string{"zh-Hans": "安居"}}
	for title, want := range map[string]string{
		"政策":                        "政策 - 安居",
		"安居":                        "安居",
		strings.Repeat("长", 55):     strings.Repeat("长", 55) + " - 安居",
		strings.Repeat("长", 56):     strings.Repeat("长", 56),
		strings.Repeat("long ", 20): strings.Repeat("long ", 20),
	} {
		p := Page{Frame: frame, Lang: "zh-Hans", Title: title}
		if got := p.DocumentTitle(); got != want {
			t.Errorf("%q becomes %q", title, got)
		}
	}
}

func TestSnippet(t *testing.T) {
	long := strings.Repeat("长", 100)
	tests := []struct{ name, description, want string }{
		{"none", "", ""},
		{"short", "没有句号", "没有句号"},
		{"as long as may be", strings.Repeat("长", 160), strings.Repeat("长", 160)},
		{"two sentences", long + "。" + long + "。", long + "。"},
		{"the last of several", "一。二！" + long + "？" + long, "一。二！" + long + "？"},
		{"English", strings.Repeat("word ", 20) + "3.5 per cent. " + strings.Repeat("word ", 20), strings.Repeat("word ", 20) + "3.5 per cent."},
		{"a comma", long + "，" + long, long + "…"},
		{"words", strings.Repeat("word ", 40), strings.Repeat("word ", 31) + "word…"},
		{"one word", long + long, strings.Repeat("长", 159) + "…"},
		{"a full stop at the edge", strings.Repeat("a", 159) + ". b", strings.Repeat("a", 159) + "."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := Page{Description: tt.description}
			if got := p.Snippet(); got != tt.want {
				t.Errorf("%q becomes %q, want %q", tt.description, got, tt.want)
			}
		})
	}
}

// TestSnippetIsShort: whatever the description, what is shown of it is short,
// and begins as it does.
func TestSnippetIsShort(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := Page{Description: rapid.StringOfN(rapid.RuneFrom([]rune("长 a。.，!")), 0, 400, -1).Draw(t, "description")}
		got := p.Snippet()
		if len([]rune(got)) > snippetLength || !strings.HasPrefix(p.Description, strings.TrimSuffix(got, "…")) || got == "" && p.Description != "" {
			t.Errorf("%q becomes %q", p.Description, got)
		}
	})
}

func TestShared(t *testing.T) {
	site := Picture{URL: "https://x.test/share.png", Width: 1200, Height: 630}
	own := Picture{URL: "https://x.test/a.png", Alt: "走廊", Width: 800, Height: 600}
	p := Page{Frame: &Frame{Title: map[string]string{"zh-Hans": "安居"}, Share: site}, Lang: "zh-Hans"}
	site.Alt = "安居"
	if got := p.Shared(); got != site {
		t.Errorf("without a picture of its own: %+v", got)
	}
	p.Image = own
	if got := p.Shared(); got != own {
		t.Errorf("with a picture of its own: %+v", got)
	}
}

// TestThemeColours: what browsers are told to paint around the page is the
// colour of its paper, in light and in dark.
func TestThemeColours(t *testing.T) {
	base, err := fs.ReadFile(defaultFiles(t), "layouts/base.html")
	if err != nil {
		t.Fatal(err)
	}
	papers := regexp.MustCompile(`--paper: (#[0-9a-f]{6});`).FindAllStringSubmatch(style(t), -1)
	if len(papers) < 2 {
		t.Fatalf("style.css has %d colours of paper", len(papers))
	}
	for i, scheme := range []string{"light", "dark"} {
		want := `<meta name="theme-color" media="(prefers-color-scheme: ` + scheme + `)" content="` + papers[i][1] + `">`
		if !strings.Contains(string(base), want) {
			t.Errorf("base.html has no %s", want)
		}
	}
}
