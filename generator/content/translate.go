package content

import (
	"fmt"
	"strings"

	"anju/generator/diag"
	"anju/generator/strictyaml"
)

var (
	codeOrphan = diag.New("content/translation-without-original", "没有 %s 的中文原文", "%s has no Chinese original")
	codeShape  = diag.New("content/translation-shape", "%s 原文有 %d 项，译文有 %d 项", "%s has %d items in the original, %d in the translation")
	codeNoDate = diag.New("content/translation-date", "译文要写 translated: 日期", "a translation needs translated: DATE")
	codeStale  = diag.New("content/translation-stale", "译文早于原文的修改", "the translation is older than a change of the original")
)

// translate lays each translation over its entry.
func (l *Library) translate(texts, translations []loaded) (list diag.List) {
	originals := map[Ref]Entry{}
	for _, t := range texts {
		originals[t.entry.Common().Ref()] = t.entry
	}
	l.inLang = map[string]map[Ref]Entry{}
	for _, t := range translations {
		ref := t.entry.Common().Ref()
		base, ok := originals[ref]
		if !ok {
			list = append(list, codeOrphan.At(diag.Pos{File: t.path}, ref))
			continue
		}
		merged, findings := lay(base, t)
		list = append(list, findings...)
		if l.byRef[ref] == nil {
			continue // a draft, or gone
		}
		if l.inLang[t.lang] == nil {
			l.inLang[t.lang] = map[Ref]Entry{}
		}
		l.inLang[t.lang][ref] = merged
	}
	return list
}

// lay puts the texts of a translation over a copy of its original.
func lay(base Entry, t loaded) (Entry, diag.List) {
	var list diag.List
	merged, mismatches := strictyaml.Overlay(base, t.entry)
	for _, m := range mismatches {
		list = append(list, codeShape.At(t.doc.At(m.Path...), pathString(m.Path), m.Want, m.Got))
	}
	e := merged.(Entry)
	h, own := e.Common(), t.entry.Common()
	h.Lang, h.File, h.Assets = own.Lang, own.File, base.Common().Assets
	h.Translated = own.Translated
	if strings.TrimSpace(own.Body.Text) != "" {
		h.Body = own.Body
	}
	switch {
	case h.Translated.IsZero():
		list = append(list, codeNoDate.At(t.doc.At("translated")))
	case h.Stale():
		list = append(list, codeStale.Warn(t.doc.At("translated")))
	}
	return e, list
}

func pathString(path []any) string {
	var b strings.Builder
	for _, p := range path {
		switch p := p.(type) {
		case int:
			fmt.Fprintf(&b, "[%d]", p)
		default:
			if b.Len() > 0 {
				b.WriteByte('.')
			}
			fmt.Fprint(&b, p)
		}
	}
	return b.String()
}
