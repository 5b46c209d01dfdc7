package build

import (
	"bytes"
	"context"
	"runtime"
	"sync"
	"sync/atomic"

	"anju/generator/site"
)

// Render executes the layout of every page on several processors and hands the
// pages to write. It stops at the first error.
func Render(ctx context.Context, o Options, p *Planned, write WriteFunc) error {
	defer o.step("render")()
	var done atomic.Int64
	return parallel(ctx, o.Jobs, len(p.Site.Pages), func(i int) error {
		page := p.Site.Pages[i]
		html, err := RenderPage(p, page)
		if err == nil {
			err = write(page.Path, html)
		}
		o.tick(int(done.Add(1)), len(p.Site.Pages))
		return err
	})
}

// parallel does n things, jobs at once or one for each processor, until one
// fails or ctx ends. The error is the first.
func parallel(ctx context.Context, jobs, n int, do func(i int) error) error {
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var next atomic.Int64
	var wg sync.WaitGroup
	for range jobs {
		wg.Go(func() {
			for i := next.Add(1) - 1; int(i) < n && ctx.Err() == nil; i = next.Add(1) - 1 {
				if err := do(int(i)); err != nil {
					cancel(err)
				}
			}
		})
	}
	wg.Wait()
	return context.Cause(ctx)
}

// RenderPage executes the layout of one page of a planned site.
func RenderPage(p *Planned, page site.Page) ([]byte, error) {
	var b bytes.Buffer
	if err := p.Theme.Execute(&b, p.Site.Payload(page)); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

func (o Options) tick(done, total int) {
	if o.Report != nil {
		o.Report(Progress{Step: "render", Done: done, Total: total})
	}
}
