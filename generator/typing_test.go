package main

import (
	"context"
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	protocol "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// reins let a test hold what a page waits for: time stands until pass(), and a
// request, while held is set, until let(). asked are the requests so far.
const reins = `{
	const due = new Map();
	let last = 0;
	window.setTimeout = f => { due.set(++last, f); return last; };
	window.clearTimeout = id => due.delete(id);
	window.waiting = () => due.size;
	window.pass = () => { const now = [...due.values()]; due.clear(); now.forEach(f => f()); return now.length; };
	const real = window.fetch;
	window.asked = [];
	window.held = false;
	window.fetch = async (url, options) => {
		const request = { url: decodeURIComponent(String(url)), aborted: false };
		asked.push(request);
		options.signal.addEventListener("abort", () => { request.aborted = true; });
		if (held) await new Promise((go, stop) => {
			request.let = go;
			options.signal.addEventListener("abort", () => stop(options.signal.reason));
		});
		if (window.broken) return broken();
		return real(url, options);
	};
}`

// scripted opens a tab whose time and requests the test holds.
func scripted(t *testing.T, site string) *tab {
	t.Helper()
	b := openTab(t, site)
	_, err := chromedp.Call(b.ctx, protocol.AddScriptToEvaluateOnNewDocument, protocol.AddScriptToEvaluateOnNewDocumentParams{Source: reins})
	b.check("hold the reins", err)
	return b
}

func (b *tab) keys(keys string, modifiers ...chromedp.Modifier) {
	b.t.Helper()
	b.check("press keys", chromedp.Do(b.ctx, chromedp.KeyEvent(keys, chromedp.KeyModifiers(modifiers...))))
}

// enter and slash press a key as one event: what is done with it decides whether
// it types something, or sends a form.
var (
	enter = pressing(input.DispatchKeyEventParams{Key: "Enter", Code: "Enter", Text: "\r", WindowsVirtualKeyCode: '\r'})
	slash = pressing(input.DispatchKeyEventParams{Key: "/", Code: "Slash", Text: "/"})
)

func pressing(key input.DispatchKeyEventParams) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		key.Type = "keyDown"
		_, err := cdp.Call(ctx, t, input.DispatchKeyEvent, key)
		return err
	})
}

func (b *tab) stroke(key chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	b.check("press a key", chromedp.Do(b.ctx, key))
}

// until waits for an expression to become true, looking at every frame.
func (b *tab) until(expression string) {
	b.t.Helper()
	promise := fmt.Sprintf(`new Promise(done => { const look = () => (%s) ? done(true) : requestAnimationFrame(look); look(); })`, expression)
	await[bool](b, promise)
}

// is demands that an expression is true.
func (b *tab) is(expression string) {
	b.t.Helper()
	if !ask[bool](b, expression) {
		b.t.Errorf("on %s not so: %s", b.path(), expression)
	}
}

// leave does what leads to another page, and waits for it, be it new or kept by
// the browser.
func (b *tab) leave(step chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	_, err := chromedp.Run(b.ctx, chromedp.WaitEvent(protocol.FrameNavigated, nil, step))
	b.check("go to another page", err)
	b.until(`document.readyState === "complete"`)
}

// question puts a text into the field as if typed at once.
func (b *tab) question(text string) {
	b.t.Helper()
	ask[bool](b, fmt.Sprintf(`(q => { q.focus(); q.value = %q; return q.dispatchEvent(new InputEvent("input", {bubbles: true})); })(document.querySelector("input[type=search]"))`, text))
}

// find types a question on the search page and waits for its answer.
func (b *tab) find(text string) {
	b.t.Helper()
	b.question(text)
	b.is(`pass() === 1`)
	b.until(fmt.Sprintf(`new URLSearchParams(location.search).get("q") === %q && !answer.ariaBusy && document.querySelector("#count")`, text))
}

// TestTyping types into pages of the site as it is served.
func TestTyping(t *testing.T) {
	site := servedContent(t)
	for name, test := range map[string]func(*tab){
		"results while typing":  typeResults,
		"an older answer":       typeFaster,
		"no answer at all":      typeForNothing,
		"content named answer":  typeBesideAnswer,
		"back and forward":      backAndForward,
		"typing after Back":     typeAfterBack,
		"way of a person":       wayOfPerson,
		"list and older answer": completeFaster,
		"no end of composing":   composeWithoutEnd,
		"slash turned off":      slashOff,
		"input method":          compose,
		"input method on home":  composeAtHome,
		"no service":            typeInVain,
		"facets and the way":    turnLinks,
		"completions":           completions,
		"last searches":         lastSearches,
		"storage refused":       storageRefused,
		"shortcuts":             shortcuts,
		"no field in sight":     shortcutOnPhone,
		"the words found":       landOnWords,
		"English":               typeEnglish,
		"links as chats add to": typeAfterChat,
	} {
		t.Run(name, func(t *testing.T) {
			b := scripted(t, site)
			test(b)
			b.quiet()
		})
	}
}

