package impact

import (
	"errors"
	"io/fs"
	"strings"

	"anju/generator/build"
	"anju/generator/config"
	"anju/generator/content"
	"anju/generator/diag"
)

// Version is a source folder as it stood at some time. Where its content has
// errors there is no Site, and the Library holds what could be read.
type Version struct {
	*build.Planned
	source fs.FS
	Empty  bool            // there was no site yet
	Broken bool            // it has errors: only its entries can be compared
	wrong  map[string]bool // the files with errors: what they lack means nothing
}

// Read plans a version of the source. Findings are not its matter: those of an
// old version are past, those of the new one are told by who checks it. The
// error is one of reading the source, or of the theme.
func Read(o build.Options) (Version, error) {
	v := Version{Planned: &build.Planned{Library: &content.Library{}}, source: o.Source}
	text, err := fs.ReadFile(o.Source, config.File)
	if errors.Is(err, fs.ErrNotExist) {
		v.Empty = true
		return v, nil
	}
	if err != nil {
		return v, err
	}
	o.Strict, o.Unrecorded = false, true // neither warnings nor the record of what was published are reasons to compare less
	planned, list, err := build.Plan(o)
	switch {
	case err == nil:
		v.Planned = planned
		return v, nil
	case !errors.Is(err, build.ErrFindings):
		return v, err
	}
	v.Broken, v.wrong = true, map[string]bool{}
	if cfg, found := config.Load(text); !found.HasErrors() {
		v.Library, _ = content.Load(o.Source, cfg, content.Options{Now: o.Now, Drafts: o.Drafts, Jobs: o.Jobs})
	}
	for _, d := range list {
		if d.Severity == diag.Error {
			v.wrong[d.File] = true
		}
	}
	return v, nil
}

// baseless reports whether a file is wrong that every entry is read with:
// config.yaml or a vocabulary.
func (v Version) baseless() bool {
	for file := range v.wrong {
		if file == config.File || strings.HasPrefix(file, content.Root+"/vocab/") {
			return true
		}
	}
	return false
}

// Planned is the Version of what has been planned without errors.
func Planned(p *build.Planned, source fs.FS) Version { return Version{Planned: p, source: source} }
