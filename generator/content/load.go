package content

import (
	"cmp"
	"io/fs"
	"path"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"anju/generator/config"
	"anju/generator/diag"
	"anju/generator/strictyaml"
)

// Options says what a load takes in.
type Options struct {
	Now    time.Time // entries published later are left out
	Drafts bool      // take drafts, and what is published later, in
	Jobs   int       // files read at once; 0 for one per processor
}

// loaded is an entry with the places of its fields.
type loaded struct {
	file
	document
	entry Entry // never nil; empty where nothing could be read
}

// Load reads all content in fsys, whose root is the source folder. When a
// finding is an error, the Library holds what could be read: it serves to find
// more that is wrong, and must not be published.
func Load(fsys fs.FS, cfg config.Config, opts Options) (*Library, diag.List) {
	vocab, list := loadVocab(fsys)
	files, found := discover(fsys, config.Translations)
	list = append(list, found...)
	files = slices.DeleteFunc(files, func(f file) bool { // translations into what this site is not in
		return f.lang != "" && !slices.Contains(cfg.Languages, f.lang)
	})

	all := readAll(fsys, files, opts.Jobs)
	terms := newTerms(vocab)
	list = append(list, terms.checkVocab(vocab, opts.Now)...)
	for _, l := range all {
		list = append(list, l.diag...)
	}
	lib := &Library{Vocab: vocab.Vocab}
	texts, translations, twice := sortOut(all)
	list = append(list, twice...)
	for _, l := range texts {
		if !l.broken {
			list = append(list, terms.check(l, opts.Now)...)
		}
	}
	lib.take(texts, opts)
	list = append(list, lib.link(texts, vocab)...)
	return lib, append(list, lib.translate(texts, translations)...)
}

// readAll decodes the files on several processors and keeps their order.
func readAll(fsys fs.FS, files []file, jobs int) []loaded {
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	out := make([]loaded, len(files))
	next := make(chan int)
	var wg sync.WaitGroup
	for range jobs {
		wg.Go(func() {
			for i := range next {
				out[i] = decode(fsys, files[i])
			}
		})
	}
	for i := range files {
		next <- i
	}
	close(next)
	wg.Wait()
	return out
}

var (
	codeNoFront   = diag.New("content/no-front-matter", "文件开头缺少用 --- 围起来的设置部分", "the file does not begin with front matter between --- lines")
	codeOpenFront = diag.New("content/no-front-matter", "设置部分没有结束：缺少第二行 ---", "the front matter does not end: its second line --- is missing")
	codeFence     = diag.New("content/no-front-matter", "设置部分的分隔行是 ---，这里写成了“%s”", "the front matter stands between lines of ---, not %s")
	hintFence     = diag.Text{Zh: "换成正好三个英文减号 ---，前面不空格", En: "write exactly three hyphens, without a space before them"}
	hintFront     = diag.Text{Zh: "第一行写 ---，接着写 title: 等字段，再写一行 ---，下面是正文", En: "write --- on the first line, then the fields, then --- again, then the text"}
)

// decode turns a file into a typed entry with its findings.
func decode(fsys fs.FS, f file) loaded {
	l := loaded{file: f, entry: newEntry(f.kind.Name)}
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

// sortOut parts texts from translations, and tells ids that two files claim.
func sortOut(all []loaded) (texts, translations []loaded, list diag.List) {
	seen := map[[2]string]string{} // reference and language → file
	for _, l := range all {
		key := [2]string{l.kind.Name + ":" + l.id, l.lang}
		if first, taken := seen[key]; taken {
			list = append(list, codeSameID.At(diag.Pos{File: l.path}, l.id, first).Hinted(hintSameID))
			continue
		}
		seen[key] = l.path
		if l.lang == "" {
			texts = append(texts, l)
		} else {
			translations = append(translations, l)
		}
	}
	order := func(a, b loaded) int {
		kinds := slices.Index(Kinds, a.kind) - slices.Index(Kinds, b.kind)
		return cmp.Or(kinds, cmp.Compare(a.id, b.id))
	}
	slices.SortFunc(texts, order)
	slices.SortFunc(translations, order)
	return texts, translations, list
}

// take puts the entries that this build publishes into the library.
func (l *Library) take(texts []loaded, opts Options) {
	l.byRef = map[Ref]Entry{}
	for _, t := range texts {
		h := t.entry.Common()
		if !opts.Drafts && (h.Draft || h.Published.First().After(opts.Now)) {
			l.LeftOut = append(l.LeftOut, LeftOut{File: h.File, Ref: h.Ref(), Draft: h.Draft, From: h.Published})
			continue
		}
		if h.Gone {
			l.Gone = append(l.Gone, t.entry)
			continue
		}
		l.byRef[h.Ref()] = t.entry
		l.Entries = append(l.Entries, t.entry)
		l.file(t.entry)
	}
}

func (l *Library) file(e Entry) {
	switch e := e.(type) {
	case *Community:
		l.Communities = append(l.Communities, e)
	case *Policy:
		l.Policies = append(l.Policies, e)
	case *Guide:
		l.Guides = append(l.Guides, e)
	case *Job:
		l.Jobs = append(l.Jobs, e)
	case *Event:
		l.Events = append(l.Events, e)
	case *Page:
		l.Pages = append(l.Pages, e)
	}
}

// notPublished reports a draft, or an entry of a later day.
func (l *Library) notPublished(ref Ref) (LeftOut, bool) {
	for _, out := range l.LeftOut {
		if out.Ref == ref {
			return out, true
		}
	}
	return LeftOut{}, false
}
