package theme

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/xml"
	"image/png"
	"io"
	"path"
	"regexp"
	"slices"
	"strings"

	"anju/generator/diag"
)

// Asset is a file for the browser, under a name that changes with its bytes.
type Asset struct {
	Path string // assets/style.3fa9c01b2d.css
	Data []byte
}

// iconFile holds the icons of the theme, each a symbol with an id.
const iconFile = "icons.svg"

var symbolID = regexp.MustCompile(`^[A-Za-z0-9_-]+$`)

// symbols are the ids of a file of icons. Ids of other characters cannot be
// named in an address as they are, and are none.
func symbols(svg []byte) (map[string]bool, diag.List) {
	out := map[string]bool{}
	dec := xml.NewDecoder(bytes.NewReader(svg))
	for {
		token, err := dec.Token()
		if err == io.EOF {
			return out, nil
		} else if err != nil {
			return out, diag.List{unreadable.At(diag.Pos{File: "assets/" + iconFile}, err)}
		}
		start, _ := token.(xml.StartElement)
		for _, a := range start.Attr {
			if start.Name.Local == "symbol" && a.Name.Local == "id" && symbolID.MatchString(a.Value) {
				out[a.Value] = true
			}
		}
	}
}

// checkPictures finds files that are not what their name says: no browser
// would show them.
func checkPictures(files []File) (findings diag.List) {
	for _, f := range files {
		switch path.Ext(f.Path) {
		case ".png":
			if _, err := png.DecodeConfig(bytes.NewReader(f.Data)); err != nil {
				findings = append(findings, badPicture.At(diag.Pos{File: f.Path}, "PNG"))
			}
		case ".ico":
			if !isIcon(f.Data) {
				findings = append(findings, badPicture.At(diag.Pos{File: f.Path}, "ICO"))
			}
		}
	}
	return findings
}

// isIcon reports whether data begin as an ICO file does, with pictures that lie
// inside of it: six bytes, and for each picture sixteen, the last eight of which
// are its length and where it begins.
func isIcon(data []byte) bool {
	const head, entry = 6, 16
	if !bytes.HasPrefix(data, []byte{0, 0, 1, 0}) || len(data) < head {
		return false
	}
	count := int(binary.LittleEndian.Uint16(data[4:]))
	for i := range count {
		end := head + (i+1)*entry
		if len(data) < end {
			return false
		}
		length, start := binary.LittleEndian.Uint32(data[end-8:]), binary.LittleEndian.Uint32(data[end-4:])
		if length == 0 || uint64(start)+uint64(length) > uint64(len(data)) {
			return false
		}
	}
	return count > 0
}

var assetTypes = []string{".css", ".svg", ".png", ".js", ".ico"}

// fingerprintLen is how many hex digits of SHA-256 stand in the name: 40 bits,
// enough to tell versions of one file apart.
const fingerprintLen = 10

func fingerprint(files []File) (map[string]Asset, diag.List) {
	var findings diag.List
	assets := map[string]Asset{}
	for _, f := range files {
		ext := path.Ext(f.Path)
		if !slices.Contains(assetTypes, ext) {
			findings = append(findings, badAsset.At(diag.Pos{File: f.Path}, ext))
			continue
		}
		sum := sha256.Sum256(f.Data)
		hash := hex.EncodeToString(sum[:])[:fingerprintLen]
		assets[strings.TrimPrefix(f.Path, "assets/")] = Asset{
			Path: strings.TrimSuffix(f.Path, ext) + "." + hash + ext,
			Data: f.Data,
		}
	}
	return assets, findings
}
