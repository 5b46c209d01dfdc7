package site

import (
	"fmt"
	"image"
	"image/color"
	"strings"
	"testing"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"

	"anju/generator/theme"
)

// A second library reads the codes that this room draws.
func TestQRCode(t *testing.T) {
	for name, address := range map[string]string{
		"short": "https://a.cn/", "usual": "https://demo.example.org/policies/shili-zufang-2026/",
		"Han":  "https://demo.example.org/policies/%E7%A4%BA%E4%BE%8B/",
		"long": "https://demo.example.org/" + strings.Repeat("guides/", 60),
	} {
		code := qrCode(address)
		if got := read(t, code); got != address {
			t.Errorf("%s: the code leads to %q, not to %q", name, got, address)
		}
		if side := code.Size - 2*quietZone; side < 21 || (side-17)%4 != 0 {
			t.Errorf("%s: a side of %d modules", name, side)
		}
	}
	if a, b := qrCode("https://a.cn/"), qrCode("https://a.cn/"+strings.Repeat("x", 200)); a.Size >= b.Size {
		t.Errorf("a short address needs %d modules, a long one %d", a.Size, b.Size)
	}
	if code := qrCode(strings.Repeat("x", 3000)); code != (theme.QR{}) {
		t.Error("a code for what no code can hold")
	}
}

// read draws the path of a code and decodes the picture.
func read(t *testing.T, code theme.QR) string {
	t.Helper()
	const scale = 4
	picture := image.NewGray(image.Rect(0, 0, code.Size*scale, code.Size*scale))
	for i := range picture.Pix {
		picture.Pix[i] = 255
	}
	for _, bar := range strings.SplitAfter(code.Path, "z") {
		if bar == "" {
			continue
		}
		var x, y, n, back int
		if _, err := fmt.Sscanf(bar, "M%d %dh%dv1h-%dz", &x, &y, &n, &back); err != nil || n != back {
			t.Fatalf("%q: %v", bar, err)
		}
		for dy := range scale {
			for dx := range n * scale {
				picture.SetGray(x*scale+dx, y*scale+dy, color.Gray{})
			}
		}
	}
	bitmap, err := gozxing.NewBinaryBitmapFromImage(picture)
	if err != nil {
		t.Fatal(err)
	}
	result, err := qrcode.NewQRCodeReader().Decode(bitmap, nil)
	if err != nil {
		t.Fatal(err)
	}
	return result.GetText()
}
