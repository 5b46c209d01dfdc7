package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"time"

	"anju/generator/build"
)

// progress shows how far a build is: a bar on a terminal, a line for each step
// elsewhere.
type progress struct {
	e   *env
	bar bool

	mu    sync.Mutex // steps report from several goroutines
	drawn time.Time
	shown bool
}

// redraw is how often the bar moves, so that it does not slow the build down.
const redraw = 50 * time.Millisecond

func newProgress(e *env) *progress { return &progress{e: e, bar: isTerminal(e.errout) && !e.Quiet} }

var stepNames = map[string][2]string{
	"load": {"读取", "load"}, "plan": {"规划", "plan"}, "render": {"生成页面", "render"},
	"index": {"建立索引", "index"}, "publish": {"发布", "publish"},
}

func (p *progress) report(at build.Progress) {
	if p.e.Quiet {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	name := p.e.say(stepNames[at.Step][0], stepNames[at.Step][1])
	switch {
	case at.Finished:
		p.clear()
		fmt.Fprintf(p.e.errout, "%8.2f s  %s\n", at.Took.Seconds(), name)
	case p.bar && at.Total > 0 && time.Since(p.drawn) >= redraw:
		p.drawn, p.shown = time.Now(), true
		const width = 30
		full := at.Done * width / at.Total
		fmt.Fprintf(p.e.errout, "\r%s [%s%s] %d/%d", name, strings.Repeat("█", full), strings.Repeat("·", width-full), at.Done, at.Total)
	}
}

// clear wipes the bar. The caller holds mu.
func (p *progress) clear() {
	if p.shown {
		fmt.Fprint(p.e.errout, "\r\x1b[K")
		p.shown = false
	}
}

func (p *progress) end() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.clear()
}

// isTerminal reports whether people watch w.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
