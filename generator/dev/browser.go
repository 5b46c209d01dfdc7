package dev

import (
	"bytes"
	"embed"
	"html/template"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"anju/generator/config"
	"anju/generator/diag"
	"anju/generator/theme"
)

// The addresses that are dev's own, each in other languages, too: /en/editors/.
const (
	ownFolder    = "/_dev/"
	eventsPath   = ownFolder + "events"
	findingsPath = ownFolder + "findings/"
	editorsPath  = "/editors/"
	stylePath    = "/style/"
)

//go:embed page
var page embed.FS

// templates make what is dev's own into HTML.
var templates = template.Must(template.ParseFS(page, "page/*.html"))

const htmlType = "text/html; charset=utf-8"

// sheets are the files for browsers, with their types.
var sheets = map[string]string{
	"dev.js":      "text/javascript; charset=utf-8",
	"dev.css":     "text/css; charset=utf-8",
	"editors.css": "text/css; charset=utf-8",
}

// browsers is what editors see besides the site: word of what is new, the
// findings, the desk and the page of all parts.
type browsers struct {
	lang   string // of messages
	events *events
	past   *past
}

// newBrowsers is for a source folder on the disk, with messages in a language.
func newBrowsers(dir, lang string) *browsers { return &browsers{lang, newEvents(), &past{dir: dir}} }

// tell lets every open browser know that there is a new state. It does not wait
// for them. Each asks for its page again and sees by itself what is new: the
// page, its style sheet alone, or the findings alone.
func (b *browsers) tell(s *state) { b.events.tell(s.version) }

// close ends the connections that browsers hold open for events.
func (b *browsers) close() { b.events.close() }

// owns reports whether an address is dev's own: /_dev/…, /editors/, /style/, the
// latter two with or without the slash.
func (b *browsers) owns(path string) bool {
	_, rooted := tongue(path)
	return strings.HasPrefix(rooted, ownFolder) || rooted == editorsPath || rooted == stylePath || slashless(rooted)
}

// slashless reports whether an address is that of a page of dev's own without
// the slash.
func slashless(rooted string) bool { return rooted+"/" == editorsPath || rooted+"/" == stylePath }

// tongue parts an address into the language of its page and the address in
// Chinese.
func tongue(path string) (lang, rooted string) {
	if rest, ok := strings.CutPrefix(path, "/en/"); ok {
		return "en", "/" + rest
	}
	return config.Language, path
}

// answer answers a request for such an address. s is the state with all changes
// made before the request; its planned may be nil.
func (b *browsers) answer(s *state, w http.ResponseWriter, r *http.Request) {
	lang, rooted := tongue(r.URL.Path)
	sheet := strings.TrimPrefix(rooted, ownFolder)
	switch {
	case slashless(rooted):
		to := url.URL{Path: r.URL.Path + "/", RawQuery: r.URL.RawQuery}
		http.Redirect(w, r, to.String(), http.StatusMovedPermanently)
	case rooted == eventsPath:
		b.events.ServeHTTP(w, r)
	case rooted == findingsPath:
		b.list(s, w, r, http.StatusOK)
	case sheets[sheet] != "":
		sendSheet(w, sheet)
	case strings.HasPrefix(rooted, ownFolder):
		http.NotFound(w, r)
	case s.planned == nil:
		b.nothing(s, w, r)
	case !slices.Contains(s.planned.Config.Languages, lang):
		http.NotFound(w, r)
	case rooted == editorsPath:
		b.editors(s, w, r, lang)
	default:
		b.render(s, w, r, theme.NewStylePage(s.planned.Site.Frame))
	}
}

// nothing answers any request while no source could be planned yet, with status
// 503 and the findings.
func (b *browsers) nothing(s *state, w http.ResponseWriter, r *http.Request) {
	b.list(s, w, r, http.StatusServiceUnavailable)
}

// list answers with a page of all findings, which needs no theme.
func (b *browsers) list(s *state, w http.ResponseWriter, r *http.Request, status int) {
	var html bytes.Buffer
	if err := templates.ExecuteTemplate(&html, "findings.html", s.overlay(b.lang, r.URL.Path, 0)); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	send(w, status, htmlType, b.bind(html.Bytes(), s))
}

// editors answers with the desk.
func (b *browsers) editors(s *state, w http.ResponseWriter, r *http.Request, lang string) {
	payload, err := b.deskPage(r.Context(), s, lang, r.URL.Query())
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	b.render(s, w, r, payload)
}

// render answers with a page of the theme.
func (b *browsers) render(s *state, w http.ResponseWriter, r *http.Request, payload theme.Payload) {
	var html bytes.Buffer
	if err := s.planned.Theme.Execute(&html, payload); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	send(w, http.StatusOK, htmlType, b.inject(html.Bytes(), r.URL.Path, s))
}

func sendSheet(w http.ResponseWriter, name string) {
	data, err := page.ReadFile("page/" + name)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	send(w, http.StatusOK, sheets[name], data)
}

func send(w http.ResponseWriter, status int, mediaType string, body []byte) {
	h := w.Header()
	h.Set("Content-Type", mediaType)
	h.Set("Cache-Control", "no-cache")
	h.Set("Content-Security-Policy", theme.ContentSecurityPolicy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(status)
	_, _ = w.Write(body) // the browser may have left
}

// say picks the words of a language.
func say(lang, zh, en string) string { return diag.Text{Zh: zh, En: en}.In(lang) }
