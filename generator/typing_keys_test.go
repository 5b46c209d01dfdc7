package main

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// option is the text of the option that Enter would follow; "" for none.
func (b *tab) option() string {
	b.t.Helper()
	return ask[string](b, `document.getElementById(document.querySelector("input[type=search]").getAttribute("aria-activedescendant"))?.firstChild.textContent ?? ""`)
}

// touch clicks on what a selector finds, and stays on the page.
func (b *tab) touch(selector string) {
	b.t.Helper()
	b.check("touch "+selector, chromedp.Do(b.ctx, chromedp.Click(chromedp.CSS(selector))))
}

// completions walks through the list under the field of the home page and of
// another, which keeps the focus all the time.
func completions(b *tab) {
	b.open("/")
	b.question("人才")
	b.is(`pass() === 1`)
	b.until(`q.ariaExpanded === "true"`)
	b.is(`q.role === "combobox" && document.getElementById(q.getAttribute("aria-controls")).role === "listbox" && options.children.length > 2`)
	b.is(`document.querySelector("[role=status]").textContent.startsWith(options.children.length)`)
	b.is(`[...options.children].every(o => o.getBoundingClientRect().height >= 44 && o.role === "option" && o.id)`)
	b.keys(kb.ArrowDown)
	first := b.option()
	b.keys(kb.ArrowDown + kb.ArrowUp)
	if b.option() != first || first == "" {
		b.t.Errorf("down, down and up again lead to %q, not to %q", b.option(), first)
	}
	b.keys(kb.ArrowUp)
	if got := b.option(); got != "" {
		b.t.Errorf("above the first option stands %q, not the field", got)
	}
	b.keys(kb.ArrowUp)
	b.is(`document.querySelector("[aria-selected=true]") === options.lastElementChild && document.activeElement === q`)
	b.keys(kb.Escape)
	b.is(`q.ariaExpanded === "false" && !q.hasAttribute("aria-activedescendant") && q.value === "人才"`)
	b.keys(kb.Escape)
	b.is(`q.value === "" && waiting() === 1`)
	b.question("人才")
	b.keys(kb.ArrowDown)
	b.until(`q.ariaExpanded === "true"`)
	b.keys(kb.Tab)
	b.is(`q.ariaExpanded === "false" && document.activeElement !== q`)
	b.followOption()
	b.completeOnSearchPage()
}

// followOption goes to what an option names, by the keys and by the mouse.
func (b *tab) followOption() {
	b.t.Helper()
	b.open("/policies/")
	for _, follow := range []chromedp.Action[chromedp.Void]{enter, chromedp.Click(chromedp.CSS("[aria-selected=true]"))} {
		b.question("人才")
		b.keys(kb.ArrowDown)
		b.until(`document.querySelector("[aria-selected=true]")`)
		want := ask[string](b, `document.querySelector("[aria-selected=true]").href`)
		b.leave(follow)
		if got := ask[string](b, `location.href`); got != want {
			b.t.Errorf("the option leads to %s, not to %s", got, want)
		}
		b.open("/policies/")
	}
}

// completeOnSearchPage: there the list comes when it is asked for, so that it
// never covers results.
func (b *tab) completeOnSearchPage() {
	b.t.Helper()
	b.open("/search/")
	b.find("人才")
	b.is(`document.querySelector(".combo").hidden`)
	b.keys(kb.ArrowDown)
	b.until(`q.ariaExpanded === "true" && q.hasAttribute("aria-activedescendant")`)
	b.keys("x")
	b.is(`q.ariaExpanded === "false"`)
}

// lastSearches: what was asked for is offered where the field is empty, newest
// first, at most five, until it is cleared.
func lastSearches(b *tab) {
	for _, text := range []string{"一", "二", "三", "四", "五", "二", "六"} {
		b.open("/")
		b.question(text)
		b.leave(enter)
	}
	b.open("/")
	b.touch("#q")
	b.until(`q.ariaExpanded === "true"`)
	if got := ask[string](b, `[...options.children].map(o => o.textContent).join()`); got != "六,二,五,四,三,清除最近搜过的词" {
		b.t.Errorf("the last searches are %s", got)
	}
	b.is(`asked.length === 0 && options.ariaLabel === document.querySelector(".combo-title").textContent`)
	b.keys(kb.ArrowDown + kb.ArrowDown)
	b.leave(enter)
	if got := b.path(); got != "/search?q=二" {
		b.t.Errorf("the second leads to %s", got)
	}
	b.question("")
	b.keys(kb.ArrowDown)
	b.until(`q.ariaExpanded === "true"`)
	b.keys(kb.ArrowUp + kb.ArrowUp)
	b.is(`document.querySelector("[aria-selected=true]").tagName === "BUTTON"`)
	b.stroke(enter)
	b.is(`q.ariaExpanded === "false" && document.activeElement === q && localStorage.getItem("anju.recent") === "[]"`)
	b.keys(kb.Escape)
	b.open("/search/")
	b.touch("#q")
	b.is(`document.querySelector(".combo").hidden`)
}

