package server

import (
	"net/http"
	"net/url"
	stdpath "path"
	"regexp"
	"strings"
	"time"
)

// types are the media types of what a release can hold.
var types = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
	".json": "application/json; charset=utf-8", ".xml": "application/xml; charset=utf-8",
	".atom": "application/atom+xml; charset=utf-8", ".ics": "text/calendar; charset=utf-8", ".txt": "text/plain; charset=utf-8",
	".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".webp": "image/webp",
	".gif": "image/gif", ".ico": "image/x-icon", ".pdf": "application/pdf",
}

func contentType(name string) string {
	switch {
	case strings.HasPrefix(name, "data/schema/"):
		return "application/schema+json"
	case stdpath.Base(name) == "opensearch.xml":
		return "application/opensearchdescription+xml"
	}
	if t, ok := types[strings.ToLower(stdpath.Ext(name))]; ok {
		return t
	}
	return "application/octet-stream"
}

// fingerprinted names never change their content: those of the theme, and
// copies of pictures beside entries.
var fingerprinted = regexp.MustCompile(`^(assets/.+|.+-[0-9]+)\.[0-9a-f]{10}\.[a-z]+$`)

// hidden is what of a release is never served.
const hidden = "_release/"

// static serves the files that the manifest lists, redirects old addresses and
// says what is gone. Nothing else of the disk can be reached: a path is looked
// up, not opened.
func (s *Server) static(l *live, w http.ResponseWriter, r *http.Request) {
	path := r.URL.Path
	slashed := strings.TrimSuffix(path, "/") + "/"
	name := strings.TrimPrefix(path, "/")
	if strings.HasSuffix(path, "/") {
		name += "index.html"
	}
	to, moved := l.frame.Redirects[path]
	if !moved {
		to, moved = l.frame.Redirects[slashed]
	}
	switch {
	case l.served(name): // no old address hides a page that is there
		s.file(l, w, r, name)
	case moved:
		redirect(w, r, to)
	case l.isGone(slashed):
		s.message(l, w, r, http.StatusGone, "message.gone")
	case l.served(name + "/index.html"):
		redirect(w, r, (&url.URL{Path: slashed}).EscapedPath())
	default:
		s.notFound(l, w, r)
	}
}

// isGone reports whether a path, or what it lies below, is gone for good: with
// an entry go its data, its files and its parts.
func (l *live) isGone(path string) bool {
	for i, r := range path {
		if r == '/' && l.gone[path[:i+1]] {
			return true
		}
	}
	return false
}

// served reports whether the release has a file for readers of that name.
func (l *live) served(name string) bool {
	_, ok := l.files[name]
	return ok && !strings.HasPrefix(name, hidden)
}

// redirect leads to another path of this site, for good, with the same query.
func redirect(w http.ResponseWriter, r *http.Request, to string) {
	if r.URL.RawQuery != "" {
		to += "?" + r.URL.RawQuery
	}
	http.Redirect(w, r, to, http.StatusMovedPermanently)
}

// file answers with a file of the release: conditional requests and ranges as
// RFC 9110 has them, by a validator made of the file's digest.
func (s *Server) file(l *live, w http.ResponseWriter, r *http.Request, name string) {
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
	http.ServeContent(w, r, "", time.Time{}, f)
}

// notFound answers with the release's own page, in the language of the path.
func (s *Server) notFound(l *live, w http.ResponseWriter, r *http.Request) {
	name := "404.html"
	if lang, _ := l.place(r.URL.Path); lang != baseLanguage {
		name = lang + "/" + name
	}
	body, err := l.release.Root.ReadFile(name)
	if err != nil { // a release need not have one
		s.message(l, w, r, http.StatusNotFound, "message.not_found")
		return
	}
	send(w, http.StatusNotFound, types[".html"], body)
}
