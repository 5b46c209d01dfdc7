package dev

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"

	"anju/generator/search"
	"anju/generator/site"
)

// base is an index on the disk, with the site that it is of.
type base struct {
	site     *site.Site
	searcher *search.Searcher
	reviser  *search.Reviser
	users    atomic.Int64 // Searchers made of it, and one while it is the newest
}

// indexName begins the names of folders with an index; its fingerprint follows.
const indexName = "index-"

// openBase opens the index of a site in dir, which is built if it is not there.
func openBase(dir string, s *site.Site) (*base, error) {
	fingerprint := search.Fingerprint(s.Documents(), s.Lexicon)
	folder := filepath.Join(dir, indexName+fingerprint)
	searcher, err := search.Open(folder)
	if err != nil { // not there, or not whole
		if err := buildIndex(folder, fingerprint, s); err != nil {
			return nil, err
		}
		if searcher, err = search.Open(folder); err != nil {
			return nil, err
		}
	}
	reviser, err := search.NewReviser(searcher, s.Documents())
	if err != nil {
		return nil, errors.Join(err, searcher.Close())
	}
	b := &base{site: s, searcher: searcher, reviser: reviser}
	b.users.Store(1)
	sweep(dir, filepath.Base(folder))
	return b, nil
}

// buildIndex makes an index beside its place, so that none that is not whole
// ever stands there.
func buildIndex(folder, fingerprint string, s *site.Site) error {
	if err := os.RemoveAll(folder); err != nil {
		return fmt.Errorf("clear the place for the index: %w", err)
	}
	half, err := os.MkdirTemp(filepath.Dir(folder), indexName+"half-")
	if err != nil {
		return fmt.Errorf("make a folder for the index: %w", err)
	}
	err = search.Build(half, fingerprint, s.Documents(), s.Lexicon)
	if err == nil {
		err = os.Rename(half, folder)
	}
	if err != nil {
		return errors.Join(err, os.RemoveAll(half))
	}
	return nil
}

// sweep removes all indexes but one, as far as it can, and what a process left
// behind that ended while it built one: what stays takes room and nothing else.
func sweep(dir, keep string) {
	entries, _ := os.ReadDir(dir) // it was written to a moment ago
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), indexName) && e.Name() != keep {
			_ = os.RemoveAll(filepath.Join(dir, e.Name()))
		}
	}
}

// leave ends one use. The last closes the index.
func (b *base) leave() error {
	if b.users.Add(-1) > 0 {
		return nil
	}
	return b.searcher.Close()
}
