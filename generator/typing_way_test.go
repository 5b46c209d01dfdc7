package main

import (
	"strings"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// goBack and its like step through the history, and do not wait.
func (b *tab) goBack()    { b.t.Helper(); ask[bool](b, `(history.back(), true)`) }
func (b *tab) goForward() { b.t.Helper(); ask[bool](b, `(history.forward(), true)`) }

// seen demands that address, field and title are of a question, once its answer
// is there.
func (b *tab) seen(text string) {
	b.t.Helper()
	b.until(`q.value === "` + text + `" && !answer.ariaBusy`)
	b.is(`new URLSearchParams(location.search).get("q") === "` + text + `" && document.title.startsWith("“` + text + `”")`)
}

// backAndForward: an entry that is only passed through is never shown under the
// address of another.
func backAndForward(b *tab) {
	b.open("/search?q=补贴")
	b.find("人才公寓")
	b.is(`(window.mark = held = true) && asked.length === 1`)
	b.goBack()
	b.until(`asked.length === 2 && answer.ariaBusy`)
	b.goForward()
	b.until(`asked.length === 3`)
	b.is(`asked[1].aborted && !asked[2].aborted && asked[2].url.includes("q=人才公寓")`)
	ask[bool](b, `(asked[1].let(), asked[2].let(), true)`)
	b.seen("人才公寓")
	ask[bool](b, `(location.hash = "main", held = false, true)`)
	b.goBack()
	b.until(`!location.hash`)
	b.is(`asked.length === 3`) // within the page nothing is asked
	b.goBack()
	b.seen("补贴")
	b.is(`mark`)
}

// typeAfterBack: what is typed while Back waits is an entry of its own after the
// one that was reached, and is not overwritten.
func typeAfterBack(b *tab) {
	b.open("/search?q=补贴")
	b.find("人才公寓")
	b.is(`(window.mark = held = true)`)
	b.goBack()
	b.until(`asked.length === 2`)
	b.question("租房")
	b.is(`asked[1].aborted && !answer.ariaBusy && (held = false) === false && pass() === 1`)
	b.until(`location.search === "?q=" + encodeURIComponent("租房")`)
	b.seen("租房")
	b.goBack()
	b.seen("补贴")
	b.is(`mark`)
}

// completeFaster: an older answer never lies over a newer list, and what a key
// has opened is not opened again by the pause.
func completeFaster(b *tab) {
	b.open("/")
	b.is(`(held = true)`)
	b.question("人才")
	b.is(`pass() === 1 && asked.length === 1`)
	b.is(`(localStorage.setItem("anju.recent", '["公租房"]'), q.value = "", q.click(), true)`)
	b.is(`asked[0].aborted && q.ariaExpanded === "true" && options.firstChild.textContent === "公租房" && (held = false) === false`)
	b.question("人才")
	b.keys(kb.ArrowDown)
	b.until(`document.querySelector("[aria-selected=true]") && asked.length === 2`)
	b.is(`waiting() === 0 && document.querySelector("[aria-selected=true]").textContent !== "公租房"`)
	b.question("人才公") // and is not what Enter follows
	b.is(`!document.querySelector("[aria-selected=true]") && waiting() === 1`)
}

// slashOff: "/" is turned off and on by Ctrl+/, for all pages of the device.
func slashOff(b *tab) {
	b.open("/policies/")
	const inField = `document.activeElement === document.getElementById("top-q")`
	b.keys("/", chromedp.ModifierCtrl)
	b.is(`!document.querySelector(".slash") && !document.getElementById("top-q").getAttribute("aria-keyshortcuts").includes("/")`)
	b.open("/jobs/")
	b.stroke(slash)
	b.is(`!(` + inField + `) && !document.querySelector(".slash")`)
	b.keys("k", chromedp.ModifierCtrl)
	b.is(inField)
	b.keys("/", chromedp.ModifierCtrl)
	b.is(`document.activeElement.value === "" && document.querySelector(".slash") !== null && (document.activeElement.blur(), true)`)
	b.stroke(slash)
	b.is(inField)
}

// wayOfPerson types with an input method, follows a completion, and finds on the
// way back through facets what was there.
func wayOfPerson(b *tab) {
	b.open("/search/")
	ask[bool](b, `(q.focus(), true)`)
	for _, text := range []string{"zu", "zu fang", "zu fang bu", "zu fang bu tie"} {
		b.imeSet(text)
	}
	b.imeEnter()
	b.imeCommit("租房补贴")
	b.is(`pass() === 1`)
	b.until(`document.querySelector("#count")`)
	b.seen("租房补贴")
	all := ask[string](b, `document.querySelector("#count").textContent`)
	b.keys(kb.ArrowDown)
	b.until(`q.ariaExpanded === "true" && document.querySelector("[aria-selected=true]")`)
	b.stroke(enter)
	b.until(`document.querySelector(".chips a") && !answer.ariaBusy`)
	b.is(`location.search.startsWith("?benefit=") && q.value === ""`)
	b.goBack()
	b.seen("租房补贴")
	b.is(`document.querySelector(".combo").hidden && (window.mark = true)`)
	for range 2 {
		b.is(`(document.querySelector(".side details li a:not([aria-current])").click(), true)`)
		b.until(`document.querySelector(".chips a") && !answer.ariaBusy`)
	}
	b.goBack()
	b.goBack()
	b.until(`!document.querySelector(".chips a") && !answer.ariaBusy`)
	b.seen("租房补贴")
	if got := ask[string](b, `document.querySelector("#count").textContent`); got != all {
		b.t.Errorf("at the begin there were %s, now %s", all, got)
	}
	b.is(`mark`)
	b.longTitle()
}

// longTitle: the title that comes with an answer is that of the page itself.
func (b *tab) longTitle() {
	b.t.Helper()
	b.find(strings.Repeat("租房补贴", 16))
	title := ask[string](b, `document.title`)
	b.leave(chromedp.Evaluate[chromedp.Void](`location.reload()`))
	if got := ask[string](b, `document.title`); got != title {
		b.t.Errorf("the title is %q, after loading %q", title, got)
	}
}
