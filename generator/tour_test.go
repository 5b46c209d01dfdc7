package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

const (
	// tourFolder holds the page of the handbook that shows one edit from
	// beginning to end, and its pictures.
	tourFolder = "../content/pages/first-edit"

	tourFile = "content/policies/gaoxin-mianshi.md"
	tourPage = "/policies/gaoxin-mianshi/"

	tourWidth, tourHeight, tourScale = 720, 620, 2 // as wide as the column of text, and sharp there
	tourColours                      = 128
	tourBytes                        = 120_000
)

// tour is an edit that is made as the page tells.
type tour struct {
	writing
	text string // of the page
}

// TestTour makes the edit that the handbook shows, in a copy of the
// demonstration, and demands at each step that the page says what is on the
// screen, and prints what the commands print. With -update it takes the pictures
// anew.
func TestTour(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(tourFolder, "index.md"))
	if err != nil {
		t.Fatal(err)
	}
	r := tour{write(t, committed, func(w writing) { tour{w, string(text)}.begins() }), string(text)}
	r.check("size the window", chromedp.Do(r.ctx, chromedp.EmulateViewport(tourWidth, tourHeight, chromedp.EmulateScale(tourScale))))
	r.media("prefers-reduced-motion", "reduce")
	r.edits()
	r.slips()
	r.open("/editors/")
	r.scrolls("#duties")
	r.picture("desk", "过了核对期限的条目")
	r.quiet()
	r.commands()
}

// committed makes the folder a repository, as editors have it.
func committed(w writing) {
	w.t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		w.t.Skip("there is no git")
	}
	w.t.Setenv("GIT_AUTHOR_DATE", "2026-11-20T09:00:00+08:00")
	git(w.t, w.dir, "init", "-q", "-b", "main")
	git(w.t, w.dir, "add", "-A")
	git(w.t, w.dir, "commit", "-q", "--author", "示例市编辑组（虚构） <editor@example.org>", "-m", "十一月的更新")
}

// edits changes what is wrong in the entry, while its page is open.
func (r tour) edits() {
	r.t.Helper()
	r.open(tourPage)
	r.pointed("before", "一次性300元")
	r.writes("一次性领300元", "一次性领500元")
	r.writes("amount: 300", "amount: 500")
	r.shows(`document.querySelector("#benefits").innerText.includes("500元") && document.readyState === "complete"`)
	r.scrolls(".entry-head")
	r.pointed("after", "一次性500元")
}

// slips notes the change with a slip, and mends it.
func (r tour) slips() {
	r.t.Helper()
	r.writes("changes:\n", "changes:\n  - date: 2026-12-01\n    kind：correction\n    note: 面试补贴是500元，原来误写成300元。\n")
	r.shows(overlayOpen)
	r.picture("box", "用了中文冒号", tourFile+":30:9", "换成英文冒号")
	r.touch("#dev dialog button")
	r.shows(`!` + overlayOpen)
	r.picture("bar", "页面是改错以前的样子", "看哪里、怎么改")
	r.writes("kind：correction", "kind: correction")
	r.writes("reviewed_on: 2026-08-20", "reviewed_on: 2026-12-01")
	r.shows(nothingSaid)
	r.shows(`document.querySelector("main").innerText.includes("原来误写成300元") && document.readyState === "complete"`)
	r.scrolls("#sources")
	r.pointed("mended", "面试补贴是500元，原来误写成300元。")
}

func (r tour) scrolls(selector string) {
	r.t.Helper()
	ask[any](r.tab, fmt.Sprintf(`document.querySelector(%q).scrollIntoView({ behavior: "instant" })`, selector))
}

// writes edits the entry, in lines that the page shows.
func (r tour) writes(old, text string) {
	r.t.Helper()
	r.edit(tourFile, old, text)
	for line := range strings.Lines(text) {
		r.says(strings.TrimSpace(line))
	}
}

// says demands that the page says it.
func (r tour) says(words string) {
	r.t.Helper()
	if !strings.Contains(r.text, words) {
		r.t.Errorf("the page does not say %q", words)
	}
}

// picture demands that words are on the screen and on the page of the handbook,
// which shows the picture of that name.
func (r tour) picture(name string, words ...string) {
	r.t.Helper()
	for _, w := range words {
		r.says(w)
		r.shows(fmt.Sprintf(onScreen, w))
	}
	file := name + ".png"
	r.says("](" + file + " ")
	path := filepath.Join(tourFolder, file)
	if *update {
		data, err := chromedp.Run(r.ctx, chromedp.CaptureScreenshot())
		r.check("take "+file, err)
		small, err := fewColours(data)
		r.check("write "+file, errors.Join(err, os.WriteFile(path, small, 0o644)))
	}
	data, err := os.ReadFile(path)
	r.check("read the picture", err)
	c, err := png.DecodeConfig(bytes.NewReader(data))
	r.check("decode "+file, err)
	if c.Width != tourWidth*tourScale || c.Height != tourHeight*tourScale || len(data) > tourBytes {
		r.t.Errorf("%s has %d × %d dots and %d bytes: take it again with -update", file, c.Width, c.Height, len(data))
	}
}

