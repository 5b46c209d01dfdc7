package build

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"

	"anju/generator/site"
)

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
	if err := writeFiles(ctx, o, p.Site, write); err != nil {
		return err
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

// writeFiles makes all files but pages and copies of pictures.
func writeFiles(ctx context.Context, o Options, s *site.Site, write WriteFunc) error {
	return parallel(ctx, o.Jobs, len(s.Files), func(i int) error {
		f := s.Files[i]
		if f.Width > 0 {
			return nil
		}
		data, err := bytesOf(o.Source, s, f)
		if err != nil {
			return err
		}
		return write(f.Path, data)
	})
}

// bytesOf makes a file that is no copy of a picture.
func bytesOf(source fs.FS, s *site.Site, f site.File) ([]byte, error) {
	if f.Copy == "" {
		return s.Bytes(f), nil
	}
	data, err := fs.ReadFile(source, f.Copy)
	if err != nil {
		return nil, fmt.Errorf("copy %s: %w", f.Copy, err)
	}
	return data, nil
}

// File makes one file of a planned site, as Write does. Copies of pictures are
// kept in o.Cache, if there is one. An error that is ErrFindings has Findings.
func File(o Options, p *Planned, f site.File) ([]byte, error) {
	if f.Width > 0 {
		return pictureCopy(o, p.Site, f)
	}
	return bytesOf(o.Source, p.Site, f)
}
