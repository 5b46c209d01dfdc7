package content

import (
	"fmt"
	"strings"

	"anju/generator/diag"
	"anju/generator/strictyaml"
)

// What can be wrong with a translation.
var (
	codeOrphan = diag.New("content/translation-without-original", "没有 %s 的中文原文", "%s has no Chinese original")
	codeShape  = diag.New("content/translation-shape", "%s原文有 %d 项，译文有 %d 项", "%s: %d in the original, %d in the translation")
	codeExtra  = diag.New("content/translation-shape", "原文里没有%s", "the original has no %s")
	codeNoDate = diag.New("content/translation-date", "译文要写 translated: 日期", "a translation needs translated: DATE")
	codeNotYet = diag.New("content/not-translated", "译文看起来还是中文", "the translation still reads as Chinese")
	codeStale  = diag.New("content/translation-stale", "原文在 %s 改过，译文是 %s 的", "the original changed on %s, the translation is of %s")
)

var (
	hintOrphan = diag.Text{Zh: "先写 %s，或者核对文件名：两个文件只差 .%s", En: "write %s first, or check the file's name: the two differ in .%s only"}
	hintShape  = diag.Text{Zh: "译文和原文一项对一项，不多也不少", En: "translate item by item, no more and no fewer"}
	hintExtra  = diag.Text{Zh: "译文只写原文有的内容；有编号的一项，id 要和原文一样", En: "translate only what the original states; an item's id is that of the original"}
	hintNoDate = diag.Text{Zh: "写上翻译的日期，如 translated: 2026-05-01", En: "add the day it was made, like translated: 2026-05-01"}
	hintNotYet = diag.Text{Zh: "翻成英文；没有翻的字段和正文从译文里删掉，页面会用中文原文", En: "translate it; leave out fields and text that are not translated: the page falls back on the Chinese"}
	hintStale  = diag.Text{Zh: "对照原文更新译文，再改 translated", En: "bring the translation up to date, then change translated"}
)

// laid is what came of laying a translation over a text.
type laid struct {
	over  *loaded
	entry Entry
	found diag.List
}

// translate lays each translation over its entry.
func (m *Memory) translate(lib *Library, texts []*loaded, languages []string, jobs int) (list diag.List) {
	translations, _ := first(m.spoken(languages))
	originals := make([]*loaded, len(translations))
	inParallel(jobs, len(translations), func(i int) {
		t, base := translations[i], find(texts, translations[i].ref)
		if originals[i] = base; base != nil && t.laid.over != base && !base.broken && !t.broken {
			merged, found := lay(base.entry, t)
			t.laid = laid{base, merged, found}
		}
	})
	lib.inLang = map[string][]Entry{}
	for i, t := range translations {
		switch base := originals[i]; {
		case base == nil:
			list = append(list, orphan(t))
		case !base.broken && !t.broken:
			list = append(list, t.laid.found...)
			lib.translated(t)
		}
	}
	return list
}

// translated puts a translation into the library, unless its original is a
// draft, or gone.
func (l *Library) translated(t *loaded) {
	rank, published := l.rank[t.ref]
	if !published {
		return
	}
	if l.inLang[t.lang] == nil {
		l.inLang[t.lang] = make([]Entry, len(l.Entries))
	}
	l.inLang[t.lang][rank] = t.laid.entry
}

func orphan(t *loaded) diag.Diagnostic {
	name := strings.Replace(t.path, "."+t.lang+".", ".", 1)
	hint := diag.Text{Zh: fmt.Sprintf(hintOrphan.Zh, name, t.lang), En: fmt.Sprintf(hintOrphan.En, name, t.lang)}
	return codeOrphan.At(diag.Pos{File: t.path}, t.ref).Hinted(hint)
}

// lay puts the texts of a translation over a copy of its original.
func lay(base Entry, t *loaded) (Entry, diag.List) {
	merged, mismatches := strictyaml.Overlay(base, t.entry)
	list := misfits(mismatches, t.document)
	e := merged.(Entry)
	h, own := e.Common(), t.entry.Common()
	h.Lang, h.File, h.Assets = own.Lang, own.File, base.Common().Assets
	h.Translated = own.Translated
	if strings.TrimSpace(own.Body.Text) != "" {
		h.Body = own.Body
	}
	switch {
	case h.Translated.IsZero() && !t.told("translated"):
		list = append(list, codeNoDate.At(t.At("translated")).Hinted(hintNoDate))
	case h.Stale():
		list = append(list, codeStale.Warn(t.At("translated"), h.NewestChange(), h.Translated).Hinted(hintStale))
	}
	list = append(list, checkTexts(t.entry, t.document)...)
	return e, append(list, untranslated(t)...)
}

// untranslated warns of an English title or text that is Chinese.
func untranslated(t *loaded) diag.List {
	h := t.entry.Common()
	at := t.At("title")
	switch {
	case t.lang != "en":
		return nil
	case isChinese(h.Title):
	case isChinese(h.Body.Text):
		blank := len(h.Body.Text) - len(strings.TrimLeft(h.Body.Text, "\r\n"))
		at = diag.Pos{File: h.Body.File, Line: h.Body.Line + strings.Count(h.Body.Text[:blank], "\n")}
	default:
		return nil
	}
	return diag.List{codeNotYet.Warn(at).Hinted(hintNotYet)}
}

// misfits tells where a translation has another shape than its original.
func misfits(mismatches []strictyaml.Mismatch, doc document) (list diag.List) {
	for _, m := range mismatches {
		f := codeShape.At(doc.At(m.Path...), placeName(m.Path), m.Want, m.Got).Hinted(hintShape)
		if m.Want == 0 {
			at := f.Pos
			if id := step(m.Path, "id"); doc.doc.Has(id...) {
				at = doc.At(id...)
			}
			f = codeExtra.At(at, placeName(m.Path)).Hinted(hintExtra)
		}
		list = append(list, f)
	}
	return list
}

// placeName is a path as messages speak of it: “homes”第 1 项“apply”.
func placeName(path []any) diag.Text {
	var zh, en []string
	for _, p := range path {
		if i, ok := p.(int); ok {
			zh, en = append(zh, fmt.Sprintf("第 %d 项", i+1)), append(en, fmt.Sprintf("item %d", i+1))
			continue
		}
		zh, en = append(zh, fmt.Sprintf("“%s”", p)), append(en, fmt.Sprintf("%q", p))
	}
	return diag.Text{Zh: strings.Join(zh, ""), En: strings.Join(en, ", ")}
}
