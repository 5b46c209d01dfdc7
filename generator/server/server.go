package server

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
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
	maxTarget     = 8 << 10  // bytes of a request target
	maxHeader     = 64 << 10 // bytes of a request line and header; beyond that net/http answers 431 by itself
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
	closed  bool
	seen    os.FileInfo // of the manifest that was looked at last
	refused refusal
}

// New opens the release in the folder. A *publish.Damage says that it does not
// verify. The caller runs or closes the Server.
func New(o Options) (*Server, error) {
	first, err := openLive(o.Dir, o.Now())
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
	srv := s.httpServer()
	watching, stop := context.WithCancel(ctx)
	defer stop()
	go s.watch(watching)
	done := make(chan error, 1)
	go func() { done <- srv.Serve(l) }()
	select {
	case err := <-done:
		return errors.Join(fmt.Errorf("serve: %w", err), s.Close())
	case <-ctx.Done():
	}
	drain, cancel := context.WithTimeout(context.WithoutCancel(ctx), drainTimeout)
	defer cancel()
	err := srv.Shutdown(drain)
	if err != nil {
		err = errors.Join(fmt.Errorf("finish the requests in flight: %w", err), srv.Close())
	}
	return errors.Join(err, s.Close())
}

func (s *Server) httpServer() *http.Server {
	return &http.Server{
		Handler: s.Handler(), ErrorLog: slog.NewLogLogger(s.log.Handler(), slog.LevelWarn),
		ReadHeaderTimeout: headerTimeout, ReadTimeout: readTimeout, WriteTimeout: writeTimeout,
		IdleTimeout: idleTimeout, MaxHeaderBytes: maxHeader,
		DisableGeneralOptionsHandler: true, // its answers would bear no Release-Id
	}
}

// Close takes no more requests, and lets go of the release once those in
// flight have ended.
func (s *Server) Close() error {
	s.mu.Lock()
	was := s.closed
	s.closed = true
	s.mu.Unlock()
	if was {
		return nil
	}
	return s.current.leave()
}

// Handler answers all requests.
func (s *Server) Handler() http.Handler { return s.logged(http.HandlerFunc(s.route)) }

// route is the whole table of addresses. Paths are compared as they came: there
// is no cleaning that could make one of another.
func (s *Server) route(w http.ResponseWriter, r *http.Request) {
	l, open := s.acquire()
	secure(w.Header())
	w.Header().Set("Release-Id", l.release.Manifest.Release)
	if !open {
		plain(w, http.StatusServiceUnavailable, "stopping\n")
		return
	}
	defer s.leave(l)
	if isAPI(r) {
		w.Header().Set("Access-Control-Allow-Origin", "*")
	}
	switch path := r.URL.Path; {
	case len(r.RequestURI) > maxTarget:
		s.refuse(l, w, r, http.StatusRequestURITooLong, "the request target is longer than 8 KiB")
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		w.Header().Set("Allow", "GET, HEAD")
		s.refuse(l, w, r, http.StatusMethodNotAllowed, "only GET and HEAD are answered")
	case path == "/livez":
		plain(w, http.StatusOK, "ok\n")
	case path == "/readyz":
		s.ready(l, w)
	case path == "/api/v1/search":
		s.apiSearch(l, w, r)
	case path == "/api/v1/suggest":
		s.apiSuggest(l, w, r)
	case isAPI(r):
		s.refuse(l, w, r, http.StatusNotFound, "there is no such endpoint")
	case l.isSearch(path):
		s.searchPage(l, w, r)
	default:
		s.static(l, w, r)
	}
}

func isAPI(r *http.Request) bool { return strings.HasPrefix(r.URL.Path, "/api/") }

// acquire returns the release that is live, and whether the server is open.
// While it is, the release stays open until the caller leaves it.
func (s *Server) acquire() (*live, bool) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if !s.closed {
		s.current.users.Add(1)
	}
	return s.current, !s.closed
}

// leave ends the use of a release that acquire returned.
func (s *Server) leave(l *live) {
	if err := l.leave(); err != nil {
		s.log.Error("close a release", "release", l.release.Manifest.Release, "error", err)
	}
}

// ready says which release is served and, when the folder holds another that
// cannot be, why.
func (s *Server) ready(l *live, w http.ResponseWriter) {
	s.mu.RLock()
	err := s.refused.err
	s.mu.RUnlock()
	text := "ready\nrelease " + l.release.Manifest.Release + "\n"
	if err != nil {
		text += "a newer release was refused: " + err.Error() + "\n"
	}
	plain(w, http.StatusOK, text)
}
