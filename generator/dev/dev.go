package dev

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"anju/generator/build"
	"anju/generator/publish"
	"anju/generator/server"
)

// Folder is where dev keeps what it needs from one run to the next, below the
// source folder.
const Folder = ".anju/dev"

// Options says what to serve.
type Options struct {
	Dir       string           // the source folder on the disk
	Build     build.Options    // of the source: its Now and Dir mean nothing here
	Now       func() time.Time // the moment that pages state and searches ask about
	Lang      string           // of what pages say to editors: zh-Hans or en
	Host      string           // the name under which to listen, where the listener has one
	Log       *slog.Logger
	OnAttempt func(Attempt) // called after every attempt to plan, one at a time
}

// Server serves the site that a source folder would be. It is a http.Handler.
type Server struct {
	options  Options
	watch    *watcher
	source   *source
	index    *index
	browsers *browsers
	endpoint *server.Endpoint
	hosts    hosts
	lock     *os.File // of Folder
}

// New begins to watch the source folder. The error is a *Taken where another
// process serves it. The caller runs the Server, or closes it where that does not
// come about.
func New(o Options) (*Server, error) {
	root, err := filepath.Abs(o.Dir)
	if err != nil {
		return nil, fmt.Errorf("find the source folder: %w", err)
	}
	dir := filepath.Join(root, filepath.FromSlash(Folder))
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("make %s: %w", Folder, err)
	}
	lock, err := take(dir)
	if err != nil {
		return nil, err
	}
	w, err := watch(root, dir, o.Log)
	if err != nil {
		return nil, errors.Join(err, publish.Unlock(lock))
	}
	s := &Server{
		options: o, lock: lock, watch: w, index: newIndex(dir, o.Log), browsers: newBrowsers(root, o.Lang),
		endpoint: server.NewEndpoint(o.Now, o.Log),
	}
	s.source = newSource(o.Build, o.Now, w, s.attempted)
	return s, nil
}

// Run serves until ctx ends, and closes the Server. It is called once. It does
// not wait for a plan or an index that is being made: nothing comes of either any
// more, and what an index leaves behind the next start tidies up.
func (s *Server) Run(ctx context.Context, l net.Listener) error {
	s.hosts = hostsOf(l.Addr(), s.options.Host)
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	if _, err := s.lock.WriteString("http://" + l.Addr().String()); err != nil {
		return errors.Join(fmt.Errorf("write the address to %s: %w", Folder, err), l.Close(), s.Close())
	}
	go s.source.run(ctx)
	go s.index.run(ctx)
	srv := s.endpoint.HTTPServer(s)
	srv.WriteTimeout = 0 // events have no end, and the first search waits for the index
	srv.RegisterOnShutdown(s.browsers.close)
	srv.BaseContext = func(net.Listener) context.Context { return ctx } // none waits longer than the server
	err := server.Run(ctx, srv, l)
	return errors.Join(err, s.Close())
}

// Close lets go of the source folder.
func (s *Server) Close() error {
	s.index.close()
	return errors.Join(s.watch.close(), publish.Unlock(s.lock))
}

// attempted passes on what came of an attempt to plan.
func (s *Server) attempted(st *state, a Attempt) {
	if a.Err == nil {
		s.index.tell(st.planned.Site)
	}
	s.browsers.tell(st)
	s.options.OnAttempt(a)
}

// ServeHTTP answers with the site as the source folder has it when the request
// comes.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	if !s.hosts.allow(r) {
		http.Error(w, "this server answers to localhost only", http.StatusMisdirectedRequest)
		return
	}
	st, err := s.source.current(r.Context())
	switch {
	case err != nil:
		http.Error(w, err.Error(), http.StatusServiceUnavailable) // or nobody is there to read it
	case s.browsers.owns(r.URL.Path):
		s.browsers.answer(st, w, r)
	case st.planned == nil:
		s.browsers.nothing(st, w, r)
	default:
		s.answer(st, w, r)
	}
}

// answer answers as the published site would, and adds to pages what reloads
// them.
func (s *Server) answer(st *state, w http.ResponseWriter, r *http.Request) {
	site := *st.site
	if site.Searches(r.URL.Path) {
		searcher, done, err := s.index.searcher(r.Context(), st.planned.Site)
		if err != nil {
			s.options.Log.Error("search", "error", err)
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		defer done()
		site.Searcher = searcher
	}
	out := &htmlBuffer{ResponseWriter: w}
	s.endpoint.Answer(&site, out, unconditional(r))
	out.send(func(html []byte) []byte { return s.browsers.inject(html, r.URL.Path, st) })
}
