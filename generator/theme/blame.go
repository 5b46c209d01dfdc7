package theme

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"

	"anju/generator/diag"
)

// A theme is two folders, one over the other, and of what does not fit the part
// that the override has is to blame: the default fits itself.

// pathsOf are the files of a folder, which may be nil.
func pathsOf(folder fs.FS) map[string]bool {
	out := map[string]bool{}
	if folder == nil {
		return out
	}
	_ = fs.WalkDir(folder, ".", func(name string, _ fs.DirEntry, err error) error { // overlay tells what cannot be read
		if err == nil {
			out[name] = true
		}
		return nil
	})
	return out
}

// symbolError says that icons.svg lacks a symbol.
type symbolError string

func (e symbolError) Error() string { return fmt.Sprintf("%s has no symbol %s", iconFile, string(e)) }

// lacks tells that a symbol is missing which the layout at use draws.
func (t *Theme) lacks(symbol string, use diag.Pos) diag.Diagnostic {
	if sprite := "assets/" + iconFile; t.own[sprite] && !t.own[use.File] {
		return lostSymbol.At(diag.Pos{File: sprite}, symbol, use)
	}
	return noSymbol.At(use, iconFile, symbol)
}

// failed tells of an error of a layout that was executed. What the override's
// layout does to a file of the default is told at the layout.
func (t *Theme) failed(err error, layout string) diag.Diagnostic {
	found := located(err, t.sources)
	var symbol symbolError
	if errors.As(err, &symbol) {
		return t.lacks(string(symbol), found.Pos)
	}
	if file := "layouts/" + layout + ".html"; t.own[file] && !t.own[found.File] {
		return badLayout.At(diag.Pos{File: file}, fmt.Sprintf("%s of the default theme: %s", found.Pos, templateError.FindStringSubmatch(err.Error())[2]))
	}
	return found
}

// lost tells of each missing symbol that the default draws at the first place,
// and of those that the override draws at each.
func (t *Theme) lost(uses map[string][]diag.Pos) (findings diag.List) {
	for _, symbol := range slices.Sorted(maps.Keys(uses)) {
		slices.SortFunc(uses[symbol], before)
		told := map[string]bool{}
		for _, use := range uses[symbol] {
			if found := t.lacks(symbol, use); !told[found.Pos.String()] {
				told[found.Pos.String()] = true
				findings = append(findings, found)
			}
		}
	}
	return findings
}

func before(a, b diag.Pos) int {
	return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col))
}
