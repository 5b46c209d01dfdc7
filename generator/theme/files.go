package theme

import (
	"io/fs"
	"slices"
	"strings"

	"anju/generator/diag"
)

// File is a file of the theme folder.
type File struct {
	Path string // layouts/home.html
	Data []byte
}

// overlay lists the files that match pattern in either folder, sorted by path;
// those of override stand for those of base with the same path.
func overlay(override, base fs.FS, pattern string) ([]File, diag.List) {
	var findings diag.List
	byPath := map[string]File{}
	for _, fsys := range []fs.FS{base, override} {
		if fsys == nil {
			continue
		}
		names, _ := fs.Glob(fsys, pattern) // fails for a bad pattern only
		for _, name := range names {
			data, err := fs.ReadFile(fsys, name)
			if err != nil {
				findings = append(findings, unreadable.At(diag.Pos{File: name}, err))
				continue
			}
			byPath[name] = File{name, data}
		}
	}
	return sortedFiles(byPath), findings
}

func sortedFiles(byPath map[string]File) []File {
	var out []File
	for _, f := range byPath {
		out = append(out, f)
	}
	slices.SortFunc(out, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	return out
}

func readOver(override fs.FS, file string) ([]byte, bool) {
	if override == nil {
		return nil, false
	}
	src, err := fs.ReadFile(override, file)
	return src, err == nil
}
