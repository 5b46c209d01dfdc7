package main

import (
	"context"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"anju/generator/build"
	"anju/generator/dev"
)

// writing is a copy of the demonstration that a test writes in while dev serves
// it and a browser looks on.
type writing struct {
	*tab
	dir string
}

// write begins with the files of the demonstration, changed by the steps.
func write(t *testing.T, before ...func(w writing)) writing {
	t.Helper()
	chromium(t)
	w := writing{tab: &tab{t: t}, dir: t.TempDir()}
	w.check("copy the site", os.CopyFS(w.dir, os.DirFS("testdata/demo")))
	for _, step := range before {
		step(w)
	}
	w.tab = openTab(t, w.serve())
	return w
}

// serve serves until the test ends.
func (w writing) serve() string {
	w.t.Helper()
	source, done, err := build.SourceFS(w.dir)
	w.check("open the source", err)
	o, err := options(source, "")
	w.check("find the theme", err)
	o.BaseURL = ""
	s, err := dev.New(dev.Options{
		Dir: w.dir, Build: o, Now: func() time.Time { return siteNow }, Lang: "zh-Hans",
		Log: slog.New(slog.NewTextHandler(io.Discard, nil)), OnAttempt: func(dev.Attempt) {},
	})
	w.check("watch the source", err)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	w.check("listen", err)
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- s.Run(ctx, l) }()
	w.t.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			w.t.Error(err)
		}
		if err := done(); err != nil {
			w.t.Error(err)
		}
	})
	return "http://" + l.Addr().String()
}

// edit replaces a text that stands in a file.
func (w writing) edit(file, old, text string) {
	w.t.Helper()
	name := filepath.Join(w.dir, filepath.FromSlash(file))
	was, err := os.ReadFile(name)
	w.check("read "+file, err)
	if !strings.Contains(string(was), old) {
		w.t.Fatalf("%s does not hold %q", file, old)
	}
	w.check("write "+file, os.WriteFile(name, []byte(strings.Replace(string(was), old, text, 1)), 0o644))
}

// shows waits until an expression is true, on this page or on the one that takes
// its place meanwhile.
func (w writing) shows(expression string) {
	w.t.Helper()
	ctx, cancel := context.WithTimeout(w.ctx, patience)
	defer cancel()
	promise := `new Promise(done => {
		let looks = 0;
		const is = () => { try { return ` + expression + ` } catch { return false } }; // the page may be half there
		const look = () => is() ? done(true) : ++looks > 50 ? done(false) : setTimeout(look, 20);
		look();
	})`
	for {
		once, end := context.WithTimeout(ctx, patience/8) // who leaves a page may never answer
		shown, err := chromedp.Run(once, chromedp.Evaluate[bool](promise, chromedp.EvalAwaitPromise))
		end()
		if err == nil && shown {
			return
		}
		if ctx.Err() != nil {
			w.t.Fatalf("never on %s: %s; the page says %.600q", w.path(), expression, ask[string](w.tab, "document.body.innerText"))
		}
	}
}

const (
	rentFile = "content/policies/shili-zufang-2026.md"
	rentPage = "/policies/shili-zufang-2026/"

	overlayOpen = `document.querySelector("#dev dialog:modal")`
	nothingSaid = `document.querySelector("#dev").hidden`
)

