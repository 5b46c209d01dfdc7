package theme

import (
	"bytes"
	"io/fs"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"
)

const styleLimit = 34_816 // bytes: the whole look, before compression

func style(t *testing.T) string {
	t.Helper()
	src, err := fs.ReadFile(defaultFiles(t), "assets/style.css")
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

func TestContrast(t *testing.T) {
	found := colours([]byte(style(t)))
	if len(found) != len(inks) {
		t.Errorf("style.css has tokens for %d of %d colours on their grounds", len(found), len(inks))
	}
	for _, c := range found {
		for scheme, s := range map[string]Shade{"light": c.Light, "dark": c.Dark} {
			if s.Contrast < c.Least {
				t.Errorf("%s: %s on %s is %.2f:1, want %.1f", scheme, c.Ink, c.Ground, s.Contrast, c.Least)
			}
		}
	}
}

func TestContrastFormula(t *testing.T) {
	if got := contrast("#000000", "#ffffff"); math.Abs(got-21) > 1e-9 {
		t.Errorf("black on white = %v, want 21", got)
	}
	if got := contrast("#777777", "#ffffff"); math.Abs(got-4.478) > 0.001 {
		t.Errorf("#777 on white = %v, want 4.478", got)
	}
}

// TestStyleRules keeps colours in the tokens, and other hosts out.
func TestStyleRules(t *testing.T) {
	css := style(t)
	if len(css) > styleLimit {
		t.Errorf("style.css has %d bytes, more than %d", len(css), styleLimit)
	}
	for _, forbidden := range []string{"url(", "@import", "@font-face", "gradient(", "box-shadow", "!important"} {
		if strings.Contains(css, forbidden) {
			t.Errorf("style.css has %s", forbidden)
		}
	}
	rules := tokenBlock.ReplaceAllString(css, "")
	if m := regexp.MustCompile(`#[0-9a-f]{3,8}\b`).FindString(rules); m != "" {
		t.Errorf("the colour %s stands outside the tokens", m)
	}
}

// TestStylePageIsWhole: what the theme has, the page shows.
func TestStylePageIsWhole(t *testing.T) {
	th := load(t)
	page := string(render(t, th, NewStylePage(sampleFrame)))
	for name := range th.icons {
		if !strings.Contains(page, "#"+name+`"`) {
			t.Errorf("the style page does not draw %s", name)
		}
	}
	for _, class := range regexp.MustCompile(`\.(status-[a-z_]+)`).FindAllStringSubmatch(style(t), -1) {
		if value := class[1]; value != "status-planned" && !strings.Contains(page, value+`"`) {
			t.Errorf("the style page does not show %s", value)
		}
	}
	for _, ink := range inks {
		if !strings.Contains(page, ink.Ink+` <span class="detail">/ `+ink.Ground+"，") {
			t.Errorf("the style page does not show %s on %s", ink.Ink, ink.Ground)
		}
	}
}

// A theme whose symbols lack one that pages name by their data is told so when
// it is loaded, not when it meets such a page.
func TestMissingSymbol(t *testing.T) {
	sprite, err := fs.ReadFile(defaultFiles(t), "assets/"+iconFile)
	if err != nil {
		t.Fatal(err)
	}
	over := fstest.MapFS{"assets/" + iconFile: {Data: bytes.Replace(sprite, []byte(`id="until"`), []byte(`id="clock"`), 1)}}
	_, findings := Load(over, defaultFiles(t), languages)
	if len(findings) != 1 || !strings.Contains(findings[0].Message.En, "no symbol until") {
		t.Errorf("findings %v", findings)
	}
}

// spriteLimit is how many bytes the drawings may have: every page loads them.
const spriteLimit = 12_288

// TestSprite keeps symbols free of what a content security policy refuses, and
// of colours that do not follow the page.
func TestSprite(t *testing.T) {
	src, err := fs.ReadFile(defaultFiles(t), "assets/"+iconFile)
	if err != nil {
		t.Fatal(err)
	}
	if len(src) > spriteLimit {
		t.Errorf("%s has %d bytes, more than %d", iconFile, len(src), spriteLimit)
	}
	drawn := []string{"svg", "symbol", "g", "path", "circle"}
	sprite := parsePage(t, src).all("svg")[0]
	for n := range sprite.Descendants() {
		if n.Type == html.ElementNode && !slices.Contains(drawn, n.Data) {
			t.Errorf("%s has an element %s", iconFile, n.Data)
		}
		for _, a := range n.Attr {
			if a.Key == "style" || a.Key == "class" || strings.HasPrefix(a.Key, "on") || strings.Contains(a.Val, "#") {
				t.Errorf("%s has %s=%q", n.Data, a.Key, a.Val)
			}
		}
	}
}
