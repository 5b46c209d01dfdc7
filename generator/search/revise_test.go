package search_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"anju/generator/lexicon"
	"anju/generator/search"
	"anju/generator/validity"
)

// TestRevise makes indexes of some documents of the demonstration, changes, adds
// and takes away others at random, and asks the revised index and one that is
// built anew the same questions.
func TestRevise(t *testing.T) {
	pool, lex := demonstration.plan(t)
	for seed := range uint64(5) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			e := editor{rand.New(rand.NewPCG(seed, 1)), pool}
			base := e.some(len(pool) / 2)
			r := reviser(t, base, lex)
			for range 3 {
				changed, gone := e.edit(base, 1+e.IntN(8))
				words := lex
				if e.IntN(3) == 0 {
					words = e.reword(lex)
				}
				e.compare(t, r, base, changed, gone, words)
			}
		})
	}
}

// TestReviseEdges are changes that leave nothing, begin with nothing, or repeat
// themselves.
func TestReviseEdges(t *testing.T) {
	pool, lex := demonstration.plan(t)
	var ids []string
	for _, d := range pool {
		ids = append(ids, d.ID)
	}
	twice := []search.Document{pool[3], pool[3]}
	twice[0].Aliases = []string{"只说了一次"}
	dated := pool[5]
	dated.Date, dated.Year, dated.Facets, dated.City = validity.Date{Year: 2031}, 2031, nil, "linshi"
	tests := []struct {
		name          string
		base, changed []search.Document
		gone          []string
	}{
		{"nothing", pool, nil, nil},
		{"a base of nothing", nil, pool[:9], nil},
		{"nothing of nothing", nil, nil, []string{"policy:none"}},
		{"all gone", pool, nil, ids},
		{"all changed", pool[:20], pool[:20], nil},
		{"changed and gone", pool[:20], pool[:3], ids[:3]},
		{"the same twice", pool[:20], twice, nil},
		{"no word changed", pool, []search.Document{dated}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e := editor{rand.New(rand.NewPCG(5, 6)), pool}
			e.compare(t, reviser(t, tt.base, lex), tt.base, tt.changed, tt.gone, lex)
		})
	}
}

func TestReviserRefuses(t *testing.T) {
	pool, lex := demonstration.plan(t)
	s := openIndex(t, pool[:5], lex)
	if _, err := search.NewReviser(s, pool[:4]); err == nil {
		t.Error("takes documents of another index")
	}
	r, err := search.NewReviser(s, pool[:5])
	if err != nil {
		t.Fatal(err)
	}
	foreign := search.Document{ID: "x", Text: map[string]search.Text{"en": {}}}
	if _, err := r.Revise([]search.Document{foreign}, nil, lex); err == nil || !strings.Contains(err.Error(), "zh-Hans") {
		t.Errorf("error %v, want one about zh-Hans", err)
	}
}

// TestReviseIsOfItsOwn closes a revision, and looks at what tells it apart.
func TestReviseIsOfItsOwn(t *testing.T) {
	pool, lex := demonstration.plan(t)
	s := openIndex(t, pool, lex)
	r, err := search.NewReviser(s, pool)
	if err != nil {
		t.Fatal(err)
	}
	fingerprints := map[string]bool{s.Fingerprint(): true}
	for i, gone := range [][]string{nil, {pool[0].ID}, {pool[1].ID}} {
		revised := revise(t, r, pool[2:3+i%2], gone, lex)
		fingerprints[revised.Fingerprint()] = true
		if err := revised.Close(); err != nil {
			t.Error(err)
		}
	}
	if len(fingerprints) != 4 {
		t.Errorf("%d fingerprints of 4 indexes", len(fingerprints))
	}
	if _, err := s.Search(t.Context(), search.Query{Text: "租房补贴", At: demonstration.now}); err != nil {
		t.Errorf("the base is closed: %v", err)
	}
}

