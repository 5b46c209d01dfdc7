package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"math/rand/v2"
	"os"
	"runtime"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// landscape is a picture of w×h whose every corner has another colour.
func landscape(w, h int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			img.SetRGBA(x, y, color.RGBA{uint8(255 * x / w), uint8(255 * y / h), uint8((x*7 + y*13) % 256), 255})
		}
	}
	return img
}

// grainy is a picture that no method makes small without loss.
func grainy() *image.RGBA {
	img := landscape(64, 64)
	random := rand.New(rand.NewPCG(1, 2))
	for i := range img.Pix {
		if i%4 != 3 {
			img.Pix[i] = uint8(random.UintN(256))
		}
	}
	return img
}

func encoded(t testing.TB, img image.Image, ending string) []byte {
	t.Helper()
	var out bytes.Buffer
	var err error
	switch ending {
	case "jpeg":
		err = jpeg.Encode(&out, img, nil)
	case "gif":
		err = gif.Encode(&out, img, nil)
	default:
		err = png.Encode(&out, img)
	}
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// exif is metadata of a camera: how it was held, and where it was.
func exif(o uint16) []byte {
	b := []byte("Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08\x00\x02")
	b = append(b, 0x01, 0x0e, 0, 2, 0, 0, 0, 12, 0, 0, 0, 38) // ImageDescription
	b = append(b, 0x01, 0x12, 0, 3, 0, 0, 0, 1, byte(o>>8), byte(o), 0, 0, 0, 0, 0, 0)
	return append(b, "N31.8 E119.9\x00"...)
}

// withExif puts metadata behind the first marker of a JPEG file.
func withExif(file []byte, o uint16) []byte {
	meta := exif(o)
	head := binary.BigEndian.AppendUint16([]byte{0xff, 0xd8, 0xff, 0xe1}, uint16(len(meta)+2))
	return append(append(head, meta...), file[2:]...)
}

func TestInspect(t *testing.T) {
	webp, err := os.ReadFile("testdata/opaque.webp")
	if err != nil {
		t.Fatal(err)
	}
	clear := landscape(50, 40)
	clear.SetRGBA(0, 0, color.RGBA{})
	tests := []struct {
		name   string
		data   []byte
		want   string // format, width, height, ending
		failed error
	}{
		{"photograph", encoded(t, landscape(50, 40), "jpeg"), "jpeg 50x40 .jpg", nil},
		{"photograph without colours", encoded(t, image.NewGray(image.Rect(0, 0, 64, 64)), "jpeg"), "jpeg 64x64 .jpg", nil},
		{"photograph without loss", encoded(t, grainy(), "png"), "png 64x64 .jpg", nil},
		{"drawing", encoded(t, image.NewRGBA(image.Rect(0, 0, 300, 200)), "png"), "png 300x200 .png", nil},
		{"transparent", encoded(t, clear, "png"), "png 50x40 .png", nil},
		{"palette", encoded(t, landscape(50, 40), "gif"), "gif 50x40 .png", nil},
		{"WebP", webp, "webp 16x12 .jpg", nil},
		{"held upright", withExif(encoded(t, landscape(50, 40), "jpeg"), 6), "jpeg 40x50 .jpg", nil},
		{"orientation that is none", withExif(encoded(t, landscape(50, 40), "jpeg"), 9), "jpeg 50x40 .jpg", nil},

		{"nothing", nil, "", ErrUnknown},
		{"text", []byte("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"), "", ErrUnknown},
		{"animated WebP", []byte("RIFF\x20\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x02\x00\x00\x00\x0f\x00\x00\x0b\x00\x00ANIM\x00\x00\x00\x00"), "", ErrAnimated},
		{"drawing with a large profile", withChunk(encoded(t, image.NewRGBA(image.Rect(0, 0, 300, 200)), "png"), "iCCP", make([]byte, 300_000)), "png 300x200 .png", nil},
		{"photograph with a transparent colour", withChunk(encoded(t, grainy(), "png"), "tRNS", make([]byte, 6)), "png 64x64 .png", nil},
		{"HEIC", []byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"), "", ErrForeign},
		{"AVIF", []byte("\x00\x00\x00\x18ftypavif\x00\x00\x00\x00mif1avif"), "", ErrForeign},
		{"film", []byte("\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom"), "", ErrUnknown},
		{"head of a PNG bomb", pngHead(100_000, 100_000), "png 100000x100000 .png", ErrSize},
		{"44 million pixels", pngHead(8000, 5500), "png 8000x5500 .png", ErrSize},
		{"40 million pixels", pngHead(8000, 5000), "png 8000x5000 .png", nil},
		{"ribbon", pngHead(30_001, 1), "png 30001x1 .png", ErrSize},
		{"GIF without an area", []byte("GIF89a\x00\x00\x00\x00\x00\x00\x00"), "", ErrUnknown},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			info, err := Inspect(tt.data)
			got := ""
			if info.Width > 0 {
				got = fmt.Sprintf("%s %dx%d %s", info.Format, info.Width, info.Height, info.ending)
			}
			if got != tt.want || !errors.Is(err, tt.failed) {
				t.Errorf("got %q, %v; want %q, %v", got, err, tt.want, tt.failed)
			}
		})
	}
}

// pngHead is a file of the first chunk only: all that is read of a bomb.
func pngHead(w, h uint32) []byte {
	chunk := []byte("IHDR")
	chunk = binary.BigEndian.AppendUint32(chunk, w)
	chunk = binary.BigEndian.AppendUint32(chunk, h)
	chunk = append(chunk, 8, 2, 0, 0, 0)
	file := binary.BigEndian.AppendUint32([]byte("\x89PNG\r\n\x1a\n"), uint32(len(chunk)-4))
	return binary.BigEndian.AppendUint32(append(file, chunk...), crc32.ChecksumIEEE(chunk))
}