// pointed is picture with a red line around the words.
func (r tour) pointed(name, words string) {
	r.t.Helper()
	r.shows(fmt.Sprintf(onScreen, words))
	outline := fmt.Sprintf(onScreen, words) + ".style.cssText = "
	ask[any](r.tab, outline+`"outline: 3px solid #b3261e; outline-offset: 2px"`)
	r.picture(name, words)
	ask[any](r.tab, outline+`""`)
}

// onScreen is the element within the window that holds a text.
const onScreen = `[...document.querySelectorAll("body *")].find(e => {
	const has = e => e.checkVisibility() && e.innerText?.includes(%q);
	if (!has(e) || [...e.children].some(has)) return false;
	const box = e.getBoundingClientRect();
	return box.top >= 0 && box.bottom <= innerHeight;
})`

// fewColours is a picture of a screen with the colours that it has most of, in a
// frame: pages of the handbook look like those that it shows.
func fewColours(data []byte) ([]byte, error) {
	full, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	line := color.RGBA{R: 0x6b, G: 0x68, B: 0x60, A: 0xff}
	out := image.NewPaletted(full.Bounds(), append(commonest(full), line))
	draw.Draw(out, out.Bounds(), image.NewUniform(line), image.Point{}, draw.Src)
	inner := out.Bounds().Inset(2 * tourScale)
	draw.Draw(out, inner, full, inner.Min, draw.Src)
	var b bytes.Buffer
	err = (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, out)
	return b.Bytes(), err
}

// commonest are the colours of a picture that occur most.
func commonest(p image.Image) color.Palette {
	counts := map[color.RGBA]int{}
	for y := range p.Bounds().Dy() {
		for x := range p.Bounds().Dx() {
			counts[color.RGBAModel.Convert(p.At(x, y)).(color.RGBA)]++
		}
	}
	most := slices.SortedFunc(maps.Keys(counts), func(a, b color.RGBA) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a.R, b.R), cmp.Compare(a.G, b.G), cmp.Compare(a.B, b.B))
	})
	var out color.Palette
	for _, c := range most[:min(len(most), tourColours)] {
		out = append(out, c)
	}
	return out
}

// commands runs what the page tells to run, and demands that it prints what it
// is said to print.
func (r tour) commands() {
	r.t.Helper()
	for _, args := range []string{"check", "check --against main", "lock", "build"} {
		var out, errout bytes.Buffer
		if code := run(r.t.Context(), r.args(args), &out, &errout); code != 0 || strings.Contains(errout.String(), "warning") {
			r.t.Errorf("%s ends with %d: %s", args, code, &errout)
		}
		r.prints(args, out.String())
	}
}

func (r tour) args(command string) []string {
	return append(strings.Fields(command), "-C", r.dir, "--now", siteNow.Format(time.DateOnly))
}

// begins runs dev until all is read, before another dev has the folder.
func (r tour) begins() {
	r.t.Helper()
	out := newScreen()
	ctx, stop := context.WithCancel(r.t.Context())
	ended := make(chan int)
	go func() { ended <- run(ctx, append(r.args("dev"), "--addr", "127.0.0.1:0"), out, io.Discard) }()
	printed := out.await(r.t, func(text string) (string, bool) {
		return text, strings.Contains(text, "已读入") && strings.HasSuffix(text, "\n")
	})
	stop()
	if code := <-ended; code != 0 {
		r.t.Errorf("dev ends with %d", code)
	}
	r.prints("dev", printed)
}

// prints demands that the page has what a command prints, but for the figures
// that a change of the demonstration changes.
func (r tour) prints(args, got string) {
	r.t.Helper()
	_, want, _ := strings.Cut(r.text, "> anju "+args+"\n")
	want, _, _ = strings.Cut(want, "```")
	plain := func(s string) string { return passing.ReplaceAllString(strings.TrimSpace(s), "#") }
	if plain(got) != plain(want) {
		r.t.Errorf("anju %s prints\n%s\nthe page says\n%s", args, got, want)
	}
}

// passing are times, counts of the whole site and names of releases.
var passing = regexp.MustCompile(`127\.0\.0\.1:\d+|\d+/\d+|[0-9a-f]{16}|[\d.]+( 毫秒|%| 个文件| 条可搜索| 行；)`)
