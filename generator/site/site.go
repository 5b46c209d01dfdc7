package site

import (
	"slices"
	"strings"
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
	Views     map[string]view.View      // by language: the entries as pages show them
	Coverage  map[string]theme.Coverage // by language: how much is known of each topic in each place
	Removed   []string                  // paths of entries withdrawn or gone
	Next      time.Time                 // when a status on some page changes; zero for never
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

// File is a file whose bytes are ready. Copy names a file of the source folder
// whose bytes are taken as they are; where a Width is given, it is a Picture,
// of which a copy of that width is made.
type File struct {
	Path string
	Data []byte
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

	everyPlace, shownPlace, lastingPlace placed
	foundNearby                          map[place]int              // how much a page that leads on to more promises
	inSeries                             map[string][]content.Entry // listed events by their series

	units     []unit            // the homes, in the order of their list
	cityUnits map[string][]unit // the same by city

	names map[string]map[string][]string // spellings of vocabulary words by facet and slug, for documents
}

var codeBase = diag.New("site/base-url", "没有写 base_url，订阅和规范链接暂用 %s", "base_url is not set; feeds and canonical links use %s")

// Plan decides all that will exist. now is the moment of the build: static
// pages state what holds then.
func Plan(lib *content.Library, cfg config.Config, th *theme.Theme, now time.Time) (*Site, diag.List) {
	p := &planner{lib: lib, cfg: cfg, theme: th, now: now, base: cfg.BaseURL}
	var list diag.List
	if p.base == "" {
		p.base = "http://" + cfg.Addr
		if strings.HasPrefix(cfg.Addr, ":") { // every address of this machine
			p.base = "http://localhost" + cfg.Addr
		}
		list = append(list, codeBase.Warn(diag.Pos{File: config.File}, p.base))
	}
	views, found := view.New(lib, th, now, cfg.Languages)
	if list = append(list, found...); list.HasErrors() {
		return nil, list
	}
	p.views = views
	p.sortLists()
	p.sortPlaces()
	p.sortUnits()
	p.frame = p.makeFrame()
	s := &Site{Frame: p.frame, Views: views, Coverage: map[string]theme.Coverage{}, Removed: p.removed(), Next: p.next()}
	for _, lang := range cfg.Languages {
		ed := p.in(lang)
		s.Pages, s.Coverage[lang] = append(s.Pages, ed.pages()...), ed.coverage()
		s.Files = append(s.Files, ed.feeds()...)
		s.Files = append(s.Files, ed.calendars()...)
		s.Files = append(s.Files, ed.openSearch())
	}
	p.names = namesBySlug(p.vocabulary())
	s.Documents, s.Lexicon = p.documents(), p.lexicon()
	s.Files = append(s.Files, p.assets()...)
	s.Files = append(s.Files, p.data()...)
	s.Files = append(s.Files, p.sitemap(s.Pages), p.robots())
	return s, list
}

// next is the first moment after now at which a status changes.
func (p *planner) next() time.Time {
	next := p.nextOutdated()
	for _, e := range p.lib.Entries {
		if t, ok := p.lib.Subject(e).Next(p.now); ok && (next.IsZero() || t.Before(next)) {
			next = t
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
		files = append(files, File{Path: a.Path, Data: a.Data})
	}
	if icon, ok := p.theme.Asset(favicon); ok { // browsers ask for it without being told
		files = append(files, File{Path: favicon, Data: icon.Data})
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
