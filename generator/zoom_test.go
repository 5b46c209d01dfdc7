package main

import (
	"fmt"
	"slices"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	browserpage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// What each expression lists is what breaks its rule.
const (
	// clipped: text that its box hides, but for what is hidden from sight only.
	clipped = `[...document.querySelectorAll("body *")].filter(e => {
		if (!(e instanceof HTMLElement) || e.clientWidth <= 1 || e.clientHeight <= 1 || !e.textContent.trim()) return false;
		const s = getComputedStyle(e), hides = way => way === "hidden" || way === "clip";
		return hides(s.overflowX) && e.scrollWidth > e.clientWidth + 1 || hides(s.overflowY) && e.scrollHeight > e.clientHeight + 1;
	}).map(e => "clipped: " + e.outerHTML.slice(0, 100))`

	// tooLow: what is pressed and lower than 44 px, but for links inside a
	// text, which WCAG exempts.
	tooLow = `[...document.querySelectorAll("a, button, summary, select, input:not([type=hidden])")].filter(e => {
		const r = (e.closest("label") ?? e).getBoundingClientRect(); // a label is pressed for its box
		return r.width > 1 && r.height > 1 && r.height < 43.5 && !e.closest(".prose") && !e.matches(".ref, .skip");
	}).map(e => "lower than 44 px: " + e.getBoundingClientRect().height + " " + e.outerHTML.slice(0, 100))`

	// tight: lines of text closer than one and a half of its size, but for
	// figures set large.
	tight = `[...document.querySelectorAll("p, li, dd, td")].filter(e => {
		const s = getComputedStyle(e), says = [...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.trim());
		return says && e.checkVisibility() && parseFloat(s.fontSize) < 1.3 * parseFloat(getComputedStyle(document.documentElement).fontSize) && !(parseFloat(s.lineHeight) >= parseFloat(s.fontSize) * 1.495);
	}).map(e => "line height " + getComputedStyle(e).lineHeight + " of " + getComputedStyle(e).fontSize + ": " + e.outerHTML.slice(0, 100))`

	// unmarked: with the reader's own colours, what is pressed is told by its
	// border alone; and nothing keeps colours of ours.
	unmarked = `matchMedia("(forced-colors: active)").matches ? [...document.querySelectorAll("body *")].filter(e => {
		const s = getComputedStyle(e), box = e.matches("button, .button, select, input:not([type=hidden], [type=checkbox], [type=radio])");
		return e instanceof HTMLElement && (s.forcedColorAdjust === "none" || box && e.checkVisibility() && parseFloat(s.borderBottomWidth) < 1);
	}).map(e => "not seen in forced colours: " + e.outerHTML.slice(0, 100)) : ["colours are not forced"]`

	// moving: what moves although the reader wants no motion.
	moving = `matchMedia("(prefers-reduced-motion: reduce)").matches ? [...document.querySelectorAll("*")].flatMap(e => [null, "::before", "::after"].map(part => {
		const s = getComputedStyle(e, part);
		return s.scrollBehavior === "smooth" || s.animationName !== "none" || s.transitionDuration.split(", ").some(d => parseFloat(d) > 0) ?
			"moves: " + e.outerHTML.slice(0, 100) : "";
	})).filter(Boolean) : ["motion is not reduced"]`
)

// zooms are the windows of 1280 px that show pages larger: at 400 % such a one
// is as wide as the smallest phone.
var zooms = []struct {
	width int64
	scale float64
}{{640, 2}, {320, 4}}

// testZoom demands of every layout that it stays whole when enlarged, by the
// window or by the size of text that the reader has set, and that it can be
// pressed and read.
func testZoom(t *testing.T, r servedSite) {
	b := openTab(t, r.url)
	for _, look := range sampled(looksOf(r.name), 4) {
		for _, prefix := range languagePrefixes {
			b.open(prefix + look.path)
			for _, found := range b.enlarged() {
				t.Errorf("%s %s", prefix+look.path, found)
			}
		}
	}
}

// enlarged lists what breaks on the open page, and when: on windows from a small
// phone's to a desk's as it comes, in all else unfolded.
func (b *tab) enlarged() (out []string) {
	b.t.Helper()
	look := func(how string, rules ...string) {
		for _, rule := range rules {
			found := ask[[]string](b, rule)
			for _, one := range found[:min(5, len(found))] { // the rest is like them
				out = append(out, how+": "+one)
			}
		}
	}
	for _, width := range []int64{320, 390, 1280} {
		b.window(width)
		look(fmt.Sprintf("at %d px", width), tooWide)
	}
	ask[any](b, openAll)
	for _, zoom := range zooms {
		b.check("zoom", chromedp.Do(b.ctx, chromedp.EmulateViewport(zoom.width, 450, chromedp.EmulateScale(zoom.scale))))
		look(fmt.Sprintf("at %.0f %%", zoom.scale*100), tooWide, clipped)
	}
	b.window(390)
	look("unfolded at 390 px", tooWide, tooLow, tight)
	for _, standard := range []int64{22, 27} { // 16 is what browsers come with
		b.textSize(standard)
		want := float64(standard) * 18 / 16
		if got := ask[float64](b, `parseFloat(getComputedStyle(document.documentElement).fontSize)`); got < want-0.1 {
			out = append(out, fmt.Sprintf("text of %g px where the reader set %g", got, want))
		}
		look(fmt.Sprintf("with text of %g px", want), tooWide, clipped, tight)
	}
	b.textSize(16)
	b.media("forced-colors", "active")
	look("in forced colours", unmarked)
	b.media("prefers-reduced-motion", "reduce")
	look("with motion reduced", moving)
	return out
}

// textSize sets the size of text in px that the browser's settings have.
func (b *tab) textSize(standard int64) {
	b.t.Helper()
	_, err := chromedp.Call(b.ctx, browserpage.SetFontSizes, browserpage.SetFontSizesParams{FontSizes: &browserpage.FontSizes{Standard: standard}})
	b.check("set the size of text", err)
}

// media sets one feature that media queries ask for, and no other.
func (b *tab) media(feature, value string) {
	b.t.Helper()
	_, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: feature, Value: value}},
	})
	b.check("set "+feature, err)
}

