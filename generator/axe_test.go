package main

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// toolFile is a file of testdata/tools, where npm puts the tools of these
// tests; without it the test is skipped.
func toolFile(t *testing.T, name string) string {
	t.Helper()
	file, err := filepath.Abs(filepath.Join("testdata", "tools", filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(file); err == nil {
		return file
	}
	const missing = "no tools: npm ci --ignore-scripts in generator/testdata/tools gets them"
	if os.Getenv("ANJU_REQUIRE_BROWSER") == "1" {
		t.Fatal(missing)
	}
	t.Skip("skipped: " + missing)
	return ""
}

// axeRun is the script that runs axe-core on a page: the rules of WCAG 2.2 up
// to level AA, and what its authors hold for good practice.
const axeRun = `axe.run(document, {
	resultTypes: ["violations"],
	runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}).then(found => found.violations.flatMap(v => v.nodes.map(n => v.id + " at " + n.target.join(" ") + ": " + n.html.slice(0, 160) + " " +
	n.any.concat(n.all, n.none).map(c => c.message).join("; "))))`

// openAll opens what is folded, so that nothing is hidden from the rules.
const openAll = `document.querySelectorAll("details").forEach(d => { d.removeAttribute("name"); d.open = true })`

// await evaluates an expression whose value is promised.
func await[T any](b *tab, expression string) T {
	b.t.Helper()
	v, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	b.check("await "+expression, err)
	return v
}

// loadAxe brings axe-core to the open page as a developer's console would: the
// page's policy lets no text in.
func (b *tab) loadAxe(source []byte) {
	b.t.Helper()
	_, err := chromedp.Call(b.ctx, runtime.Evaluate, runtime.EvaluateParams{Expression: string(source)})
	b.check("load axe-core", err)
}

// axeSource is the text of axe-core.
func axeSource(t *testing.T) []byte {
	t.Helper()
	source, err := os.ReadFile(toolFile(t, "node_modules/axe-core/axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	return source
}

// axeView is how axe-core sees a page.
type axeView struct {
	scheme string
	width  int64
}

// axeViews are two views of a page, as different as can be. A layout has both
// pairs, each in one of the languages, so that every scheme meets every width
// and every language.
var axeViews = [][]axeView{
	{{"light", 390}, {"dark", 1280}},
	{{"light", 1280}, {"dark", 390}},
}

// testAxe runs all rules of axe-core on every layout in both languages, narrow
// and wide, light as it comes and dark with all unfolded.
func testAxe(t *testing.T, r servedSite) {
	source, b := axeSource(t), openTabFor(t, r.url, 15*time.Minute)
	for i, look := range sampled(looksOf(r.name), 3) {
		for j, prefix := range languagePrefixes {
			b.open(prefix + look.path)
			b.loadAxe(source)
			for _, view := range axeViews[(i+j)%len(axeViews)] {
				if view.scheme == "dark" {
					ask[any](b, openAll)
				}
				b.axe(prefix+look.path, view.scheme, view.width)
			}
		}
	}
}

// axe runs axe-core on the open page.
func (b *tab) axe(path, scheme string, width int64) {
	b.t.Helper()
	b.colours(scheme)
	b.window(width)
	for _, found := range await[[]string](b, axeRun) {
		b.t.Errorf("%s at %d px, %s: %s", path, width, scheme, found)
	}
}
