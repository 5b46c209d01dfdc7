package dev

import (
	"context"
	"sync"

	"anju/generator/check"
	"anju/generator/hanzi"
	"anju/generator/history"
)

// past is what git knows of the files of the source folder. To read it takes
// long where there are many: it is kept until a file or the history is another.
type past struct {
	dir string // the source folder on the disk

	mu   sync.Mutex // protects the fields below
	seen sight
	read *check.Past // at that sight; nil before the first
}

// sight is what decides what git knows.
type sight struct {
	version int    // of the state
	head    string // the commit that is checked out
	shallow bool   // the clone may be deepened
}

// of is the past of the files of a state.
func (p *past) of(ctx context.Context, s *state) (*check.Past, error) {
	repo, err := history.Open(ctx, p.dir, hanzi.Compose)
	if err != nil {
		return nil, err
	}
	head, err := repo.Head(ctx)
	if err != nil {
		return nil, err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	now := sight{s.version, head, repo.Shallow()}
	if p.read != nil && p.seen == now {
		return p.read, nil
	}
	read, err := check.ReadPast(ctx, p.dir, s.planned.Library, hanzi.Compose)
	if err != nil {
		return nil, err
	}
	p.seen, p.read = now, read
	return read, nil
}
