package theme

import (
	"context"
	"errors"
	"mime"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path"
	"testing"
	"time"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/chromedp"
)

// browser opens Chromium, or skips the test where there is none.
func browser(t *testing.T) context.Context {
	t.Helper()
	path, err := exec.LookPath("chromium")
	if err != nil {
		path, err = exec.LookPath("google-chrome")
	}
	if err != nil && os.Getenv("ANJU_REQUIRE_BROWSER") == "1" {
		t.Fatal("no Chromium")
	} else if err != nil {
		t.Skip("skipped: no Chromium")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU)
	ctx, cancelAllocator := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, cancel := chromedp.NewContext(ctx)
	ctx, cancelTimeout := context.WithTimeout(ctx, time.Minute)
	t.Cleanup(func() { cancelTimeout(); cancel(); cancelAllocator() })
	return ctx
}

// sampleSite serves the sample pages as /LANG/LAYOUT, under the strict policy.
func sampleSite(t *testing.T) *httptest.Server {
	t.Helper()
	th := load(t)
	mux := http.NewServeMux()
	serve := func(path, kind string, data []byte) {
		mux.HandleFunc(path, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", kind)
			w.Header().Set("Content-Security-Policy", ContentSecurityPolicy)
			_, _ = w.Write(data) // the browser is the test's own
		})
	}
	for _, a := range th.Assets() {
		serve("/"+a.Path, mime.TypeByExtension(path.Ext(a.Path)), a.Data)
	}
	serve(samplePicture, "image/png", asset(t, th, "share.png"))
	for _, lang := range languages {
		for name, p := range samplePages(lang) {
			serve("/"+lang+"/"+name, "text/html; charset=utf-8", render(t, th, p))
		}
	}
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server
}

// asset is what the theme has under a name.
func asset(t *testing.T, th *Theme, name string) []byte {
	t.Helper()
	a, ok := th.Asset(name)
	if !ok {
		t.Fatalf("the theme has no %s", name)
	}
	return a.Data
}

// tooWide lists what reaches beyond the window; tooSmall what is pressed and
// lower than 44 px, but for links inside a text, which WCAG exempts.
const (
	tooWide = `document.documentElement.scrollWidth <= innerWidth ? [] :
		[...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 80))`
	tooSmall = `[...document.querySelectorAll("a, button, summary, select, input:not([type=hidden])")].filter(e => {
		const r = (e.closest("label") ?? e).getBoundingClientRect(); // a label is pressed for its box
		return r.width > 1 && r.height > 1 && r.height < 43.5 && !e.closest(".prose") && !e.matches(".ref, .skip");
	}).map(e => e.outerHTML.slice(0, 80) + " " + e.getBoundingClientRect().height)`
)

// TestPagesOnAPhone opens every page at 320 px, which is also what a window of
// 640 px shows at 200 %.
func TestPagesOnAPhone(t *testing.T) {
	ctx, site := browser(t), sampleSite(t)
	complaints := make(chan string, 100)
	if err := errors.Join(listen(ctx, complaints), chromedp.Do(ctx, chromedp.EmulateViewport(320, 640))); err != nil {
		t.Fatal(err)
	}
	for _, lang := range languages {
		for _, name := range layoutNames() {
			err := chromedp.Do(ctx, chromedp.Navigate(site.URL+"/"+lang+"/"+name))
			wide, errWide := chromedp.Run(ctx, chromedp.Evaluate[[]string](tooWide))
			small, errSmall := chromedp.Run(ctx, chromedp.Evaluate[[]string](tooSmall))
			if err := errors.Join(err, errWide, errSmall); err != nil {
				t.Fatal(err)
			}
			for _, e := range wide {
				t.Errorf("%s %s: wider than the window: %s", lang, name, e)
			}
			for _, e := range small {
				t.Errorf("%s %s: lower than 44 px: %s", lang, name, e)
			}
		}
	}
	for len(complaints) > 0 {
		t.Errorf("the browser complains: %s", <-complaints)
	}
}

// listen collects what the browser logs: refused styles, missing files.
func listen(ctx context.Context, complaints chan<- string) error {
	return chromedp.Listen(ctx, func(ev any) {
		if e, ok := ev.(*log.EventEntryAdded); ok {
			select {
			case complaints <- e.Entry.Text:
			default: // a hundred are enough
			}
		}
	})
}
