package picture

import (
	"fmt"
	"image"
	"testing"
)

// TestOrientation: however the camera was held, the copy is the same picture.
func TestOrientation(t *testing.T) {
	const w, h = 48, 32
	upright := landscape(w, h)
	for o := orientation(1); o <= 8; o++ {
		t.Run(fmt.Sprint(o), func(t *testing.T) {
			held := image.NewRGBA(image.Rect(0, 0, w, h))
			if o.sideways() {
				held = image.NewRGBA(image.Rect(0, 0, h, w))
			}
			for y := range h {
				for x := range w {
					at := o.source(x, y, w, h)
					held.Set(at.X, at.Y, upright.At(x, y))
				}
			}
			p, err := Open(withExif(encoded(t, held, "jpeg"), uint16(o)))
			if err != nil {
				t.Fatal(err)
			}
			got := decoded(t, copyAt(t, p, w))
			for _, at := range []image.Point{{2, 2}, {w - 3, 2}, {2, h - 3}, {w - 3, h - 3}} {
				if far(got.At(at.X, at.Y), upright.At(at.X, at.Y)) {
					t.Errorf("the pixel at %v is %v, want about %v", at, got.At(at.X, at.Y), upright.At(at.X, at.Y))
				}
			}
		})
	}
}

// The corners of a page held each way, as Exif 2.32 describes them: what the
// first row and the first column of the file are in the picture.
func TestOrientationCorners(t *testing.T) {
	const w, h = 4, 3
	for o, want := range []image.Point{
		1: {0, 0}, 2: {w - 1, 0}, 3: {w - 1, h - 1}, 4: {0, h - 1}, 5: {0, 0}, 6: {w - 1, 0}, 7: {w - 1, h - 1}, 8: {0, h - 1},
	} {
		if o == 0 {
			continue
		}
		if at := orientation(o).source(want.X, want.Y, w, h); at != (image.Point{}) {
			t.Errorf("held as %d, the picture's %v is the file's %v, want the first pixel", o, want, at)
		}
	}
}
