package theme

import (
	"crypto/sha256"
	"encoding/hex"
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

var symbolID = regexp.MustCompile(`<symbol id="([a-z-]+)"`)

// symbols are the ids of a file of icons.
func symbols(svg []byte) map[string]bool {
	out := map[string]bool{}
	for _, m := range symbolID.FindAllSubmatch(svg, -1) {
		out[string(m[1])] = true
	}
	return out
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
