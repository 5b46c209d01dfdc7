package picture

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"image"
	"image/color"
	_ "image/gif" // read by its first frame
	"image/jpeg"
	"image/png"
	"runtime"
	"slices"
	"strings"

	_ "golang.org/x/image/webp" // read, never written
)

// What a picture may have at most, besides what MaxMemory allows.
const (
	MaxBytes = 10 << 20
	MaxSide  = 30_000 // in pixels
	MaxStem  = 235    // bytes of a name without its ending: the name of a copy has 20 more, and a file system takes 255
)

var (
	// ErrUnknown says that bytes are no JPEG, PNG, GIF or WebP picture.
	ErrUnknown = errors.New("no picture of a known type")
	// ErrForeign says that bytes are a picture of a type that is not read: HEIC
	// or AVIF.
	ErrForeign = errors.New("a HEIC or AVIF picture")
	// ErrAnimated says that bytes are a WebP animation, of which no picture is
	// read.
	ErrAnimated = errors.New("an animated WebP picture")
	// ErrSize says that a picture takes more than MaxMemory, or has a side longer
	// than MaxSide; its Info tells how much.
	ErrSize = errors.New("too many pixels")
	// ErrBroken says that a picture that has a head cannot be decoded.
	ErrBroken = errors.New("a broken picture")
)

// Info is what is known of a picture without decoding it.
type Info struct {
	Format        string // of the file: jpeg, png, gif, webp
	Width, Height int    // in pixels, upright
	Digest        string // SHA-256 of the file, in hexadecimal

	ending string      // of the copies: .jpg or .png
	turned orientation // how the pixels lie in the file
	memory int64       // see Memory
}

// Inspect reads the head of a picture. The errors are ErrUnknown, ErrForeign,
// ErrAnimated and ErrSize, the last one with what is known nevertheless.
func Inspect(data []byte) (Info, error) {
	cfg, format, err := image.DecodeConfig(bytes.NewReader(data))
	switch {
	case err != nil && foreign(data):
		return Info{}, ErrForeign
	case err != nil || cfg.Width < 1 || cfg.Height < 1:
		return Info{}, ErrUnknown
	case animated(data, format):
		return Info{}, ErrAnimated
	}
	digest := sha256.Sum256(data)
	info := Info{
		Format: format, Width: cfg.Width, Height: cfg.Height, Digest: hex.EncodeToString(digest[:]),
		ending: ending(cfg, format, data), turned: orientationOf(data, format),
	}
	if info.turned.sideways() {
		info.Width, info.Height = info.Height, info.Width
	}
	info.memory = int64(len(data)) + memoryOf(data, cfg, format) + info.copiesMemory()
	if max(cfg.Width, cfg.Height) > MaxSide || info.memory > MaxMemory {
		return info, ErrSize
	}
	return info, nil
}

// foreign reports whether data is an ISO base media file with a picture, which
// is what telephones call HEIC.
func foreign(data []byte) bool {
	if len(data) < 12 || string(data[4:8]) != "ftyp" {
		return false
	}
	return slices.Contains([]string{"heic", "heix", "hevc", "heim", "heis", "mif1", "msf1", "avif"}, string(data[8:12]))
}

// animated reports whether a WebP file says that it is an animation, in the
// flags of its first chunk.
func animated(data []byte, format string) bool {
	const flags, animation = 20, 1 << 1
	return format == "webp" && len(data) > flags && string(data[12:16]) == "VP8X" && data[flags]&animation != 0
}

// ending chooses the format of the copies. JPEG blurs the edges of drawings and
// has no transparency; PNG makes photographs large. A PNG file without
// transparency whose pixels take more than a byte each is a photograph; what
// else the file holds, a profile of colours or a thumbnail, does not count.
func ending(cfg image.Config, format string, data []byte) string {
	switch cfg.ColorModel {
	case color.YCbCrModel, color.CMYKModel:
		return ".jpg"
	case color.RGBAModel, color.RGBA64Model, color.GrayModel, color.Gray16Model:
		if c := chunksOf(data); format == "jpeg" || !c.clear && c.pixels > cfg.Width*cfg.Height {
			return ".jpg"
		}
	}
	return ".png" // a palette, transparency, a drawing
}

// steps are the widths of copies: a telephone's, that of a dense one or of a
// page on a desk, and that of the page on a dense screen.
var steps = []int{480, 960, 1440}

// Widths are the widths in which the picture is published, rising: never more
// than it has, and the last one the best.
func (i Info) Widths() (widths []int) {
	widest := steps[len(steps)-1]
	for _, w := range steps {
		if w < min(i.Width, widest) {
			widths = append(widths, w)
		}
	}
	return append(widths, min(i.Width, widest))
}

// HeightAt is the height of a copy of that width.
func (i Info) HeightAt(width int) int {
	return max(1, (i.Height*width+i.Width/2)/max(1, i.Width))
}

// version is of how copies are made: another one gives them other names.
const version = 1

// Name is the file name of a copy: stem-960.0123456789.jpg. The fingerprint
// tells other pictures, and other ways of making copies, apart.
func (i Info) Name(stem string, width int) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s %d", i.Digest, version))
	return fmt.Sprintf("%s-%d.%x%s", stem, width, sum[:5], i.ending)
}

// Key names the bytes of a copy among those of all pictures: 64 hexadecimal
// digits. Another release of Go may compress differently, and has other keys.
func (i Info) Key(width int) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s %d%s %d %s", i.Digest, width, i.ending, version, runtime.Version()))
	return hex.EncodeToString(sum[:])
}

// Fits reports whether data begins as a copy of that width does.
func (i Info) Fits(data []byte, width int) bool {
	cfg, format, err := image.DecodeConfig(bytes.NewReader(data))
	return err == nil && strings.HasPrefix(format, i.ending[1:2]) && cfg.Width == width && cfg.Height == i.HeightAt(width)
}

// Picture is a decoded picture. Goroutines may share it.
type Picture struct {
	Info
	pixels image.Image
}

// Open decodes a picture. The errors are those of Inspect, and ErrBroken with
// what is broken.
func Open(data []byte) (*Picture, error) {
	info, err := Inspect(data)
	if err != nil {
		return nil, err
	}
	pixels, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrBroken, err)
	}
	return &Picture{info, pixels}, nil
}

// quality is where JPEG artefacts of a photograph are not seen at arm's length.
const quality = 80

// At is the file of a copy as wide as said, which is at most p.Width.
func (p *Picture) At(width int) ([]byte, error) {
	w, h := width, p.HeightAt(width)
	n, m := p.Width, p.Height
	if p.turned.sideways() {
		w, h, n, m = h, w, m, n
	}
	img := p.turned.upright(scale(p.pixels, n, m, w, h))
	var out bytes.Buffer
	var err error
	if p.ending == ".jpg" {
		err = jpeg.Encode(&out, img, &jpeg.Options{Quality: quality})
	} else {
		err = (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&out, reduced(img))
	}
	if err != nil {
		return nil, fmt.Errorf("encode the picture: %w", err)
	}
	return out.Bytes(), nil
}
