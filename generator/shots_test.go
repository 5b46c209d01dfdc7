package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// TestShots writes pictures for people to look at, to the folder ANJU_SHOTS.
func TestShots(t *testing.T) {
	dir := os.Getenv("ANJU_SHOTS")
	if dir == "" {
		t.Skip("ANJU_SHOTS is not set")
	}
	for _, site := range sites {
		address, folder := served(t, site.source), filepath.Join(dir, site.name)
		if err := os.MkdirAll(folder, 0o755); err != nil {
			t.Fatal(err)
		}
		b := openTabFor(t, address, 15*time.Minute)
		for _, look := range looksOf(site.name) {
			b.shootAll(look, folder)
		}
	}
}

// shootAll takes a page narrow and wide, light and dark, in both languages, and
// as printed.
func (b *tab) shootAll(look look, dir string) {
	b.t.Helper()
	for _, width := range []int64{390, 1280} {
		b.window(width)
		b.colours("light")
		b.shoot(look.path, filepath.Join(dir, fmt.Sprintf("%s-%d.png", look.name, width)))
		b.shoot("/en"+look.path, filepath.Join(dir, fmt.Sprintf("%s-%d-en.png", look.name, width)))
		b.colours("dark")
		b.shoot(look.path, filepath.Join(dir, fmt.Sprintf("%s-%d-dark.png", look.name, width)))
	}
	b.print(look.path, filepath.Join(dir, look.name+".pdf"))
}

func (b *tab) colours(scheme string) {
	b.t.Helper()
	b.media("prefers-color-scheme", scheme)
}

func (b *tab) shoot(path, file string) {
	b.t.Helper()
	b.open(path)
	const png = 100 // the quality that means PNG
	data, err := chromedp.Run(b.ctx, chromedp.FullScreenshot(png))
	b.check("shoot "+path, errors.Join(err, os.WriteFile(file, data, 0o644)))
}

func (b *tab) print(path, file string) {
	b.t.Helper()
	b.open(path)
	data, err := chromedp.Run(b.ctx, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4)))
	b.check("print "+path, errors.Join(err, os.WriteFile(file, data, 0o644)))
}