// storageRefused: a device that keeps nothing is none the worse.
func storageRefused(b *tab) {
	b.open("/")
	b.is(`delete window.localStorage && (Object.defineProperty(window, "localStorage", {get() { throw new DOMException("no"); }}), true)`)
	b.touch("#q")
	b.question("人才公寓")
	b.leave(enter)
	if got := b.path(); got != "/search?q=人才公寓" {
		b.t.Errorf("Enter leads to %s", got)
	}
}

// shortcuts lead to the field from anywhere but a field.
func shortcuts(b *tab) {
	b.open("/policies/")
	const field = `document.activeElement === document.getElementById("top-q")`
	b.stroke(slash)
	b.is(field + ` && document.activeElement.value === ""`)
	b.stroke(slash)
	b.is(field + ` && document.activeElement.value === "/"`)
	for _, modifier := range []chromedp.Modifier{chromedp.ModifierCtrl, chromedp.ModifierMeta} {
		ask[bool](b, `(document.activeElement.blur(), true)`)
		b.keys("k", modifier)
		b.is(field)
	}
	ask[bool](b, `(document.activeElement.blur(), true)`)
	b.keys("k")
	b.is(`document.activeElement === document.body`)
}

// shortcutOnPhone: where the field of the page is hidden, to the page that has
// one.
func shortcutOnPhone(b *tab) {
	b.window(390)
	b.open("/policies/")
	b.leave(slash)
	b.is(`location.pathname === "/search/" && document.activeElement === q`)
}

// turnLinks: facets, chips and pages come into the page; open groups stay open,
// the focus stays where it was, and Back leads to what was.
func turnLinks(b *tab) {
	b.window(390)
	b.open("/search?q=补贴&per_page=5")
	b.is(`(window.mark = true)`)
	all := ask[string](b, `document.querySelector("#count").textContent`)
	ask[bool](b, `(document.querySelectorAll(".side details").forEach(d => { d.open = true; }), true)`)
	const value = ".side details li a"
	b.is(`(document.querySelector("` + value + `").focus(), window.groups = document.querySelectorAll("details[open] summary").length) > 1`)
	b.stroke(enter)
	b.until(`document.querySelector(".chips a")`)
	narrowed := b.path()
	b.is(`mark && document.activeElement.matches(".side [aria-current]") && document.querySelectorAll("details[open] summary").length > 1`)
	b.is(`(scrollTo({top: 300, behavior: "instant"}), scrollY === 300)`)
	ask[bool](b, `(document.querySelector(".chips a").focus({preventScroll: true}), true)`)
	b.stroke(enter)
	b.until(`!document.querySelector(".chips a")`)
	b.is(`mark && document.activeElement.id === "count"`)
	ask[bool](b, `(history.back(), true)`)
	b.until(`document.querySelector(".chips a") && !answer.ariaBusy`)
	if got := b.path(); got != narrowed {
		b.t.Errorf("Back leads to %s, not to %s", got, narrowed)
	}
	b.until(`scrollY === 300 && document.activeElement === document.querySelector(".chips a")`)
	ask[bool](b, `(history.back(), true)`)
	b.until(`!document.querySelector(".chips a") && !answer.ariaBusy`)
	if got := ask[string](b, `document.querySelector("#count").textContent`); got != all {
		b.t.Errorf("at the begin there were %s, now %s", all, got)
	}
	b.is(`mark && q.value === "补贴"`)
	b.turnPage()
	b.openInNewTab()
	b.leaveAndReturn()
}