// withChunk puts a chunk behind the first one of a PNG file.
func withChunk(file []byte, name string, body []byte) []byte {
	const head = 33
	chunk := append([]byte(name), body...)
	out := binary.BigEndian.AppendUint32(bytes.Clone(file[:head]), uint32(len(body)))
	out = binary.BigEndian.AppendUint32(append(out, chunk...), crc32.ChecksumIEEE(chunk))
	return append(out, file[head:]...)
}

// What is broken or too large is refused without the memory that it asks for.
func TestOpenRefuses(t *testing.T) {
	whole := encoded(t, landscape(400, 300), "jpeg")
	for name, data := range map[string][]byte{
		"truncated": whole[:len(whole)/2], "bomb": pngHead(100_000, 100_000), "41 million pixels": pngHead(8200, 5000),
		"head alone": pngHead(400, 300), "HEIC": []byte("\x00\x00\x00\x18ftypheic"),
	} {
		t.Run(name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			_, err := Open(data)
			runtime.ReadMemStats(&after)
			if used := after.TotalAlloc - before.TotalAlloc; err == nil || used > 4<<20 {
				t.Errorf("it opens (%v), or %d bytes were used", err == nil, used)
			}
		})
	}
}

func copyAt(t testing.TB, p *Picture, width int) []byte {
	t.Helper()
	data, err := p.At(width)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func decoded(t testing.TB, data []byte) image.Image {
	t.Helper()
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// far tells colours apart that no compression makes of each other.
func far(a, b color.Color) bool {
	ar, ag, _, _ := a.RGBA()
	br, bg, _, _ := b.RGBA()
	const slack = 40 << 8
	return max(ar, br)-min(ar, br) > slack || max(ag, bg)-min(ag, bg) > slack
}

// TestCopies: copies of any picture have the widths that are promised, none
// is wider than the picture, and each says what Name and HeightAt say of it.
func TestCopies(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, h := rapid.IntRange(1, 1700).Draw(t, "width"), rapid.IntRange(1, 60).Draw(t, "height")
		var file bytes.Buffer
		if err := png.Encode(&file, landscape(w, h)); err != nil {
			t.Fatal(err)
		}
		p, err := Open(file.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		widths := p.Widths()
		if last := widths[len(widths)-1]; last != min(w, 1440) {
			t.Errorf("of %d, the widest copy has %d", w, last)
		}
		for i, width := range widths {
			if i > 0 && width <= widths[i-1] {
				t.Errorf("the widths do not rise: %v", widths)
			}
			data, err := p.At(width)
			if err != nil {
				t.Fatal(err)
			}
			cfg, format, err := image.DecodeConfig(bytes.NewReader(data))
			if err != nil || cfg.Width != width || cfg.Height != p.HeightAt(width) || !strings.HasPrefix(p.ending, "."+format[:2]) {
				t.Errorf("the copy is %s of %dx%d (%v), want %s of %dx%d", format, cfg.Width, cfg.Height, err, p.ending, width, p.HeightAt(width))
			}
		}
	})
}

// TestNoMetadata: nothing of the camera stays, and the same bytes are made
// again.
func TestNoMetadata(t *testing.T) {
	file := withExif(encoded(t, landscape(600, 400), "jpeg"), 3)
	p, err := Open(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range p.Widths() {
		data := copyAt(t, p, w)
		if !bytes.Contains(file, []byte("N31.8")) || bytes.Contains(data, []byte("N31.8")) || bytes.Contains(data, []byte("Exif")) {
			t.Errorf("the copy of %d holds metadata", w)
		}
		if !bytes.Equal(data, copyAt(t, p, w)) {
			t.Errorf("the copy of %d is another one each time", w)
		}
	}
}

func TestNames(t *testing.T) {
	a, err := Inspect(encoded(t, landscape(1000, 10), "jpeg"))
	if err != nil {
		t.Fatal(err)
	}
	b := a
	b.Digest = strings.Repeat("0", 64)
	if got := a.Name("南门", 480); !strings.HasPrefix(got, "南门-480.") || !strings.HasSuffix(got, ".jpg") || len(got) != len("南门-480.0123456789.jpg") {
		t.Errorf("the name is %q", got)
	}
	names := map[string]bool{a.Name("a", 480): true, a.Name("a", 960): true, b.Name("a", 480): true, a.Name("b", 480): true}
	keys := map[string]bool{a.Key(480): true, a.Key(960): true, b.Key(480): true}
	if len(names) != 4 || len(keys) != 3 {
		t.Errorf("names %v and keys %v do not tell all apart", names, keys)
	}
}

// FuzzOpen: whatever the bytes, no panic; and what opens can be copied.
func FuzzOpen(f *testing.F) {
	f.Add(withExif(encoded(f, landscape(9, 7), "jpeg"), 6))
	f.Add(encoded(f, landscape(9, 7), "png"))
	f.Add(encoded(f, landscape(9, 7), "gif"))
	webp, err := os.ReadFile("testdata/opaque.webp")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(webp)
	f.Fuzz(func(t *testing.T, data []byte) {
		info, err := Inspect(data)
		if err != nil || info.Width*info.Height > 1<<20 {
			return // as slow as it is right
		}
		p, err := Open(data)
		if err != nil {
			return
		}
		for _, w := range p.Widths() {
			copyAt(t, p, w)
		}
	})
}
