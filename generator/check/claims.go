package check

import (
	"maps"
	"slices"

	"anju/generator/diag"
	"anju/generator/hanzi"
	"anju/generator/search"
)

// kind is what a document is looked for by.
type kind int

const (
	titles kind = iota
	numbers
	aliases
	tags   // names of any words of vocabularies
	pieces // of body text
	kinds
)

// homeKind is the kind of documents that are hits only where they are asked for.
const homeKind = "home"

// question is what is asked.
type question struct {
	text    string
	literal bool
	homes   bool
}

// claim is what the answer to a question must hold. Its ids are of homes or of
// others, as the question is.
type claim struct {
	question
	kind  kind
	first []string // one of these among the first three; where nil, nothing need be
	all   []string // each of these anywhere
	id    string   // of the document that the claim is about, or one of them
}

// miss is a document that an answer ought to hold.
type miss struct {
	*claim
	id  string
	top bool // it, or another one like it, ought to be among the first three
}

// topHits is how many hits a reader is sure to look at.
const topHits = 3

// missedIn are the documents that the answer ought to hold. What is nowhere is
// not told to be absent from the top, too.
func (c *claim) missedIn(answer []string) (out []miss) {
	if len(c.all) > 0 {
		found := make(map[string]bool, len(answer))
		for _, id := range answer {
			found[id] = true
		}
		for _, id := range c.all {
			if !found[id] {
				out = append(out, miss{claim: c, id: id})
			}
		}
	}
	if len(out) > 0 || c.first == nil {
		return out
	}
	top := answer[:min(len(answer), topHits)]
	if slices.ContainsFunc(c.first, func(id string) bool { return slices.Contains(top, id) }) {
		return nil
	}
	return []miss{{claim: c, id: c.id, top: true}}
}

// claimsOf are the claims that documents make by their names and by a sample
// of their texts, in the order of the documents. An alias and a tag make one
// for all their bearers.
func claimsOf(docs []search.Document, seed uint64) (out []claim) {
	all := func(*search.Document) bool { return true }
	bearers, standing := bearersOf(docs, all), bearersOf(docs, stands)
	claimed := map[name]bool{}
	for i := range docs {
		for _, n := range namesOf(&docs[i]) {
			shared := n.kind == aliases || n.kind == tags
			if shared && claimed[n] || !shared && !stands(&docs[i]) {
				continue
			}
			claimed[n] = true
			out = append(out, n.claim(docs[i].ID, bearers[n.folded()], standing[n.folded()]))
		}
	}
	return append(out, sample(docs, seed)...)
}

// stands reports whether a document ought to be among the first: what was
// withdrawn stands after all others.
func stands(d *search.Document) bool { return !d.Subject.Withdrawn }

// bearersOf are the documents kept that bear each name, folded.
func bearersOf(docs []search.Document, keep func(*search.Document) bool) map[name][]string {
	bearers := map[name][]string{}
	for i := range docs {
		if !keep(&docs[i]) {
			continue
		}
		for _, n := range namesOf(&docs[i]) {
			n = n.folded()
			ids := bearers[n]
			if len(ids) == 0 || ids[len(ids)-1] != docs[i].ID { // two of its names may fold alike
				bearers[n] = append(ids, docs[i].ID)
			}
		}
	}
	return bearers
}

// name is a text that a document is found by.
type name struct {
	kind kind
	text string
	home bool // it is a home that bears it
}

func (n name) folded() name { return name{n.kind, hanzi.FoldString(n.text), n.home} }

func (n name) claim(id string, bearers, standing []string) claim {
	c := claim{question: question{text: n.text, homes: n.home}, kind: n.kind, id: id}
	if n.kind != tags {
		c.first = standing
	}
	if n.kind == aliases || n.kind == tags {
		c.all = bearers
	}
	return c
}

// namesOf are the names of a document, each once.
func namesOf(d *search.Document) (names []name) {
	add := func(k kind, texts ...string) {
		for _, text := range texts {
			if n := (name{k, text, d.Kind == homeKind}); text != "" && !slices.Contains(names, n) {
				names = append(names, n)
			}
		}
	}
	for _, lang := range slices.Sorted(maps.Keys(d.Text)) {
		add(titles, d.Text[lang].Title)
	}
	add(numbers, d.Number)
	add(aliases, d.Aliases...)
	add(tags, d.TagWords...)
	return names
}

var (
	codeTitle    = diag.New("check/recall-title", "搜标题“%s”，前三条里没有这一条", "a search for the title %q does not bring it among the first three")
	codeNumber   = diag.New("check/recall-number", "搜文号“%s”，前三条里没有这一条", "a search for the document number %q does not bring it among the first three")
	codeAlias    = diag.New("check/recall-alias", "搜别名“%s”，结果里没有这一条", "a search for the alias %q does not find this entry")
	codeAliasTop = diag.New("check/recall-alias", "搜别名“%s”，前三条里没有写了它的条目", "a search for the alias %q brings no bearer of it among the first three")
	codeTag      = diag.New("check/recall-tag", "搜词表里的“%s”，结果里没有这一条", "a search for the vocabulary word %q does not find this entry")
	codePiece    = diag.New("check/recall-text", "照原样搜正文里的“%s”，结果里没有这一条", "a literal search for %q, which stands in the text, does not find it")
)

// code is the finding that a miss makes.
func (m miss) code() diag.Code {
	if m.kind == aliases && m.top {
		return codeAliasTop
	}
	return [kinds]diag.Code{codeTitle, codeNumber, codeAlias, codeTag, codePiece}[m.kind]
}

// What an editor cannot mend.
const (
	reportZh = "就是搜索程序的毛病，请告诉维护的人"
	reportEn = "tell the maintainer: the search is at fault"
)

var hints = [kinds]diag.Text{
	titles:  {Zh: "给标题加上别的条目没有的词；已经有了，" + reportZh, En: "give the title a word that no other entry has; if it has one, " + reportEn},
	numbers: {Zh: "对照原文看文号写全了没有；没有写错，" + reportZh, En: "compare the number with the official text; if it is right, " + reportEn},
	aliases: {Zh: "换一个更具体、有文字的别名，或者删掉它；本来就是，" + reportZh, En: "choose a more specific alias with letters or digits, or none; if it is one, " + reportEn},
	tags:    {Zh: "这个名称里要有文字或数字；已经有了，" + reportZh, En: "the name must have letters or digits; if it has, " + reportEn},
	pieces:  {Zh: "条目本身没有错：" + reportZh, En: "the entry is right; " + reportEn},
}
