package main

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// The most that a page may weigh, in bytes as gzip at level 6 sends them:
// quality.md R3.
const (
	mostText   = 40_000 // the page with its styles
	mostScript = 8_000
)

// weight is what a browser fetched for a page, in bytes as gzip sends them.
type weight struct {
	path                 string
	text, script, images int
	fonts, foreign       []string // addresses that no page may ask for
}

// requests hears what a tab asks for.
type requests struct {
	mu  sync.Mutex
	all []*network.EventRequestWillBeSent // mu protects them
}

func (b *tab) requests() *requests {
	b.t.Helper()
	r := &requests{}
	b.check("listen", chromedp.Listen(b.ctx, func(event any) {
		if e, ok := event.(*network.EventRequestWillBeSent); ok {
			r.mu.Lock()
			defer r.mu.Unlock()
			r.all = append(r.all, e)
		}
	}))
	return r
}

// take returns what was asked for since it was called last.
func (r *requests) take() []*network.EventRequestWillBeSent {
	r.mu.Lock()
	defer r.mu.Unlock()
	all := r.all
	r.all = nil
	return all
}

// scales weighs files, each once.
type scales map[string]int

func (s scales) weigh(t *testing.T, address string) int {
	t.Helper()
	if n, known := s[address]; known {
		return n
	}
	answer, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	var sent bytes.Buffer
	z, _ := gzip.NewWriterLevel(&sent, 6) // 6 is a level
	if _, err := io.Copy(z, answer.Body); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	s[address] = sent.Len()
	return sent.Len()
}

// weighPage opens a page and weighs all that the browser fetched for it, down
// to its end.
func (b *tab) weighPage(path string, asked *requests, s scales) weight {
	b.t.Helper()
	asked.take()
	b.open(path)
	await[any](b, readThrough)
	w := weight{path: path}
	for _, e := range asked.take() {
		address := e.Request.URL
		switch {
		case strings.HasPrefix(address, "data:"):
		case !strings.HasPrefix(address, b.site+"/"):
			w.foreign = append(w.foreign, address)
		case e.Type == network.ResourceTypeFont:
			w.fonts = append(w.fonts, address)
		case e.Type == network.ResourceTypeDocument || e.Type == network.ResourceTypeStylesheet:
			w.text += s.weigh(b.t, address)
		case e.Type == network.ResourceTypeImage || strings.HasSuffix(address, ".svg"): // the icons are of no type
			w.images += s.weigh(b.t, address)
		default: // scripts, and what they fetch
			w.script += s.weigh(b.t, address)
		}
	}
	return w
}

// complaints are what is wrong with a weight.
func (w weight) complaints() (out []string) {
	if w.text > mostText {
		out = append(out, fmt.Sprintf("page and style weigh %d bytes, more than %d", w.text, mostText))
	}
	if w.script > mostScript {
		out = append(out, fmt.Sprintf("scripts weigh %d bytes, more than %d", w.script, mostScript))
	}
	for _, address := range slices.Concat(w.fonts, w.foreign) {
		out = append(out, "it asks for "+address)
	}
	return out
}

// readThrough scrolls to the end window by window, and waits for the pictures
// that come into sight; shifts lists what moved by then without the reader's doing.
// A page that comes in pieces on a busy machine is painted before it is whole, and
// its foot then moves a little (0.02 was seen): what has no size moves far more.
const (
	readThrough = `(async () => {
	const frame = () => new Promise(done => requestAnimationFrame(done));
	await document.fonts.ready;
	for (let y = 0; ; y += innerHeight) {
		scrollTo({top: y, behavior: "instant"});
		await frame();
		await Promise.all([...document.images].filter(i => i.getBoundingClientRect().top < innerHeight).map(i => i.decode().catch(() => 0)));
		await frame();
		if (y >= document.documentElement.scrollHeight) break;
	}
})()`
	shifts = `(async () => {
	const seen = [], observer = new PerformanceObserver(list => seen.push(...list.getEntries()));
	observer.observe({type: "layout-shift", buffered: true});
	await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
	seen.push(...observer.takeRecords());
	return seen.filter(s => s.value > 0.05).map(s => s.value.toFixed(4) + " by " + s.sources.map(x => x.node?.outerHTML?.slice(0, 80)).join(", "));
})()`
)

// testWeight weighs every layout, and demands that nothing moves while a page
// is fetched and read.
func testWeight(t *testing.T, r servedSite) {
	b, s, all := openTab(t, r.url), scales{}, []weight{}
	b.window(390)
	asked := b.requests()
	for _, look := range sampled(looksOf(r.name), 4) {
		for _, prefix := range languagePrefixes {
			w := b.weighPage(prefix+look.path, asked, s)
			for _, complaint := range append(w.complaints(), await[[]string](b, shifts)...) {
				t.Errorf("%s: %s", w.path, complaint)
			}
			all = append(all, w)
		}
	}
	slices.SortFunc(all, func(a, b weight) int { return cmp.Compare(b.text, a.text) })
	for _, w := range all[:min(10, len(all))] {
		t.Logf("%6d text %6d script %7d images  %s", w.text, w.script, w.images, w.path)
	}
}
