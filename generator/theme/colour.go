package theme

import (
	"math"
	"regexp"
	"strconv"
)

// Colour is an ink on a ground, two tokens of style.css, in both schemes.
type Colour struct {
	Ink, Ground string
	Least       float64 // the contrast it must have: 4.5 for text, 3 for the edges of controls
	Light, Dark Shade
}

// Shade is what a Colour is in one scheme: #rrggbb, and the contrast of the two.
type Shade struct {
	Ink, Ground string
	Contrast    float64
}

// inks are the colours that pages put on each other.
var inks = []Colour{
	{Ink: "ink", Ground: "paper", Least: 4.5},
	{Ink: "ink", Ground: "sheet", Least: 4.5},
	{Ink: "ink", Ground: "tint", Least: 4.5},
	{Ink: "ink", Ground: "mark", Least: 4.5},
	{Ink: "quiet", Ground: "paper", Least: 4.5},
	{Ink: "quiet", Ground: "sheet", Least: 4.5},
	{Ink: "quiet", Ground: "tint", Least: 4.5},
	{Ink: "accent", Ground: "paper", Least: 4.5},
	{Ink: "accent", Ground: "sheet", Least: 4.5},
	{Ink: "accent", Ground: "tint", Least: 4.5},
	{Ink: "on-accent", Ground: "accent", Least: 4.5},
	{Ink: "caution", Ground: "caution-tint", Least: 4.5},
	{Ink: "ended", Ground: "ended-tint", Least: 4.5},
	{Ink: "edge", Ground: "paper", Least: 3},
	{Ink: "edge", Ground: "sheet", Least: 3},
}

var (
	tokenBlock = regexp.MustCompile(`:root \{([^}]*)\}`)
	token      = regexp.MustCompile(`--([a-z-]+): (#[0-9a-f]{6});`)
)

// tokens reads the colours of a style sheet by name: its first block of tokens
// is the light scheme, its second the dark one.
func tokens(css []byte) (light, dark map[string]string) {
	schemes := [2]map[string]string{{}, {}}
	for i, block := range tokenBlock.FindAllSubmatch(css, len(schemes)) {
		for _, m := range token.FindAllSubmatch(block[1], -1) {
			schemes[i][string(m[1])] = string(m[2])
		}
	}
	return schemes[0], schemes[1]
}

// colours are the inks that a style sheet has tokens for, in both schemes.
func colours(css []byte) []Colour {
	light, dark := tokens(css)
	var out []Colour
	for _, c := range inks {
		var okLight, okDark bool
		c.Light, okLight = shade(light[c.Ink], light[c.Ground])
		c.Dark, okDark = shade(dark[c.Ink], dark[c.Ground])
		if okLight && okDark {
			out = append(out, c)
		}
	}
	return out
}

func shade(ink, ground string) (s Shade, ok bool) {
	if ink == "" || ground == "" {
		return Shade{}, false
	}
	return Shade{ink, ground, contrast(ink, ground)}, true
}

// luminance and contrast are WCAG 2.2's relative luminance and contrast ratio,
// of colours as #rrggbb.
func luminance(colour string) float64 {
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, _ := strconv.ParseUint(colour[1+2*i:3+2*i], 16, 8) // digits by the pattern
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
