package content

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"

	"anju/generator/diag"
	"anju/generator/strictyaml"
)

// terms holds the words of each vocabulary by its name in vocab tags. A
// vocabulary with errors is not there: entries may use what is wrong in it.
type terms map[string][]Term

func newTerms(v *vocabularies) terms {
	t := v.byName()
	for _, f := range v.files {
		if f.diag.HasErrors() {
			delete(t, f.name)
		}
	}
	return t
}

// checkVocab checks the vocabularies themselves.
func (t terms) checkVocab(v *vocabularies, now time.Time) (list diag.List) {
	for _, f := range v.files {
		if f.doc == nil || f.broken {
			continue
		}
		list = append(list, t.checkAny(f.into, f.document)...)
		list = append(list, sameSlugs(f, t[f.name])...)
		switch f.name {
		case "synonyms":
			list = append(list, checkSynonyms(v.Synonyms, f.document)...)
			list = append(list, checkCityWords(v.Synonyms, v.Cities, f.document)...)
		case "topics":
			list = append(list, checkTopics(v.Topics, f.document)...)
		case "gaps":
			list = append(list, t.checkGaps(v.Gaps, now, f.document)...)
		}
	}
	return list
}

// RegionSlug stands for the whole region where an address or a list needs a city.
const RegionSlug = "region"

// sameSlugs tells slugs that are taken.
func sameSlugs(f *vocabFile, words []Term) (list diag.List) {
	seen := map[string]bool{}
	for i, w := range words {
		if f.name == "cities" && w.Slug == RegionSlug {
			list = append(list, codeReserved.At(f.At(i, "slug"), w.Slug).Hinted(hintSlugTaken))
		}
		if w.Slug != "" && seen[w.Slug] {
			list = append(list, codeSameSlug.At(f.At(i, "slug"), w.Slug).Hinted(hintSameSlug))
		}
		seen[w.Slug] = true
	}
	return list
}

// checkTerms tells words in v that their vocabulary does not hold, and those
// that stand twice in one list.
func (t terms) checkTerms(v any, doc document) (list diag.List) {
	seen := map[string]bool{}
	strictyaml.Walk(v, func(path []any, tag reflect.StructTag, word string) {
		vocab := tag.Get("vocab")
		if _, listed := path[len(path)-1].(int); listed && vocab != "" {
			item := fmt.Sprint(path[:len(path)-1], word)
			if seen[item] {
				list = append(list, codeSameWord.Warn(doc.At(path...), word).Hinted(hintSameWord))
			}
			seen[item] = true
		}
		words, readable := t[vocab]
		if !readable || slices.ContainsFunc(words, func(w Term) bool { return w.Slug == word }) {
			return
		}
		list = append(list, codeTerm.At(doc.At(path...), vocabPath(vocab), word).Hinted(suggest(words, word)))
	})
	return list
}

// suggest finds the slug that was meant: by a Chinese or English name, or as
// the nearest spelling.
func suggest(words []Term, word string) diag.Text {
	var slugs []string
	for _, w := range words {
		if word == w.Zh || strings.EqualFold(word, w.En) || slices.Contains(w.Aliases, word) {
			return hintSlug.With(diag.Text{Zh: w.Slug, En: w.Slug})
		}
		slugs = append(slugs, w.Slug)
	}
	if hint := diag.PlainMarks(word); hint != (diag.Text{}) {
		return hint
	}
	if hint := diag.DidYouMean(word, slugs); hint != (diag.Text{}) {
		return hint
	}
	if len(slugs) == 0 {
		return hintNoTerms
	}
	return hintTerms.With(few(words))
}

// few lists the first of words for a hint, each with its name.
func few(words []Term) diag.Text {
	const limit = 12
	var zh, en []string
	for _, w := range words[:min(len(words), limit)] {
		zh, en = append(zh, w.Slug+"（"+w.Zh+"）"), append(en, w.Slug+" ("+w.En+")")
	}
	text := diag.Text{Zh: strings.Join(zh, "、"), En: strings.Join(en, ", ")}
	if n := len(words); n > limit {
		text.Zh, text.En = fmt.Sprintf("%s……一共 %d 个", text.Zh, n), fmt.Sprintf("%s … %d in all", text.En, n)
	}
	return text
}
