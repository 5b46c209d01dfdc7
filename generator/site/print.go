package site

import (
	"fmt"
	"strings"

	"rsc.io/qr"

	"anju/generator/content"
	"anju/generator/theme"
)

// record is what the foot of the page of h says of its keeping. A site whose
// address is not known has no code that leads to the page.
func (ed edition) record(h *content.Head, permalink string) *theme.Record {
	r := ed.Record(h)
	if name := ed.cfg.Publisher.Name; r.CheckedBy.Text == name.Zh {
		r.CheckedBy = ed.Link(name.In(ed.Lang), "")
	}
	if ed.cfg.BaseURL != "" {
		r.QR = qrCode(permalink)
	}
	return r
}

// quietZone is how many modules around a QR code stay white (ISO/IEC 18004).
const quietZone = 4

// qrCode is an address as the smallest QR code that may lose 15 % of its area
// (level M). One that is too long for any has none: the address is printed, too.
func qrCode(address string) theme.QR {
	code, err := qr.Encode(address, qr.M)
	if err != nil {
		return theme.QR{}
	}
	var path strings.Builder
	for y := range code.Size {
		for x := 0; x < code.Size; x++ {
			from := x
			for code.Black(x, y) {
				x++
			}
			if n := x - from; n > 0 {
				fmt.Fprintf(&path, "M%d %dh%dv1h-%dz", from+quietZone, y+quietZone, n, n)
			}
		}
	}
	return theme.QR{Path: path.String(), Size: code.Size + 2*quietZone}
}
