package theme

import (
	"io/fs"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

const styleLimit = 32_768 // bytes: the whole look, before compression

func style(t *testing.T) string {
	t.Helper()
	src, err := fs.ReadFile(defaultFiles(t), "assets/style.css")
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

var (
	tokenBlock = regexp.MustCompile(`:root \{([^}]*)\}`)
	token      = regexp.MustCompile(`--([a-z-]+): #([0-9a-f]{6});`)
)

// schemes reads the colour tokens of style.css: the first block is light, the
// second dark.
func schemes(t *testing.T, css string) map[string]map[string]string {
	t.Helper()
	blocks := tokenBlock.FindAllStringSubmatch(css, -1)
	if len(blocks) < 2 {
		t.Fatal("style.css has no two blocks of tokens")
	}
	out := map[string]map[string]string{"light": {}, "dark": {}}
	for i, name := range []string{"light", "dark"} {
		for _, m := range token.FindAllStringSubmatch(blocks[i][1], -1) {
			out[name][m[1]] = m[2]
		}
	}
	return out
}

// luminance and contrast are WCAG 2.2's relative luminance and contrast ratio.
func luminance(hex string) float64 {
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, _ := strconv.ParseUint(hex[2*i:2*i+2], 16, 8) // hex by the pattern
		c := float64(n) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}

func contrast(a, b string) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func TestContrast(t *testing.T) {
	pairs := []struct {
		ink, paper string
		want       float64 // 4.5 for text, 3 for the edges of controls
	}{
		{"ink", "paper", 4.5},
		{"ink", "sheet", 4.5},
		{"ink", "tint", 4.5},
		{"ink", "mark", 4.5},
		{"quiet", "paper", 4.5},
		{"quiet", "sheet", 4.5},
		{"quiet", "tint", 4.5},
		{"accent", "paper", 4.5},
		{"accent", "sheet", 4.5},
		{"accent", "tint", 4.5},
		{"on-accent", "accent", 4.5},
		{"caution", "caution-tint", 4.5},
		{"ended", "ended-tint", 4.5},
		{"edge", "paper", 3},
		{"edge", "sheet", 3},
	}
	for scheme, tokens := range schemes(t, style(t)) {
		for _, p := range pairs {
			ink, paper := tokens[p.ink], tokens[p.paper]
			if ink == "" || paper == "" {
				t.Errorf("%s: no token %s or %s", scheme, p.ink, p.paper)
			} else if got := contrast(ink, paper); got < p.want {
				t.Errorf("%s: %s on %s is %.2f:1, want %.1f", scheme, p.ink, p.paper, got, p.want)
			}
		}
	}
}

func TestContrastFormula(t *testing.T) {
	if got := contrast("000000", "ffffff"); math.Abs(got-21) > 1e-9 {
		t.Errorf("black on white = %v, want 21", got)
	}
	if got := contrast("777777", "ffffff"); math.Abs(got-4.478) > 0.001 {
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
