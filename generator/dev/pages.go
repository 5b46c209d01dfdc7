package dev

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"sync"

	"anju/generator/build"
)

// pages are the files of one planned site. Each is made when it is asked for,
// and once.
type pages struct {
	options build.Options
	planned *build.Planned

	mu   sync.Mutex
	made map[string]func() ([]byte, error) // by path
}

func newPages(o build.Options, p *build.Planned) *pages {
	return &pages{options: o, planned: p, made: map[string]func() ([]byte, error){}}
}

// Has reports whether the site has a page or a file of that name.
func (p *pages) Has(name string) bool {
	if _, ok := p.planned.Site.Page(name); ok {
		return true
	}
	_, ok := p.planned.Site.File(name)
	return ok
}

// Open gives a page or a file, without a validator: nobody keeps it.
func (p *pages) Open(name string) (io.ReadSeekCloser, string, error) {
	data, err := p.maker(name)()
	if err != nil {
		return nil, "", fmt.Errorf("make %s: %w", name, err)
	}
	return opened{bytes.NewReader(data)}, "", nil
}

// opened is bytes as an open file.
type opened struct{ *bytes.Reader }

func (opened) Close() error { return nil }

// maker makes a file at its first call.
func (p *pages) maker(name string) func() ([]byte, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.made[name] == nil {
		p.made[name] = sync.OnceValues(func() ([]byte, error) { return p.make(name) })
	}
	return p.made[name]
}

func (p *pages) make(name string) ([]byte, error) {
	if page, ok := p.planned.Site.Page(name); ok {
		return build.RenderPage(p.planned, page)
	}
	if f, ok := p.planned.Site.File(name); ok {
		return build.File(p.options, p.planned, f)
	}
	return nil, fs.ErrNotExist
}
