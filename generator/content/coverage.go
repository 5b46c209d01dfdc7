package content

import (
	"slices"
	"time"

	"anju/generator/diag"
)

// What can be wrong with the vocabularies of topics and of gaps.
var (
	codeTopicBenefits = diag.New("content/topic-benefits", "只有政策有待遇，%q 的 kind 是 %s", "only policies have benefits; the kind of %q is %s")
	codeSameGap       = diag.New("content/same-gap", "这个题目写过一次了", "this gap is there already")
	codeGapTopic      = diag.New("content/gap-topic", "词表 %s 里没有 %q，总表里不会算它查过", "the vocabulary %s has no %q: the table of topics does not count it")

	hintTopicBenefits = diag.Text{Zh: "把 kind 改成 policy，或者删掉 benefits", En: "make it kind: policy, or delete benefits"}
	hintSameGap       = diag.Text{Zh: "同一个城市、同一个 topic 只写一条：把两条并成一条，留最近一次的 looked_on", En: "one is enough for a city and a topic: make one of both, with the later looked_on"}
	hintLookedOn      = diag.Text{Zh: "写真正查找的那一天；还没有查的，查了再写", En: "write the day on which you looked; look first if nobody did"}
)

// checkTopics demands that only policies are looked for by their benefits.
func checkTopics(topics []Topic, doc document) (list diag.List) {
	for i, t := range topics {
		if len(t.Benefits) > 0 && t.Kind != "policy" && !doc.told(i, "kind") {
			list = append(list, codeTopicBenefits.At(doc.At(i, "benefits"), t.Slug, t.Kind).Hinted(hintTopicBenefits))
		}
	}
	return list
}

// checkGaps demands one gap for a city and a topic, and a search that has taken
// place. A topic may be one that only this city has, but not one misspelt.
func (t terms) checkGaps(gaps []Gap, now time.Time, doc document) (list diag.List) {
	seen := map[[2]string]bool{}
	for i, g := range gaps {
		key := [2]string{g.City, g.Topic}
		if g.Topic != "" && seen[key] {
			list = append(list, codeSameGap.At(doc.At(i, "topic")).Hinted(hintSameGap))
		}
		seen[key] = true
		if g.Looked.First().After(now) {
			list = append(list, codeFuture.At(doc.At(i, "looked_on"), label(&g, "looked_on"), g.Looked).Hinted(hintLookedOn))
		}
		if meant := t.nearTopic(g.Topic); meant != (diag.Text{}) {
			list = append(list, codeGapTopic.Warn(doc.At(i, "topic"), vocabPath("topics"), g.Topic).Hinted(meant))
		}
	}
	return list
}

// nearTopic asks whether a topic was meant that slug misspells.
func (t terms) nearTopic(slug string) diag.Text {
	var slugs []string
	for _, topic := range t["topics"] {
		slugs = append(slugs, topic.Slug)
	}
	if slices.Contains(slugs, slug) {
		return diag.Text{}
	}
	return diag.DidYouMean(slug, slugs)
}
