package server

import (
	"io"
	"log/slog"
	"net/http"
	"runtime"
	"slices"
	"strings"
	"time"

	"anju/generator/search"
	"anju/generator/theme"
)

// Limits on what a client may hold up.
const (
	headerTimeout = 5 * time.Second
	readTimeout   = 10 * time.Second
	writeTimeout  = 30 * time.Second
	idleTimeout   = 60 * time.Second
	maxTarget     = 8 << 10  // bytes of a request target
	maxHeader     = 64 << 10 // bytes of a request line and header; beyond that net/http answers 431 by itself
)

// Site is all that answers are made from. It does not change while a request
// is answered.
type Site struct {
	Release  string // its id, for Release-Id
	Files    Files
	Frame    *theme.Frame
	Theme    *theme.Theme
	Searcher *search.Searcher // for what Searches says
	Refused  error            // why something newer is not served; /readyz tells it
}

// Files are those of a site by name, as policies/x/index.html. They are safe for
// concurrent use.
type Files interface {
	// Has reports whether there is a file of that name.
	Has(name string) bool

	// Open gives a file and its validator, the opaque part of an entity tag (RFC
	// 9110, section 8.8.3), or "" for none.
	Open(name string) (content io.ReadSeekCloser, validator string, err error)
}

// Endpoint answers requests on whatever site it is given.
type Endpoint struct {
	now   func() time.Time
	log   *slog.Logger
	slots chan struct{} // searches at once
}

// NewEndpoint makes an Endpoint. now is the moment of a request.
func NewEndpoint(now func() time.Time, log *slog.Logger) *Endpoint {
	return &Endpoint{now: now, log: log, slots: make(chan struct{}, 2*runtime.GOMAXPROCS(0))}
}

// HTTPServer answers with h, within the limits on what a client may hold up.
func (e *Endpoint) HTTPServer(h http.Handler) *http.Server {
	return &http.Server{
		Handler: e.logged(h), ErrorLog: slog.NewLogLogger(e.log.Handler(), slog.LevelWarn),
		ReadHeaderTimeout: headerTimeout, ReadTimeout: readTimeout, WriteTimeout: writeTimeout,
		IdleTimeout: idleTimeout, MaxHeaderBytes: maxHeader,
		DisableGeneralOptionsHandler: true, // its answers would bear no Release-Id
	}
}

// Answer is the whole table of addresses. Paths are compared as they came: there
// is no cleaning that could make one of another.
func (e *Endpoint) Answer(s *Site, w http.ResponseWriter, r *http.Request) {
	secure(w.Header())
	w.Header().Set("Release-Id", s.Release)
	if isAPI(r) {
		w.Header().Set("Access-Control-Allow-Origin", "*")
	}
	switch path := r.URL.Path; {
	case len(r.RequestURI) > maxTarget:
		e.refuse(s, w, r, http.StatusRequestURITooLong, "the request target is longer than 8 KiB")
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		w.Header().Set("Allow", "GET, HEAD")
		e.refuse(s, w, r, http.StatusMethodNotAllowed, "only GET and HEAD are answered")
	case path == "/livez":
		plain(w, http.StatusOK, "ok\n")
	case path == "/readyz":
		s.ready(w)
	case path == "/api/v1/search":
		e.apiSearch(s, w, r)
	case path == "/api/v1/suggest":
		e.apiSuggest(s, w, r)
	case isAPI(r):
		e.refuse(s, w, r, http.StatusNotFound, "there is no such endpoint")
	case s.isSearch(path):
		e.searchPage(s, w, r)
	default:
		e.static(s, w, r)
	}
}

func isAPI(r *http.Request) bool { return strings.HasPrefix(r.URL.Path, "/api/") }

// Searches reports whether the answer to a path is of the Searcher.
func (s *Site) Searches(path string) bool {
	return strings.HasPrefix(path, "/api/") || s.isSearch(path)
}

// ready says which release is served and, when there is another that cannot be,
// why.
func (s *Site) ready(w http.ResponseWriter) {
	text := "ready\nrelease " + s.Release + "\n"
	if s.Refused != nil {
		text += "a newer release was refused: " + s.Refused.Error() + "\n"
	}
	plain(w, http.StatusOK, text)
}

// read is the whole of a file.
func (s *Site) read(name string) ([]byte, error) {
	f, _, err := s.Files.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(f)
}

// place parts a path into the language in whose part of the site it lies, and
// the path there.
func (s *Site) place(path string) (lang, rest string) {
	first, _, _ := strings.Cut(strings.TrimPrefix(path, "/"), "/")
	if first != baseLanguage && slices.Contains(s.Frame.Languages, first) {
		return first, strings.TrimPrefix(path, "/"+first)
	}
	return baseLanguage, path
}

// isSearch reports whether path is the search of a language.
func (s *Site) isSearch(path string) bool {
	_, rest := s.place(path)
	return rest == "/search" || rest == "/search/"
}
