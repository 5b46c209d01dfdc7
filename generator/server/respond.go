package server

import (
	"bytes"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"strconv"
	"time"

	"anju/generator/search"
	"anju/generator/theme"
)

// security holds the headers of every response. Other sites learn from where a
// reader comes, but not what was searched for.
var security = map[string]string{
	"Content-Security-Policy":    theme.ContentSecurityPolicy,
	"X-Content-Type-Options":     "nosniff",
	"Referrer-Policy":            "strict-origin-when-cross-origin",
	"Permissions-Policy":         "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
	"Cross-Origin-Opener-Policy": "same-origin",
}

func secure(h http.Header) {
	for name, value := range security {
		h.Set(name, value)
	}
}

// send answers with a whole body, made for this request: nobody may keep it
// for others, for its address can hold what somebody searched for.
func send(w http.ResponseWriter, status int, mediaType string, body []byte) {
	h := w.Header()
	h.Set("Content-Type", mediaType)
	h.Set("Cache-Control", "private, no-cache")
	h.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(status)
	_, _ = w.Write(body) // the client may be gone
}

func plain(w http.ResponseWriter, status int, text string) {
	send(w, status, types[".txt"], []byte(text))
}

func sendJSON(w http.ResponseWriter, status int, mediaType string, v any) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(v) // the types of this room can all be written
	send(w, status, mediaType, b.Bytes())
}

// problemDetails is an error of the API (RFC 9457) with the parameters at
// fault.
type problemDetails struct {
	Type   string       `json:"type"`
	Title  string       `json:"title"`
	Status int          `json:"status"`
	Detail string       `json:"detail"`
	Errors []paramError `json:"errors,omitempty"`
}

type paramError struct {
	Parameter string `json:"parameter"`
	Value     string `json:"value"`
	Detail    string `json:"detail"`
	DetailZh  string `json:"detail_zh"`
}

func problem(w http.ResponseWriter, status int, detail string, bad []search.ParamError) {
	p := problemDetails{Type: "about:blank", Title: http.StatusText(status), Status: status, Detail: detail}
	for _, e := range bad {
		p.Errors = append(p.Errors, paramError{e.Name, e.Value, e.En, e.Zh})
	}
	sendJSON(w, status, "application/problem+json", p)
}

// refuse answers a request that has no answer: as a problem to programs, as a
// page to people.
func (e *Endpoint) refuse(s *Site, w http.ResponseWriter, r *http.Request, status int, detail string) {
	if isAPI(r) {
		problem(w, status, detail, nil)
		return
	}
	e.message(s, w, r, status, "message.bad_request")
}

// message answers with a page that says one thing, in the words of key.
func (e *Endpoint) message(s *Site, w http.ResponseWriter, r *http.Request, status int, key string) {
	lang, _ := s.place(r.URL.Path)
	title, text := s.Theme.String(lang, key), s.Theme.String(lang, key+"_text")
	page := &theme.MessagePage{Page: s.page(lang, "message", r.URL.Path, title), Heading: title, Text: text}
	e.render(s, w, status, page)
}

// page is a page that the endpoint itself makes.
func (s *Site) page(lang, layout, path, title string) theme.Page {
	return theme.Page{
		Frame: s.Frame, Lang: lang, Layout: layout, Path: path, Title: title, NoIndex: true,
		Correction: s.Frame.CorrectionURL(lang, ""),
	}
}

func (e *Endpoint) render(s *Site, w http.ResponseWriter, status int, payload theme.Payload) {
	e.sendHTML(w, status, func(b io.Writer) error { return s.Theme.Execute(b, payload) })
}

// renderFragment answers with a part of the search page.
func (e *Endpoint) renderFragment(s *Site, w http.ResponseWriter, name string, payload theme.Payload) {
	e.sendHTML(w, http.StatusOK, func(b io.Writer) error { return s.Theme.ExecuteFragment(b, name, payload) })
}

func (e *Endpoint) sendHTML(w http.ResponseWriter, status int, write func(io.Writer) error) {
	var b bytes.Buffer
	if err := write(&b); err != nil {
		e.log.Error("render", "error", err)
		plain(w, http.StatusInternalServerError, "internal error\n")
		return
	}
	send(w, status, types[".html"], b.Bytes())
}

// logged writes a line for every request where the log takes that much: never
// its query, which is what people search for.
func (e *Endpoint) logged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !e.log.Enabled(r.Context(), slog.LevelDebug) {
			next.ServeHTTP(w, r)
			return
		}
		start := time.Now()
		rec := &recorder{ResponseWriter: w, status: http.StatusOK}
		next.ServeHTTP(rec, r)
		e.log.Debug("request", "method", r.Method, "path", r.URL.Path, "status", rec.status, "took_ms", milliseconds(start))
	})
}

// recorder remembers the status that was answered.
type recorder struct {
	http.ResponseWriter
	status int
}

func (r *recorder) WriteHeader(status int) {
	r.status = status
	r.ResponseWriter.WriteHeader(status)
}

// milliseconds since start, to the microsecond.
func milliseconds(start time.Time) float64 { return float64(time.Since(start).Microseconds()) / 1000 }