// turnPage: a page of results is read from its begin.
func (b *tab) turnPage() {
	b.t.Helper()
	ask[bool](b, `(document.querySelector(".pager [rel=next]").click(), true)`)
	b.until(`new URLSearchParams(location.search).get("page") === "2" && document.activeElement.id === "count"`)
	b.is(`mark && asked.every(a => a.url.split("fragment").length === 2)`)
}

// openInNewTab: a click with a key held is the browser's.
func (b *tab) openInNewTab() {
	b.t.Helper()
	n := ask[int](b, `asked.length`)
	b.is(`!document.querySelector(".pager a").dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true})) && asked.length === ` + strconv.Itoa(n+1))
	b.is(`(answer.parentNode.addEventListener("click", e => { window.prevented = e.defaultPrevented; e.preventDefault(); }, {once: true}), true)`)
	b.is(`document.querySelector(".pager a").dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true, ctrlKey: true})) === false && window.prevented === false && asked.length === ` + strconv.Itoa(n+1))
	b.until(`!answer.ariaBusy`)
}

// leaveAndReturn: Back from a hit finds the question, its results, and the hit
// in focus.
func (b *tab) leaveAndReturn() {
	b.t.Helper()
	b.open("/search/")
	b.find("人才公寓")
	ask[bool](b, `(document.querySelectorAll(".hits h3 a")[2].focus(), true)`)
	title := ask[string](b, `document.activeElement.textContent`)
	b.leave(enter)
	if got := ask[string](b, `document.querySelector("h1").textContent`); !strings.Contains(title, got) {
		b.t.Errorf("the hit %q leads to %q", title, got)
	}
	b.leave(chromedp.Evaluate[chromedp.Void](`history.back()`))
	for range 2 {
		b.until(`document.activeElement.matches(".hits h3 a")`)
		b.is(`q.value === "人才公寓"`)
		if got := ask[string](b, `document.activeElement.textContent`); got != title {
			b.t.Errorf("the focus is on %q, not on %q", got, title)
		}
		b.leave(chromedp.Evaluate[chromedp.Void](`location.reload()`)) // as where the browser did not keep the page
	}
}

// landOnWords follows a hit whose words stand far down on its page.
func landOnWords(b *tab) {
	_, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-reduced-motion", Value: "reduce"}}, // it jumps, and does not glide
	})
	b.check("ask for no motion", err)
	b.open("/search?q=还能不能领租房补贴")
	const hit = `.hits h3 a[href*="talent-apartment-vs-public-rental/#:~:text="]`
	b.is(`(document.querySelector('` + hit + `').focus(), true)`)
	b.leave(enter)
	b.until(`scrollY > 0`)
	b.is(`[...document.querySelectorAll("main li, main p")].some(e => {
		const box = e.getBoundingClientRect();
		return e.textContent.includes("租房补贴") && box.top >= 0 && box.bottom <= innerHeight;
	})`)
	b.pointAtOddWords()
}

// pointAtOddWords: a dash, a comma and an ampersand of the text do not part a
// text fragment; a clause that was cut off is not named, nor is what has no mark.
func (b *tab) pointAtOddWords() {
	b.t.Helper()
	b.open("/search/")
	b.is(`(window.broken = () => new Response(` + "`" + `<div data-title="x"><h2 id="count">2</h2><ol class="hits">
		<li><h3><a href="/a/">a</a></h3><p class="summary">…前一句。每月<mark>补</mark>A-1, B&amp;C 的<mark>A-B,C&amp;D</mark>、后</p>
		<ul class="passages"><li><a href="/a/#b">b</a> <span><mark>补贴</mark>还没说完…</span></li></ul></li>
		<li><h3><a href="/c/">c</a></h3><p class="summary">没有</p></li></ol></div>` + "`" + `, {headers: {"Release-Id": "0"}})) !== null`)
	b.question("补贴")
	b.is(`pass() === 1`)
	b.until(`document.querySelector(".passages")`)
	got := ask[[]string](b, `[...document.querySelectorAll(".hits a")].map(a => a.href.slice(location.origin.length))`)
	want := []string{"/a/#:~:text=" + url.PathEscape("B&C 的"), "/a/#b:~:text=" + url.PathEscape("补贴"), "/c/"}
	want[0] = strings.ReplaceAll(want[0], "&", "%26") + "-,A%2DB%2CC%26D"
	if !slices.Equal(got, want) {
		b.t.Errorf("the links are %q, not %q", got, want)
	}
}
