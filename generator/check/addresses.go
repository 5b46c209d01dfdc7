package check

import (
	"io/fs"
	"path"
	"regexp"
	"slices"

	"anju/generator/content"
	"anju/generator/diag"
)

// Addresses are the addresses of other sites in the fields and texts of all
// entries and vocabularies below fsys, the source folder, with every place of
// each. Code and comments are left out, and so are names that stand for
// examples.
func Addresses(fsys fs.FS) (map[string][]diag.Pos, error) {
	places := map[string][]diag.Pos{}
	err := fs.WalkDir(fsys, content.Root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() || !slices.Contains([]string{".md", ".yaml"}, path.Ext(name)) {
			return err
		}
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		for address, at := range content.Addresses(name, text) {
			if !example.MatchString(address) {
				places[address] = append(places[address], at)
			}
		}
		return nil
	})
	return places, err
}

// example matches an address at a name that RFC 2606 sets aside.
var example = regexp.MustCompile(`^https?://(?:[^/:]*\.)?(?:example(?:\.(?:com|net|org|cn))?|test|invalid)(?:[:/?#]|$)`)
