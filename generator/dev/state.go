package dev

import (
	"io/fs"
	"time"

	"anju/generator/build"
	"anju/generator/diag"
	"anju/generator/server"
)

// state is the site at one moment, as far as the source allows. It does not
// change once made; requests share it.
type state struct {
	version int            // counts the attempts to plan, from 1
	planned *build.Planned // of the newest source that could be planned; nil where none could yet
	pages   int            // the version that planned is of; 0 where it is nil
	site    *server.Site   // planned, for answers, but for the Searcher; nil where it is nil
	now     time.Time      // the moment that planned states; zero where it is nil

	source   fs.FS     // the source folder, for excerpts beside findings
	findings diag.List // of the newest attempt
	err      error     // why planned is not of the newest attempt: build.ErrFindings, or what could not be read; else nil
}

// stale reports whether pages are older than the source, which has errors.
func (s *state) stale() bool { return s.err != nil }
