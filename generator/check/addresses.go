package check

import (
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"anju/generator/content"
	"anju/generator/diag"
)

// addressIn matches an address of another site in a text.
var addressIn = regexp.MustCompile(`https?://[^\s<>()"'` + "`" + `，。；、）】》|\]]+`)

// Addresses are the addresses of other sites in the fields and texts of all
// entries and vocabularies below fsys, the source folder, with every place of
// each. Code and comments are left out, and so are names that stand for
// examples (RFC 2606).
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
		addressesIn(name, string(text), places)
		return nil
	})
	return places, err
}

func addressesIn(name, text string, places map[string][]diag.Pos) {
	fenced, n := false, 0
	for line := range strings.SplitSeq(strings.TrimPrefix(text, "\ufeff"), "\n") {
		n++
		start := strings.TrimLeft(line, " ")
		if strings.HasPrefix(start, "```") {
			fenced = !fenced
		}
		if fenced || strings.HasPrefix(start, "#") || !strings.Contains(line, "://") {
			continue
		}
		for _, m := range addressIn.FindAllStringIndex(line, -1) {
			address := line[m[0]:m[1]]
			if strings.Count(line[:m[0]], "`")%2 == 1 || isExample(address) {
				continue
			}
			at := diag.Pos{File: name, Line: n, Col: 1 + utf8.RuneCountInString(line[:m[0]]), Len: utf8.RuneCountInString(address)}
			places[address] = append(places[address], at)
		}
	}
}

var example = regexp.MustCompile(`^https?://(?:[^/:]*\.)?(?:example(?:\.(?:com|net|org|cn))?|test|invalid)(?:[:/?#]|$)`)

func isExample(address string) bool { return example.MatchString(address) }
