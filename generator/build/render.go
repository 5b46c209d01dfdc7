package build

import (
	"bytes"
	"context"
	"runtime"
	"sync"
	"sync/atomic"

	"anju/generator/site"
	"anju/generator/theme"
)

// Render executes the layout of every page on several processors and hands the
// pages to write. It stops at the first error.
func Render(ctx context.Context, o Options, p *Planned, write WriteFunc) error {
	defer o.step("render")()
	jobs := o.Jobs
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var next, done atomic.Int64
	var wg sync.WaitGroup
	for range jobs {
		wg.Go(func() {
			for i := next.Add(1) - 1; int(i) < len(p.Site.Pages) && ctx.Err() == nil; i = next.Add(1) - 1 {
				if err := renderPage(p.Theme, p.Site.Pages[i], write); err != nil {
					cancel(err)
				}
				o.tick(int(done.Add(1)), len(p.Site.Pages))
			}
		})
	}
	wg.Wait()
	return context.Cause(ctx)
}

func renderPage(t *theme.Theme, page site.Page, write WriteFunc) error {
	var b bytes.Buffer
	if err := t.Execute(&b, page.Payload()); err != nil {
		return err
	}
	return write(page.Path, b.Bytes())
}

func (o Options) tick(done, total int) {
	if o.Report != nil {
		o.Report(Progress{Step: "render", Done: done, Total: total})
	}
}
