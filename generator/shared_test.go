package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"anju/generator/build"
)

// What many tests read is made once, when the first of them asks for it, and
// none of them changes it. A test that changes a site makes one of its own.
var (
	renders  = ofEachSite(func(source string) (found, error) { return render(os.DirFS(source)) })
	releases = ofEachSite(publishShared)

	// sharedDir is the folder of what is shared.
	sharedDir = sync.OnceValues(func() (string, error) { return os.MkdirTemp("", "anju-test-") })
)

// ofEachSite maps the sources of sites to what is made of each, once.
func ofEachSite[T any](make func(source string) (T, error)) map[string]func() (T, error) {
	out := map[string]func() (T, error){}
	for _, site := range sites {
		out[site.source] = sync.OnceValues(func() (T, error) { return make(site.source) })
	}
	return out
}

// tidied are the tests of this process, after which nothing shared is left.
type tidied struct{ *testing.M }

func (m tidied) Run() int {
	defer func() {
		_, stop := browser()
		stop()
		dir, err := sharedDir()
		if err := errors.Join(err, os.RemoveAll(dir)); err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
	}()
	return m.M.Run()
}

// rendered are the files of a site but the index, by their paths.
type rendered map[string][]byte

// found is a site in memory as others find it.
type found struct {
	files   rendered
	pages   map[string]page // by their files
	planned *build.Planned
}

// renderSite is one of sites, which the tests share.
func renderSite(t *testing.T, source string) found {
	t.Helper()
	f, err := renders[source]()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// renderSource is any site.
func renderSource(t *testing.T, source fs.FS) found {
	t.Helper()
	f, err := render(source)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func render(source fs.FS) (found, error) {
	o, err := options(source, "")
	if err != nil {
		return found{}, err
	}
	planned, list, err := build.Plan(o)
	if err != nil {
		return found{}, fmt.Errorf("%w: %s", err, text(list))
	}
	var mu sync.Mutex
	files := rendered{}
	err = build.Write(context.Background(), o, planned, func(path string, data []byte) error {
		mu.Lock()
		defer mu.Unlock()
		if _, twice := files[path]; twice {
			return fmt.Errorf("%s is written twice", path)
		}
		files[path] = data
		return nil
	})
	if err != nil {
		return found{}, err
	}
	pages, err := parse(files)
	return found{files, pages, planned}, err
}

// built is a folder with the release of one of sites, which the tests share. Its
// addresses name no host.
func built(t *testing.T, source string) string {
	t.Helper()
	dir, err := releases[source]()
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

func publishShared(source string) (string, error) {
	shared, err := sharedDir()
	if err != nil {
		return "", err
	}
	dir, err := os.MkdirTemp(shared, "site-")
	if err != nil {
		return "", err
	}
	o, err := options(os.DirFS(source), filepath.Join(dir, "public"))
	if err != nil {
		return "", err
	}
	o.BaseURL = ""
	if _, list, err := build.Run(context.Background(), o); err != nil {
		return "", fmt.Errorf("%w: %s", err, text(list))
	}
	return o.Dir, nil
}
