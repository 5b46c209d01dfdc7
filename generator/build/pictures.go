package build

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"path"
	"runtime"

	"golang.org/x/sync/semaphore"

	"anju/generator/diag"
	"anju/generator/picture"
	"anju/generator/site"
)

var (
	codeBroken = diag.New("build/picture", "图片 %s 坏了，打不开：%v", "the picture %s is broken: %v")
	hintBroken = diag.Text{
		Zh: "多半是没有传完：换成原来的文件，或者用看图软件打开，另存为 JPEG",
		En: "it may not have been copied whole: take the original again, or open it in a viewer and save it as JPEG",
	}
)

// brokenError holds the findings that are made only when pictures are decoded.
type brokenError struct{ diag.List }

func (e brokenError) Error() string { return fmt.Sprintf("%d pictures are broken", len(e.List)) }

// Is makes it one of the findings that forbid publishing.
func (brokenError) Is(target error) bool { return target == ErrFindings }

// Findings are what only came to light as files were made: those that an error
// of Publish or Write holds.
func Findings(err error) diag.List {
	if broken, ok := errors.AsType[brokenError](err); ok {
		return broken.List
	}
	return nil
}

// picturesOf are the copies of pictures among the files of a site, those of one
// picture in a row.
func picturesOf(s *site.Site) (copies []site.File) {
	for _, f := range s.Files {
		if f.Width > 0 {
			copies = append(copies, f)
		}
	}
	return copies
}

// pictures makes the copies of pictures, each picture decoded once, as many at
// a time as jobs and memory allow, and hands them to write. Its error tells all
// that turned out broken.
func pictures(ctx context.Context, o Options, s *site.Site, write WriteFunc) error {
	var sources [][]site.File // the copies of each
	for _, f := range picturesOf(s) {
		last := len(sources) - 1
		if last < 0 || sources[last][0].Copy != f.Copy {
			sources = append(sources, nil)
			last++
		}
		sources[last] = append(sources[last], f)
	}
	g := &gallery{source: o.Source, kept: shelf(o.Cache), memory: semaphore.NewWeighted(picture.MaxMemory), write: write}
	broken := make([]error, len(sources))
	err := parallel(ctx, o.Jobs, len(sources), func(i int) error {
		err := g.copies(ctx, sources[i])
		if errors.Is(err, picture.ErrBroken) {
			broken[i], err = err, nil // the others are looked at, too
		}
		return err
	})
	if err != nil {
		return err
	}
	return findings(s, sources, broken)
}

// pictureCopy makes f, a copy of a picture, or takes it from the shelf.
func pictureCopy(o Options, s *site.Site, f site.File) (made []byte, err error) {
	keep := func(_ string, data []byte) error {
		made = data
		return nil
	}
	g := &gallery{source: o.Source, kept: shelf(o.Cache), memory: semaphore.NewWeighted(picture.MaxMemory), write: keep}
	one := []site.File{f}
	err = g.copies(context.Background(), one)
	if errors.Is(err, picture.ErrBroken) {
		err = findings(s, [][]site.File{one}, []error{err})
	}
	return made, err
}

// findings tells which pictures are broken, at the place where a text shows
// them or else at their file; nil if none is.
func findings(s *site.Site, sources [][]site.File, broken []error) error {
	var list diag.List
	for i, err := range broken {
		if err == nil {
			continue
		}
		best := sources[i][len(sources[i])-1]
		at := cmp.Or(shownAt(s, best.Path), diag.Pos{File: best.Copy})
		list = append(list, codeBroken.At(at, path.Base(best.Copy), err).Hinted(hintBroken))
	}
	if len(list) == 0 {
		return nil
	}
	list.Sort()
	return brokenError{list}
}

// shownAt is where a text first shows the picture whose best copy has that
// path; zero if none does.
func shownAt(s *site.Site, path string) diag.Pos {
	address := (&url.URL{Path: "/" + path}).EscapedPath()
	for _, page := range s.Pages {
		for _, link := range s.Links(page) {
			if link.URL == address {
				return link.Pos
			}
		}
	}
	return diag.Pos{}
}

// gallery is where copies are made.
type gallery struct {
	source fs.FS
	kept   shelf
	memory *semaphore.Weighted // bytes of picture.MaxMemory
	write  WriteFunc
}

// copies takes the copies of one picture from the shelf and makes those that it
// lacks.
func (g *gallery) copies(ctx context.Context, files []site.File) error {
	var missing []site.File
	for _, f := range files {
		if data, ok := g.kept.get(f); !ok {
			missing = append(missing, f)
		} else if err := g.write(f.Path, data); err != nil {
			return err
		}
	}
	if len(missing) == 0 {
		return nil
	}
	need := missing[0].Picture.Memory()
	if err := g.memory.Acquire(ctx, need); err != nil {
		return fmt.Errorf("wait for memory: %w", err)
	}
	defer g.memory.Release(need)
	err := g.make(missing)
	if need > picture.MaxMemory/16 {
		runtime.GC() // memory that is given back is free for the next one
	}
	return err
}

// make decodes a picture and makes copies of it.
func (g *gallery) make(files []site.File) error {
	open, err := g.decode(files[0])
	if err != nil {
		return err
	}
	for _, f := range files {
		data, err := open.At(f.Width)
		if err != nil {
			return fmt.Errorf("%s: %w", f.Copy, err)
		}
		g.kept.put(f, data)
		if err := g.write(f.Path, data); err != nil {
			return err
		}
	}
	return nil
}

// decode opens the picture that f is a copy of. It must be the one that was
// planned: its name tells the digest, and its memory was asked for.
func (g *gallery) decode(f site.File) (*picture.Picture, error) {
	data, err := fs.ReadFile(g.source, f.Copy)
	if err != nil {
		return nil, fmt.Errorf("read a picture: %w", err)
	}
	if info, err := picture.Inspect(data); err != nil || info != f.Picture {
		return nil, fmt.Errorf("%s has changed meanwhile", f.Copy)
	}
	return picture.Open(data)
}
