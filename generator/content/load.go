package content

import (
	"io/fs"
	"reflect"
	"runtime"
	"slices"
	"sync"
	"time"

	"anju/generator/config"
	"anju/generator/diag"
	"anju/generator/validity"
)

// Options says what a load takes in.
type Options struct {
	Now    time.Time // entries of a later day, in Shanghai, are left out
	Drafts bool      // take drafts, and what is published later, in
	Jobs   int       // files read at once; 0 for one per processor
	Memory *Memory   // of the last load of the same folder; nil to load from nothing
}

// Load reads all content in fsys, whose root is the source folder. When a
// finding is an error, the Library holds what could be read: it serves to find
// more that is wrong, and must not be published.
//
// With a Memory it reads only what has changed, and the Library and the
// findings are those of a load from nothing.
func Load(fsys fs.FS, cfg config.Config, opts Options) (*Library, diag.List) {
	m := opts.Memory
	if m == nil {
		m = new(Memory)
	}
	m.read(fsys, opts.Jobs)
	day := validity.DateOf(opts.Now).First()

	texts, list := m.findings(cfg.Languages)
	list = append(list, m.check(texts, basis{m.vocab.terms, day, cfg.RefusedSources}, opts.Jobs)...)
	list = append(list, m.comparison.across(texts)...)
	lib := &Library{Vocab: m.vocab.Vocab, VocabVersion: m.vocab.version}
	published := lib.take(texts, day, opts.Drafts)
	list = append(list, m.link(lib, texts, published)...)
	return lib, append(list, m.translate(lib, texts, cfg.Languages, opts.Jobs)...)
}

// read brings the memory up to date with the files.
func (m *Memory) read(fsys fs.FS, jobs int) {
	due, vocab := m.due()
	if vocab {
		m.vocab = loadVocab(fsys, m.vocab)
	}
	m.forget(due)
	var files []file
	var strays []stray
	for _, place := range due {
		more, wrong := discover(fsys, place)
		files, strays = append(files, more...), append(strays, wrong...)
	}
	decoded := make([]*loaded, len(files))
	inParallel(jobs, len(files), func(i int) { decoded[i] = decode(fsys, files[i]) })
	m.learn(decoded, strays)
}

// findings tells what is wrong with files, each by itself, and returns those
// that hold the text of an entry: where several claim one id, the first.
func (m *Memory) findings(languages []string) (texts []*loaded, list diag.List) {
	list = append(list, m.vocab.found...)
	for _, s := range m.strays {
		list = append(list, s.Diagnostic)
	}
	for _, l := range m.texts {
		list = append(list, l.diag...)
	}
	for _, l := range m.spoken(languages) {
		list = append(list, l.diag...)
	}
	texts, twice := first(m.texts)
	_, more := first(m.spoken(languages))
	return texts, append(append(list, twice...), more...)
}

// spoken are the translations into the languages of the site.
func (m *Memory) spoken(languages []string) (out []*loaded) {
	for _, l := range m.translations {
		if slices.Contains(languages, l.lang) {
			out = append(out, l)
		}
	}
	return out
}

// first keeps the first of files that claim one id in one language.
func first(files []*loaded) (kept []*loaded, list diag.List) {
	kept = make([]*loaded, 0, len(files))
	for _, l := range files {
		if n := len(kept); n > 0 && kept[n-1].id == l.id && kept[n-1].order == l.order && kept[n-1].lang == l.lang {
			list = append(list, codeSameID.At(diag.Pos{File: l.path}, l.id, kept[n-1].path).Hinted(hintSameID))
			continue
		}
		kept = append(kept, l)
	}
	return kept, list
}

// basis is what the check of a file takes in besides the file. Its address
// stays the same from load to load as long as all of it does.
type basis struct {
	terms
	day     time.Time // no check asks the hour
	refused []string  // hosts
}

// checked are the findings of a check, and what it was made with.
type checked struct {
	with  *basis
	found diag.List
}

// check finds what is wrong in the vocabularies and in each text by itself.
func (m *Memory) check(texts []*loaded, now basis, jobs int) (list diag.List) {
	if m.basis == nil || !reflect.DeepEqual(*m.basis, now) {
		m.basis = &now
	}
	with := m.basis
	if v := m.vocab; v.checked.with != with {
		v.checked = checked{with, with.checkVocab(v, with.day)}
	}
	list = append(list, m.vocab.checked.found...)
	var stale []*loaded
	for _, l := range texts {
		if !l.broken && l.checked.with != with {
			stale = append(stale, l)
		}
	}
	inParallel(jobs, len(stale), func(i int) {
		l := stale[i]
		found := with.check(*l, with.day)
		l.checked = checked{with, append(found, bannedHosts(l.entry.Common(), with.refused, l.document)...)}
	})
	for _, l := range texts {
		list = append(list, l.checked.found...)
	}
	return list
}

// inParallel calls do for every number below n, on jobs processors, or on all.
func inParallel(jobs, n int, do func(i int)) {
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	next := make(chan int)
	var wg sync.WaitGroup
	for range min(jobs, n) {
		wg.Go(func() {
			for i := range next {
				do(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wg.Wait()
}

// take puts the entries that this build publishes into the library, and
// returns their files.
func (l *Library) take(texts []*loaded, day time.Time, drafts bool) (published []*loaded) {
	published = make([]*loaded, 0, len(texts))
	for _, t := range texts {
		h := t.entry.Common()
		switch {
		case !drafts && (h.Draft || t.appears.After(day)):
			l.LeftOut = append(l.LeftOut, LeftOut{File: h.File, Ref: t.ref, Draft: h.Draft, From: h.Published})
		case h.Gone:
			l.Gone = append(l.Gone, t.entry)
		default:
			published = append(published, t)
			l.Entries = append(l.Entries, t.entry)
			l.file(t.entry)
		}
	}
	return published
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
