package main

import (
	"context"
	"fmt"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// browser is the Chromium that the tests share. It starts with the first tab.
var browser = sync.OnceValues(func() (context.Context, context.CancelFunc) {
	opts := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(chromiumPath()),
		chromedp.NoSandbox, chromedp.DisableGPU, chromedp.WindowSize(1280, 900),
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true))
	ctx, cancelAllocator := chromedp.NewExecAllocator(context.Background(), opts...)
	ctx, cancel := chromedp.NewContext(ctx)
	return ctx, func() { cancel(); cancelAllocator() }
})

// startBrowser starts the browser that the tests share.
var startBrowser = sync.OnceValue(func() error {
	ctx, _ := browser()
	return chromedp.Do(ctx)
})

// tab is a page of a browser that looks at a site.
type tab struct {
	t    *testing.T
	ctx  context.Context
	site string // its address, without a slash at the end

	mu         sync.Mutex
	complaints []string // of the browser, and requests that leave the site; mu protects them
}

// openTab opens a tab of the browser on a site, or skips the test where there
// is none. What it stores is its own.
func openTab(t *testing.T, site string) *tab {
	t.Helper()
	return openTabFor(t, site, 5*time.Minute)
}

// openTabFor is openTab with the time after which the test hangs.
func openTabFor(t *testing.T, site string, limit time.Duration) *tab {
	t.Helper()
	chromium(t)
	if err := startBrowser(); err != nil {
		t.Fatal(err)
	}
	ctx, _ := browser()
	ctx, cancel := chromedp.NewContext(ctx, chromedp.WithNewBrowserContext())
	ctx, cancelTimeout := context.WithTimeout(ctx, limit)
	t.Cleanup(func() { cancelTimeout(); cancel() })
	b := &tab{t: t, ctx: ctx, site: site}
	b.check("open a tab", chromedp.Listen(ctx, b.hear))
	_, err := chromedp.Call(ctx, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
	b.check("focus the tab", err) // as if no other tab were open
	return b
}

// chromiumPath is the program; "" for none.
func chromiumPath() string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// chromium is the program, without which the test is skipped.
func chromium(t *testing.T) string {
	t.Helper()
	if path := chromiumPath(); path != "" {
		return path
	}
	if os.Getenv("ANJU_REQUIRE_BROWSER") == "1" {
		t.Fatal("no Chromium")
	}
	t.Skip("skipped: no Chromium")
	return ""
}

// hear collects what a reader must not meet: what the console says, such as
// what the content security policy refused, and requests to others.
func (b *tab) hear(event any) {
	var complaint string
	switch e := event.(type) {
	case *log.EventEntryAdded:
		if !strings.HasSuffix(e.Entry.URL, missing) { // a page that is not there is to be answered with 404
			complaint = e.Entry.Text + " " + e.Entry.URL
		}
	case *runtime.EventConsoleAPICalled:
		complaint = "console." + string(e.Type)
	case *runtime.EventExceptionThrown:
		complaint = e.ExceptionDetails.Text
	case *network.EventRequestWillBeSent:
		if !strings.HasPrefix(e.Request.URL, b.site+"/") {
			complaint = "request to " + e.Request.URL
		}
	}
	if complaint != "" {
		b.mu.Lock()
		defer b.mu.Unlock()
		b.complaints = append(b.complaints, complaint)
	}
}

func (b *tab) check(doing string, err error) {
	b.t.Helper()
	if err != nil {
		b.t.Fatalf("%s: %v", doing, err)
	}
}

func (b *tab) open(path string) {
	b.t.Helper()
	b.check("open "+path, chromedp.Do(b.ctx, chromedp.Navigate(b.site+path)))
}

// press clicks on what a selector finds first, and waits for the page that
// comes of it.
func (b *tab) press(selector string) {
	b.t.Helper()
	_, err := chromedp.RunResponse(b.ctx, chromedp.Click(chromedp.CSS(selector)))
	b.check("press "+selector, err)
}

// ask evaluates an expression on the page.
func ask[T any](b *tab, expression string) T {
	b.t.Helper()
	v, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression))
	b.check("ask "+expression, err)
	return v
}

func (b *tab) count(selector string) int {
	b.t.Helper()
	return ask[int](b, fmt.Sprintf("document.querySelectorAll(%q).length", selector))
}

