package main

import (
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
)

// servedSite is a site that was built and is being served.
type servedSite struct {
	name string // of sites
	dir  string
	url  string // without a slash at the end
}

// gates are what the pages of both sites must pass. Each looks at all under
// ANJU_FULL=1 and at a sample otherwise.
var gates = []struct {
	name string
	test func(*testing.T, servedSite)
}{
	{"axe", testAxe},
	{"markup", testMarkup},
	{"weight", testWeight},
	{"zoom", testZoom},
	{"quiet", testQuiet},
}

func TestGates(t *testing.T) {
	for _, site := range sites {
		t.Run(site.name, func(t *testing.T) {
			t.Parallel() // two tabs at once
			dir := built(t, site.source)
			r := servedSite{site.name, dir, serveRelease(t, dir)}
			for _, gate := range gates {
				t.Run(gate.name, func(t *testing.T) { gate.test(t, r) })
			}
		})
	}
}

// badPage breaks each rule of the browser's gates at least once: a picture
// without alternative text, a line that leaves the window, text that is cut,
// lines too close, a small link, motion, a moving paragraph, a style of another
// site, a bright text, and an element whose focus nobody sees.
const badPage = `<!doctype html><html lang="en"><head><title>Bad</title><link rel="stylesheet" href="http://127.0.0.1:1/other.css">
<style>
* { transition: color 1s } h1 { forced-color-adjust: none } a:focus { outline: none } button { border: 0 }
p { line-height: 1.2; width: 900px } .cut { width: 40px; overflow: hidden; white-space: nowrap }
</style></head><body>
<h1 id="h">Bad</h1><img src="/missing.svg"><p>A line of text<br><a href="/a">a</a></p><div class="cut">Text that does not fit into its box</div>
<button>b</button><p style="color: #ddd">pale</p><a href="/b" tabindex="-1">b</a><div tabindex="0">c</div>
<script>requestAnimationFrame(() => requestAnimationFrame(() => { h.style.marginTop = "300px"; console.error("bad") }))</script></body></html>`

// TestGatesCatch shows that each rule of the gates can fail.
func TestGatesCatch(t *testing.T) {
	source := axeSource(t)
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/" {
			http.NotFound(w, r)
			return
		}
		_, _ = w.Write([]byte(badPage)) // the browser is the test's own
	}))
	defer site.Close()
	b := openTab(t, site.URL)
	b.window(390)
	found := b.weighPage("/", b.requests(), scales{}).complaints()
	found = append(found, await[[]string](b, shifts)...)
	found = append(found, b.complained()...)
	found = append(found, b.enlarged()...)
	b.loadAxe(source)
	found = append(found, await[[]string](b, axeRun)...)
	b.open("/")
	found = append(found, b.tabThrough()...)
	all := strings.Join(found, "\n")
	for rule, sign := range map[string]string{
		"foreign requests": "it asks for http://127.0.0.1:1/other.css", "layout shift": " by <body>", "console": "console.error",
		"missing files": "missing.svg", "sideways": "at 400 %: <p", "clipped text": "clipped: <div", "line height": "line height", "targets": "lower than 44 px",
		"own colours": "not seen in forced colours: <h1", "borders": "not seen in forced colours: <button", "motion": "moves: <html",
		"axe: alternatives": "image-alt", "axe: contrast": "color-contrast", "focus": "has no outline",
	} {
		if !strings.Contains(all, sign) {
			t.Errorf("%s: nobody complains of %q", rule, sign)
		}
	}
	if os.Getenv("ANJU_FULL") == "1" {
		t.Log(all)
	}
}
