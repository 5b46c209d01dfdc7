package build

import (
	"errors"
	"fmt"
	"io/fs"

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
			s.Entries = append(s.Entries, lock.Entry{Ref: string(h.Ref()), Lang: lang, Anchors: v.Anchors(h), At: at})
		}
	}
	excused, hidden := excuses(p.Library), leftOut(p.Library)
	s.Excused = func(ref string) bool { return excused[content.Ref(ref)] }
	s.LeftOut = func(ref string) diag.Pos { return hidden[content.Ref(ref)] }
	return s
}

// excuses are the entries whose addresses go on to answer whatever became of
// their texts.
func excuses(lib *content.Library) map[content.Ref]bool {
	out := map[content.Ref]bool{}
	moved := map[string]bool{}
	for _, e := range lib.Entries {
		h := e.Common()
		out[h.Ref()] = h.Withdrawn != nil
		for _, old := range h.MovedFrom {
			moved[content.KindOf(h.Kind).OldPath(old)] = true
		}
	}
	for _, e := range lib.Gone {
		out[e.Common().Ref()] = true
	}
	for path := range moved {
		if ref, ok := content.RefAt(path); ok {
			out[ref] = true
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
