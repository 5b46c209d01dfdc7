package dev

import (
	"io/fs"
	"net/http"
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
	now     time.Time      // the moment that planned states

	source   fs.FS     // the source folder, for excerpts beside findings
	findings diag.List // of the newest attempt
	err      error     // why planned is not of the newest attempt: build.ErrFindings, or what could not be read; else nil
}

// stale reports whether pages are older than the source, which has errors.
func (s *state) stale() bool { return s.err != nil }

// front is what browsers see besides the site; *browsers is it. The engine calls
// it for what is not in a release.
type front interface {
	// tell lets every open browser know that there is a new state. It does not
	// wait for them. Each asks for its page again and sees by itself what is new:
	// the page, its style sheet alone, or the findings alone.
	tell(*state)

	// owns reports whether an address is dev's own: /_dev/…, /editors/, /style/.
	owns(path string) bool

	// answer answers a request for such an address. s is the state with all
	// changes made before the request; its planned may be nil.
	answer(s *state, w http.ResponseWriter, r *http.Request)

	// nothing answers any other request while no source could be planned yet:
	// status 503 and the findings.
	nothing(s *state, w http.ResponseWriter, r *http.Request)

	// inject adds to the HTML answered for a path what reloads it and shows
	// findings. What is no whole page, such as a fragment of a search, stays as
	// it is.
	inject(html []byte, path string, s *state) []byte

	// close ends the connections that browsers hold open for events.
	close()
}
