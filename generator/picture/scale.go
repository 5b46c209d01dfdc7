package picture

import (
	"image"
	"image/color"
	"image/draw"
)

// scale makes a picture of n×m pixels one of w×h, at most as large: each pixel
// of the result is the mean of what it covers, weighed by area. It works by
// whole numbers, a row at a time: a pixel of the source is w wide and h high, a
// pixel of the result n wide and m high. What the source leaves free of its
// n×m is transparent, as in the first frame of an animation.
func scale(src image.Image, n, m, w, h int) *image.RGBA {
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	row := image.NewRGBA(image.Rect(0, 0, n, 1))
	line, sum := make([]uint64, 4*w), make([]uint64, 4*w)
	y, filled := 0, 0
	for i := range m {
		clear(row.Pix)
		draw.Draw(row, row.Rect, src, image.Pt(0, i), draw.Src)
		squeeze(line, row.Pix, n, w)
		for left := h; left > 0; {
			take := min(left, m-filled)
			for c, v := range line {
				sum[c] += v * uint64(take)
			}
			left, filled = left-take, filled+take
			if filled == m {
				divide(out.Pix[y*out.Stride:][:4*w], sum, uint64(n)*uint64(m))
				clear(sum)
				y, filled = y+1, 0
			}
		}
	}
	return out
}

// squeeze sums n pixels into w, each weighed by the width that it covers.
func squeeze(line []uint64, pixels []uint8, n, w int) {
	clear(line)
	x, filled := 0, 0
	for i := range n {
		from := pixels[4*i:][:4]
		for left := w; left > 0; {
			take := min(left, n-filled)
			to := line[4*x:][:4]
			for c, v := range from {
				to[c] += uint64(v) * uint64(take)
			}
			left, filled = left-take, filled+take
			if filled == n {
				x, filled = x+1, 0
			}
		}
	}
}

// divide rounds sums to means.
func divide(means []uint8, sums []uint64, by uint64) {
	for i, s := range sums {
		means[i] = uint8((s + by/2) / by)
	}
}

// reduced is img with a palette where it has few enough colours, which makes
// small files of drawings.
func reduced(img *image.RGBA) image.Image {
	const most = 256
	index := map[color.RGBA]uint8{}
	var palette color.Palette
	out := image.NewPaletted(img.Rect, nil)
	for at := 0; at < len(img.Pix); at += 4 {
		p := img.Pix[at:][:4]
		c := color.RGBA{p[0], p[1], p[2], p[3]}
		i, known := index[c]
		if !known {
			if len(palette) == most {
				return img
			}
			i = uint8(len(palette))
			index[c], palette = i, append(palette, c)
		}
		out.Pix[at/4] = i
	}
	out.Palette = palette
	return out
}