// path is the present address within the site, without percent signs.
func (b *tab) path() string {
	b.t.Helper()
	return ask[string](b, "decodeURIComponent(location.pathname + location.search)")
}

// quiet demands that the browser had nothing to complain about.
func (b *tab) quiet() {
	b.t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, c := range b.complaints {
		b.t.Errorf("the browser complains: %s", c)
	}
}

func (b *tab) window(width int64) {
	b.t.Helper()
	b.check("size the window", chromedp.Do(b.ctx, chromedp.EmulateViewport(width, 900)))
}

// servedContent serves the real content.
func servedContent(t *testing.T) string {
	t.Helper()
	return served(t, "..")
}

// served is the address of one of sites, served with its search.
func served(t *testing.T, source string) string {
	t.Helper()
	chromium(t) // a test that will be skipped needs no release
	return serveRelease(t, built(t, source))
}

// serveRelease is the address at which a release is served until the test ends.
func serveRelease(t *testing.T, dir string) string {
	t.Helper()
	site := httptest.NewServer(openRelease(t, dir).Handler())
	t.Cleanup(site.Close)
	return site.URL
}

// TestReaderWithoutScript goes the way of a reader whose browser runs no
// scripts: from the home page to a hit, through a facet and out of it, into
// English and back.
func TestReaderWithoutScript(t *testing.T) {
	b := openTab(t, servedContent(t))
	_, err := chromedp.Call(b.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	b.check("switch scripts off", err)
	b.open("/")
	_, err = chromedp.RunResponse(b.ctx, chromedp.SendKeys(chromedp.CSS("main #q"), "人才公寓\r"))
	b.check("search", err)
	if got := b.path(); got != "/search?q=人才公寓" {
		t.Fatalf("the search box leads to %s", got)
	}
	all := b.count(".hits > li")
	if all == 0 || b.count(".hits mark") == 0 {
		t.Fatalf("%d hits, %d marks", all, b.count(".hits mark"))
	}
	b.openFirstHit()
	b.narrow()
	b.switchLanguage()
	b.quiet()
}

func (b *tab) openFirstHit() {
	b.t.Helper()
	const first = ".hits > li h3 a"
	title := ask[string](b, fmt.Sprintf("document.querySelector(%q).textContent", first))
	b.press(first)
	if got := ask[string](b, `document.querySelector("h1").textContent`); got != title {
		b.t.Errorf("the hit %q leads to %q", title, got)
	}
	b.open("/search?q=" + url.QueryEscape("人才公寓"))
}

// narrow follows a facet of the results, checks its count, and takes it off.
func (b *tab) narrow() {
	b.t.Helper()
	all := ask[string](b, `document.querySelector(".count").textContent`)
	b.check("open the facet", chromedp.Do(b.ctx, chromedp.Click(chromedp.CSS(".facet summary"))))
	const value = ".facet[open] li a"
	promised := ask[string](b, fmt.Sprintf("document.querySelector(%q + ' .number').textContent", value))
	b.press(value)
	if got := ask[string](b, `document.querySelector(".count").textContent`); !strings.Contains(got, promised) {
		b.t.Errorf("the facet promises %s, the page says %q", promised, got)
	}
	if b.count(".chips a") == 0 {
		b.t.Fatal("the filter in force is not shown")
	}
	b.press(".chips a")
	if got := ask[string](b, `document.querySelector(".count").textContent`); got != all || b.count(".chips a") != 0 {
		b.t.Errorf("without the filter the page says %q, want %q", got, all)
	}
}

func (b *tab) switchLanguage() {
	b.t.Helper()
	b.press("header a[hreflang=en]")
	if got := b.path(); got != "/en/search?q=人才公寓" || ask[string](b, "document.documentElement.lang") != "en" {
		b.t.Errorf("English leads to %s", got)
	}
	if b.count(".hits > li") == 0 {
		b.t.Error("the English page has no hits")
	}
	b.press("header a[hreflang=zh-Hans]")
	if got := b.path(); got != "/search?q=人才公寓" {
		b.t.Errorf("Chinese leads to %s", got)
	}
}

// tooWide lists what reaches beyond the window.
const tooWide = `document.documentElement.scrollWidth <= innerWidth ? [] :
	[...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 80))`
