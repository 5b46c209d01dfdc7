package dev

import (
	"bytes"
	"net/http"
	"strconv"
	"strings"
)

// htmlBuffer holds an HTML answer back until all of it is there, and lets all else
// pass. Browsers are to keep neither.
type htmlBuffer struct {
	http.ResponseWriter
	status int          // 0 until it is known
	html   bytes.Buffer // held back
	held   bool
}

func (w *htmlBuffer) WriteHeader(status int) {
	w.status = status
	h := w.Header()
	h.Set("Cache-Control", "no-store")
	if w.held = strings.HasPrefix(h.Get("Content-Type"), "text/html"); !w.held {
		w.ResponseWriter.WriteHeader(status)
	}
}

func (w *htmlBuffer) Write(b []byte) (int, error) {
	if w.status == 0 {
		w.WriteHeader(http.StatusOK)
	}
	if w.held {
		return w.html.Write(b)
	}
	return w.ResponseWriter.Write(b)
}

// send lets go of an answer that was held back, with what change makes of it.
func (w *htmlBuffer) send(change func(html []byte) []byte) {
	if !w.held {
		return
	}
	html := change(w.html.Bytes())
	w.Header().Set("Content-Length", strconv.Itoa(len(html)))
	if len(html) == 0 { // of a HEAD, which may leave it out
		w.Header().Del("Content-Length")
	}
	w.ResponseWriter.WriteHeader(w.status)
	_, _ = w.ResponseWriter.Write(html) // the browser may have left
}

// unconditional is a request for all of an answer, whatever a browser has kept
// or how much it asks for.
func unconditional(r *http.Request) *http.Request {
	r = r.Clone(r.Context())
	for _, name := range []string{"If-None-Match", "If-Modified-Since", "If-Match", "If-Unmodified-Since", "Range"} {
		r.Header.Del(name)
	}
	return r
}
