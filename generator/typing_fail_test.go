package main

import (
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"

	protocol "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// typeInVain: a request that fails, or is answered that the service is busy, is
// told once, and the form works as it does without a script.
func typeInVain(b *tab) {
	for _, broken := range []string{
		`() => Promise.reject(new TypeError("no network"))`,
		`() => new Response("busy", {status: 503, headers: {"Release-Id": "0"}})`,
		`() => new Response("a proxy's", {status: 502})`,
		`() => new Response("a firewall's", {status: 403})`,
		`() => new Response("a proxy's", {status: 429})`,
		`() => new Response("not there", {status: 404, headers: {"Release-Id": "0"}})`,
	} {
		b.open("/search?q=补贴")
		b.is(`(window.broken = ` + broken + `) && (window.before = document.querySelector("#count")) !== null`)
		for _, text := range []string{"人才", "人才公寓"} {
			b.question(text)
			b.is(`pass() === 1`)
			b.until(`!answer.ariaBusy && document.querySelectorAll("#answer > .notice").length === 1`)
		}
		b.is(`before.isConnected && document.querySelector("[role=status]").textContent.includes("没有连上")`)
		b.is(`(window.real = broken, window.broken = null) === null`)
		b.find("租房") // it goes on with the next key
		b.is(`document.querySelectorAll("#answer > .notice-warning").length === 0 && (window.broken = real) !== null`)
		b.question("人才公寓")
		b.leave(enter)
		if got := b.path(); got != "/search?q=人才公寓" || b.count("#answer > .notice") > 0 {
			b.t.Errorf("Enter leads to %s", got)
		}
	}
}

// typeForNothing: an answer without an element, as a theme may have it, is shown
// as it is.
func typeForNothing(b *tab) {
	b.open("/search?q=补贴")
	b.is(`(window.broken = () => new Response("", {headers: {"Release-Id": "0"}})) && (window.before = document.title) !== ""`)
	b.question("人才")
	b.is(`pass() === 1`)
	b.until(`answer.children.length === 0 && !answer.ariaBusy`)
	b.is(`document.title === before && new URLSearchParams(location.search).get("q") === "人才"`)
}

// typeBesideAnswer: content that bears the name of the answer is none.
func typeBesideAnswer(b *tab) {
	const heading = `document.addEventListener("readystatechange", () => {
		if (!document.getElementById("answer")) document.querySelector("h1").id = "answer";
	}, {once: true})`
	_, err := chromedp.Call(b.ctx, protocol.AddScriptToEvaluateOnNewDocument, protocol.AddScriptToEvaluateOnNewDocumentParams{Source: heading})
	b.check("name a heading", err)
	b.open("/policies/")
	b.is(`answer.tagName === "H1"`)
	b.question("人才")
	b.is(`pass() === 1`)
	b.until(`document.querySelector("[role=combobox]").ariaExpanded === "true"`)
}

// TestTypingOnStaticHost: where files alone are served, the pages say that
// nobody searches, ask no more than once, and keep to forms.
func TestTypingOnStaticHost(t *testing.T) {
	chromium(t)
	o := siteOptions(t, "testdata/demo", filepath.Join(t.TempDir(), "public"))
	o.BaseURL = ""
	publishSite(t, o)
	host := httptest.NewServer(http.FileServer(http.Dir(o.Dir)))
	defer host.Close()
	b := scripted(t, host.URL)
	b.open("/search/")
	b.question("租房")
	b.is(`waiting() === 0 && asked.length === 0 && document.querySelector("[role=status]").textContent === document.querySelector("#answer .notice").textContent`)
	b.leave(enter)
	if got := b.path(); !strings.HasPrefix(got, "/search/") {
		t.Errorf("the form leads to %s", got)
	}
	b.open("/")
	b.question("租房")
	b.is(`pass() === 1`)
	b.until(`q.ariaExpanded === "false" && document.querySelector(".combo-title").checkVisibility()`) // and not the last searches
	b.is(`asked.length === 1 && q.ariaExpanded === "false"`)
	b.question("租房补贴")
	b.is(`pass() === 1 && asked.length === 1`)
	b.quiet()
}

// TestTypingMeetsFiles: what a host of files may answer ends the asking.
func TestTypingMeetsFiles(t *testing.T) {
	b := scripted(t, servedContent(t))
	for _, status := range []string{"200", "404", "405"} {
		b.open("/search/")
		b.is(`(window.broken = () => new Response("a file", {status: ` + status + `})) !== null`)
		b.question("人才")
		b.is(`pass() === 1`)
		b.until(`document.querySelector("[role=status]").textContent && !answer.ariaBusy`)
		b.question("人才公寓")
		b.is(`waiting() === 0 && asked.length === 1`)
	}
	b.quiet()
}