// focused is what the keyboard has reached.
type focused struct {
	Element  string   // its markup; empty at the end of the page
	Problems []string // why the reader cannot see it
}

// whereFocus describes the element in focus, which must be seen whole, on top
// of others and outlined.
const whereFocus = `(() => {
	const e = document.activeElement, seen = (window.reached ??= new Set());
	if (!e || e === document.body || seen.has(e)) return {Element: "", Problems: []};
	seen.add(e);
	const s = getComputedStyle(e), r = e.getClientRects()[0] ?? e.getBoundingClientRect(), problems = [];
	const inside = r.height > innerHeight ? r.bottom > 0 && r.top < innerHeight : r.top >= -1 && r.bottom <= innerHeight + 1;
	if (!inside) problems.push("is out of sight at " + r.top + " to " + r.bottom);
	const y = Math.max(1, Math.min(innerHeight - 1, r.top + Math.min(r.height, innerHeight) / 2));
	const top = document.elementFromPoint(r.left + Math.min(r.width / 2, 20), y);
	if (inside && !(e.contains(top) || top?.contains(e))) problems.push("is covered by " + top?.outerHTML.slice(0, 80));
	if (s.outlineStyle === "none" || parseFloat(s.outlineWidth) < 2) problems.push("has no outline");
	return {Element: e.outerHTML.slice(0, 100), Problems: problems};
})()`

// unreached lists what can be pressed and was never in focus; of a group of
// radio buttons one is enough.
const unreached = `[...document.querySelectorAll("a[href], button, summary, select, textarea, input:not([type=hidden]), [tabindex='0']")].filter(e =>
	e.checkVisibility({visibilityProperty: true}) && !e.disabled && e.type !== "radio" && e.tabIndex >= 0 && !window.reached.has(e)).map(e => e.outerHTML.slice(0, 100))`

// TestFocus goes through pages by the Tab key alone: all that can be pressed is
// reached, and seen when it is.
func TestFocus(t *testing.T) {
	b := openTab(t, servedContent(t))
	b.media("prefers-reduced-motion", "reduce") // or the page were still scrolling
	for _, width := range []int64{390, 1280} {
		b.window(width)
		for _, name := range []string{"home", "policy", "search"} {
			at := slices.IndexFunc(looks, func(l look) bool { return l.name == name })
			b.open(looks[at].path)
			for _, found := range b.tabThrough() {
				t.Errorf("%s at %d px: %s", name, width, found)
			}
		}
	}
}

// tabThrough presses Tab to the end of the open page.
func (b *tab) tabThrough() (out []string) {
	b.t.Helper()
	const most = 1000 // focus that goes round in a circle ends, too
	for range most {
		b.key("\t")
		at := ask[focused](b, whereFocus)
		if at.Element == "" {
			break
		}
		for _, problem := range at.Problems {
			out = append(out, at.Element+" "+problem)
		}
	}
	for _, e := range ask[[]string](b, unreached) {
		out = append(out, e+" is not reached")
	}
	return out
}

func (b *tab) key(keys string) {
	b.t.Helper()
	b.check("press a key", chromedp.Do(b.ctx, chromedp.KeyEvent(keys)))
}

// TestSkipLink: the first Tab shows the way past the header, and Enter goes it.
func TestSkipLink(t *testing.T) {
	b := openTab(t, servedContent(t))
	b.open("/")
	b.key("\t")
	if !ask[bool](b, `document.activeElement.matches(".skip") && document.activeElement.getBoundingClientRect().top >= 0`) {
		t.Fatal("the first Tab shows no skip link")
	}
	b.key("\r")
	b.key("\t")
	if !ask[bool](b, `document.querySelector("main").contains(document.activeElement) && location.hash === "#main"`) {
		t.Error("behind the skip link comes " + ask[string](b, "document.activeElement.outerHTML"))
	}
}
