package picture

import (
	"encoding/binary"
	"image"
	"image/color"
)

// MaxMemory is how many bytes may be held at once for all pictures that are
// being decoded and copied. A picture of 40 million pixels of four bytes passes
// alone; so does a JPEG file of 100 million, as cameras make them.
const MaxMemory = 176_000_000

// Memory is how many bytes decoding the picture and making its copies takes at
// its height: never less than is used, if more at times.
func (i Info) Memory() int64 { return i.memory }

// memoryOf counts what the decoders of the library hold. The source of each
// figure is their code, and TestMemory holds them to it.
func memoryOf(data []byte, cfg image.Config, format string) int64 {
	pixels := int64(cfg.Width) * int64(cfg.Height)
	switch format {
	case "jpeg":
		return jpegMemory(data, cfg, pixels)
	case "png":
		return pngMemory(data, cfg, pixels)
	case "gif":
		return 2 * pixels // rows that are interlaced are sorted into another picture
	}
	return 8 * pixels // WebP: four bytes, again for the transformed ones or the transparency
}

// jpegMemory is of a JPEG file: its samples, which a progressive file has as
// coefficients of four bytes besides; CMYK and RGB are put together anew.
func jpegMemory(data []byte, cfg image.Config, pixels int64) int64 {
	f := frameOf(data)
	memory := pixels * f.samples / f.each
	if f.progressive {
		memory *= 5
	}
	if cfg.ColorModel != color.YCbCrModel && cfg.ColorModel != color.GrayModel {
		memory += 4 * pixels
	}
	return memory
}

// frame is how the samples of a JPEG file lie: so many for each that many
// pixels.
type frame struct {
	progressive   bool
	samples, each int64
}

// frameOf reads the frame header (ITU-T T.81, B.2.2). One that is not found is
// taken for the largest there is.
func frameOf(data []byte) frame {
	for at := 2; at+10 <= len(data); {
		marker := data[at+1]
		switch {
		case data[at] != 0xff || marker == 0 || marker >= 0xd0 && marker <= 0xd7 || marker == 0xff:
			at++ // between segments
			continue
		case marker >= 0xc0 && marker <= 0xc2:
			f := frame{progressive: marker == 0xc2}
			for i, rest := 0, data[at+10:]; i < int(data[at+9]) && len(rest) >= 3; i, rest = i+1, rest[3:] {
				f.samples += int64(rest[1]>>4) * int64(rest[1]&15)
				if i == 0 {
					f.each = f.samples
				}
			}
			if f.each > 0 {
				return f
			}
		}
		at += 2 + int(binary.BigEndian.Uint16(data[at+2:]))
	}
	return frame{progressive: true, samples: 4, each: 1}
}

// pngMemory is of a PNG file, whose passes are pictures of their own where it
// is interlaced.
func pngMemory(data []byte, cfg image.Config, pixels int64) int64 {
	memory := 4 * pixels // grey with transparency takes as much as colours
	if _, ok := cfg.ColorModel.(color.Palette); ok {
		memory = pixels
	}
	switch cfg.ColorModel {
	case color.RGBA64Model, color.NRGBA64Model, color.Gray16Model:
		memory = 8 * pixels
	}
	if chunksOf(data).interlaced {
		memory *= 2
	}
	return memory
}

// chunks is what the parts of a PNG file tell.
type chunks struct {
	pixels     int  // bytes of compressed pixels
	clear      bool // one colour is transparent
	interlaced bool
}

// chunksOf walks over a PNG file (PNG 3, section 5.3), as far as it goes.
func chunksOf(data []byte) (c chunks) {
	for at := 8; at+12 <= len(data); {
		length, body := int(binary.BigEndian.Uint32(data[at:])), data[at+8:]
		switch string(data[at+4 : at+8]) {
		case "IHDR":
			c.interlaced = c.interlaced || len(body) > 12 && body[12] != 0
		case "IDAT":
			c.pixels += min(length, len(body))
		case "tRNS":
			c.clear = true
		}
		at += 12 + length
	}
	return c
}

// copiesMemory is what making the widest copy takes: its pixels, turned ones
// besides, and the file.
func (i Info) copiesMemory() int64 {
	widths := i.Widths()
	best := widths[len(widths)-1]
	each := int64(5)
	if i.turned > 1 {
		each += 4
	}
	if i.ending == ".png" {
		each += 1 // with a palette
	}
	return each * int64(best) * int64(i.HeightAt(best))
}