// TestDevKeepsThePlace: an edit comes to the open page, and who reads it stays
// where they were: scroll, what is open, what is typed, where the cursor is.
func TestDevKeepsThePlace(t *testing.T) {
	w := write(t)
	w.open(rentPage)
	ask[any](w.tab, `document.querySelector("#top-q").focus()`)
	w.keys("租房")
	ask[any](w.tab, `([...document.querySelectorAll("main h2")].at(-1).scrollIntoView({ behavior: "instant" }), window.before = true)`)
	const place = `[...document.querySelectorAll("main h2")].at(-1).getBoundingClientRect().top`
	was := ask[float64](w.tab, place)
	w.edit(rentFile, "就接着发。", "就接着发。\n\n这是刚写的一段。")
	w.shows(`!window.before && document.querySelector("main").textContent.includes("这是刚写的一段")`)
	w.shows(`document.readyState === "complete"`)
	if is := ask[float64](w.tab, place); is < was-2 || is > was+2 {
		t.Errorf("the last heading was at %.0f and is at %.0f", was, is)
	}
	w.is(`scrollY > 0 && document.activeElement.name === "q" && document.activeElement.value === "租房"`)
	w.edit("content/jobs/shixi-biji.md", "---\n", "---\n# 与这一页无关\n")
	w.edit(rentFile, "这是刚写的一段。", "这是又写的一段。")
	w.shows(`document.querySelector("main").textContent.includes("这是又写的一段")`)

	w.open("/policies/")
	folds := w.count("main details")
	ask[any](w.tab, `document.querySelector("main details").open = true`)
	w.edit(rentFile, "summary: 虚构的政策", "summary: 改过的虚构的政策")
	w.shows(`document.querySelector("main").textContent.includes("改过的虚构的政策")`)
	w.shows(`document.querySelectorAll("main details[open]").length === 1`)
	if folds < 2 {
		t.Errorf("the list has %d folds", folds)
	}
	w.quiet()
}

// TestDevShowsFindings: what is wrong in an entry lies over its page until it is
// mended, and in the bar of every other.
func TestDevShowsFindings(t *testing.T) {
	w := write(t)
	w.open(rentPage)
	w.is(nothingSaid)
	ask[any](w.tab, `window.same = true`)
	w.edit(rentFile, "\ntitle:", "\ntitel:")
	w.shows(overlayOpen)
	w.is(`window.same && document.querySelector("#dev dialog").textContent.includes("content/policies/shili-zufang-2026.md:2:1")`)
	w.is(`document.querySelector("#dev dialog mark").textContent === "titel" && document.querySelector("main h1").textContent.includes("租房补贴")`)
	w.keys(kb.Escape)
	w.shows(`!` + overlayOpen + ` && document.querySelector(".dev-bar").textContent.includes("有 1 处错误，页面是改错以前的样子")`)
	w.touch(".dev-bar button")
	w.shows(overlayOpen)
	w.edit(rentFile, "\ntitel:", "\ntitle:")
	w.shows(nothingSaid)
	w.is(`window.same && !document.querySelector("#dev dialog")`)

	w.edit(rentFile, "\ntitle:", "\ntitel:")
	w.shows(overlayOpen)
	w.open("/jobs/")
	w.is(`!` + overlayOpen + ` && document.querySelector(".dev-bar").textContent.includes("有 1 处错误")`)
	w.open("/en" + rentPage)
	w.shows(overlayOpen)
	w.is(`document.querySelector("#dev dialog h2").textContent === "有 1 处错误"`)
	w.quiet()
}

