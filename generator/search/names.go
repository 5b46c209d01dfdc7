package search

import (
	"cmp"
	"context"
	"maps"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

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
		out = append(out, documentNames(&sorted[i], i)...)
	}
	return append(out, wordNames(lex, len(sorted))...)
}

// documentNames are the names of a document, with what it says in Chinese. A home
// has none: its title is its community's.
func documentNames(d *Document, place int) []suggest.Name {
	if d.Kind == homeKind {
		return nil
	}
	n := suggest.Name{Weight: weights[d.Kind], Ref: place}
	var titles []string
	for _, lang := range slices.Sorted(maps.Keys(d.Text)) {
		titles = append(titles, d.Text[lang].Title)
	}
	hidden := withKeys(n, d.Aliases)
	hidden.Heard = heard(d.Text[baseLanguage])
	return []suggest.Name{titled(withKeys(n, titles)), hidden}
}

// wordNames are the words of the vocabularies, the first of which has the number
// given.
func wordNames(lex lexicon.Lexicon, first int) (out []suggest.Name) {
	for i, t := range lex.Terms {
		if slices.Contains(suggested, t.Facet) {
			n := suggest.Name{Weight: weights[t.Facet], Ref: first + i}
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

// heard are the summary, the headings and the words of a text.
func heard(text Text) []string {
	out := appendFolded(nil, text.Summary)
	for _, section := range text.Sections {
		out = appendFolded(appendFolded(out, section.Title), section.Text)
	}
	return out
}

func appendFolded(keys []string, s string) []string {
	if s = hanzi.FoldString(s); s == "" || slices.Contains(keys, s) {
		return keys
	}
	return append(keys, s)
}

// Suggest completes the beginning of a question: at most eight names, in lang
// where they have one in it. After the name of a city, it completes what can be
// had there. What it cannot read it leaves out, and for a single Han character
// what does not show it: an alias that holds it says little.
func (s *Searcher) Suggest(text, lang string) []Suggestion {
	text = firstRunes(text, MaxRunes)
	l := suggestions{s: s, lang: lang, shown: singleHan(text)}
	for _, ref := range s.names.Complete(text, 4*maxSuggestions) {
		l.add(ref, lexicon.Term{})
	}
	if r := s.lexicon.Read(text, lexicon.Cities); len(l.list) == 0 && r.Rest != "" {
		if cities := r.Filters[facetNames[cityFacet]]; len(cities) == 1 {
			l.inCity(s.term(facetNames[cityFacet], cities[0]), r.Rest)
		}
	}
	return l.list
}

// term is the word of a vocabulary, or a zero Term.
func (s *Searcher) term(facet, value string) lexicon.Term {
	i := slices.IndexFunc(s.words.Terms, func(t lexicon.Term) bool { return t.Facet == facet && t.Value == value })
	if i < 0 {
		return lexicon.Term{}
	}
	return s.words.Terms[i]
}

// singleHan is text, folded, if it is one Han character, else "".
func singleHan(text string) string {
	name := hanzi.Compact(hanzi.FoldString(text))
	if r, size := utf8.DecodeRuneInString(name); size < len(name) || !hanzi.IsHan(r) {
		return ""
	}
	return name
}

// suggestions are completions in the making, no two of the same text.
type suggestions struct {
	s     *Searcher
	lang  string
	shown string // what each must show in Chinese
	list  []Suggestion
}

// inCity completes text with the words that something in the city bears.
func (l *suggestions) inCity(city lexicon.Term, text string) {
	for _, ref := range l.s.names.Complete(text, 4*maxSuggestions) {
		if ref >= len(l.s.docs) && l.s.both(city, l.s.words.Terms[ref-len(l.s.docs)]) {
			l.add(ref, city)
		}
	}
}

// both reports whether a document bears two words.
func (s *Searcher) both(a, b lexicon.Term) bool {
	x, y := slices.Index(facetNames[:], a.Facet), slices.Index(facetNames[:], b.Facet)
	return x >= 0 && y >= 0 && slices.ContainsFunc(s.all, func(doc uint32) bool {
		return s.columns[x].has(doc, a.Value) && s.columns[y].has(doc, b.Value)
	})
}

func (l *suggestions) add(ref int, city lexicon.Term) {
	if len(l.list) == maxSuggestions || !l.shows(ref) {
		return
	}
	found, ok := l.s.suggestion(ref, l.lang)
	if city.Value != "" {
		found.Text = label(city, l.lang) + " " + found.Text
		found.URL += "&" + city.Facet + "=" + city.Value
	}
	same := func(other Suggestion) bool { return other.Text == found.Text }
	if ok && !slices.ContainsFunc(l.list, same) {
		l.list = append(l.list, found)
	}
}

// shows reports whether a name in Chinese holds what it must show.
func (l *suggestions) shows(ref int) bool {
	if l.shown == "" {
		return true
	}
	name, ok := l.s.suggestion(ref, baseLanguage)
	return ok && strings.Contains(hanzi.FoldString(name.Text), l.shown)
}

func label(t lexicon.Term, lang string) string { return cmp.Or(t.Label[lang], t.Label[baseLanguage]) }

// suggestion is the name of a document or a word, if it can be read.
func (s *Searcher) suggestion(ref int, lang string) (Suggestion, bool) {
	if ref >= len(s.docs) {
		return s.word(s.words.Terms[ref-len(s.docs)], lang)
	}
	texts, err := s.text(uint32(ref))
	if err != nil {
		return Suggestion{}, false
	}
	text, _ := inLanguage(texts, lang)
	return Suggestion{text.Title, text.URL, s.docs[ref].Kind}, true
}

// word is a word of a vocabulary with the address of what bears it. Where nothing
// does, it leads to the texts that say it; if none does so in full, to nothing,
// and is not offered.
func (s *Searcher) word(t lexicon.Term, lang string) (Suggestion, bool) {
	found := Suggestion{label(t, lang), cmp.Or(t.URL[lang], t.URL[baseLanguage]), t.Facet}
	if i := slices.Index(facetNames[:], t.Facet); slices.Contains(s.columns[i].values, t.Value) {
		return found, true
	}
	path, _, _ := strings.Cut(found.URL, "?")
	found.URL = path + "?q=" + url.QueryEscape(found.Text)
	return found, s.says(found.Text)
}

// says reports whether any text holds all words of label, a word of the
// vocabularies. The index never changes: it is looked up once.
func (s *Searcher) says(label string) bool {
	if known, ok := s.said.Load(label); ok {
		return known.(bool)
	}
	asked, err := s.readAs(context.Background(), Query{Text: label}, label, lexicon.Numbers, lexicon.Reading{})
	defer s.release(asked.matches)
	said := err == nil && asked.found.full > 0
	s.said.Store(label, said)
	return said
}
