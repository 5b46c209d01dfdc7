package impact

import (
	"bytes"
	"html"
	"regexp"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"pgregory.net/rapid"
)

var tag = regexp.MustCompile(`<[^>]*>`)

// What is escaped makes one item of a list and nothing else, and reads as it
// was.
func TestEscape(t *testing.T) {
	md := goldmark.New(goldmark.WithExtensions(extension.GFM))
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOf(rapid.SampledFrom([]string{
			"安居", "a", " ", "*", "_", "`", "[x](y)", "![", "|", "<b>", "</script>", "@a", "#1", "# ", "- ", "1. ", "+", "=", "~~", "\n", "\\",
			"http://a.example", "www.a.example", "mailto:a@b.example", "&amp;", "&#64;", "[^1]", "[ ] ", "$$", "---", "\x1b", "\u202e",
		})).Draw(t, "parts")
		text := strings.Join(parts, "")
		var out bytes.Buffer
		if err := md.Convert([]byte("- "+escape(text)+"\n"), &out); err != nil {
			t.Fatal(err)
		}
		tags := strings.Join(tag.FindAllString(out.String(), -1), "")
		if tags != "<ul><li></li></ul>" {
			t.Fatalf("%q makes %s: %s", text, tags, out.String())
		}
		plain := strings.ReplaceAll(html.UnescapeString(tag.ReplaceAllString(out.String(), "")), "\u200b", "")
		if got, want := words(plain), words(visible(text)); got != want {
			t.Fatalf("%q reads %q", want, got)
		}
	})
}

// words is text without what Markdown makes of blanks.
func words(text string) string { return strings.Join(strings.Fields(text), " ") }
