package build

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"anju/generator/config"
	"anju/generator/content"
	"anju/generator/diag"
	"anju/generator/publish"
	"anju/generator/search"
	"anju/generator/site"
	"anju/generator/theme"
	"anju/generator/view"
)

// Where the endpoint finds what it needs in a release.
const (
	FramePath   = "_release/site.json"
	ThemeFolder = "_release/theme"
)

// Options says what to build and where to.
type Options struct {
	Source  fs.FS     // the folder with config.yaml
	Dir     string    // the release folder
	Theme   fs.FS     // the default theme
	Now     time.Time // the moment that pages state
	Drafts  bool
	Jobs    int    // pages rendered at once; 0 for one per processor
	Cache   string // folder that keeps the copies of pictures for the next build; "" keeps none
	BaseURL string // over config.yaml, unless ""
	Addr    string // likewise
	Strict  bool   // warnings forbid publishing, too
	Version string // of the generator, for the manifest
	Report  func(Progress)
}

// Progress tells how far a build is.
type Progress struct {
	Step        string // load, plan, render, index, publish
	Done, Total int    // files of the step; zero where it has none
	Took        time.Duration
	Finished    bool
}

// Planned is a site with what it was planned from.
type Planned struct {
	Config  config.Config
	Library *content.Library
	Theme   *theme.Theme
	Site    *site.Site
}

// ErrFindings says that the findings of a build forbid publishing.
var ErrFindings = errors.New("findings forbid publishing")

// Run builds the source into the release folder. The findings are complete
// whatever the error; when it is not nil, the live release is as it was.
func Run(ctx context.Context, o Options) (publish.Manifest, diag.List, error) {
	planned, list, err := Plan(o)
	if err != nil {
		return publish.Manifest{}, list, err
	}
	m, err := Publish(ctx, o, planned)
	return m, append(list, Findings(err)...), err
}

// Publish renders, indexes and publishes what Plan made. When it fails, the
// live release is as it was.
func Publish(ctx context.Context, o Options, p *Planned) (publish.Manifest, error) {
	staging, err := publish.Begin(o.Dir)
	if err != nil {
		return publish.Manifest{}, err
	}
	m, err := stage(ctx, o, p, staging)
	if err != nil {
		return publish.Manifest{}, errors.Join(err, staging.Abort())
	}
	return m, nil
}

// Plan reads the source and decides what the site will be. The error is
// ErrFindings when the findings forbid it.
func Plan(o Options) (*Planned, diag.List, error) {
	p := &Planned{}
	done := o.step("load")
	text, err := fs.ReadFile(o.Source, config.File)
	if err != nil {
		return nil, nil, fmt.Errorf("read the configuration: %w", err)
	}
	var list, found diag.List
	if p.Config, list = config.Load(text); list.HasErrors() {
		return nil, list, ErrFindings
	}
	p.Config.BaseURL = cmp.Or(o.BaseURL, p.Config.BaseURL)
	p.Config.Addr = cmp.Or(o.Addr, p.Config.Addr)
	list = append(list, p.Config.CheckAddress()...)
	if p.Theme, found, err = loadTheme(o, p.Config); err != nil {
		return nil, list, err
	}
	list = append(list, found...)
	p.Library, found = content.Load(o.Source, p.Config, content.Options{Now: o.Now, Drafts: o.Drafts, Jobs: o.Jobs})
	list = append(list, found...)
	done()
	if o.forbids(list) {
		_, found = view.New(p.Library, p.Theme, o.Now, p.Config.Languages) // what is wrong in the texts, in the same run
		return nil, append(list, found...), ErrFindings
	}
	done = o.step("plan")
	p.Site, found = site.Plan(p.Library, p.Config, p.Theme, o.Now)
	list = append(list, found...)
	done()
	if o.forbids(list) {
		return nil, list, ErrFindings
	}
	return p, list, nil
}

func (o Options) forbids(list diag.List) bool { return list.HasErrors() || o.Strict && len(list) > 0 }

