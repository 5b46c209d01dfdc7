package bench

import (
	"iter"
	"math/rand/v2"
	"strings"

	"anju/generator/search"
	"anju/generator/validity"
)

// Documents are n search documents of the prose of Corpus, made one by one and
// without a site around them, so that an index can be measured at sizes where
// planning a site would take longer than the measurement. Their texts have
// about 2 KB. The same n and seed give the same documents.
func Documents(n int, seed uint64) iter.Seq[search.Document] {
	return func(yield func(search.Document) bool) {
		for i := range n {
			w := &writer{Rand: rand.New(rand.NewPCG(seed, uint64(i))), n: n, i: i}
			if !yield(w.document()) {
				return
			}
		}
	}
}

func (w *writer) document() search.Document {
	id := ref(w.i)
	kind, name, _ := strings.Cut(id, ":")
	w.city = w.term("cities")
	from := validity.Date{Year: 2019 + w.IntN(7), Month: 1 + w.IntN(12), Day: 1 + w.IntN(28)}
	subject := validity.Subject{Kind: kind, From: from, To: validity.Date{Year: from.Year + 1 + w.IntN(8)}}
	return search.Document{
		ID: id, Kind: kind, City: w.city[0], Year: from.Year, Date: from, Subject: subject,
		Text: map[string]search.Text{"zh-Hans": {
			URL: "/" + name + "/", Title: w.city[1] + w.name() + w.word("事") + "办法",
			Summary: w.sentence() + w.sentence(), Sections: w.sections(kind),
		}},
		Facets: map[string][]string{
			"audience": strings.Split(w.slugs("audiences"), ", "),
			"benefit":  {w.term("benefits")[0]},
			"tag":      strings.Split(w.slugs("tags"), ", "),
		},
	}
}

func (w *writer) sections(kind string) (out []search.Section) {
	heads := headings[kind]
	for _, at := range w.Perm(len(heads))[:3+w.IntN(4)] {
		text := ""
		for range 4 + w.IntN(5) {
			text += w.sentence()
		}
		out = append(out, search.Section{Anchor: heads[at], Title: heads[at], Text: text})
	}
	return out
}
