package build

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"

	"anju/generator/diag"
	"anju/generator/picture"
	"anju/generator/site"
)

var (
	codeBroken = diag.New("build/picture", "图片坏了，打不开：%v", "the picture is broken: %v")
	hintBroken = diag.Text{
		Zh: "多半是没有传完：换成原来的文件，或者用看图软件打开，另存为 JPEG",
		En: "it may not have been copied whole: take the original again, or open it in a viewer and save it as JPEG",
	}
)

// brokenError is a finding that is made only when a picture is decoded.
type brokenError struct{ diag.Diagnostic }

func (e brokenError) Error() string { return e.File + ": " + e.Message.En }

// Is makes it one of the findings that forbid publishing.
func (brokenError) Is(target error) bool { return target == ErrFindings }

// Findings are what only came to light as files were made: those that an error
// of Publish or Write holds.
func Findings(err error) diag.List {
	if broken, ok := errors.AsType[brokenError](err); ok {
		return diag.List{broken.Diagnostic}
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

// pictures makes the copies of pictures, each picture decoded once, several at
// a time, and hands them to write.
func pictures(ctx context.Context, o Options, files []site.File, write WriteFunc) error {
	var sources [][]site.File // the copies of each
	for _, f := range files {
		last := len(sources) - 1
		if last < 0 || sources[last][0].Copy != f.Copy {
			sources = append(sources, nil)
			last++
		}
		sources[last] = append(sources[last], f)
	}
	kept := shelf(o.Cache)
	return parallel(ctx, o.Jobs, len(sources), func(i int) error { return copies(o.Source, kept, sources[i], write) })
}

// copies makes the copies of one picture, or takes them from the shelf.
func copies(source fs.FS, kept shelf, files []site.File, write WriteFunc) error {
	var open *picture.Picture
	for _, f := range files {
		data, ok := kept.get(f.Picture.Key(f.Width))
		if !ok {
			var err error
			if open == nil {
				if open, err = decode(source, f); err != nil {
					return err
				}
			}
			if data, err = open.At(f.Width); err != nil {
				return fmt.Errorf("%s: %w", f.Copy, err)
			}
			if err := kept.put(f.Picture.Key(f.Width), data); err != nil {
				return err
			}
		}
		if err := write(f.Path, data); err != nil {
			return err
		}
	}
	return nil
}

// decode opens the picture that f is a copy of. It must be the one that was
// planned: its name tells the digest.
func decode(source fs.FS, f site.File) (*picture.Picture, error) {
	data, err := fs.ReadFile(source, f.Copy)
	if err != nil {
		return nil, fmt.Errorf("read a picture: %w", err)
	}
	p, err := picture.Open(data)
	switch {
	case err != nil:
		return nil, brokenError{codeBroken.At(diag.Pos{File: f.Copy}, err).Hinted(hintBroken)}
	case p.Digest != f.Picture.Digest:
		return nil, fmt.Errorf("%s has changed meanwhile", f.Copy)
	}
	return p, nil
}

// shelf is a folder of copies that earlier builds made, by their keys; "" is
// none. Each file begins with the digest of what follows, so that a copy that a
// failing machine left half written is made anew.
type shelf string

func (s shelf) path(key string) string { return filepath.Join(string(s), key) }

func (s shelf) get(key string) (data []byte, ok bool) {
	if s == "" {
		return nil, false
	}
	text, err := os.ReadFile(s.path(key))
	if err != nil || len(text) < sha256.Size {
		return nil, false // it is made again
	}
	sum := sha256.Sum256(text[sha256.Size:])
	return text[sha256.Size:], bytes.Equal(sum[:], text[:sha256.Size])
}

func (s shelf) put(key string, data []byte) error {
	if s == "" {
		return nil
	}
	sum := sha256.Sum256(data)
	err := os.MkdirAll(string(s), 0o755)
	if err == nil {
		err = os.WriteFile(s.path(key), append(sum[:], data...), 0o644)
	}
	if err != nil {
		return fmt.Errorf("keep a picture: %w", err)
	}
	return nil
}

// keyName is what the shelf calls its files: nothing else there is touched.
var keyName = regexp.MustCompile(`^[0-9a-f]{64}$`)

// prune takes off the shelf what files have no use for.
func (s shelf) prune(files []site.File) error {
	entries, err := os.ReadDir(string(s))
	if s == "" || errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("tidy up pictures: %w", err)
	}
	used := map[string]bool{}
	for _, f := range files {
		used[f.Picture.Key(f.Width)] = true
	}
	for _, e := range entries {
		if keyName.MatchString(e.Name()) && !used[e.Name()] {
			err = errors.Join(err, os.Remove(s.path(e.Name())))
		}
	}
	return err
}
