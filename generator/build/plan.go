package build

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"time"

	"anju/generator/config"
	"anju/generator/content"
	"anju/generator/diag"
	"anju/generator/site"
	"anju/generator/theme"
)

// Planned is a site with what it was planned from. It does not change once made.
type Planned struct {
	Config  config.Config
	Library *content.Library
	Theme   *theme.Theme
	Site    *site.Site
}

// Plan reads the source and decides what the site will be. The error is
// ErrFindings when the findings forbid it.
func Plan(o Options) (*Planned, diag.List, error) { return NewPlanner(o).Plan(o.Now, ".") }

// Planner plans one source again and again, and does again only what a change
// can have touched: what comes out is what Plan makes of the source as it is.
// It is not safe for concurrent use; what it plans is.
type Planner struct {
	o       Options
	content content.Memory
	site    site.Memory

	config     config.Config
	configured diag.List // the findings of the configuration

	theme  *theme.Theme // nil where there is none that could be read
	themed diag.List    // the findings of the theme
}

// NewPlanner makes a Planner of a source that remembers nothing yet.
func NewPlanner(o Options) *Planner { return &Planner{o: o} }

// Plan is as the function Plan for the source as it is now. changed are the
// files and folders, as slash paths in the source, that are not as they were at
// the last Plan: "." for any. now is the moment that the site states.
func (p *Planner) Plan(now time.Time, changed ...string) (*Planned, diag.List, error) {
	o := p.o
	o.Now = now
	done := o.step("load")
	p.content.Changed(changed...)
	if err := p.settle(changed); err != nil {
		done()
		return nil, p.configured, err
	}
	list := slices.Concat(p.configured, p.themed)
	lib, found := content.Load(o.Source, p.config, content.Options{Now: now, Drafts: o.Drafts, Jobs: o.Jobs, Memory: &p.content})
	list = append(list, found...)
	done()
	if o.forbids(list) {
		return nil, append(list, p.site.Texts(lib, p.config, p.theme, now)...), ErrFindings // in the same run
	}
	done = o.step("plan")
	defer done()
	planned := &Planned{Config: p.config, Library: lib, Theme: p.theme}
	planned.Site, found = p.site.Plan(lib, p.config, p.theme, now)
	list = append(list, found...)
	if !o.Unrecorded && !list.HasErrors() {
		found, err := checkRecord(o.Source, planned)
		if err != nil {
			return nil, list, err
		}
		list = append(list, found...)
	}
	if o.forbids(list) {
		return nil, list, ErrFindings
	}
	return planned, list, nil
}

func (o Options) forbids(list diag.List) bool { return list.HasErrors() || o.Strict && len(list) > 0 }

// settle reads the configuration and the theme where they may have changed. It
// fails where there is nothing to load content by.
func (p *Planner) settle(changed []string) error {
	configured := touches(changed, config.File)
	if configured {
		if err := p.configure(); err != nil {
			return err
		}
	}
	if p.configured.HasErrors() {
		return ErrFindings
	}
	if configured || touches(changed, themesFolder) {
		var err error
		p.theme, p.themed, err = loadTheme(p.o, p.config)
		return err
	}
	return nil
}

func (p *Planner) configure() error {
	text, err := fs.ReadFile(p.o.Source, config.File)
	if err != nil {
		p.configured = nil
		return fmt.Errorf("read the configuration: %w", err)
	}
	p.config, p.configured = config.Load(text)
	if p.configured.HasErrors() {
		return nil
	}
	p.config.BaseURL = cmp.Or(p.o.BaseURL, p.config.BaseURL)
	p.config.Addr = cmp.Or(p.o.Addr, p.config.Addr)
	p.configured = append(p.configured, p.config.CheckAddress()...)
	return nil
}

// touches reports whether the changes are of a file or folder, of something in
// it or of what it is in.
func touches(changed []string, name string) bool {
	return slices.ContainsFunc(changed, func(c string) bool {
		return c == "." || c == name || strings.HasPrefix(c, name+"/") || strings.HasPrefix(name, c+"/")
	})
}

var codeTheme = diag.New("config/theme", "没有叫 %q 的主题", "there is no theme %q")

// themesFolder holds the themes of a source.
const themesFolder = "themes"

// loadTheme lays the source's theme folder over the default theme.
func loadTheme(o Options, cfg config.Config) (*theme.Theme, diag.List, error) {
	const defaultFolder = themesFolder + "/default"
	folder := themesFolder + "/" + cfg.Theme
	_, err := fs.Stat(o.Source, folder)
	switch {
	case errors.Is(err, fs.ErrNotExist) && cfg.Theme == "default":
		t, list := theme.Load(nil, o.Theme, cfg.Languages)
		return t, list, nil
	case errors.Is(err, fs.ErrNotExist):
		hint := diag.DidYouMean(cfg.Theme, themeNames(o.Source))
		return nil, diag.List{codeTheme.At(cfg.At("theme"), cfg.Theme).Hinted(hint)}, nil
	case err != nil:
		return nil, nil, fmt.Errorf("open the theme: %w", err)
	}
	over, err := fs.Sub(o.Source, folder)
	if err != nil {
		return nil, nil, fmt.Errorf("open the theme: %w", err)
	}
	t, list := theme.Load(over, o.Theme, cfg.Languages)
	for i := range list {
		home := folder
		if _, err := fs.Stat(over, list[i].File); err != nil { // the file is the default theme's
			home = defaultFolder
		}
		list[i].File = home + "/" + list[i].File
	}
	list.Sort()
	return t, slices.Compact(list), nil // where the folder is the default theme itself, each finding comes twice
}

// themeNames are the themes that there are: the default one, and the folders of
// the source.
func themeNames(source fs.FS) []string {
	names := []string{"default"}
	entries, err := fs.ReadDir(source, themesFolder)
	if err != nil {
		return names // a source needs no themes of its own
	}
	for _, e := range entries {
		if e.IsDir() {
			names = append(names, e.Name())
		}
	}
	return names
}
