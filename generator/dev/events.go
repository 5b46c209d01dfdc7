package dev

import (
	"fmt"
	"net/http"
	"sync"
	"time"
)

// heartbeat is how often an open browser hears that the server is still there:
// more often than programs in between cut a silent connection.
const heartbeat = 20 * time.Second

// events tells browsers the version of the newest state as server-sent events
// (WHATWG HTML, 9.2). A browser that comes, or comes back, learns it at once;
// what it missed in between does not matter to it.
type events struct {
	mu      sync.Mutex // protects the fields below
	version int
	next    chan struct{} // closed with the next version
	closed  bool
}

func newEvents() *events { return &events{next: make(chan struct{})} }

// tell lets every browser know of a version. It does not wait for them.
func (e *events) tell(version int) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.closed {
		return
	}
	e.version = version
	close(e.next)
	e.next = make(chan struct{})
}

// close ends all connections, and every later one at once.
func (e *events) close() {
	e.mu.Lock()
	defer e.mu.Unlock()
	if !e.closed {
		e.closed = true
		close(e.next)
	}
}

// newest is the version to tell and what ends the wait for another; false after
// the end.
func (e *events) newest() (version int, next <-chan struct{}, open bool) {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.version, e.next, !e.closed
}

// ServeHTTP holds a connection open until the browser leaves or close is called.
func (e *events) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	out := http.NewResponseController(w)
	if err := out.SetWriteDeadline(time.Time{}); err != nil { // that of the server is for answers that end
		http.Error(w, "no events over this connection", http.StatusNotImplemented)
		return
	}
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	told := 0
	for {
		version, next, open := e.newest()
		if !open {
			return
		}
		text := ": still here\n\n"
		if version != told {
			text = fmt.Sprintf("retry: 500\ndata: %d\n\n", version)
		}
		told = version
		if _, err := w.Write([]byte(text)); err != nil || out.Flush() != nil {
			return // the browser has left
		}
		select {
		case <-r.Context().Done():
			return
		case <-next:
		case <-beat.C:
		}
	}
}
