package search

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"math"
	"slices"

	"anju/generator/hanzi"
	"anju/generator/lexicon"
	"anju/generator/suggest"
)

// Reviser makes Searchers of an index some of whose documents have changed since
// it was built, without building it anew. It is safe for concurrent use.
type Reviser struct {
	base   *Searcher
	docs   []Document     // of base, by id
	isName map[string]int // of how many documents each is a name, or a word that they bear
	names  *suggest.Reviser
	words  string // the fingerprint of the lexicon of base alone
}

// NewReviser counts what the documents of an index hold, which takes a second or
// two for 10,000 of them. Base was opened, and docs are what it was built of,
// which must not change any more. Base must stay open as long as the Reviser and
// its Searchers are in use. It errs if docs are not those of base.
func NewReviser(base *Searcher, docs []Document) (*Reviser, error) {
	r := &Reviser{base: base, docs: byID(docs), isName: make(map[string]int)}
	if !slices.EqualFunc(r.docs, base.docs, func(d Document, old record) bool { return d.ID == old.ID }) {
		return nil, errors.New("the documents are not those of the index")
	}
	for i := range r.docs {
		for _, name := range r.docs[i].searchNames(base.docs[i].Names) {
			r.isName[name]++
		}
	}
	r.names = suggest.NewReviser(base.names, names(r.docs, base.words))
	r.words = Fingerprint(nil, base.words)
	return r, nil
}

// searchNames are the names of a document and the words that it bears, folded
// and compact.
func (d *Document) searchNames(names []string) []string {
	out := slices.Clone(names)
	for _, w := range d.TagWords {
		out = append(out, hanzi.Compact(hanzi.FoldString(w)))
	}
	return out
}

// Revise is a Searcher of the documents of the base with changed in the place of
// their namesakes, or added, and those with the ids gone left out, under lex. Its
// answers are those of an index that is built of these documents anew. Each call
// starts from the base: changed and gone are all changes since it was built. Of
// two changed documents with the same id the last counts; a changed document is
// not gone, and an id that the base does not hold is not missed. It errs if a
// document has no zh-Hans text.
//
// Close of the Searcher leaves the base open.
func (r *Reviser) Revise(changed []Document, gone []string, lex lexicon.Lexicon) (*Searcher, error) {
	changed = lastByID(changed)
	if err := check(changed); err != nil {
		return nil, err
	}
	v := r.revision(changed, gone)
	s := &Searcher{
		docs: make([]record, len(v.places)), average: r.average(v), fingerprint: r.fingerprint(v, lex), isName: r.renamed(v),
		lexicon: r.base.lexicon, words: r.base.words, isFilter: r.base.isFilter,
	}
	respoken := Fingerprint(nil, lex) != r.words
	if respoken {
		s.speak(lex)
	}
	r.fill(s, v, respoken)
	for f := range lasting {
		s.columns[f] = r.base.columns[f].revised(v, func(i int) []string { return s.docs[v.at[i]].values(f) })
	}
	s.names = r.renames(v, lex, respoken)
	s.tabulate()
	return s, nil
}

// lastByID are documents by id, of several with the same the last.
func lastByID(docs []Document) []Document {
	sorted := slices.Clone(docs)
	slices.Reverse(sorted)
	slices.SortStableFunc(sorted, func(a, b Document) int { return cmp.Compare(a.ID, b.ID) })
	return slices.CompactFunc(sorted, func(a, b Document) bool { return a.ID == b.ID })
}

// average counts tokens by field again. The base keeps the quotient of two whole
// numbers, from which the dividend can be told.
func (r *Reviser) average(v revision) map[string]float64 {
	out := make(map[string]float64)
	for _, f := range scored {
		out[f.name] = math.Round(r.base.average[f.name] * float64(len(r.docs)))
	}
	count := func(d *Document, sign int) {
		doc := analysed(d)
		for _, f := range scored {
			out[f.name] += float64(sign * countTokens(doc.text(f.name)))
		}
	}
	for _, i := range r.gone(v) {
		count(&r.docs[i], -1)
	}
	for i := range v.changed {
		count(&v.changed[i], 1)
	}
	for field := range out {
		out[field] /= float64(len(v.places))
	}
	return out
}

func (r *Reviser) fingerprint(v revision, lex lexicon.Lexicon) string {
	sum := sha256.New()
	fmt.Fprintln(sum, r.base.fingerprint, Fingerprint(v.changed, lex))
	for _, i := range r.gone(v) {
		fmt.Fprintln(sum, r.docs[i].ID)
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// renamed is what are names, with those of changed documents.
func (r *Reviser) renamed(v revision) bag {
	b := bag{r.isName, make(map[string]int)}
	for _, i := range r.gone(v) {
		for _, name := range r.docs[i].searchNames(r.base.docs[i].Names) {
			b.change[name]--
		}
	}
	for i := range v.changed {
		d := &v.changed[i]
		for _, name := range d.searchNames(d.foldedNames()) {
			b.change[name]++
		}
	}
	return b
}

// fill puts the documents into their places, with their terms and texts. Where
// other words are spoken, document numbers are read again.
func (r *Reviser) fill(s *Searcher, v revision, respoken bool) {
	for i, place := range v.stay {
		if place == nowhere {
			continue
		}
		s.docs[place] = r.base.docs[i]
		if respoken {
			s.docs[place].Number = s.lexicon.Read(r.docs[i].Number, lexicon.Numbers).Number
		}
	}
	s.texts = r.base.texts
	s.inverted = inverted{
		reader: r.base.inverted.reader, place: make([]uint32, len(r.base.inverted.place)),
		later: overlay{make(map[located][]posting)},
	}
	for number, place := range r.base.inverted.place {
		s.inverted.place[number] = v.stay[place]
	}
	for i := range v.changed {
		d, place := &v.changed[i], v.at[i]
		doc := analysed(d)
		s.inverted.later.add(place, &doc)
		s.docs[place] = newRecord(d, s.lexicon)
		s.docs[place].At, s.docs[place].Len = s.texts.add(d.Text)
	}
}

// renames are the names for completions and corrections.
func (r *Reviser) renames(v revision, lex lexicon.Lexicon, respoken bool) *suggest.Index {
	var gone, come []suggest.Name
	refs := make([]int, 0, len(r.docs)+len(r.base.words.Terms))
	for i, place := range v.stay {
		if place == nowhere {
			refs = append(refs, suggest.Gone)
			gone = append(gone, documentNames(&r.docs[i], i)...)
		} else {
			refs = append(refs, int(place))
		}
	}
	for i := range v.changed {
		come = append(come, documentNames(&v.changed[i], int(v.at[i]))...)
	}
	for i := range r.base.words.Terms {
		if respoken {
			refs = append(refs, suggest.Gone)
		} else {
			refs = append(refs, len(v.places)+i)
		}
	}
	if respoken {
		gone = append(gone, wordNames(r.base.words, len(r.docs))...)
		come = append(come, wordNames(lex, len(v.places))...)
	}
	return r.names.Revise(refs, gone, come)
}
