package dev

import (
	"context"
	"errors"
	"strconv"
	"time"

	"anju/generator/build"
	"anju/generator/diag"
	"anju/generator/server"
	"anju/generator/validity"
)

// Attempt says how one attempt to plan the site ended.
type Attempt struct {
	Changed  []string // paths in the source folder, "." for all; none where only time has passed
	Findings diag.List
	Err      error // build.ErrFindings, or what could not be read; nil when the site is new
	Took     time.Duration
	Shown    bool // there are pages to show: the new ones, or older ones where Err is not nil
}

// source keeps the state of the site in step with a source folder. One
// goroutine, in run, plans.
type source struct {
	options build.Options
	now     func() time.Time
	watch   *watcher
	told    func(*state, Attempt) // called after every attempt but one that ctx cut short, by the goroutine that plans

	planner *build.Planner
	state   *state    // the newest
	at      time.Time // the moment of the newest attempt
	due     time.Time // when what pages of that moment state changes by itself
	owed    []string  // changes that no attempt could read yet

	asked chan chan<- *state
	ended chan struct{} // closed when run has returned
}

func newSource(o build.Options, now func() time.Time, w *watcher, told func(*state, Attempt)) *source {
	return &source{
		options: o, now: now, watch: w, told: told, planner: build.NewPlanner(o),
		asked: make(chan chan<- *state), ended: make(chan struct{}),
	}
}

// errEnded says that nobody plans any more.
var errEnded = errors.New("the server is stopping")

// current is the state with all changes that were made before the call.
func (s *source) current(ctx context.Context) (*state, error) {
	if err := s.watch.sync(ctx); err != nil {
		return nil, err
	}
	reply := make(chan *state, 1)
	select {
	case s.asked <- reply:
	case <-ctx.Done():
		return nil, ctx.Err()
	case <-s.ended:
		return nil, errEnded
	}
	select {
	case st := <-reply:
		return st, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// run plans whenever something has changed, and answers those who ask, until
// ctx ends.
func (s *source) run(ctx context.Context) {
	defer close(s.ended)
	const look = time.Minute // a machine may sleep through the moment that is due
	clock := time.NewTicker(look)
	defer clock.Stop()
	s.refresh(ctx, s.now(), []string{"."})
	for ctx.Err() == nil {
		var reply chan<- *state
		select {
		case <-ctx.Done():
			return
		case <-s.watch.ready:
		case <-clock.C:
		case reply = <-s.asked:
		}
		s.keepUp(ctx)
		if reply != nil {
			reply <- s.state
		}
	}
}

// keepUp plans if anything has changed since the last attempt. The moment that
// pages state moves on only when they would state something else: a day, or a
// status.
func (s *source) keepUp(ctx context.Context) {
	changed := s.watch.take()
	now, moved := s.at, false
	if at := s.now(); !at.Before(s.due) {
		now, moved = at, true
	}
	if len(changed) > 0 || moved {
		s.refresh(ctx, now, append(s.owed, changed...))
	}
}

// refresh plans anew, as the site is at a moment.
func (s *source) refresh(ctx context.Context, now time.Time, changed []string) {
	start := time.Now()
	planned, list, err := s.planner.Plan(now, changed...)
	if ctx.Err() != nil {
		return
	}
	s.at, s.due, s.owed = now, validity.DateOf(now).After(), nil
	if err != nil && !errors.Is(err, build.ErrFindings) {
		s.owed = changed
	}
	next := state{source: s.options.Source}
	if s.state != nil {
		next = *s.state
	}
	next.version++
	next.findings, next.err = list, err
	if err == nil {
		next.planned, next.pages, next.now = planned, next.version, now
		next.site = &server.Site{
			Release: "dev-" + strconv.Itoa(next.version), Files: newPages(s.options, planned),
			Frame: planned.Site.Frame, Theme: planned.Theme,
		}
		if at := planned.Site.Next; !at.IsZero() && at.Before(s.due) {
			s.due = at
		}
	}
	s.state = &next
	s.told(s.state, Attempt{changed, list, err, time.Since(start), next.planned != nil})
}
