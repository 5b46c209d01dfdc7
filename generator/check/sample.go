package check

import (
	"hash/fnv"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"

	"anju/generator/hanzi"
	"anju/generator/search"
)

// How much is sampled, and how long a piece is, in characters.
const (
	perDocument = 4
	mostPieces  = 4000
	shortest    = 2
	longest     = 8
)

// grammar are characters that say nothing by themselves: nobody looks for a
// piece of them alone. The list is not the search's own, which may be wrong.
const grammar = "的了吗呢吧啊是在有和与及或就都也把被给让向从到为对于我你您他她它们这那何什么怎"

// sample draws pieces of body text. What is drawn of a document depends on the
// seed and on that document alone, as long as there are not too many.
func sample(docs []search.Document, seed uint64) (out []claim) {
	for i := range docs {
		d := &docs[i]
		id := fnv.New64a()
		id.Write([]byte(d.ID)) // never fails
		for _, text := range draw(hanRuns(d), rand.New(rand.NewPCG(seed, id.Sum64()))) {
			q := question{text: text, literal: true, homes: d.Kind == homeKind}
			out = append(out, claim{question: q, kind: pieces, all: []string{d.ID}, id: d.ID})
		}
	}
	if len(out) > mostPieces {
		chance := rand.New(rand.NewPCG(seed, 0))
		chance.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	}
	return out[:min(len(out), mostPieces)]
}

// hanRuns are the stretches of Chinese characters in the sections of a
// document, as long as a piece at least.
func hanRuns(d *search.Document) (runs [][]rune) {
	for _, lang := range slices.Sorted(maps.Keys(d.Text)) {
		for _, s := range d.Text[lang].Sections {
			for _, run := range strings.FieldsFunc(s.Text, func(r rune) bool { return !hanzi.IsHan(r) }) {
				if runes := []rune(run); len(runes) >= shortest {
					runs = append(runs, runes)
				}
			}
		}
	}
	return runs
}

// draw takes different pieces out of runs: fewer than wanted where a few tries
// more bring no other.
func draw(runs [][]rune, chance *rand.Rand) (out []string) {
	places := 0
	for _, run := range runs {
		places += len(run) - shortest + 1
	}
	for range 2 * perDocument {
		if places == 0 || len(out) == perDocument {
			break
		}
		piece := pieceAt(runs, chance.IntN(places), shortest+chance.IntN(longest-shortest+1))
		if strings.Trim(piece, grammar) != "" && !slices.Contains(out, piece) {
			out = append(out, piece)
		}
	}
	return out
}

// pieceAt is the piece that begins at the place, counted through all runs; it
// is shorter than size where its run ends.
func pieceAt(runs [][]rune, place, size int) string {
	for _, run := range runs {
		if n := len(run) - shortest + 1; place >= n {
			place -= n
			continue
		}
		return string(run[place:min(place+size, len(run))])
	}
	panic("no such place")
}
