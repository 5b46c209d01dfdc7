package build

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"anju/generator/diag"
	"anju/generator/publish"
	"anju/generator/search"
	"anju/generator/site"
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

	Unrecorded bool // do not compare with the record of what has been published

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
		Documents: len(p.Site.Documents()), Index: built.index, Removed: p.Site.Removed, Gone: p.Site.Frame.Gone,
	})
}

// makeIndex builds the search index, or takes over the live one when it was
// built from the same documents in the same way.
func makeIndex(o Options, s *site.Site, staging *publish.Staging) (publish.Index, error) {
	defer o.step("index")()
	docs := s.Documents()
	index := publish.Index{Fingerprint: search.Fingerprint(docs, s.Lexicon), Mapping: search.MappingVersion, Bleve: search.BleveVersion()}
	if live, err := publish.ReadManifest(o.Dir); err == nil && live.Index == index {
		if reused, err := staging.Reuse(publish.IndexPath); err != nil || reused {
			return index, err
		}
	}
	dir, err := staging.Folder(publish.IndexPath)
	if err != nil {
		return index, err
	}
	return index, search.Build(dir, index.Fingerprint, docs, s.Lexicon)
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
