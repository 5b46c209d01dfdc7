package search

import (
	"cmp"
	"maps"
	"slices"

	"anju/generator/hanzi"
	"anju/generator/lexicon"
	"anju/generator/suggest"
)

// maxSuggestions is how many completions are offered.
const maxSuggestions = 8

// suggested are the facets whose words are offered as completions: each leads
// to its results. Cities, brands and operators have documents of their own.
var suggested = []string{"benefit", "tag", "audience", "degree"}

// weights say which of two names found alike is offered first. What is found by
// its title comes before what is found by an alias.
var weights = map[string]int{
	"city": 9, "benefit": 8, "tag": 7, "community": 6, "policy": 5, "guide": 5, "audience": 5, "brand": 4, "event": 3, "job": 3, "degree": 3, "operator": 2, "gap": 1,
}

// names are what the site calls things: its documents, by place, and then the
// words of its vocabularies.
func names(sorted []Document, lex lexicon.Lexicon) (out []suggest.Name) {
	for i := range sorted {
		d := &sorted[i]
		if d.Kind == homeKind { // its title is its community's
			continue
		}
		n := suggest.Name{Weight: weights[d.Kind], Ref: i}
		var titles []string
		for _, lang := range slices.Sorted(maps.Keys(d.Text)) {
			titles = append(titles, d.Text[lang].Title)
		}
		out = append(out, titled(withKeys(n, titles)), withKeys(n, d.Aliases))
	}
	for i, t := range lex.Terms {
		if slices.Contains(suggested, t.Facet) {
			n := suggest.Name{Weight: weights[t.Facet], Ref: len(sorted) + i}
			out = append(out, titled(withKeys(n, slices.Sorted(maps.Values(t.Label)))), withKeys(n, t.Names))
		}
	}
	return out
}

const titleWeight = 10

func titled(n suggest.Name) suggest.Name {
	n.Weight += titleWeight
	return n
}

func withKeys(n suggest.Name, keys []string) suggest.Name {
	for _, key := range keys {
		n.Keys = appendFolded(n.Keys, key)
	}
	return n
}

func appendFolded(keys []string, s string) []string {
	if s = hanzi.FoldString(s); s == "" || slices.Contains(keys, s) {
		return keys
	}
	return append(keys, s)
}

// Suggest completes the beginning of a question: at most eight names, in lang
// where they have one in it. What it cannot read it leaves out.
func (s *Searcher) Suggest(text, lang string) (out []Suggestion) {
	for _, ref := range s.names.Complete(firstRunes(text, MaxRunes), maxSuggestions) {
		if ref >= len(s.docs) {
			t := s.terms[ref-len(s.docs)]
			out = append(out, Suggestion{
				Text: cmp.Or(t.Label[lang], t.Label[baseLanguage]), URL: cmp.Or(t.URL[lang], t.URL[baseLanguage]), Kind: t.Facet,
			})
			continue
		}
		texts, err := s.text(uint32(ref))
		if err != nil {
			continue // a completion less
		}
		text, _ := inLanguage(texts, lang)
		out = append(out, Suggestion{Text: text.Title, URL: text.URL, Kind: s.docs[ref].Kind})
	}
	return out
}
