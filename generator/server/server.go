package server

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"runtime"
	"strings"
	"sync"
	"time"
)

// Limits on what a client may hold up.
const (
	headerTimeout = 5 * time.Second
	readTimeout   = 10 * time.Second
	writeTimeout  = 30 * time.Second
	idleTimeout   = 60 * time.Second
	drainTimeout  = 10 * time.Second
	maxTarget     = 8 << 10 // bytes of a request target
	maxHeader     = 16 << 10
	pollInterval  = time.Second
)

// Options says what to serve.
type Options struct {
	Dir string           // the release folder
	Now func() time.Time // the moment of a request
	Log *slog.Logger
}

// Server serves one release after another from a folder.
type Server struct {
	dir   string
	now   func() time.Time
	log   *slog.Logger
	slots chan struct{} // searches at once

	mu      sync.RWMutex // protects the fields below
	current *live
	failed  string // release id that did not open, not to be tried again and again
	problem error  // why it did not
}

// New opens the release in the folder. A *publish.Damage says that it does not
// verify.
func New(o Options) (*Server, error) {
	first, err := openLive(o.Dir)
	if err != nil {
		return nil, err
	}
	s := &Server{
		dir: o.Dir, now: o.Now, log: o.Log, current: first,
		slots: make(chan struct{}, 2*runtime.GOMAXPROCS(0)),
	}
	return s, nil
}

// Run serves until ctx ends, then lets the requests in flight finish.
func (s *Server) Run(ctx context.Context, l net.Listener) error {
	srv := &http.Server{
		Handler: s.Handler(), ErrorLog: slog.NewLogLogger(s.log.Handler(), slog.LevelDebug),
		ReadHeaderTimeout: headerTimeout, ReadTimeout: readTimeout, WriteTimeout: writeTimeout,
		IdleTimeout: idleTimeout, MaxHeaderBytes: maxHeader,
	}
	watching, stop := context.WithCancel(ctx)
	defer stop()
	go s.watch(watching)
	done := make(chan error, 1)
	go func() { done <- srv.Serve(l) }()
	select {
	case err := <-done:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	drain, cancel := context.WithTimeout(context.WithoutCancel(ctx), drainTimeout)
	defer cancel()
	err := srv.Shutdown(drain)
	if served := <-done; !errors.Is(served, http.ErrServerClosed) {
		err = errors.Join(err, served)
	}
	return errors.Join(err, s.Close())
}

// Close lets go of the release once the requests in flight have ended.
func (s *Server) Close() error {
	s.mu.Lock()
	old := s.current
	s.current = nil
	s.mu.Unlock()
	if old == nil {
		return nil
	}
	return old.retire()
}

// Handler answers all requests.
func (s *Server) Handler() http.Handler { return s.logged(secured(http.HandlerFunc(s.route))) }

// route is the whole table of addresses. Paths are compared as they came: there
// is no cleaning that could make one of another.
func (s *Server) route(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path == "/livez" {
		plain(w, http.StatusOK, "ok\n")
		return
	}
	l := s.acquire()
	if l == nil {
		plain(w, http.StatusServiceUnavailable, "stopping\n")
		return
	}
	defer l.users.Done()
	w.Header().Set("Release-Id", l.release.Manifest.Release)
	switch {
	case len(r.RequestURI) > maxTarget:
		s.refuse(l, w, r, http.StatusRequestURITooLong, "the request target is longer than 8 KiB")
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		w.Header().Set("Allow", "GET, HEAD")
		s.refuse(l, w, r, http.StatusMethodNotAllowed, "only GET and HEAD are answered")
	case r.URL.Path == "/readyz":
		s.ready(l, w)
	case r.URL.Path == "/api/v1/search":
		s.apiSearch(l, w, r)
	case strings.HasPrefix(r.URL.Path, "/api/"):
		s.refuse(l, w, r, http.StatusNotFound, "there is no such endpoint")
	case l.isSearch(r):
		s.searchPage(l, w, r)
	default:
		s.static(l, w, r)
	}
}

// isSearch reports whether the path is the search of a language.
func (l *live) isSearch(r *http.Request) bool {
	path := r.URL.Path
	if lang := l.language(r); lang != baseLanguage {
		path = strings.TrimPrefix(path, "/"+lang)
	}
	return path == "/search" || path == "/search/"
}

// refuse answers a request that has no answer: as a problem to programs, as a
// page to people.
func (s *Server) refuse(l *live, w http.ResponseWriter, r *http.Request, status int, detail string) {
	if strings.HasPrefix(r.URL.Path, "/api/") {
		problem(w, status, detail, nil)
		return
	}
	s.message(l, w, r, status, "message.bad_request")
}

// acquire returns the release that is live, which stays open until the caller
// is done with it; nil when the server has closed.
func (s *Server) acquire() *live {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.current != nil {
		s.current.users.Add(1)
	}
	return s.current
}

// ready says which release is served and, when a newer one did not open, why.
func (s *Server) ready(l *live, w http.ResponseWriter) {
	s.mu.RLock()
	problem := s.problem
	s.mu.RUnlock()
	text := "ready\nrelease " + l.release.Manifest.Release + "\n"
	if problem != nil {
		text += "a newer release was refused: " + problem.Error() + "\n"
	}
	plain(w, http.StatusOK, text)
}

func plain(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = w.Write([]byte(text)) // the client may be gone
}
