package main

import (
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

func (b *tab) imeSet(text string) {
	b.t.Helper()
	n := int64(len([]rune(text)))
	_, err := chromedp.Call(b.ctx, input.ImeSetComposition, input.ImeSetCompositionParams{Text: text, SelectionStart: n, SelectionEnd: n})
	b.check("compose "+text, err)
}

func (b *tab) imeCommit(text string) {
	b.t.Helper()
	_, err := chromedp.Call(b.ctx, input.InsertText, input.InsertTextParams{Text: text})
	b.check("commit "+text, err)
}

// imeEnter is the Enter that confirms a candidate.
func (b *tab) imeEnter() {
	b.t.Helper()
	_, err := chromedp.Call(b.ctx, input.DispatchKeyEvent, input.DispatchKeyEventParams{
		Type: "rawKeyDown", Key: "Process", Code: "Enter", WindowsVirtualKeyCode: 229,
	})
	b.check("confirm", err)
}

// compose: while an input method is at work nothing is asked and nothing moves;
// once it is done there is one request, also where the text is the same.
func compose(b *tab) {
	b.open("/search?q=补贴")
	b.is(`(window.mark = true) && (held = true)`)
	b.question("补贴标")
	b.is(`pass() === 1 && asked.length === 1`)
	for _, text := range []string{"r", "re", "ren", "ren c", "ren cai"} {
		b.imeSet(text)
	}
	b.is(`asked[0].aborted && !answer.ariaBusy && waiting() === 0`)
	b.keys(kb.ArrowDown)
	b.imeEnter()
	b.is(`!q.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", keyCode: 229, cancelable: true, bubbles: true}))`)
	b.is(`q.value === "补贴标ren cai"`)
	b.is(`mark && asked.length === 1 && document.querySelector(".combo").hidden && location.search === "?q=" + encodeURIComponent("补贴")`)
	ask[bool](b, `(held = false, true)`)
	b.imeCommit("人才")
	b.imeEnter()
	b.is(`mark && waiting() === 1 && asked.length === 1 && pass() === 1`)
	b.until(`new URLSearchParams(location.search).get("q") === "补贴标人才"`)
	b.imeSet("ren")
	b.imeSet("")
	b.imeCommit("")
	b.is(`mark && asked.length === 2 && q.value === "补贴标人才"`)
	b.is(`waiting() === 1 && pass() === 1`)
	b.until(`asked.length === 3 && !answer.ariaBusy`)
}

// composeWithoutEnd: what starts and never ends, as in some web views, keeps
// neither the button nor what is typed later from the search.
func composeWithoutEnd(b *tab) {
	b.open("/search/")
	b.is(`(window.mark = true)`)
	for i, text := range []string{"人才", "租房"} {
		b.is(`q.dispatchEvent(new CompositionEvent("compositionstart", {bubbles: true}))`)
		if i == 0 {
			b.is(`(q.value = "人才公寓", q.form.querySelector("button").click(), asked.length === 1)`)
			b.until(`document.activeElement.id === "count" && new URLSearchParams(location.search).get("q") === "人才公寓"`)
		} else {
			b.find(text)
		}
	}
	b.is(`mark`)
}

// composeAtHome: the same, where there is a list of completions.
func composeAtHome(b *tab) {
	b.open("/")
	b.question("人")
	b.is(`pass() === 1`)
	b.until(`q.ariaExpanded === "true"`)
	b.imeSet("cai")
	b.keys(kb.ArrowDown)
	b.imeEnter()
	b.is(`waiting() === 0 && asked.length === 1 && !q.hasAttribute("aria-activedescendant") && location.pathname === "/"`)
	b.imeCommit("才")
	b.is(`waiting() === 1 && pass() === 1`)
	b.until(`asked.length === 2 && asked[1].url.endsWith("q=人才&fragment=suggestions")`)
}