var codeTheme = diag.New("config/theme", "没有叫 %q 的主题", "there is no theme %q")

// loadTheme lays the source's theme folder over the default theme.
func loadTheme(o Options, cfg config.Config) (*theme.Theme, diag.List, error) {
	const defaultFolder = "themes/default"
	folder := "themes/" + cfg.Theme
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
	entries, err := fs.ReadDir(source, "themes")
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

// stage writes the release and makes it the live one. Pages are rendered while
// the index is built.
func stage(ctx context.Context, o Options, p *Planned, staging *publish.Staging) (publish.Manifest, error) {
	type indexed struct {
		index publish.Index
		err   error
	}
	result := make(chan indexed, 1)
	go func() {
		index, err := makeIndex(o, p.Site, staging)
		result <- indexed{index, err}
	}()
	err := Write(ctx, o, p, staging.Write)
	built := <-result
	if err := errors.Join(err, built.err, ctx.Err()); err != nil {
		return publish.Manifest{}, err
	}
	shelf(o.Cache).prune(picturesOf(p.Site))
	defer o.step("publish")()
	return staging.Commit(publish.Meta{
		Generator: o.Version, BuiltAt: o.Now, NextTransition: p.Site.Next,
		Documents: len(p.Site.Documents), Index: built.index, Removed: p.Site.Removed,
	})
}

// makeIndex builds the search index, or takes over the live one when it was
// built from the same documents in the same way.
func makeIndex(o Options, s *site.Site, staging *publish.Staging) (publish.Index, error) {
	defer o.step("index")()
	index := publish.Index{Fingerprint: search.Fingerprint(s.Documents, s.Lexicon), Mapping: search.MappingVersion, Bleve: search.BleveVersion()}
	if live, err := publish.ReadManifest(o.Dir); err == nil && live.Index == index {
		if reused, err := staging.Reuse(publish.IndexPath); err != nil || reused {
			return index, err
		}
	}
	dir, err := staging.Folder(publish.IndexPath)
	if err != nil {
		return index, err
	}
	return index, search.Build(dir, index.Fingerprint, s.Documents, s.Lexicon)
}

// WriteFunc takes a file of the site. It is called from several goroutines.
type WriteFunc func(path string, data []byte) error

// Write hands every file of the site but the index to write.
func Write(ctx context.Context, o Options, p *Planned, write WriteFunc) error {
	if err := Render(ctx, o, p, write); err != nil {
		return err
	}
	if err := pictures(ctx, o, p.Site, write); err != nil {
		return err
	}
	for _, f := range p.Site.Files {
		if f.Width > 0 {
			continue
		}
		data := f.Data
		if f.Copy != "" {
			var err error
			if data, err = fs.ReadFile(o.Source, f.Copy); err != nil {
				return fmt.Errorf("copy %s: %w", f.Copy, err)
			}
		}
		if err := write(f.Path, data); err != nil {
			return err
		}
	}
	for _, f := range p.Theme.Files() {
		if err := write(ThemeFolder+"/"+f.Path, f.Data); err != nil {
			return err
		}
	}
	frame, err := json.MarshalIndent(p.Site.Frame, "", " ")
	if err != nil {
		return fmt.Errorf("encode the frame: %w", err)
	}
	return write(FramePath, append(frame, '\n'))
}

// step reports the beginning of a step and returns what reports its end.
func (o Options) step(name string) func() {
	if o.Report == nil {
		return func() {}
	}
	start := time.Now()
	o.Report(Progress{Step: name})
	return func() { o.Report(Progress{Step: name, Took: time.Since(start), Finished: true}) }
}

// SourceFS opens a source folder. Nothing in it can be reached through a link
// that leads out.
func SourceFS(dir string) (fs.FS, func() error, error) {
	root, err := os.OpenRoot(filepath.Clean(dir))
	if err != nil {
		return nil, nil, fmt.Errorf("open the source folder: %w", err)
	}
	return root.FS(), root.Close, nil
}
