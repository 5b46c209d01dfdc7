package site

import (
	"slices"
	"strings"
	"sync"
	"time"

	"anju/generator/config"
	"anju/generator/content"
	"anju/generator/diag"
	"anju/generator/lexicon"
	"anju/generator/picture"
	"anju/generator/search"
	"anju/generator/theme"
	"anju/generator/validity"
	"anju/generator/view"
)

// Site is all that a release will hold, before any of it is written.
type Site struct {
	Frame     *theme.Frame
	Pages     []Page
	Files     []File
	Documents []search.Document
	Lexicon   lexicon.Lexicon
	Views     map[string]view.View // by language: the entries as pages show them
	Removed   []string             // paths of entries withdrawn or gone
	Next      time.Time            // when a status on some page changes; zero for never

	plan    *planner
	byPath  func() index
	written []*search.Document // the Documents, each the same as in the last plan that had it
}

// Page is an HTML page: where it stands, and how to make what it shows.
// Payload is called once, when the page is rendered.
type Page struct {
	Lang    string
	Path    string // in the release: policies/x/index.html
	URL     string // of the page: /policies/x/
	Payload func() theme.Payload
	Links   func() []view.Link // of the text of an entry; nil where the page has none
	Hidden  bool               // not to be found: not translated, withdrawn, or no page of content
	Updated validity.Date      // of an entry: when it last changed; else none
}

// File is a file that is no page. Data makes its bytes. Where it is nil, Copy
// names a file of the source folder whose bytes are taken as they are; where a
// Width is given, it is a Picture, of which a copy of that width is made.
type File struct {
	Path string
	Data func() []byte
	Copy string

	Picture picture.Info
	Width   int // in pixels, or 0
}

// planner holds what every page is made from.
type planner struct {
	lib   *content.Library
	cfg   config.Config
	theme *theme.Theme
	now   time.Time
	base  string // absolute address of the root, without a slash at the end
	frame *theme.Frame
	views map[string]view.View       // by language
	shown map[string][]content.Entry // by kind, in the order of lists, withdrawn ones left out

	known map[content.Entry]*known

	// What is asked for by pages alone is made when the first of them asks.
	places      func() places
	foundNearby func() map[place]int              // how much a page that leads on to more promises
	inSeries    func() map[string][]content.Entry // listed events by their series

	units     []unit            // the homes, in the order of their list
	cityUnits map[string][]unit // the same by city

	names map[string]map[string][]string // spellings of vocabulary words by facet and slug, for documents
}

var codeBase = diag.New("site/base-url", "没有写 base_url，订阅和规范链接暂用 %s", "base_url is not set; feeds and canonical links use %s")

// Plan decides all that will exist. now is the moment of the build: static
// pages state what holds then.
func Plan(lib *content.Library, cfg config.Config, th *theme.Theme, now time.Time) (*Site, diag.List) {
	return new(Memory).Plan(lib, cfg, th, now)
}

// Plan is as the function Plan.
func (m *Memory) Plan(lib *content.Library, cfg config.Config, th *theme.Theme, now time.Time) (*Site, diag.List) {
	p := &planner{lib: lib, cfg: cfg, theme: th, now: now, base: cfg.BaseURL}
	var list diag.List
	if p.base == "" {
		p.base = "http://" + cfg.Addr
		if strings.HasPrefix(cfg.Addr, ":") { // every address of this machine
			p.base = "http://localhost" + cfg.Addr
		}
		list = append(list, codeBase.Warn(diag.Pos{File: config.File}, p.base))
	}
	views, found := m.texts.Views(lib, th, now, cfg.Languages)
	if list = append(list, found...); list.HasErrors() {
		return nil, list
	}
	p.views = views
	p.recall(m)
	p.sortLists(m)
	p.sortUnits(m)
	p.places, p.foundNearby, p.inSeries = sync.OnceValue(p.sortPlaces), sync.OnceValue(p.countNearby), sync.OnceValue(p.gatherSeries)
	p.frame = p.makeFrame()
	s := &Site{Frame: p.frame, Views: views, Removed: p.removed(), Next: p.next(), plan: p}
	for _, lang := range cfg.Languages {
		ed := p.in(lang)
		s.Pages = append(s.Pages, ed.pages()...)
		s.Files = append(s.Files, ed.feeds()...)
		s.Files = append(s.Files, ed.calendars()...)
		s.Files = append(s.Files, ed.openSearch())
	}
	p.names = namesBySlug(p.vocabulary())
	s.written, s.Lexicon = p.documents(m), p.lexicon()
	for _, d := range s.written {
		s.Documents = append(s.Documents, *d)
	}
	s.Files = append(s.Files, p.assets()...)
	s.Files = append(s.Files, p.data()...)
	s.Files = append(s.Files, p.sitemap(s.Pages), p.robots())
	s.Files = append(s.Files, p.redirectFiles()...)
	s.byPath = sync.OnceValue(s.index)
	return s, list
}

// next is the first moment after now at which a status changes.
func (p *planner) next() time.Time {
	next := p.nextOutdated()
	for _, k := range p.known {
		if !k.next.IsZero() && (next.IsZero() || k.next.Before(next)) {
			next = k.next
		}
	}
	for _, out := range p.lib.LeftOut {
		if t := out.From.First(); !out.Draft && (next.IsZero() || t.Before(next)) {
			next = t
		}
	}
	return next
}

// removed lists the addresses that must never come back by a rollback.
func (p *planner) removed() (paths []string) {
	for _, e := range slices.Concat(p.lib.Entries, p.lib.Gone) {
		h := e.Common()
		if h.Withdrawn == nil && !h.Gone {
			continue
		}
		for _, lang := range p.cfg.Languages {
			paths = append(paths, view.Path(lang, content.KindOf(h.Kind).Path(h.ID)))
		}
	}
	return paths
}

// assets are the theme's, and the pictures beside entries.
func (p *planner) assets() (files []File) {
	for _, a := range p.theme.Assets() {
		files = append(files, File{Path: a.Path, Data: func() []byte { return a.Data }})
	}
	if icon, ok := p.theme.Asset(favicon); ok { // browsers ask for it without being told
		files = append(files, File{Path: favicon, Data: func() []byte { return icon.Data }})
	}
	for _, e := range p.lib.Entries {
		h := e.Common()
		for _, a := range h.Assets {
			if !a.IsPicture() {
				files = append(files, File{Path: view.AssetPath(h, a), Copy: a.File})
				continue
			}
			for _, w := range a.Picture.Widths() {
				files = append(files, File{Path: view.PicturePath(h, a, w), Copy: a.File, Picture: a.Picture, Width: w})
			}
		}
	}
	return files
}

// absolute is a path with the site's base address.
func (p *planner) absolute(rooted string) string { return p.base + rooted }

// file is where the page at a path is written: /x/ as x/index.html.
func file(path string) string {
	path = strings.TrimPrefix(path, "/")
	if path == "" || strings.HasSuffix(path, "/") {
		return path + "index.html"
	}
	return path
}

// edition is the plan in one language.
type edition struct {
	*planner
	view.View
}

func (p *planner) in(lang string) edition { return edition{p, p.views[lang]} }