func reviser(t *testing.T, docs []search.Document, lex lexicon.Lexicon) *search.Reviser {
	t.Helper()
	r, err := search.NewReviser(openIndex(t, docs, lex), docs)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func revise(t *testing.T, r *search.Reviser, changed []search.Document, gone []string, lex lexicon.Lexicon) *search.Searcher {
	t.Helper()
	s, err := r.Revise(changed, gone, lex)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// editor changes documents at random, into others of a pool in part.
type editor struct {
	*rand.Rand
	pool []search.Document
}

func (e editor) one() search.Document { return e.pool[e.IntN(len(e.pool))] }

func (e editor) some(n int) (docs []search.Document) {
	for _, i := range e.Perm(len(e.pool))[:n] {
		docs = append(docs, e.pool[i])
	}
	return docs
}

// edit gives n documents of other content, and the ids of some that go.
func (e editor) edit(base []search.Document, n int) (changed []search.Document, gone []string) {
	for range n {
		d := base[e.IntN(len(base))]
		switch e.IntN(8) {
		case 0, 1:
			gone = append(gone, d.ID)
			continue
		case 2:
			d = e.one()
		case 3:
			d = e.one()
			d.ID = fmt.Sprintf("policy:new-%d", e.IntN(5))
		default:
			d = e.mix(d, e.one())
		}
		changed = append(changed, d)
	}
	return changed, gone
}

// mix is d with something of another one.
func (e editor) mix(d, other search.Document) search.Document {
	switch e.IntN(6) {
	case 0:
		d.Text = maps.Clone(d.Text)
		text := d.Text["zh-Hans"]
		text.Title, text.Sections = text.Title+"龘靐新词", append(slices.Clone(text.Sections), search.Section{Text: "爩龘，人才公寓。luohu brandnew"})
		d.Text["zh-Hans"] = text
	case 1:
		d.Text = other.Text
	case 2:
		d.Aliases, d.Number = other.Aliases, other.Number
	case 3:
		d.TagWords, d.Facets = other.TagWords, other.Facets
	case 4:
		d.Subject, d.Date, d.Year = other.Subject, other.Date, other.Year
	default:
		d.Kind, d.City, d.Shared, d.Rent, d.Area, d.Amounts = other.Kind, other.City, other.Shared, other.Rent, other.Area, other.Amounts
	}
	return d
}

// reword is a lexicon without one of its words, and with another.
func (e editor) reword(lex lexicon.Lexicon) lexicon.Lexicon {
	i := e.IntN(len(lex.Terms))
	lex.Terms = append(slices.Delete(slices.Clone(lex.Terms), i, i+1), lexicon.Term{
		Facet: "tag", Value: "new", Names: []string{"全新标签", "brand new"}, Label: map[string]string{"zh-Hans": "全新标签"},
	})
	return lex
}

// final are the documents of base after the changes.
func final(base, changed []search.Document, gone []string) (docs []search.Document) {
	byID := map[string]search.Document{}
	for _, d := range base {
		if !slices.Contains(gone, d.ID) {
			byID[d.ID] = d
		}
	}
	for _, d := range changed {
		byID[d.ID] = d
	}
	for _, id := range slices.Sorted(maps.Keys(byID)) {
		docs = append(docs, byID[id])
	}
	return docs
}

// compare demands the same answers, to the last bit of a score.
func (e editor) compare(t *testing.T, r *search.Reviser, base, changed []search.Document, gone []string, lex lexicon.Lexicon) {
	t.Helper()
	docs := final(base, changed, gone)
	built, revised := openIndex(t, docs, lex), revise(t, r, changed, gone, lex)
	for _, text := range e.texts(t, append(slices.Clone(docs), base...)) {
		q := e.query(text)
		want, err := built.Explain(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		got, err := revised.Explain(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("%+v\nrevised: %+v\n  built: %+v", q, got, want)
		}
		typed := string([]rune(text)[:min(len([]rune(text)), 1+e.IntN(4))])
		if got, want := revised.Suggest(typed, q.Lang), built.Suggest(typed, q.Lang); !reflect.DeepEqual(got, want) {
			t.Fatalf("%q is completed with %v, not %v", typed, got, want)
		}
	}
}

// texts are what people ask, rightly and with slips, and pieces of documents,
// also of those that are gone.
func (e editor) texts(t *testing.T, docs []search.Document) []string {
	out := []string{"", "龘", "靐新", "爩", "人材公寓", "zufang butie", "rcgy", "luohu", "apartmant", "全新标签", "brandnew", "，"}
	asked := phrases(t, "demo.txt")
	for range 15 {
		out = append(out, asked[e.IntN(len(asked))].text)
	}
	for range 40 {
		if len(docs) == 0 {
			break
		}
		d := docs[e.IntN(len(docs))]
		text := d.Text["zh-Hans"]
		from := []string{text.Title, d.Text["en"].Title, text.Summary, d.Number, strings.Join(d.Aliases, " "), strings.Join(d.TagWords, " ")}
		for _, s := range text.Sections {
			from = append(from, s.Title, s.Text)
		}
		runes := []rune(from[e.IntN(len(from))])
		start := e.IntN(len(runes) + 1)
		piece := slices.Clone(runes[start:min(len(runes), start+1+e.IntN(12))])
		if len(piece) > 2 && e.IntN(3) == 0 {
			piece[0], piece[1] = piece[1], piece[0]
		}
		out = append(out, string(piece))
	}
	return out
}

// query asks a text in one of many ways.
func (e editor) query(text string) search.Query {
	q := search.Query{Text: text, At: demonstration.now.AddDate(0, 0, e.IntN(800)-400), Lang: []string{"zh-Hans", "en"}[e.IntN(2)]}
	q.Sort = []string{search.Relevance, search.Newest, search.Closing, search.Rent}[e.IntN(4)]
	q.Literal, q.Local, q.Page = e.IntN(6) == 0, e.IntN(6) == 0, 1+e.IntN(2)
	d := e.one()
	filters := map[string][]string{"type": {d.Kind}}
	if d.City != "" {
		filters["city"] = []string{d.City}
	}
	for name, values := range d.Facets {
		filters[name] = values[:min(1, len(values))]
	}
	for _, name := range slices.Sorted(maps.Keys(filters)) {
		if e.IntN(8) > 0 {
			delete(filters, name)
		}
	}
	q.Filters = filters
	return q
}
