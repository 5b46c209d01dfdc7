package picture

import (
	"bytes"
	"image"
	"image/color"
	"os"
	"runtime"
	"testing"
)

// quarters are pictures of 640×480 pixels that other programs wrote, in the
// forms that Go's library does not write: without red and green at the top left,
// with both at the bottom right.
var quarters = []string{"progressive.jpg", "cmyk.jpg", "interlaced.png"}

func fixture(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestForms: the forms that cameras and printers use come out with their
// colours.
func TestForms(t *testing.T) {
	for _, name := range quarters {
		t.Run(name, func(t *testing.T) {
			p, err := Open(fixture(t, name))
			if err != nil {
				t.Fatal(err)
			}
			got := decoded(t, copyAt(t, p, 480))
			for at, want := range map[image.Point]color.RGBA{{20, 20}: {0, 0, 128, 255}, {460, 340}: {200, 200, 128, 255}} {
				if far(got.At(at.X, at.Y), want) {
					t.Errorf("the pixel at %v is %v, want about %v", at, got.At(at.X, at.Y), want)
				}
			}
		})
	}
}

// TestMemory: decoding takes what Memory says, and not much less.
func TestMemory(t *testing.T) {
	files := map[string][]byte{
		"JPEG":        encoded(t, landscape(640, 480), "jpeg"),
		"grey JPEG":   encoded(t, image.NewGray(image.Rect(0, 0, 640, 480)), "jpeg"),
		"PNG":         encoded(t, landscape(640, 480), "png"),
		"16-bit PNG":  encoded(t, image.NewNRGBA64(image.Rect(0, 0, 640, 480)), "png"),
		"palette PNG": encoded(t, image.NewPaletted(image.Rect(0, 0, 640, 480), color.Palette{color.Black}), "png"),
		"GIF":         encoded(t, landscape(640, 480), "gif"),
	}
	for _, name := range quarters {
		files[name] = fixture(t, name)
	}
	for name, data := range files {
		t.Run(name, func(t *testing.T) {
			cfg, format, err := image.DecodeConfig(bytes.NewReader(data))
			if err != nil {
				t.Fatal(err)
			}
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			_, _, err = image.Decode(bytes.NewReader(data))
			runtime.ReadMemStats(&after)
			const around = 128 << 10 // tables and buffers
			used, said := int64(after.TotalAlloc-before.TotalAlloc), memoryOf(data, cfg, format)
			if err != nil || used > said+around || used < said/2 {
				t.Errorf("decoding takes %d bytes (%v), said are %d", used, err, said)
			}
		})
	}
}
