package site

import (
	"slices"
	"strings"
	"sync"
	"time"

	"anju/generator/config"
	"anju/generator/content"
	"anju/generator/data"
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
	Frame   *theme.Frame
	Pages   []Page
	Files   []File
	Lexicon lexicon.Lexicon
	Views   map[string]view.View // by language: the entries as pages show them
	Removed []string             // paths of entries withdrawn or gone
	Next    time.Time            // when a status on some page changes; zero for never

	plan    *planner
	written []*search.Document // each the same as in the last plan that had it
}

// Page is an HTML page: where it stands, and how to make what it shows of a plan.
type Page struct {
	Lang    string
	Path    string        // in the release: policies/x/index.html
	URL     string        // of the page: /policies/x/
	Hidden  bool          // not to be found: not translated, withdrawn, or no page of content
	Updated validity.Date // of an entry: when it last changed; else none

	payload func(edition) theme.Payload
	links   func(edition) []view.Link // of the text of an entry; nil where the page has none
}

// File is a file that is no page. Where it has a Copy, that names a file of the
// source folder whose bytes are taken as they are; where a
// Width is given, it is a Picture, of which a copy of that width is made.
type File struct {
	Path string
	Copy string

	Picture picture.Info
	Width   int // in pixels, or 0

	data func(*planner) []byte // nil for a copy
}

// planner holds what every page is made from.
type planner struct {
	lib   *content.Library
	cfg   config.Config
	theme *theme.Theme
	now   time.Time
	base  string               // absolute address of the root, without a slash at the end
	views map[string]view.View // by language
	known []*known             // by rank
	units []unit               // the homes, in the order of their list
	*structure

	// What is asked for by pages and files alone is made when the first asks.
	counted    sync.Map // place → int: how much is found near it
	facetCache map[facetsOf]func() []theme.FacetLinks
	source     *data.Source
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
	p.prepare()
	p.recall(m)
	p.stand(m)
	m.lib, m.known = lib, p.known
	return &Site{
		Frame: p.frame, Pages: p.sheets, Files: p.copies, Lexicon: p.words, Views: views,
		Removed: p.taken, Next: p.next(), plan: p, written: p.documents(m),
	}, list
}

// prepare lays out what is made when it is first asked for.
func (p *planner) prepare() {
	labels := func(lang, field string) map[string]string { return p.frame.Labels[lang][field] }
	p.source = &data.Source{Library: p.lib, Views: p.views, Languages: p.cfg.Languages, BaseURL: p.base, Labels: labels}
	p.facetCache = map[facetsOf]func() []theme.FacetLinks{}
	for _, lang := range p.cfg.Languages {
		ed := p.in(lang)
		p.facetCache[facetsOf{lang, "home"}] = sync.OnceValue(ed.homeFacets)
		for _, kind := range listed {
			p.facetCache[facetsOf{lang, kind.Name}] = sync.OnceValue(func() []theme.FacetLinks { return ed.facetLinks(kind.Name) })
		}
	}
}

// next is the first moment after now at which a status changes.
func (p *planner) next() time.Time {
	var next time.Time
	for _, k := range p.known {
		next = sooner(next, k.next)
	}
	for _, out := range p.lib.LeftOut {
		if !out.Draft {
			next = sooner(next, out.From.First())
		}
	}
	return next
}

// sooner is the first of two moments; zero is never.
func sooner(a, b time.Time) time.Time {
	if a.IsZero() || !b.IsZero() && b.Before(a) {
		return b
	}
	return a
}

// file is one that is made in the language of ed.
func (ed edition) file(rooted string, data func(edition) []byte) File {
	lang := ed.Lang
	return File{Path: file(view.Path(lang, rooted)), data: func(p *planner) []byte { return data(p.in(lang)) }}
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
		files = append(files, File{Path: a.Path, data: func(*planner) []byte { return a.Data }})
	}
	if icon, ok := p.theme.Asset(favicon); ok { // browsers ask for it without being told
		files = append(files, File{Path: favicon, data: func(*planner) []byte { return icon.Data }})
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
