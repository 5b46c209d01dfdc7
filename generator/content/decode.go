package content

import (
	"cmp"
	"io/fs"
	"path"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	"anju/generator/config"
	"anju/generator/diag"
	"anju/generator/strictyaml"
)

// loaded is an entry as its file tells it, with the places of its fields. This
// never changes. What later steps of a load made of it stands beside, each with
// what it was made from, so that the next load makes anew what has to be.
type loaded struct {
	file
	document
	entry   Entry // never nil; empty where nothing could be read
	ref     Ref
	appears time.Time   // the day of its publication
	refs    []reference // all that the entry refers to
	traits  traits      // of a text

	checked  checked   // of a text
	likeness diag.List // of a text, to texts before it
	targets  targets   // of a text
	laid     laid      // of a translation
}

// compare orders files by kind, id, language and path.
func (l *loaded) compare(other *loaded) int {
	if l.order != other.order {
		return l.order - other.order
	}
	return cmp.Or(cmp.Compare(l.id, other.id), cmp.Compare(l.lang, other.lang), cmp.Compare(l.path, other.path))
}

var (
	codeNoFront   = diag.New("content/no-front-matter", "文件开头缺少用 --- 围起来的设置部分", "the file does not begin with front matter between --- lines")
	codeOpenFront = diag.New("content/no-front-matter", "设置部分没有结束：缺少第二行 ---", "the front matter does not end: its second line --- is missing")
	codeFence     = diag.New("content/no-front-matter", "设置部分的分隔行是 ---，这里写成了“%s”", "the front matter stands between lines of ---, not %s")
	hintFence     = diag.Text{Zh: "换成正好三个英文减号 ---，前面不空格", En: "write exactly three hyphens, without a space before them"}
	hintFront     = diag.Text{Zh: "第一行写 ---，接着写 title: 等字段，再写一行 ---，下面是正文", En: "write --- on the first line, then the fields, then --- again, then the text"}
)

// decode turns a file into a typed entry with its findings.
func decode(fsys fs.FS, f file) *loaded {
	l := &loaded{file: f, entry: newEntry(f.kind.Name)}
	h := l.entry.Common()
	h.ID, h.Kind, h.Lang, h.File = f.id, f.kind.Name, cmp.Or(f.lang, config.Language), f.path
	l.document, h.Body = front(fsys, f.path)
	if f.lang == "" { // a translation has the pictures of its original
		var found diag.List
		h.Assets, found = inspect(fsys, f.assets)
		l.diag = append(l.diag, found...)
	}
	switch {
	case l.doc == nil:
	case f.lang == "":
		l.diag = append(l.diag, l.doc.Decode(l.entry)...)
		onlySource(l.entry)
		l.misplaced()
	default:
		l.diag = append(l.diag, l.doc.DecodeTranslation(l.entry)...)
	}
	l.diag = append(l.diag, checkID(f)...)
	l.ref, l.appears, l.refs = h.Ref(), h.Published.First(), referencesIn(l.entry, l.document)
	if f.lang == "" {
		l.traits = traitsOf(l.entry)
	}
	return l
}

// front parts the fields of an entry from its text.
func front(fsys fs.FS, name string) (document, Body) {
	text, list := read(fsys, name)
	if list != nil {
		return unreadable(list), Body{}
	}
	if path.Ext(name) != ".md" {
		return parse(name, text, 1), Body{File: name}
	}
	fields, line, body, bodyLine, ok := strictyaml.FrontMatter(text)
	if !ok {
		return unreadable(diag.List{noFront(name, body)}), Body{}
	}
	return parse(name, fields, line), Body{File: name, Line: bodyLine, Text: string(body)}
}

// fenceLike is a line that is meant as a fence and is none.
var fenceLike = regexp.MustCompile(`^[ \t]*[-－—–−─]{2,}[ \t]*$`)

// noFront tells what is wrong with the fences of text: the first line should
// be one, or else one of those below it.
func noFront(name string, text []byte) diag.Diagnostic {
	first := diag.Pos{File: name, Line: 1, Col: 1}
	lines := strings.Split(string(text), "\n")
	opens := strings.HasPrefix(lines[0], "---") && !strings.HasPrefix(lines[0], "----")
	if !opens {
		lines = lines[:1]
	}
	for i, line := range lines {
		line = strings.TrimRight(line, " \t\r")
		if line != "---" && fenceLike.MatchString(line) {
			at := diag.Pos{File: name, Line: i + 1, Col: 1, Len: utf8.RuneCountInString(line)}
			return codeFence.At(at, strings.TrimSpace(line)).Hinted(hintFence)
		}
	}
	if opens {
		return codeOpenFront.At(first).Hinted(hintFront)
	}
	return codeNoFront.At(first).Hinted(hintFront)
}

func newEntry(kind string) Entry {
	switch kind {
	case "community":
		return new(Community)
	case "policy":
		return new(Policy)
	case "guide":
		return new(Guide)
	case "job":
		return new(Job)
	case "event":
		return new(Event)
	}
	return new(Page)
}
