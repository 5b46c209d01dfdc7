package bench

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing/fstest"
)

// Corpus is a source folder of n entries: of ten, five are communities, four
// policies and one a guide. Bodies have 1 to 5 KB. The same n and seed give
// the same bytes.
func Corpus(n int, seed uint64) fstest.MapFS {
	fsys := fstest.MapFS{"config.yaml": {Data: []byte(Config("zh-Hans", "en"))}}
	for name, text := range Vocabularies(nil) {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	for i := range n {
		w := &writer{Rand: rand.New(rand.NewPCG(seed, uint64(i))), n: n, i: i}
		kind, id, _ := strings.Cut(ref(i), ":")
		folder := map[string]string{"community": "communities", "policy": "policies", "guide": "guides"}[kind]
		fsys["content/"+folder+"/"+id+".md"] = &fstest.MapFile{Data: []byte(w.entry(kind))}
	}
	return fsys
}

// ref is the reference of entry i of any corpus.
func ref(i int) string {
	switch i % 10 {
	case 0, 2, 4, 6, 8:
		return fmt.Sprintf("community:c%06d", i)
	case 9:
		return fmt.Sprintf("guide:g%06d", i)
	}
	return fmt.Sprintf("policy:p%06d", i)
}

// writer writes entry i of n.
type writer struct {
	*rand.Rand
	strings.Builder
	n, i int
	city [2]string // slug and name
}

func (w *writer) line(format string, args ...any) { fmt.Fprintf(w, format+"\n", args...) }

func (w *writer) entry(kind string) string {
	w.city = w.term("cities")
	w.line("---")
	switch kind {
	case "community":
		w.community()
	case "policy":
		w.policy()
	default:
		w.line("title: 在%s怎样%s%s\ngenre: how_to", w.city[1], w.word("办"), w.word("事"))
	}
	w.head()
	w.line("---\n")
	w.body(kind)
	return w.String()
}

// head is what every kind has.
func (w *writer) head() {
	w.line("city: %s\npublished: 2026-%02d-%02d\nsummary: %s%s", w.city[0], 1+w.IntN(9), 1+w.IntN(28), w.sentence(), w.sentence())
	w.line("audience: [%s]\ntags: [%s]", w.slugs("audiences"), w.slugs("tags"))
	w.line("related: [%s]", strings.Join(w.others(2+w.IntN(4)), ", "))
	w.line("sources:\n  - title: 关于%s的公告\n    publisher: %s市%s\n    url: https://example.org/%d\n    published_on: %d-%02d\n    kind: official",
		w.word("事"), w.city[1], w.word("单位"), w.i, 2019+w.IntN(8), 1+w.IntN(9))
	w.line("figures:\n  - label: 受益的人\n    value: %d\n    unit: 人\n    scope: %s市\n    as_of: 2025\n    source: 1", 10+w.IntN(9000), w.city[1])
}

func (w *writer) community() {
	w.line("title: %s%s人才社区\nkind: %s\naddress: %s市%s路%d号", w.city[1], w.name(), pick(w, "residential mixed street science_zone"), w.city[1], w.name(), 1+w.IntN(300))
	w.line("facilities:\n  - {kind: %s, status: existing, source: 1}\n  - {kind: %s, status: planned, source: 1}", w.term("facilities")[0], w.term("facilities")[0])
	w.line("amenities:\n  - {kind: %s, walk_min: %d, method: stated, source: 1}", w.term("amenities")[0], 1+w.IntN(20))
	w.line("homes:")
	for _, unit := range strings.Fields("studio 1b1l 2b1l")[:1+w.IntN(3)] {
		w.line("  - id: %s\n    unit_type: %s\n    rent: {amount: %d, period: month}\n    area: {value: %d}", unit, unit, 100*(4+w.IntN(30)), 20+w.IntN(80))
		w.line("    availability: {units: %d, total: 50, as_of: 2026-10-31}\n    source: 1", w.IntN(50))
	}
}

func (w *writer) policy() {
	benefit, year := w.term("benefits"), 2019+w.IntN(7)
	w.line("title: %s市%s%s实施办法\nlevel: municipal\nbasis: official_text\nissuer: [%s市%s]", w.city[1], w.name(), benefit[1], w.city[1], w.word("单位"))
	w.line("issued: %d-%02d-%02d\neffective_from: %d-01-01\neffective_to: %d-12-31\ndocument_number: 测发〔%d〕%d号",
		year, 1+w.IntN(12), 1+w.IntN(28), year+1, year+1+w.IntN(5), year, 1+w.IntN(200))
	w.line("benefits:")
	for _, d := range vocabularies["degrees"][1 : 2+w.IntN(3)] {
		w.line("  - id: %s\n    kind: %s\n    name: %s：%s\n    money: {amount: %d, per: person, period: month}\n    degrees: [%s]\n    months_max: %d\n    source: 1",
			d[0], benefit[0], benefit[1], d[1], 100*(2+w.IntN(40)), d[0], 12*(1+w.IntN(5)))
	}
	w.line("conditions: [%s, %s]", w.word("条件"), w.word("条件"))
	w.line("windows:\n  - {opens: %d-03-01, closes: %d-11-30}", year+1, year+1+w.IntN(3))
}

// body has headings, paragraphs, lists, tables and links to other entries.
func (w *writer) body(kind string) {
	start, target := w.Len(), 1024+w.IntN(3072)
	heads := headings[kind]
	for h, at := range w.Perm(len(heads)) {
		if h > 0 && w.Len()-start > target {
			break
		}
		w.line("## %s\n\n%s%s%s\n", heads[at], w.sentence(), w.sentence(), w.sentence())
		switch w.IntN(6) {
		case 0:
			w.line("- %s\n- %s\n- %s\n", w.sentence(), w.sentence(), w.sentence())
		case 1:
			w.line("1. %s\n2. %s\n", w.sentence(), w.sentence())
		case 2:
			w.line("| 类别 | 条件 | 每月 |\n| --- | --- | ---: |\n| %s | %s | %d元 |\n| %s | %s | %d元 |\n",
				w.word("事"), w.word("条件"), 100*(1+w.IntN(30)), w.word("事"), w.word("条件"), 100*(1+w.IntN(30)))
		case 3:
			w.line("%s另见[%s](%s)。\n", w.sentence(), w.word("事"), w.others(1)[0])
		case 4:
			w.line("> %s\n", w.sentence())
		}
	}
}

// sentence fills the slots of a sentence.
func (w *writer) sentence() string {
	out := sentences[w.IntN(len(sentences))]
	for {
		before, rest, found := strings.Cut(out, "{")
		if !found {
			return out
		}
		slot, after, _ := strings.Cut(rest, "}")
		out = before + w.fill(slot) + after
	}
}

func (w *writer) fill(slot string) string {
	switch slot {
	case "城":
		return w.city[1]
	case "人":
		return w.term("audiences")[1]
	case "名":
		return w.name()
	case "数":
		return fmt.Sprint(2 + w.IntN(58))
	case "钱":
		return fmt.Sprint(100 * (3 + w.IntN(60)))
	}
	return w.word(slot)
}

// word is a word for a slot. Like in any text, few words make up most of it:
// the density falls linearly to the end of the list.
func (w *writer) word(slot string) string { return words[slot][w.early(len(words[slot]))] }

func (w *writer) early(n int) int { return min(w.IntN(n), w.IntN(n)) }

func (w *writer) term(vocabulary string) [2]string {
	terms := vocabularies[vocabulary]
	return terms[w.early(len(terms))]
}

// slugs are one to three different slugs.
func (w *writer) slugs(vocabulary string) string {
	var out []string
	for _, i := range w.Perm(len(vocabularies[vocabulary]))[:1+w.IntN(3)] {
		out = append(out, vocabularies[vocabulary][i][0])
	}
	return strings.Join(out, ", ")
}

func (w *writer) name() string {
	return string([]rune{nameStart[w.IntN(len(nameStart))], nameStart[w.early(len(nameStart))], nameEnd[w.IntN(len(nameEnd))]})
}

// others are references to k other entries; k is less than n.
func (w *writer) others(k int) (refs []string) {
	for d := range k {
		step := 1 + (d*w.n+w.IntN(w.n))/(k+1)%(w.n-1)
		refs = append(refs, ref((w.i+step)%w.n))
	}
	return refs
}

func pick(w *writer, choices string) string {
	list := strings.Fields(choices)
	return list[w.IntN(len(list))]
}
