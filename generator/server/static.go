package server

import (
	"bytes"
	"io"
	"net/http"
	stdpath "path"
	"regexp"
	"slices"
	"strings"
	"time"

	"anju/generator/theme"
)

// types are the media types of what a release can hold.
var types = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
	".json": "application/json; charset=utf-8", ".xml": "application/xml; charset=utf-8",
	".atom": "application/atom+xml; charset=utf-8", ".txt": "text/plain; charset=utf-8",
	".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".webp": "image/webp",
	".gif": "image/gif", ".ico": "image/x-icon", ".pdf": "application/pdf",
}

// fingerprinted names never change their content.
var fingerprinted = regexp.MustCompile(`^assets/.+\.[0-9a-f]{10}\.[a-z]+$`)

// hidden is what of a release is never served.
const hidden = "_release/"

// static serves the files that the manifest lists, redirects old addresses and
// says what is gone. Nothing else of the disk can be reached: a path is looked
// up, not opened.
func (s *Server) static(l *live, w http.ResponseWriter, r *http.Request) {
	path := r.URL.Path
	if to, ok := l.frame.Redirects[path]; ok {
		http.Redirect(w, r, to, http.StatusMovedPermanently)
		return
	}
	if l.gone[path] {
		s.message(l, w, r, http.StatusGone, "message.gone")
		return
	}
	name := strings.TrimPrefix(path, "/")
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	switch {
	case l.served(name) && strings.HasPrefix(path, "/"):
		s.file(l, w, r, name, http.StatusOK)
	case l.served(name + "/index.html"):
		to := r.URL.EscapedPath() + "/"
		if r.URL.RawQuery != "" {
			to += "?" + r.URL.RawQuery
		}
		http.Redirect(w, r, to, http.StatusMovedPermanently)
	default:
		s.notFound(l, w, r)
	}
}

func (l *live) served(name string) bool {
	_, ok := l.files[name]
	return ok && !strings.HasPrefix(name, hidden)
}

// file answers with a file of the release: conditional requests and ranges as
// RFC 9110 has them, by a validator made of the file's digest.
func (s *Server) file(l *live, w http.ResponseWriter, r *http.Request, name string, status int) {
	f, err := l.release.Root.Open(name)
	if err != nil {
		s.log.Error("open a file of the release", "file", name, "error", err)
		s.message(l, w, r, http.StatusInternalServerError, "message.error")
		return
	}
	defer f.Close()
	h := w.Header()
	h.Set("Content-Type", contentType(name))
	h.Set("ETag", `"`+l.files[name].SHA256[:32]+`"`)
	h.Set("Cache-Control", "no-cache")
	if fingerprinted.MatchString(name) {
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	if strings.HasPrefix(name, "data/") || strings.HasSuffix(name, "/index.json") {
		h.Set("Access-Control-Allow-Origin", "*")
	}
	if status != http.StatusOK { // ServeContent would answer 200, 206 or 304
		h.Del("ETag")
		w.WriteHeader(status)
		if r.Method != http.MethodHead {
			_, _ = io.Copy(w, f) // the client may be gone
		}
		return
	}
	http.ServeContent(w, r, "", time.Time{}, f)
}

func contentType(name string) string {
	if t, ok := types[strings.ToLower(stdpath.Ext(name))]; ok {
		return t
	}
	return "application/octet-stream"
}

func (s *Server) notFound(l *live, w http.ResponseWriter, r *http.Request) {
	name := "404.html"
	if lang := l.language(r); lang != baseLanguage && l.served(lang+"/404.html") {
		name = lang + "/404.html"
	}
	s.file(l, w, r, name, http.StatusNotFound)
}

const baseLanguage = "zh-Hans"

// language is the one whose part of the site the path is in.
func (l *live) language(r *http.Request) string {
	first, _, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
	if first != baseLanguage && slices.Contains(l.frame.Languages, first) {
		return first
	}
	return baseLanguage
}

// message answers with a page that says one thing, in the words of key.
func (s *Server) message(l *live, w http.ResponseWriter, r *http.Request, status int, key string) {
	lang := l.language(r)
	title, text := l.theme.String(lang, key), l.theme.String(lang, key+"_text")
	page := &theme.MessagePage{Page: l.page(lang, "message", r.URL.Path, title), Heading: title, Text: text}
	s.render(l, w, status, page)
}

// page is a page that the endpoint itself makes.
func (l *live) page(lang, layout, path, title string) theme.Page {
	return theme.Page{
		Frame: l.frame, Lang: lang, Layout: layout, Path: path, Title: title, NoIndex: true,
		Correction: l.frame.CorrectionURL(lang, ""),
	}
}

func (s *Server) render(l *live, w http.ResponseWriter, status int, payload theme.Payload) {
	var b bytes.Buffer
	if err := l.theme.Execute(&b, payload); err != nil {
		s.log.Error("render", "error", err)
		plain(w, http.StatusInternalServerError, "internal error\n")
		return
	}
	w.Header().Set("Content-Type", types[".html"])
	w.Header().Set("Cache-Control", "no-cache")
	w.WriteHeader(status)
	_, _ = w.Write(b.Bytes()) // the client may be gone
}
