package content

import (
	"cmp"
	"io/fs"
	"runtime"
	"slices"
	"sync"
	"time"

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
	entry Entry
	doc   *strictyaml.Doc
	diag  diag.List
}

// Load reads all content in fsys, whose root is the source folder. The Library
// is nil when a finding is an error.
func Load(fsys fs.FS, cfg config.Config, opts Options) (*Library, diag.List) {
	vocab, list := loadVocab(fsys)
	files, found := discover(fsys, cfg.Languages[1:])
	list = append(list, found...)

	all := readAll(fsys, files, opts.Jobs)
	terms := newTerms(vocab)
	list = append(list, terms.checkVocab(vocab)...)
	for _, l := range all {
		list = append(list, l.diag...)
	}
	lib := &Library{Vocab: vocab.Vocab}
	texts, translations, twice := sortOut(all)
	list = append(list, twice...)
	for _, l := range texts {
		list = append(list, terms.check(l)...)
	}
	lib.take(texts, opts)
	list = append(list, lib.link(texts, vocab)...)
	list = append(list, lib.translate(texts, translations)...)
	if list.HasErrors() {
		return nil, list
	}
	return lib, list
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
	codeNoFront = diag.New("content/no-front-matter", "文件开头缺少用 --- 围起来的设置部分", "the file does not begin with front matter between --- lines")
	hintFront   = diag.Text{Zh: "第一行写 ---，接着写 title: 等字段，再写一行 ---，下面是正文", En: "write --- on the first line, then the fields, then --- again, then the text"}
)

// decode turns a file into a typed entry with its findings.
func decode(fsys fs.FS, f file) loaded {
	l := loaded{file: f}
	text, list := read(fsys, f.path)
	if l.diag = append(list, checkID(f)...); list != nil {
		return l
	}
	front, line, body, bodyLine := text, 1, []byte(nil), 0
	if isMarkdown(f.path) {
		var ok bool
		if front, line, body, bodyLine, ok = strictyaml.FrontMatter(text); !ok {
			l.diag = append(l.diag, codeNoFront.At(diag.Pos{File: f.path, Line: 1, Col: 1}).Hinted(hintFront))
			return l
		}
	}
	doc, list := strictyaml.Parse(f.path, front, line)
	l.diag = append(l.diag, list...)
	if doc == nil {
		return l
	}
	l.doc, l.entry = doc, newEntry(f.kind.Name)
	if f.lang == "" {
		l.diag = append(l.diag, doc.Decode(l.entry)...)
	} else {
		l.diag = append(l.diag, doc.DecodeTranslation(l.entry)...)
	}
	h := l.entry.Common()
	h.ID, h.Kind, h.Lang, h.File, h.Assets = f.id, f.kind.Name, f.lang, f.path, f.assets
	if h.Lang == "" {
		h.Lang = config.Language
	}
	h.Body = Body{File: f.path, Line: bodyLine, Text: string(body)}
	return l
}

func isMarkdown(name string) bool { return len(name) > 3 && name[len(name)-3:] == ".md" }

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
// What could not be decoded is in neither: its findings have been told.
func sortOut(all []loaded) (texts, translations []loaded, list diag.List) {
	seen := map[[2]string]string{} // reference and language → file
	for _, l := range all {
		key := [2]string{l.kind.Name + ":" + l.id, l.lang}
		if first, taken := seen[key]; taken {
			list = append(list, codeSameID.At(diag.Pos{File: l.path}, l.id, first))
			continue
		}
		seen[key] = l.path
		switch {
		case l.entry == nil:
		case l.lang == "":
			texts = append(texts, l)
		default:
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
