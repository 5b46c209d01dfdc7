package site

import (
	"maps"
	"slices"

	"anju/generator/config"
	"anju/generator/content"
	"anju/generator/lexicon"
	"anju/generator/search"
)

// word is a word of a vocabulary. Where folder is set it has a page there.
type word struct {
	content.Term
	facet, folder string
	short         string   // of a city
	parts         []string // of a city: its districts
}

// vocabulary are all words that documents bear. The degrees stand from low to
// high: what names two of them means the lower one first.
func (p *planner) vocabulary() (words []word) {
	add := func(facet string, terms ...content.Term) {
		for _, t := range terms {
			words = append(words, word{Term: t, facet: facet})
		}
	}
	v := p.lib.Vocab
	for _, c := range v.Cities {
		words = append(words, word{c.Term, "city", "cities", c.Short, c.Districts})
	}
	add("degree", v.Degrees...)
	add("audience", content.Terms(v.Audiences)...)
	add("benefit", v.Benefits...)
	add("tag", v.Tags...)
	add("unit_type", p.labelled("unit_type")...)
	add("delivery", p.labelled("delivery")...)
	add("type", p.kinds()...)
	add("facility", content.Terms(v.Facilities)...)
	add("amenity", content.Terms(v.Amenities)...)
	for _, o := range v.Brands {
		words = append(words, word{Term: o.Term, facet: "brand", folder: "brands"})
	}
	for _, o := range v.Operators {
		words = append(words, word{Term: o.Term, facet: "operator", folder: "operators"})
	}
	return words
}

// kinds are the kinds of entry that readers ask for by name.
func (p *planner) kinds() []content.Term {
	asked := []string{"community", "policy", "guide", "job", "event"}
	return slices.DeleteFunc(p.labelled("type"), func(t content.Term) bool { return !slices.Contains(asked, t.Slug) })
}

// labelled are the words of a field that has no vocabulary, only labels.
func (p *planner) labelled(facet string) (terms []content.Term) {
	zh, en := p.frame.Labels[config.Language][facet], p.frame.Labels["en"][facet]
	for _, slug := range slices.Sorted(maps.Keys(zh)) {
		terms = append(terms, content.Term{Slug: slug, Zh: zh[slug], En: en[slug]})
	}
	return terms
}

// spellings are all names of a term, each once.
func spellings(t content.Term) (names []string) {
	for _, name := range append([]string{t.Zh, t.En}, t.Aliases...) {
		if name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// lexicon holds the words that the search knows: those that have a page, and
// those that are values of its facets.
func (p *planner) lexicon() (lex lexicon.Lexicon) {
	facets := search.CommonFacets()
	for _, w := range p.vocabulary() {
		if w.folder != "" || slices.Contains(facets, w.facet) {
			lex.Terms = append(lex.Terms, p.term(w))
		}
	}
	for _, s := range p.lib.Vocab.Synonyms {
		if len(s.Words) > 0 {
			s.From, s.To = s.Words, s.Words
		}
		lex.Synonyms = append(lex.Synonyms, lexicon.Synonym{From: s.From, To: s.To})
	}
	return lex
}

// term is a word with the address of its page, or of the results that bear it.
func (p *planner) term(w word) lexicon.Term {
	out := lexicon.Term{
		Facet: w.facet, Value: w.Slug, Names: spellings(w.Term), Short: w.short, Parts: w.parts,
		Label: map[string]string{}, URL: map[string]string{},
	}
	for _, lang := range p.cfg.Languages {
		out.Label[lang] = w.In(lang)
		if out.URL[lang] = p.in(lang).URL("/" + w.folder + "/" + w.Slug + "/"); w.folder == "" {
			out.URL[lang] = p.in(lang).URL("/search") + "?" + w.facet + "=" + w.Slug
		}
	}
	return out
}

// namesBySlug are the spellings of all words, by facet and slug.
func namesBySlug(words []word) map[string]map[string][]string {
	out := map[string]map[string][]string{}
	for _, w := range words {
		if out[w.facet] == nil {
			out[w.facet] = map[string][]string{}
		}
		out[w.facet][w.Slug] = spellings(w.Term)
	}
	return out
}
