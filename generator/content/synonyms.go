package content

import (
	"reflect"

	"anju/generator/diag"
	"anju/generator/strictyaml"
)

// What can be wrong with a group of synonyms.
var (
	codeSynonymForm = diag.New("content/synonym-form", "这一组的 words 和 from、to 不能同时写", "words cannot stand beside from or to")
	codeSynonymHalf = diag.New("content/synonym-half", "这一组缺少 %s", "the group has no %s")
	codeSynonymOne  = diag.New("content/synonym-alone", "words 里至少要有两个词", "words needs two words or more")
	codeSynonymSame = diag.New("content/synonym-twice", "这一组里 %q 出现了两次", "the group holds %q twice")
	codeSynonymCity = diag.New("content/synonym-city", "“%s”是城市的名称，不用写进同义词", "%q is the name of a city and needs no synonym")

	hintSynonymForm = diag.Text{Zh: "互相算同义的写 words；只能一个方向的写 from 和 to；两样都有，分成两组", En: "write words for what means the same, from and to for one way; make two groups of both"}
	hintSynonymHalf = diag.Text{Zh: "互相算同义的写 words: [词, 词]；单向的两样都写：搜 from 里的词，也找 to 里的词", En: "write words: [one, other] for both ways; one way needs both: who looks for from also finds to"}
	hintSynonymOne  = diag.Text{Zh: "补上同义的词，或者删掉这一组", En: "add what means the same, or delete the group"}
	hintSynonymCity = diag.Text{Zh: "从这一组里删掉它；城市的别名写进 cities.yaml 的 aliases", En: "delete it here; other names of a city go into aliases of cities.yaml"}
	hintSynonymSame = diag.Text{Zh: "删掉其中一个", En: "delete one of them"}
)

// checkSynonyms demands of every group that it is either two-way or one-way,
// whole, and holds each word once.
func checkSynonyms(groups []Synonym, doc document) (list diag.List) {
	for i, s := range groups {
		if !doc.toldAny([]any{i}, "words", "from", "to") {
			list = append(list, checkSynonymForm(s, doc, i)...)
		}
		seen := map[string]bool{}
		list = append(list, sameWords(s.Words, seen, doc, i, "words")...)
		list = append(list, sameWords(s.From, seen, doc, i, "from")...)
		list = append(list, sameWords(s.To, seen, doc, i, "to")...)
	}
	return list
}

func checkSynonymForm(s Synonym, doc document, i int) diag.List {
	half := func(name string) diag.List {
		return diag.List{codeSynonymHalf.At(doc.At(i), name).Hinted(hintSynonymHalf)}
	}
	switch words, from, to := len(s.Words), len(s.From), len(s.To); {
	case words > 0 && from+to > 0:
		return diag.List{codeSynonymForm.At(doc.At(i, "words")).Hinted(hintSynonymForm)}
	case words == 1:
		return diag.List{codeSynonymOne.At(doc.At(i, "words")).Hinted(hintSynonymOne)}
	case words > 1:
		return nil
	case from == 0 && to == 0:
		return half("words")
	case from == 0:
		return half("from")
	case to == 0:
		return half("to")
	}
	return nil
}

// sameWords tells the words of a field of group i that were seen in it before.
func sameWords(words []string, seen map[string]bool, doc document, i int, field string) (list diag.List) {
	for j, word := range words {
		if seen[word] {
			list = append(list, codeSynonymSame.At(doc.At(i, field, j), word).Hinted(hintSynonymSame))
		}
		seen[word] = true
	}
	return list
}

// checkCityWords warns of names of cities in groups of synonyms: the search
// reads them as filters, which a synonym would undo.
func checkCityWords(groups []Synonym, cities []City, doc document) (list diag.List) {
	names := map[string]bool{}
	for _, c := range cities {
		for _, name := range append([]string{c.Zh, c.En}, c.Aliases...) {
			names[name] = name != ""
		}
	}
	for i, s := range groups {
		strictyaml.Walk(&s, func(path []any, _ reflect.StructTag, word string) {
			if names[word] {
				at := doc.At(append([]any{i}, path...)...)
				list = append(list, codeSynonymCity.Warn(at, word).Hinted(hintSynonymCity))
			}
		})
	}
	return list
}
