package picture

import (
	"crypto/sha256"
	"fmt"
	"image"
	"image/color"
	"testing"

	"pgregory.net/rapid"
)

// TestMean: a scaled picture is, everywhere, the mean of what it covers.
func TestMean(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, m := rapid.IntRange(1, 20).Draw(t, "n"), rapid.IntRange(1, 20).Draw(t, "m")
		w, h := rapid.IntRange(1, n).Draw(t, "w"), rapid.IntRange(1, m).Draw(t, "h")
		src := image.NewGray(image.Rect(0, 0, n, m))
		copy(src.Pix, rapid.SliceOfN(rapid.Byte(), n*m, n*m).Draw(t, "pixels"))
		got := scale(src, n, m, w, h)
		for y := range h {
			for x := range w {
				// On a grid of n·w × m·h points, each of which has one pixel of either.
				sum := 0
				for v := y * m; v < (y+1)*m; v++ {
					for u := x * n; u < (x+1)*n; u++ {
						sum += int(src.GrayAt(u/w, v/h).Y)
					}
				}
				if want := uint8((sum + n*m/2) / (n * m)); got.RGBAAt(x, y) != (color.RGBA{want, want, want, 255}) {
					t.Fatalf("%d,%d of %dx%d is %v, want %d", x, y, w, h, got.RGBAAt(x, y), want)
				}
			}
		}
	})
}

// TestPixels holds the pixels of a scaled picture for all time and machines;
// another way to make them needs another version.
func TestPixels(t *testing.T) {
	sum := sha256.Sum256(scale(landscape(1001, 701), 1001, 701, 480, 336).Pix)
	if got, want := fmt.Sprintf("%x", sum[:8]), "4fd5d149cf4d43c5"; got != want {
		t.Errorf("the pixels are %s, want %s", got, want)
	}
}
