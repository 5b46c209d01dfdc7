package search

import (
	"slices"

	"anju/generator/hanzi"
	"anju/generator/lexicon"
)

// variant is one spelling of a word, as the terms that find it.
type variant struct {
	text   string
	weight float64  // what it counts for against the word itself
	all    uint64   // all its terms, as bits
	needs  []uint64 // of each set of terms one must be found
}

// variant makes terms of a text. A known name is found by all its terms. Other
// text is found where every character stands in a term found: 集成电路企业 is not
// a name, and 集成电路 and 企业 may stand apart.
func (p *phrase) variant(text string, known bool) variant {
	v := variant{text: text, weight: 1}
	for start, end := range hanzi.Runs(text) {
		runes := []rune(text[start:end])
		if hanzi.ClassOf(runes[0]) == hanzi.Word {
			v.need(p.term(firstToken(text[start:end])))
		} else if cover := p.cover(runes, &v); !known {
			v.needs = append(v.needs, cover...)
		}
	}
	if known {
		v.needs = nil
		for set := v.all; set != 0; set &= set - 1 {
			v.needs = append(v.needs, set&-set)
		}
	}
	return v
}

func firstToken(run string) string {
	for t := range tokens(run) {
		return t
	}
	return ""
}

func (v *variant) need(t int, ok bool) {
	if ok {
		v.all |= 1 << t
		v.needs = append(v.needs, 1<<t)
	}
}

// cover makes terms of a run of Han characters and returns which of them stand
// for each character that counts. Bigrams of grammar alone are left out, unless
// there is nothing else.
func (p *phrase) cover(runes []rune, v *variant) (out []uint64) {
	all := !slices.ContainsFunc(runes, counts)
	cover := make([]uint64, len(runes))
	size := min(2, len(runes))
	for i := range len(runes) - size + 1 {
		gram := runes[i : i+size]
		if !all && !slices.ContainsFunc(gram, counts) {
			continue
		}
		if t, ok := p.term(string(gram)); ok {
			v.all |= 1 << t
			for j := range gram {
				cover[i+j] |= 1 << t
			}
		}
	}
	for i, terms := range cover {
		if terms != 0 && (all || counts(runes[i])) {
			out = append(out, terms)
		}
	}
	return out
}

func counts(r rune) bool { return !lexicon.Function(r) }

// matches reports whether a document with the terms found holds v.
func (v variant) matches(found uint64) bool {
	for _, terms := range v.needs {
		if found&terms == 0 {
			return false
		}
	}
	return true
}