// typeResults: keys in a row are one request, and the page, its address, its
// title and its links to other languages follow.
func typeResults(b *tab) {
	b.open("/search/")
	b.is(`(window.mark = true)`)
	ask[bool](b, `(q.focus(), true)`)
	b.keys("zufang")
	b.is(`waiting() === 1 && asked.length === 0 && location.search === ""`)
	b.find("人才公寓")
	b.is(`asked.length === 1 && asked[0].url.endsWith("/search?q=人才公寓&fragment=results")`)
	b.is(`window.mark && document.title.startsWith("“人才公寓”") && document.activeElement === q`)
	b.is(`document.querySelector("[role=status]").textContent === document.querySelector("#count").textContent`)
	b.is(`document.querySelector("header a[hreflang=en]").search === location.search`)
	b.is(`q.ariaExpanded === "false" && document.querySelector(".combo").hidden`)
	if got := b.path(); got != "/search?q=人才公寓" {
		b.t.Errorf("the address is %s", got)
	}
	b.stroke(enter)
	b.until(`document.activeElement.id === "count"`)
	b.is(`window.mark && history.length === 3`)
	b.question("")
	b.is(`pass() === 1`)
	b.until(`location.pathname === "/search/" && !document.querySelector("#count")`)
	b.find("补贴") // goes on in the same entry, which was not sent off
	b.is(`history.length === 4`)
	ask[bool](b, `(history.back(), true)`)
	b.until(`q.value === "人才公寓" && document.title.startsWith("“人才公寓”")`)
	b.is(`window.mark`)
}

// typeFaster: a request is called off by the next; what is seen stays until
// there is something newer.
func typeFaster(b *tab) {
	b.open("/search?q=" + "补贴")
	b.is(`(held = true) && (window.before = document.querySelector("#count"))  !== null`)
	b.question("人才")
	b.is(`pass() === 1`)
	b.until(`asked.length === 1 && answer.ariaBusy === "true"`)
	b.is(`before.isConnected && location.search !== "?q=" + encodeURIComponent("人才")`)
	b.question("人才公寓")
	b.is(`pass() === 1 && asked.length === 2 && asked[0].aborted && !asked[1].aborted && before.isConnected`)
	ask[bool](b, `(asked[1].let(), true)`)
	b.until(`!before.isConnected && !answer.ariaBusy`)
	if got := b.path(); got != "/search?q=人才公寓" {
		b.t.Errorf("the address is %s", got)
	}
}

// typeEnglish: what the script says and asks is in the language of the page.
func typeEnglish(b *tab) {
	b.open("/en/search/")
	b.find("rent")
	b.is(`asked[0].url.includes("/en/search?q=rent&fragment=results") && document.querySelector(".hits a").pathname.startsWith("/en/")`)
	b.open("/en/")
	b.question("rent")
	b.is(`pass() === 1`)
	b.until(`q.ariaExpanded === "true"`)
	b.is(`document.querySelector("[role=status]").textContent.includes("to choose from")`)
}

// typeAfterChat: what a chat has added to an address goes no further.
func typeAfterChat(b *tab) {
	b.open("/search?q=补贴&from=timeline&isappinstalled=0&fragment=none")
	b.find("人才公寓")
	if got := b.path(); got != "/search?q=人才公寓" {
		b.t.Errorf("the address is %s", got)
	}
}

// TestTypingAxe holds the open list, of completions and of the last searches,
// and results that came while typing against the rules of accessibility.
func TestTypingAxe(t *testing.T) {
	source := axeSource(t)
	b := openTab(t, served(t, "testdata/demo"))
	judge := func(state string) {
		t.Helper()
		b.loadAxe(source)
		for _, v := range await[[]string](b, axeRun) {
			t.Errorf("%s: %s", state, v)
		}
	}
	b.open("/")
	b.question("人才")
	b.until(`q.ariaExpanded === "true"`)
	b.keys(kb.ArrowDown)
	judge("completions")
	b.keys(kb.Escape)
	judge("closed")
	b.leave(enter)
	b.question("")
	b.until(`location.pathname === "/search/"`)
	b.keys(kb.ArrowDown)
	b.until(`q.ariaExpanded === "true"`)
	judge("last searches")
	b.question("租房")
	b.until(`document.querySelector("#count") && !answer.ariaBusy`)
	judge("results")
	b.quiet()
}
