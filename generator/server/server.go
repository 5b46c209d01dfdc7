package server

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"sync"
	"time"
)

// drainTimeout is how long requests in flight may take once the server stops.
const drainTimeout = 10 * time.Second

// Options says what to serve.
type Options struct {
	Dir string           // the release folder
	Now func() time.Time // the moment of a request
	Log *slog.Logger
}

// Server serves one release after another from a folder.
type Server struct {
	*Endpoint
	dir string

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
	return &Server{Endpoint: NewEndpoint(o.Now, o.Log), dir: o.Dir, current: first}, nil
}

// Run serves until ctx ends, then lets the requests in flight finish.
func (s *Server) Run(ctx context.Context, l net.Listener) error {
	watching, stop := context.WithCancel(ctx)
	defer stop()
	go s.watch(watching)
	return errors.Join(Run(ctx, s.HTTPServer(http.HandlerFunc(s.route)), l), s.Close())
}

// Run serves until ctx ends, then lets the requests in flight finish.
func Run(ctx context.Context, srv *http.Server, l net.Listener) error {
	done := make(chan error, 1)
	go func() { done <- srv.Serve(l) }()
	select {
	case err := <-done:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	drain, cancel := context.WithTimeout(context.WithoutCancel(ctx), drainTimeout)
	defer cancel()
	if err := srv.Shutdown(drain); err != nil {
		return errors.Join(fmt.Errorf("finish the requests in flight: %w", err), srv.Close())
	}
	return nil
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

// route answers a request on the release that is live when it comes.
func (s *Server) route(w http.ResponseWriter, r *http.Request) {
	l, refused, open := s.acquire()
	if !open {
		secure(w.Header())
		w.Header().Set("Release-Id", l.Release)
		plain(w, http.StatusServiceUnavailable, "stopping\n")
		return
	}
	defer s.leave(l)
	site := l.Site
	site.Refused = refused
	s.Answer(&site, w, r)
}

// acquire returns the release that is live, why a newer one is not, and whether
// the server is open. While it is, the release stays open until the caller leaves
// it.
func (s *Server) acquire() (l *live, refused error, open bool) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if !s.closed {
		s.current.users.Add(1)
	}
	return s.current, s.refused.err, !s.closed
}

// leave ends the use of a release that acquire returned.
func (s *Server) leave(l *live) {
	if err := l.leave(); err != nil {
		s.log.Error("close a release", "release", l.Release, "error", err)
	}
}
