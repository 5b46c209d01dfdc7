package server

import (
	"net/http"
	"net/url"
	stdpath "path"
	"regexp"
	"slices"
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
	case name == "_redirects": // as hosts of static sites read it
		return types[".txt"]
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

// static serves the files of the site, redirects old addresses and says what is
// gone. Nothing else of the disk can be reached: a path is looked up, not opened.
func (e *Endpoint) static(s *Site, w http.ResponseWriter, r *http.Request) {
	path := r.URL.Path
	slashed := strings.TrimSuffix(path, "/") + "/"
	name := strings.TrimPrefix(path, "/")
	if strings.HasSuffix(path, "/") {
		name += "index.html"
	}
	to, moved := s.Frame.Redirects[path]
	if !moved {
		to, moved = s.Frame.Redirects[slashed]
	}
	switch {
	case moved: // the page there is for hosts that know no redirects
		redirect(w, r, to)
	case s.served(name):
		e.file(s, w, r, name)
	case s.isGone(slashed):
		e.message(s, w, r, http.StatusGone, "message.gone")
	case s.served(name + "/index.html"):
		redirect(w, r, (&url.URL{Path: slashed}).EscapedPath())
	default:
		e.notFound(s, w, r)
	}
}

// isGone reports whether a path, or what it lies below, is gone for good: with
// an entry go its data, its files and its parts.
func (s *Site) isGone(path string) bool {
	for i, r := range path {
		if r == '/' && slices.Contains(s.Frame.Gone, path[:i+1]) {
			return true
		}
	}
	return false
}

// served reports whether the site has a file for readers of that name.
func (s *Site) served(name string) bool {
	return s.Files.Has(name) && !strings.HasPrefix(name, hidden)
}

// redirect leads to another path of this site, for good, with the same query.
func redirect(w http.ResponseWriter, r *http.Request, to string) {
	if r.URL.RawQuery != "" {
		to += "?" + r.URL.RawQuery
	}
	http.Redirect(w, r, to, http.StatusMovedPermanently)
}

// file answers with a file of the site: conditional requests and ranges as RFC
// 9110 has them, by the file's validator.
func (e *Endpoint) file(s *Site, w http.ResponseWriter, r *http.Request, name string) {
	f, tag, err := s.Files.Open(name)
	if err != nil {
		e.log.Error("open a file of the site", "file", name, "error", err)
		e.message(s, w, r, http.StatusInternalServerError, "message.error")
		return
	}
	defer f.Close()
	h := w.Header()
	h.Set("Content-Type", contentType(name))
	h.Set("Cache-Control", "no-cache")
	if tag != "" {
		h.Set("ETag", `"`+tag+`"`)
	}
	if fingerprinted.MatchString(name) {
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	if strings.HasPrefix(name, "data/") || strings.HasSuffix(name, "/index.json") {
		h.Set("Access-Control-Allow-Origin", "*")
	}
	http.ServeContent(w, r, "", time.Time{}, f)
}

// notFound answers with the site's own page, in the language of the path.
func (e *Endpoint) notFound(s *Site, w http.ResponseWriter, r *http.Request) {
	name := "404.html"
	if lang, _ := s.place(r.URL.Path); lang != baseLanguage {
		name = lang + "/" + name
	}
	body, err := s.read(name)
	if err != nil { // a site need not have one
		e.message(s, w, r, http.StatusNotFound, "message.not_found")
		return
	}
	send(w, http.StatusNotFound, types[".html"], body)
}
