package build

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"anju/generator/content"
	"anju/generator/diag"
	"anju/generator/lock"
)

// Published is what a planned site publishes, as the record of what has been
// published speaks of it.
func Published(p *Planned) lock.Site {
	var s lock.Site
	for _, lang := range p.Config.Languages {
		v := p.Site.Views[lang]
		for _, e := range p.Library.Entries {
			local, written := p.Library.In(e, lang)
			if !written {
				continue
			}
			h := local.Common()
			at := diag.Pos{File: h.File, Line: h.Body.Line}
			s.Entries = append(s.Entries, lock.Entry{Ref: string(h.Ref()), Lang: lang, Anchors: v.Anchors(h), At: at, Headings: h.Body.Headings})
		}
	}
	settled, moved, hidden := settled(p.Library), moved(p.Library), leftOut(p.Library)
	s.Excused = func(ref, place string) bool {
		kind, id, _ := strings.Cut(ref, ":")
		return settled[content.Ref(ref)] || moved[content.KindOf(kind).Path(id)+place]
	}
	s.LeftOut = func(ref string) diag.Pos { return hidden[content.Ref(ref)] }
	return s
}

// settled are the entries whose addresses answer whatever becomes of their
// texts: those that are withdrawn or gone for good.
func settled(lib *content.Library) map[content.Ref]bool {
	out := map[content.Ref]bool{}
	for _, e := range lib.Entries {
		if h := e.Common(); h.Withdrawn != nil {
			out[h.Ref()] = true
		}
	}
	for _, e := range lib.Gone {
		out[e.Common().Ref()] = true
	}
	return out
}

// moved are the addresses that lead on to an entry, without a language.
func moved(lib *content.Library) map[string]bool {
	out := map[string]bool{}
	for _, e := range lib.Entries {
		h := e.Common()
		for _, old := range h.MovedFrom {
			out[content.KindOf(h.Kind).OldPath(old)] = true
		}
	}
	return out
}

func leftOut(lib *content.Library) map[content.Ref]diag.Pos {
	out := map[content.Ref]diag.Pos{}
	for _, l := range lib.LeftOut {
		out[l.Ref] = diag.Pos{File: l.File, Line: 1}
	}
	return out
}

// Record reads the record of the source; there is none where no file is.
func Record(source fs.FS) (lock.Record, diag.List, error) {
	text, err := fs.ReadFile(source, lock.File)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil
	}
	if err != nil {
		return nil, nil, fmt.Errorf("read the record of what is published: %w", err)
	}
	r, list := lock.Parse(text)
	return r, list, nil
}

// checkRecord compares a planned site with the record of the source. A source
// without one keeps none.
func checkRecord(source fs.FS, p *Planned) (diag.List, error) {
	r, list, err := Record(source)
	if err != nil || len(r) == 0 {
		return list, err
	}
	return append(list, r.Check(Published(p))...), nil
}
