package site

import (
	stdpath "path"
	"runtime"
	"slices"
	"strings"
	"sync"

	"anju/generator/content"
	"anju/generator/diag"
	"anju/generator/markdown"
)

// texts holds the converted body of each entry by language and reference. What
// has no translation is not there.
type texts map[string]map[content.Ref]markdown.Document

// convert turns the body of every entry, in every language it is written in,
// into HTML and plain text.
func (p *planner) convert() (list diag.List) {
	type job struct {
		lang  string
		entry content.Entry
		doc   markdown.Document
		list  diag.List
	}
	var jobs []*job
	p.texts = texts{}
	for _, lang := range p.cfg.Languages {
		p.texts[lang] = map[content.Ref]markdown.Document{}
		for _, e := range p.lib.Entries {
			if t, ok := p.lib.In(e, lang); ok {
				jobs = append(jobs, &job{lang: lang, entry: t})
			}
		}
	}
	work := make(chan *job)
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for j := range work {
				h := j.entry.Common()
				src := markdown.Source{File: h.Body.File, Line: h.Body.Line, Text: []byte(h.Body.Text), Lang: j.lang}
				j.doc, j.list = markdown.Convert(src, view{planner: p, lang: j.lang}.resolver(h))
			}
		})
	}
	for _, j := range jobs {
		work <- j
	}
	close(work)
	wg.Wait()
	for _, j := range jobs {
		p.texts[j.lang][j.entry.Common().Ref()] = j.doc
		list = append(list, j.list...)
	}
	return list
}

// resolver turns the destinations that an editor may write into addresses:
// policy:ID, a file beside the entry, a path of this site, the web.
func (v view) resolver(h *content.Head) markdown.Resolve {
	return func(dest string, image bool) (string, diag.Text, bool) {
		name, fragment, _ := strings.Cut(dest, "#")
		if fragment != "" {
			fragment = "#" + fragment
		}
		kind, id, isRef := strings.Cut(name, ":")
		switch {
		case isRef && content.KindOf(kind).Name != "":
			return v.reference(content.Ref(kind+":"+id), fragment)
		case isRef, strings.HasPrefix(dest, "#"):
			return dest, diag.Text{}, true
		case strings.HasPrefix(dest, "/"):
			return dest, diag.Text{}, true // the check of all links follows it
		}
		at := slices.IndexFunc(h.Assets, func(a string) bool { return stdpath.Base(a) == name })
		if at < 0 {
			return "", noAsset, false
		}
		return escape("/" + assetPath(h, h.Assets[at])), diag.Text{}, true
	}
}

var noAsset = diag.Text{
	Zh: "条目的文件夹里没有这个文件。链接到别的条目，写 policy:编号；链接到网上，写完整的 https:// 地址",
	En: "there is no such file beside the entry. Link to an entry as policy:ID, to the web with its whole https:// address",
}

func (v view) reference(ref content.Ref, fragment string) (string, diag.Text, bool) {
	e := v.lib.Get(ref)
	if e == nil {
		var refs []string
		for _, e := range v.lib.Entries {
			refs = append(refs, string(e.Common().Ref()))
		}
		hint := diag.DidYouMean(string(ref), refs)
		if hint == (diag.Text{}) {
			hint = diag.Text{Zh: "没有这个条目，或者它还没有发布", En: "there is no such entry, or it is not published"}
		}
		return "", hint, false
	}
	return v.entryURL(e.Common()) + fragment, diag.Text{}, true
}
