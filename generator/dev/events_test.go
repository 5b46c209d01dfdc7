package dev

import (
	"context"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// stream is a browser that listens.
type stream struct {
	mu   sync.Mutex
	text string
}

func (s *stream) Header() http.Header              { return http.Header{} }
func (s *stream) WriteHeader(int)                  {}
func (s *stream) Flush()                           {}
func (s *stream) SetWriteDeadline(time.Time) error { return nil }
func (s *stream) Write(b []byte) (n int, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.text += string(b)
	return len(b), nil
}

// heard is what has come since it was asked last, when nothing more can come by
// itself.
func (s *stream) heard() string {
	synctest.Wait()
	s.mu.Lock()
	defer s.mu.Unlock()
	text := s.text
	s.text = ""
	return text
}

// listen opens a connection; the channel is closed when the server ends it.
func listen(ctx context.Context, e *events) (*stream, <-chan struct{}) {
	s, ended := &stream{}, make(chan struct{})
	go func() {
		defer close(ended)
		e.ServeHTTP(s, httptest.NewRequestWithContext(ctx, http.MethodGet, eventsPath, nil))
	}()
	return s, ended
}

// TestEvents is the life of two browsers. The clock is that of the bubble.
func TestEvents(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		e := newEvents()
		e.tell(3)
		first, firstEnded := listen(t.Context(), e)
		leaving, leave := context.WithCancel(t.Context())
		second, secondEnded := listen(leaving, e)
		hear := func(s *stream, want, when string) {
			t.Helper()
			if got := s.heard(); got != want {
				t.Errorf("%s the browser hears %q, want %q", when, got, want)
			}
		}
		hear(first, "retry: 500\ndata: 3\n\n", "at once")
		hear(second, "retry: 500\ndata: 3\n\n", "at once")
		e.tell(4)
		hear(first, "retry: 500\ndata: 4\n\n", "after a change")
		hear(second, "retry: 500\ndata: 4\n\n", "after a change")
		leave()
		<-secondEnded
		time.Sleep(heartbeat)
		hear(first, ": still here\n\n", "when nothing changes")
		hear(second, "", "after it left")
		e.close()
		<-firstEnded
		late, lateEnded := listen(t.Context(), e)
		<-lateEnded
		hear(late, "", "after the end")
		e.tell(5) // changes nothing any more
		e.close()
	})
}

// TestEventsNeedAConnection: what cannot be held open is refused, not cut after
// the time that answers have.
func TestEventsNeedAConnection(t *testing.T) {
	w := httptest.NewRecorder() // takes no deadline
	newEvents().ServeHTTP(w, httptest.NewRequest(http.MethodGet, eventsPath, nil))
	if w.Code != http.StatusNotImplemented {
		t.Errorf("status %d", w.Code)
	}
}
