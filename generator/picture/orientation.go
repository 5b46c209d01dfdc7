package picture

import (
	"bytes"
	"image"

	"github.com/bep/imagemeta"
)

// orientation is how the rows and columns of a file lie in the picture: 1 to 8
// as Exif 2.32 numbers them in table 6, "Orientation". Zero is 1.
type orientation int

// orientationOf reads the orientation out of the metadata. What cannot be read
// is taken to lie upright, as browsers take it.
func orientationOf(data []byte, format string) (o orientation) {
	formats := map[string]imagemeta.ImageFormat{"jpeg": imagemeta.JPEG, "png": imagemeta.PNG, "webp": imagemeta.WebP}
	f, ok := formats[format]
	if !ok {
		return 0
	}
	_, err := imagemeta.Decode(imagemeta.Options{
		R: bytes.NewReader(data), ImageFormat: f, Sources: imagemeta.EXIF,
		ShouldHandleTag: func(tag imagemeta.TagInfo) bool { return tag.Namespace == "IFD0" && tag.Tag == "Orientation" },
		HandleTag: func(tag imagemeta.TagInfo) error {
			if v, ok := tag.Value.(uint16); ok && v >= 1 && v <= 8 {
				o = orientation(v)
			}
			return imagemeta.ErrStopWalking
		},
	})
	if err != nil {
		return 0
	}
	return o
}

// sideways reports whether rows of the file are columns of the picture.
func (o orientation) sideways() bool { return o >= 5 }

// upright turns and mirrors img.
func (o orientation) upright(img *image.RGBA) *image.RGBA {
	if o <= 1 {
		return img
	}
	w, h := img.Rect.Dx(), img.Rect.Dy()
	if o.sideways() {
		w, h = h, w
	}
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			from := o.source(x, y, w, h)
			copy(out.Pix[out.PixOffset(x, y):][:4], img.Pix[img.PixOffset(from.X, from.Y):][:4])
		}
	}
	return out
}

// source is where the file has the pixel x, y of a picture of w×h.
func (o orientation) source(x, y, w, h int) image.Point {
	right, bottom := w-1-x, h-1-y
	switch o {
	case 2:
		return image.Pt(right, y)
	case 3:
		return image.Pt(right, bottom)
	case 4:
		return image.Pt(x, bottom)
	case 5:
		return image.Pt(y, x)
	case 6:
		return image.Pt(y, right)
	case 7:
		return image.Pt(bottom, right)
	case 8:
		return image.Pt(bottom, x)
	}
	return image.Pt(x, y)
}