// TestDevFindingsWithoutScript: they stand at the top of the page, and have a
// page of their own.
func TestDevFindingsWithoutScript(t *testing.T) {
	w := write(t)
	_, err := chromedp.Call(w.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	w.check("switch scripts off", err)
	w.open(rentPage)
	w.edit(rentFile, "\ntitle:", "\ntitel:")
	w.open(rentPage)
	w.is(`document.querySelector("#dev dialog").getBoundingClientRect().height > 100 && document.querySelector("#dev dialog").innerText.includes(".md:2:1")`)
	w.press(".dev-bar a")
	if got := w.path(); got != "/_dev/findings/" || !ask[bool](w.tab, `document.body.innerText.includes(".md:2:1")`) {
		t.Errorf("the bar leads to %s", got)
	}
}

// TestDevStyle: a style sheet takes the place of the one before on the same page.
func TestDevStyle(t *testing.T) {
	const sheet = "themes/default/assets/style.css"
	w := write(t, func(w writing) {
		w.check("make the theme", os.CopyFS(filepath.Join(w.dir, "themes/default"), os.DirFS("../themes/default")))
	})
	w.open(rentPage)
	ask[any](w.tab, `window.same = true`)
	old := "/* Text */"
	for _, colour := range []string{"rgb(1, 2, 3)", "rgb(4, 5, 6)"} {
		rule := "body { background: " + colour + " !important }"
		w.edit(sheet, old, rule)
		old = rule
		w.shows(`getComputedStyle(document.body).backgroundColor === "` + colour + `"`)
		w.shows(`document.querySelectorAll("link[rel=stylesheet][href*='/assets/style.']").length === 1`)
		w.is(`window.same`)
	}
	w.quiet()
}

// TestDevLeavesWhatIsGone: the open page of an entry that is deleted becomes
// what the address answers now.
func TestDevLeavesWhatIsGone(t *testing.T) {
	w := write(t)
	const file, page = "content/jobs/shixi-biji.md", "/jobs/shixi-biji/"
	w.open(page)
	title := ask[string](w.tab, `document.querySelector("h1").textContent`)
	w.check("delete the entry", os.Remove(filepath.Join(w.dir, filepath.FromSlash(file))))
	w.shows(`!document.querySelector("h1").textContent.includes("` + title + `") && document.querySelector("main").innerText.length > 10`)
	answer, err := http.Get(w.site + page)
	w.check("ask again", err)
	w.check("close the answer", answer.Body.Close())
	if answer.StatusCode != http.StatusNotFound {
		t.Errorf("status %d", answer.StatusCode)
	}
}

// TestDevBeforeTheFirstSite: where nothing could be planned yet, every address
// shows why, and becomes its page once it can.
func TestDevBeforeTheFirstSite(t *testing.T) {
	w := write(t, func(w writing) { w.edit(rentFile, "\ntitle:", "\ntitel:") })
	w.open(rentPage)
	w.is(`document.body.innerText.includes(".md:2:1") && document.querySelector("h1").textContent === "有 1 处错误"`)
	w.edit(rentFile, "\ntitel:", "\ntitle:")
	w.shows(`document.querySelector("h1").textContent.includes("租房补贴")`)
}

// TestDevDesk reads the desk, narrows it by its form, and follows it to an
// entry.
func TestDevDesk(t *testing.T) {
	w := write(t)
	w.open("/editors/")
	all := w.count(".desk tbody tr")
	w.is(`document.querySelector("#stale").textContent.includes("content/communities/hupan-qingnian/index.md")`)
	ask[any](w.tab, `document.querySelector("#desk-kind").value = "policy"`)
	w.press(".desk-filter button")
	if some := w.count(".desk tbody tr"); some == 0 || some >= all || !strings.Contains(w.path(), "kind=policy") {
		t.Errorf("%d of %d lines at %s", some, all, w.path())
	}
	ask[any](w.tab, openAll)
	w.press("#incomplete tbody a")
	if got := w.path(); !strings.HasPrefix(got, "/policies/") {
		t.Errorf("the desk leads to %s", got)
	}
	w.open("/en/editors/")
	w.is(`document.documentElement.lang === "en" && document.querySelector("h1").textContent === "Editors' desk"`)
	w.quiet()
}

// TestDevAxe runs axe-core on what dev adds, and looks for what is wider than a
// phone.
func TestDevAxe(t *testing.T) {
	source := axeSource(t)
	w := write(t)
	w.look(source, "/editors/", "/en/editors/?kind=community", "/style/", "/jobs/")
	w.edit(rentFile, "\ntitle:", "\ntitel:")
	w.look(source, rentPage, "/en"+rentPage, "/jobs/", "/_dev/findings/")
}

func (w writing) look(axe []byte, paths ...string) {
	w.t.Helper()
	for _, path := range paths {
		for _, view := range slices.Concat(axeViews...) {
			w.window(view.width)
			w.open(path)
			w.loadAxe(axe)
			w.axe(path, view.scheme, view.width)
			if wide := ask[[]string](w.tab, tooWide); len(wide) > 0 && path != "/style/" {
				w.t.Errorf("%s at %d px is too wide: %s", path, view.width, wide)
			}
		}
	}
}
