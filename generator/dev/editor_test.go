package dev

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// editor works at a source folder at random, and takes back about as much as it
// does.
type editor struct {
	*testing.T
	dir  string
	rand *rand.Rand
	undo []func()
	log  []string
	made int
}

// step does one thing, or takes back the last, and tells it with the file that
// it was done to. What is broken is mostly mended.
func (e *editor) step(broken bool) (what, touched string) {
	if n := len(e.undo); n > 0 && (n > 12 || e.rand.IntN(10) < 3 || broken && e.rand.IntN(5) > 0) {
		e.undo[n-1]()
		e.undo = e.undo[:n-1]
		e.log = append(e.log, "take back")
		return "take back", ""
	}
	works := []func() (string, string){
		e.addText, e.addText, e.retitle, e.rename, e.remove, e.add, e.draft, e.breakOff, e.words, e.city, e.configure,
		e.moveFolder, e.gone, e.folders,
	}
	what, touched = works[e.rand.IntN(len(works))]()
	what += " " + touched
	e.log = append(e.log, what)
	return what, touched
}

// pick is a file below content that fits, at random.
func (e *editor) pick(fits func(name string) bool) string {
	var names []string
	err := fs.WalkDir(os.DirFS(e.dir), "content", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && strings.HasSuffix(name, ".md") && fits(name) {
			names = append(names, name)
		}
		return err
	})
	if err != nil || len(names) == 0 {
		e.Fatal("nothing to edit: ", err)
	}
	return names[e.rand.IntN(len(names))]
}

func anything(string) bool { return true }

func original(name string) bool { return !strings.HasSuffix(name, ".en.md") }

func flat(name string) bool { return original(name) && strings.Count(name, "/") == 2 }

func (e *editor) place(name string) string { return filepath.Join(e.dir, filepath.FromSlash(name)) }

func (e *editor) read(name string) string {
	text, err := os.ReadFile(e.place(name))
	if err != nil {
		e.Fatal(err)
	}
	return string(text)
}

// save writes a file, now in its place and now beside it, as programs do.
func (e *editor) save(name, text string) {
	if e.rand.IntN(2) == 0 {
		write(e, e.dir, name, text)
		return
	}
	beside := filepath.Dir(name) + "/.saving~"
	write(e, e.dir, beside, text)
	e.must(os.Rename(e.place(beside), e.place(name)))
}

func (e *editor) must(err error) {
	if err != nil {
		e.Fatal(err)
	}
}

// edit changes a file, to be taken back.
func (e *editor) edit(name string, change func(string) string) string {
	old := e.read(name)
	e.save(name, change(old))
	e.undo = append(e.undo, func() { e.save(name, old) })
	return name
}

// create makes a file or writes over one, to be taken back.
func (e *editor) create(name, text string) string {
	if _, err := os.Stat(e.place(name)); err == nil {
		return e.edit(name, func(string) string { return text })
	}
	e.save(name, text)
	e.undo = append(e.undo, func() { e.must(os.Remove(e.place(name))) })
	return name
}

func (e *editor) move(from, to string) {
	e.must(os.MkdirAll(filepath.Dir(e.place(to)), 0o755))
	e.must(os.Rename(e.place(from), e.place(to)))
	e.undo = append(e.undo, func() { e.must(os.Rename(e.place(to), e.place(from))) })
}

func (e *editor) addText() (string, string) {
	e.made++
	text := fmt.Sprintf("\n第%d次补写：白鹭和毛驴住人才公寓，领租房补贴。\n", e.made)
	return "add text to", e.edit(e.pick(anything), func(old string) string { return old + text })
}

func (e *editor) retitle() (string, string) {
	return "retitle", e.edit(e.pick(anything), func(old string) string { return strings.Replace(old, "title: ", "title: 新题白鹭", 1) })
}

// rename gives an entry another id; what refers to it is broken then.
func (e *editor) rename() (string, string) {
	e.made++
	name := e.pick(flat)
	to := fmt.Sprintf("%s/gaiming-%d.md", filepath.ToSlash(filepath.Dir(name)), e.made)
	e.move(name, to)
	return "rename to " + to, name
}

func (e *editor) remove() (string, string) {
	name := e.pick(anything)
	text := e.read(name)
	e.must(os.Remove(e.place(name)))
	e.undo = append(e.undo, func() { e.save(name, text) })
	return "remove", name
}

func (e *editor) add() (string, string) {
	e.made++
	name := e.pick(flat)
	to := fmt.Sprintf("%s/xinzeng-%d.md", filepath.ToSlash(filepath.Dir(name)), e.made)
	return "copy " + name + " to", e.create(to, strings.Replace(e.read(name), "title: ", fmt.Sprintf("title: 第%d份 ", e.made), 1))
}

func (e *editor) draft() (string, string) {
	return "make a draft of", e.edit(e.pick(flat), func(old string) string { return strings.Replace(old, "---\n", "---\ndraft: true\n", 1) })
}

func (e *editor) gone() (string, string) {
	return "withdraw", e.edit(e.pick(flat), func(old string) string {
		return strings.Replace(old, "---\n", "---\nwithdrawn: {on: 2026-11-01, reason: 登记错了}\n", 1)
	})
}

// breakOff leaves a file half written.
func (e *editor) breakOff() (string, string) {
	return "break off", e.edit(e.pick(anything), func(old string) string { return old[:len(old)/3] })
}

// words gives the site another synonym, which changes what texts mean.
func (e *editor) words() (string, string) {
	e.made++
	return "add a synonym to", e.edit("content/vocab/synonyms.yaml", func(old string) string {
		return old + fmt.Sprintf("- words: [白鹭%s, 毛驴]\n", strings.Repeat("鸟", e.made%3))
	})
}

func (e *editor) city() (string, string) {
	return "rename the city in", e.edit("content/vocab/cities.yaml", func(old string) string { return strings.Replace(old, "zh: 示例\n", "zh: 白鹭\n", 1) })
}

// configure changes what all pages hang on: a text, the style or the length of
// lists.
func (e *editor) configure() (string, string) {
	style, err := os.ReadFile("../../themes/default/assets/style.css")
	e.must(err)
	switch e.rand.IntN(3) {
	case 0:
		return "say otherwise in", e.create("themes/default/strings/zh-Hans.yaml", fmt.Sprintf("message.gone: 没有了%d\n", e.rand.IntN(3)))
	case 1:
		return "restyle", e.create("themes/default/assets/style.css", fmt.Sprintf("%s\nmain { order: %d }\n", style, e.rand.IntN(3)))
	}
	return "shorter lists in", e.edit("config.yaml", func(old string) string { return strings.Replace(old, "per_page: 10", "per_page: 7", 1) })
}

// moveFolder gives an entry that has a folder of its own another id.
func (e *editor) moveFolder() (string, string) {
	e.made++
	folder := filepath.ToSlash(filepath.Dir(e.pick(func(name string) bool { return original(name) && strings.Count(name, "/") == 3 })))
	to := fmt.Sprintf("%s/banjia-%d", filepath.ToSlash(filepath.Dir(folder)), e.made)
	e.move(folder, to)
	return "move a folder to " + to, folder + "/index.md"
}

// folders takes all of a kind away for a while.
func (e *editor) folders() (string, string) {
	kinds := []string{"content/jobs", "content/events", "content/guides"}
	kinds = slices.DeleteFunc(kinds, func(k string) bool { _, err := os.Stat(e.place(k)); return err != nil })
	if len(kinds) < 3 {
		return e.addText()
	}
	kind := kinds[e.rand.IntN(len(kinds))]
	e.move(kind, "aside")
	return "take away", kind
}
