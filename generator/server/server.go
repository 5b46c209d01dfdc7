package server

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"runtime"
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
func (s *Server) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /livez", func(w http.ResponseWriter, _ *http.Request) { plain(w, http.StatusOK, "ok\n") })
	mux.HandleFunc("GET /readyz", s.with(s.ready))
	mux.HandleFunc("GET /api/v1/search", s.with(s.apiSearch))
	mux.HandleFunc("/api/", s.with(s.apiUnknown))
	for _, prefix := range []string{"", "/en"} {
		mux.HandleFunc("GET "+prefix+"/search", s.with(s.searchPage))
		mux.HandleFunc("GET "+prefix+"/search/{$}", s.with(s.searchPage))
	}
	mux.HandleFunc("GET /", s.with(s.static))
	mux.HandleFunc("/", s.with(s.notAllowed))
	return s.logged(secured(mux))
}

// with hands a request the release that is live when it comes in, and keeps
// that release open until it is answered.
func (s *Server) with(h func(*live, http.ResponseWriter, *http.Request)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		l := s.acquire()
		if l == nil {
			plain(w, http.StatusServiceUnavailable, "stopping\n")
			return
		}
		defer l.users.Done()
		w.Header().Set("Release-Id", l.release.Manifest.Release)
		if len(r.RequestURI) > maxTarget {
			s.targetTooLong(l, w, r)
			return
		}
		h(l, w, r)
	}
}

func (s *Server) acquire() *live {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.current != nil {
		s.current.users.Add(1)
	}
	return s.current
}

// ready says which release is served and, when a newer one did not open, why.
func (s *Server) ready(l *live, w http.ResponseWriter, _ *http.Request) {
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
