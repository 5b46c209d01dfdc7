package impact

import (
	"errors"
	"io/fs"

	"anju/generator/build"
	"anju/generator/config"
	"anju/generator/content"
)

// Version is a source folder as it stood at some time. Where its content has
// errors there is no Site, and the Library holds what could be read.
type Version struct {
	*build.Planned
	source fs.FS
	Empty  bool // there was no site yet
	Broken bool // it has errors: only its entries can be compared
}

// Read plans a version of the source. Findings are not its matter: those of an
// old version are past, those of the new one are told by who checks it.
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
	planned, _, err := build.Plan(o)
	switch {
	case err == nil:
		v.Planned = planned
		return v, nil
	case !errors.Is(err, build.ErrFindings):
		return v, err
	}
	v.Broken = true
	cfg, list := config.Load(text)
	if !list.HasErrors() {
		v.Library, _ = content.Load(o.Source, cfg, content.Options{Now: o.Now, Drafts: o.Drafts, Jobs: o.Jobs})
	}
	return v, nil
}

// Planned is the Version of what has been planned without errors.
func Planned(p *build.Planned, source fs.FS) Version { return Version{Planned: p, source: source} }
